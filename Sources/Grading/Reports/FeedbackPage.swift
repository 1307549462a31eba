import Foundation
import Lessons

/// What one student gets back: marks, reasons, an instructor's words.
package enum FeedbackPage {
    package static func render(_ student: ClassResults.Student, lesson: LessonOutline) -> String {
        var body = ["<h1>\(HTMLPage.escaped(lesson.title))</h1>"]
        body.append("<p class=\"note\">\(HTMLPage.escaped(student.displayName))</p>")
        body.append("<p class=\"total\">\(total(student))</p>")
        if student.daysLate > 0, student.earned != nil {
            body.append(
                "<p>Handed in \(student.daysLate) \(student.daysLate == 1 ? "day" : "days") late: "
                    + "\(markText(student.share * 100)) % of the points count.</p>")
        }
        if let cause = student.cause {
            body.append("<p>Nothing could be graded: \(HTMLPage.escaped(cause)).</p>")
        }
        if let comment = student.comment { body.append(quote(comment)) }
        if student.status != .missing, student.cause == nil {
            body.append(chart(student))
            body += student.items.map(section)
        }
        return HTMLPage.render(
            title: "\(lesson.title): \(student.displayName)", body: body.joined(separator: "\n"))
    }

    private static func total(_ student: ClassResults.Student) -> String {
        let points = markText(student.points)
        switch student.status {
        case .missing: return "Nothing was handed in."
        case .couldNotGrade:
            return
                "An instructor will look at this submission; it has no score yet (of \(points) points)."
        case .graded:
            return "<strong>\(markText(student.score ?? 0))</strong> of \(points) points"
        }
    }

    private static func section(_ item: ClassResults.Item) -> String {
        let worth =
            item.earned.map { "\(markText($0)) of \(markText(item.points)) points" }
            ?? "not graded yet, of \(markText(item.points)) points"
        var lines = ["<section>", "<h2>\(HTMLPage.escaped(item.name))</h2>"]
        lines.append("<p>\(worth)\(item.isManual ? ", set by your instructor" : "")</p>")
        if !item.parts.isEmpty {
            lines += [
                "<table>",
                "<caption>Checks</caption>",
                "<thead><tr><th scope=\"col\">Check</th><th scope=\"col\">Result</th>"
                    + "<th scope=\"col\" class=\"n\">Points</th></tr></thead>", "<tbody>",
            ]
            lines += item.parts.map(row)
            lines += ["</tbody>", "</table>"]
        } else if let outcome = item.outcome {
            lines.append("<p>\(mark(outcome))</p>")
        }
        if let feedback = item.feedback { lines.append(HTMLPage.block(feedback)) }
        lines += (item.drawings ?? []).map(figure)
        if let comment = item.comment { lines.append(quote(comment)) }
        lines.append("</section>")
        return lines.joined(separator: "\n")
    }

    /// What the answer drew. As an image it can bring no script and nothing from elsewhere along, whatever is in it.
    private static func figure(_ drawing: Drawing) -> String {
        let data = Data(drawing.svg.utf8).base64EncodedString()
        let text = HTMLPage.escaped(drawing.summary)
        return "<figure><img alt=\"\(text)\" src=\"data:image/svg+xml;base64,\(data)\">"
            + "<figcaption>Drawn by your answer</figcaption></figure>"
    }

    private static func row(_ part: GradeReport.Part) -> String {
        var reason = part.reason
        // What a hidden check looks at could be read off its reasons.
        if part.isHidden == true, part.outcome == .fail {
            reason = "Your instructor knows the details of this check."
        }
        let text = reason.map { HTMLPage.block($0) } ?? ""
        return "<tr><th scope=\"row\">\(HTMLPage.escaped(part.name))</th>"
            + "<td>\(mark(part.outcome))\(text)</td>"
            + "<td class=\"n\">\(markText(part.earned)) of \(markText(part.points))</td></tr>"
    }

    /// The result in a word and a sign, so that it needs no colour.
    private static func mark(_ outcome: GradeReport.Outcome) -> String {
        switch outcome {
        case .pass: "<span class=\"mark pass\">✓ right</span>"
        case .fail: "<span class=\"mark fail\">✗ not right</span>"
        case .couldNotGrade: "<span class=\"mark open\">? could not be graded</span>"
        }
    }

    private static func quote(_ comment: String) -> String {
        "<blockquote><p><strong>Your instructor:</strong></p>\(HTMLPage.block(comment))</blockquote>"
    }

    /// Points earned of each item, as bars; the numbers stand in the sections as well.
    private static func chart(_ student: ClassResults.Student) -> String {
        let bars = student.items.map {
            BarChart.Bar(
                label: $0.name, share: $0.points > 0 ? ($0.earned ?? 0) / $0.points : 0,
                value: "\($0.earned.map(markText) ?? "?") / \(markText($0.points))")
        }
        return BarChart.svg(bars, title: "Points by exercise and question")
    }
}

/// Horizontal bars, as SVG.
enum BarChart {
    struct Bar {
        var label: String
        /// 0 to 1.
        var share: Double
        var value: String
    }

    static func svg(_ bars: [Bar], title: String) -> String {
        let height = bars.count * 26 + 8
        var lines = [
            "<svg role=\"img\" viewBox=\"0 0 720 \(height)\" width=\"720\" height=\"\(height)\" "
                + "aria-label=\"\(HTMLPage.escaped(title))\">",
            "<title>\(HTMLPage.escaped(title))</title>",
        ]
        for (index, bar) in bars.enumerated() {
            let top = index * 26 + 4
            let label = bar.label.count > 32 ? bar.label.prefix(31) + "…" : bar.label[...]
            let width = Int((max(0, min(1, bar.share)) * 300).rounded())
            lines += [
                "<text x=\"290\" y=\"\(top + 16)\" text-anchor=\"end\" font-size=\"14\">"
                    + "\(HTMLPage.escaped(String(label)))</text>",
                "<rect x=\"300\" y=\"\(top + 3)\" width=\"300\" height=\"16\" fill=\"none\" stroke=\"#767676\"/>",
                "<rect x=\"300\" y=\"\(top + 3)\" width=\"\(width)\" height=\"16\" fill=\"#2f6fb2\"/>",
                "<text x=\"610\" y=\"\(top + 16)\" font-size=\"14\">\(HTMLPage.escaped(bar.value))</text>",
            ]
        }
        return (lines + ["</svg>"]).joined(separator: "\n")
    }
}
