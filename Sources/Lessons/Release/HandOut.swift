// The copy of a lesson that learners get: solutions, mistakes, probes and hidden checks are cut out,
// answers to questions are sealed (``SealedAnswer``) or left out. Everything else stays byte for byte.

/// Makes the hand-out of a lesson.
package enum HandOut {
    /// - Parameters:
    ///   - source: the instructor's copy.
    ///   - salt: what the answers are sealed with; `nil` leaves them out.
    /// - Returns: the learners' copy, which is a lesson too.
    /// - Throws: what is wrong with the instructor's copy.
    package static func make(_ source: LessonSource, salt: String? = nil) throws(LessonErrors)
        -> String
    {
        let lesson = try Lesson.parse(source)
        var edits: [Int: (last: Int, lines: [String])] = [:]
        for block in LessonParser.fences(of: source) {
            guard case .fence(let info, let text, _) = block.kind,
                let fence = try? Fence(info, text: text, line: block.firstLine)
            else { continue }
            if let lines = replacement(fence, lesson: lesson, salt: salt) {
                edits[block.firstLine] = (block.lastLine, lines)
            }
        }
        return apply(edits, to: source.lines)
    }

    /// The lines that stand in a fence's place; `nil` where it stays.
    private static func replacement(_ fence: Fence, lesson: Lesson, salt: String?) -> [String]? {
        switch fence.purpose {
        case .solution, .mistake, .probe: return []
        case .check:
            let check = lesson.exercise(fence.id)?.checks.first { $0.code.line == fence.line + 1 }
            guard let check, !check.isHidden else { return [] }
            return fenceLines(
                "python check=\"\(fence.id)\" name=\(jsonText(check.name)) "
                    + "points=\(plainNumber(check.points))"
                    + (check.seconds.map { " seconds=\(plainNumber($0))" } ?? ""),
                check.code.source)
        case .exercise:
            // The points are those of the checks that stay; hidden ones are the instructor's.
            guard let exercise = lesson.exercise(fence.id) else { return nil }
            return fenceLines(
                "python exercise=\"\(exercise.id)\" name=\(jsonText(exercise.name))",
                exercise.starter.source)
        case .question:
            guard let question = lesson.question(fence.id) else { return nil }
            return fenceLines(
                "yaml question=\"\(question.id)\" points=\(plainNumber(question.points))",
                withheld(question, salt: salt))
        case .plain, .cell, .hint, .helpers, .output: return nil
        }
    }

    private static func withheld(_ question: Question, salt: String?) -> String {
        var lines = ["prompt: \(jsonText(question.prompt))"]
        if !question.choices.isEmpty {
            lines.append("choices:")
            lines += question.choices.map { "  - \(jsonText($0))" }
        }
        if question.isPrediction { lines.append("prediction: true") }
        if let sealed = salt.flatMap({ SealedAnswer(question, salt: $0) }) {
            if !question.isPrediction { lines.append("tries: \(question.tries)") }
            lines.append("salt: \(jsonText(sealed.salt))")
            lines.append("sealed:")
            lines += sealed.hashes.map { "  - \(jsonText($0))" }
        } else {
            lines.append("withheld: true")
        }
        return lines.joined(separator: "\n")
    }

    private static func fenceLines(_ info: String, _ text: String) -> [String] {
        // A fence longer than any in its text.
        var marks = "```"
        while text.contains(marks) { marks += "`" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return [marks + info] + (text.isEmpty ? [] : lines) + [marks]
    }

    private static func apply(
        _ edits: [Int: (last: Int, lines: [String])], to lines: [Substring]
    ) -> String {
        var result: [String] = []
        var number = 1
        while number <= lines.count {
            guard let edit = edits[number] else {
                result.append(String(lines[number - 1]))
                number += 1
                continue
            }
            result += edit.lines
            number = edit.last + 1
            // What was cut out leaves one empty line, not two.
            if edit.lines.isEmpty, result.last?.isEmpty == true, number <= lines.count,
                lines[number - 1].isEmpty
            {
                number += 1
            }
        }
        return result.joined(separator: "\n")
    }
}

/// A text in JSON's notation, which YAML and fence options read alike.
func jsonText(_ text: String) -> String {
    var quoted = "\""
    for character in text {
        switch character {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\t": quoted += "\\t"
        default: quoted.append(character)
        }
    }
    return quoted + "\""
}

extension LessonParser {
    /// The outermost fences of a lesson's body.
    static func fences(of source: LessonSource) -> [MarkdownBlock] {
        var lines = source.lines
        if let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) {
            for index in 0...end { lines[index] = "" }
        }
        return MarkdownBlocks(lines.joined(separator: "\n"), lines: source.lines).blocks.filter {
            if case .fence = $0.kind { true } else { false }
        }
    }
}
