import Foundation

// Discrimination is the correlation between what students have in an item and in all the others: near 1 where it tells
// those who can from those who cannot, near 0 where it does not, below where the strong fail.

/// The report on a class.
package enum ClassPage {
    package static func render(_ results: ClassResults) -> String {
        let students = results.students
        let scores = students.compactMap(\.score)
        var body = ["<h1>\(HTMLPage.escaped(results.lesson.title)): the class</h1>"]
        body.append(summary(students, scores, points: results.lesson.points))
        body.append(BarChart.svg(bars(results), title: "Share of points by exercise and question"))
        body.append(items(results))
        body.append(mistakes(results))
        body.append(attention(students))
        return HTMLPage.render(
            title: "\(results.lesson.title): the class",
            body: body.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    private static func summary(
        _ students: [ClassResults.Student], _ scores: [Double], points: Double
    ) -> String {
        let missing = students.count { $0.status == .missing }
        let open = students.count { $0.status == .couldNotGrade }
        var text = "<p class=\"total\">\(students.count) students: \(scores.count) with a score"
        if open > 0 { text += ", \(open) to be looked at" }
        if missing > 0 { text += ", \(missing) without a submission" }
        text += ".</p>"
        let times = students.compactMap(\.minutes)
        if let middle = median(times), let longest = times.max() {
            text +=
                "<p>\(times.count) handed in the time they spent: median \(markText(middle.rounded())) minutes, "
                + "longest \(markText(longest.rounded())).</p>"
        }
        guard let middle = median(scores), let lowest = scores.min(), let highest = scores.max()
        else { return text }
        let mean = scores.reduce(0, +) / Double(scores.count)
        return text
            + "<p>Mean \(rounded(mean)), median \(rounded(middle)), "
            + "lowest \(rounded(lowest)), highest \(rounded(highest)) "
            + "of \(markText(points)) points.</p>"
    }

    private static func bars(_ results: ClassResults) -> [BarChart.Bar] {
        results.lesson.items.map { item in
            let share = meanShare(of: item, results)
            return BarChart.Bar(
                label: item.name, share: share ?? 0,
                value: share.map { "\(Int(($0 * 100).rounded())) %" } ?? "none graded")
        }
    }

    private static func earned(_ item: LessonOutline.Item, _ student: ClassResults.Student)
        -> Double?
    {
        student.items.first { $0.id == item.id }?.earned
    }

    private static func meanShare(of item: LessonOutline.Item, _ results: ClassResults) -> Double? {
        let values = results.students.compactMap { earned(item, $0) }
        guard !values.isEmpty, item.points > 0 else { return nil }
        return values.reduce(0, +) / Double(values.count) / item.points
    }

    private static func items(_ results: ClassResults) -> String {
        var lines = [
            "<h2>Exercises and questions</h2>", "<table>",
            "<caption>Success, tries (median) and discrimination</caption>",
            "<thead><tr><th scope=\"col\">Item</th><th scope=\"col\" class=\"n\">Graded</th>"
                + "<th scope=\"col\" class=\"n\">Full points</th><th scope=\"col\" class=\"n\">Mean</th>"
                + "<th scope=\"col\" class=\"n\">Tries</th>"
                + "<th scope=\"col\" class=\"n\">Discrimination</th></tr></thead>", "<tbody>",
        ]
        for item in results.lesson.items {
            let graded = results.students.filter { earned(item, $0) != nil }
            let full = graded.count { (earned(item, $0) ?? 0) >= item.points }
            let values = graded.compactMap { earned(item, $0) }
            let tries = results.students.compactMap { student in
                student.items.first { $0.id == item.id }?.tries.map(Double.init)
            }
            let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
            lines.append(
                "<tr><th scope=\"row\">\(HTMLPage.escaped(item.name))</th>"
                    + "<td class=\"n\">\(graded.count)</td><td class=\"n\">\(full)</td>"
                    + "<td class=\"n\">\(mean.map(rounded) ?? "–") of \(markText(item.points))</td>"
                    + "<td class=\"n\">\(median(tries).map(markText) ?? "–")</td>"
                    + "<td class=\"n\">\(discrimination(item, graded).map(rounded) ?? "–")</td></tr>"
            )
        }
        return (lines + ["</tbody>", "</table>"]).joined(separator: "\n")
    }

    private static func discrimination(
        _ item: LessonOutline.Item, _ students: [ClassResults.Student]
    ) -> Double? {
        let pairs = students.compactMap { student -> (Double, Double)? in
            guard let own = earned(item, student) else { return nil }
            let all = student.items.compactMap(\.earned).reduce(0, +)
            return (own, all - own)
        }
        guard pairs.count >= 3 else { return nil }
        let count = Double(pairs.count)
        let mean = (pairs.map(\.0).reduce(0, +) / count, pairs.map(\.1).reduce(0, +) / count)
        var (together, first, second) = (0.0, 0.0, 0.0)
        for (own, rest) in pairs {
            together += (own - mean.0) * (rest - mean.1)
            first += (own - mean.0) * (own - mean.0)
            second += (rest - mean.1) * (rest - mean.1)
        }
        return first > 0 && second > 0 ? together / (first * second).squareRoot() : nil
    }

    private static func mistakes(_ results: ClassResults) -> String {
        var counts: [String: Int] = [:]
        for student in results.students {
            for item in student.items {
                if let mistake = item.mistake {
                    counts["\(item.name): \(mistake)", default: 0] += 1
                }
            }
        }
        guard !counts.isEmpty else { return "" }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20)
        let rows = ordered.map {
            "<tr><th scope=\"row\">\(HTMLPage.escaped($0.key))</th><td class=\"n\">\($0.value)</td></tr>"
        }
        return """
            <h2>Mistakes</h2>
            <table>
            <caption>The commonest mistakes</caption>
            <thead><tr><th scope="col">Mistake</th><th scope="col" class="n">Students</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private static func attention(_ students: [ClassResults.Student]) -> String {
        let open = students.filter { $0.status == .couldNotGrade }
        guard !open.isEmpty else { return "" }
        let rows = open.map { student in
            let reasons =
                student.cause.map { [$0] }
                ?? student.items.filter { $0.outcome == .couldNotGrade && $0.earned == nil }.map {
                    item in
                    let part = item.parts.first { $0.outcome == .couldNotGrade }
                    return "\(item.name): \(part?.reason ?? item.feedback ?? "")"
                }
            return "<tr><th scope=\"row\">\(HTMLPage.escaped(student.displayName))</th>"
                + "<td>\(HTMLPage.block(reasons.joined(separator: "\n")))</td></tr>"
        }
        return """
            <h2>To be looked at</h2>
            <table>
            <caption>Submissions that could not be graded wholly</caption>
            <thead><tr><th scope="col">Student</th><th scope="col">Why</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let ordered = values.sorted()
        let middle = ordered.count / 2
        return ordered.count % 2 == 1
            ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }

    private static func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
}
