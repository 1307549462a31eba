import Figures

extension LessonPage {
    /// The page in Markdown. Figures are given in words.
    package var markdown: String {
        var lines = ["# " + title, ""]
        if !facts.isEmpty { lines += ["*\(facts)*", ""] }
        for part in parts { lines += Self.lines(part) + [""] }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ part: Part) -> [String] {
        switch part {
        case .heading(let title): return ["## " + title]
        case .prose(let markdown): return [trimmed(markdown)]
        case .quote(let text): return fenced(text, "text")
        case .cell(let source, let output):
            var lines = fenced(source, "python")
            guard let output else { return lines }
            let words = output.figures.map { "[\($0.summary)]" }
            let shown = ([output.text, output.traceback ?? ""] + words)
                .map(trimmed).filter { !$0.isEmpty }
            if !shown.isEmpty { lines += [""] + fenced(shown.joined(separator: "\n"), "text") }
            return lines
        case .exercise(let name, let points, let starter, let hints):
            return ["**Exercise: \(name)** (\(worth(points)))", ""] + fenced(starter, "python")
                + hintLines(hints)
        case .question(let prompt, let points, let choices):
            return questionLines(prompt, points, choices)
        }
    }

    /// Hints behind a line that opens them, one by one.
    static func hintLines(_ hints: [String]) -> [String] {
        hints.enumerated().flatMap { number, hint in
            [
                "", "<details><summary>Hint \(number + 1) of \(hints.count)</summary>", "",
                trimmed(hint), "", "</details>",
            ]
        }
    }

    static func questionLines(_ prompt: String, _ points: Double, _ choices: [String]) -> [String] {
        var lines = ["**Question** (\(worth(points)))", "", trimmed(prompt)]
        if !choices.isEmpty { lines.append("") }
        for (index, choice) in choices.enumerated() {
            lines.append("- \(letter(index))) \(choice)")
        }
        return lines
    }

    static func fenced(_ text: String, _ language: String) -> [String] {
        var marks = "```"
        while text.contains(marks) { marks += "`" }
        return [marks + language, trimmed(text), marks]
    }

    /// The text without empty lines at its ends.
    static func trimmed(_ text: String) -> String {
        var slice = text[...]
        while slice.first?.isNewline == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }
}
