import Foundation

/// The `results.json` that Gradescope's autograder reads.
package struct GradescopeResults: Encodable {
    struct Test: Encodable {
        var name: String
        var number: String
        var score: Double
        var max_score: Double
        var status: String
        var output: String
        var output_format = "text"
        var visibility: String
    }

    var score: Double?
    var output: String
    var output_format = "text"
    var visibility = "visible"
    var stdout_visibility = "hidden"
    var tests: [Test] = []

    /// - Parameter hidden: the names of checks that students learn of when the marks are published.
    package init(_ report: GradeReport, hidden: Set<String> = []) {
        score = report.earned
        output =
            report.cause.map { "This submission could not be graded: \($0)" }
            ?? (report.earned == nil
                ? "Part of this submission could not be graded; an instructor will look at it."
                : "")
        // Without a score Gradescope reports a failed autograder, and no zero: then an instructor looks.
        guard report.cause == nil else { return }
        for (index, item) in report.items.enumerated() {
            let feedback = item.feedback.map { $0 + "\n" } ?? ""
            if item.parts.isEmpty {
                tests.append(
                    Test(
                        name: item.id, number: "\(index + 1)", score: item.earned,
                        max_score: item.points, status: Self.status(item.outcome),
                        output: feedback, visibility: "visible"))
            }
            for (place, part) in item.parts.enumerated() {
                tests.append(
                    Test(
                        name: "\(item.id): \(part.name)", number: "\(index + 1).\(place + 1)",
                        score: part.earned, max_score: part.points,
                        status: Self.status(part.outcome),
                        output: (part.reason.map { $0 + "\n" } ?? "")
                            + (part.outcome == .fail ? feedback : ""),
                        visibility: hidden.contains(part.name) ? "after_published" : "visible"))
            }
        }
    }

    private static func status(_ outcome: GradeReport.Outcome) -> String {
        outcome == .pass ? "passed" : "failed"
    }

    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and finite numbers, which cannot fail to be encoded.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
