package import Notebook

/// What Enter does in a cell that is being typed: run it, or go on with a line indented so far.
///
/// A cell is typed by a person, who lets the prompt indent; by a person or a program that sends lines with
/// an indentation of their own; or it is pasted into a terminal that does not mark pastes, so that its
/// lines arrive faster than anyone types. Only the first kind gets automatic indentation. A block that
/// is typed ends with an empty line at its outermost level: from a method's body the first empty
/// line leads back to the level of the class, the second runs the cell. A cell that came whole (a marked paste,
/// a lesson's cell, an earlier cell) runs at once.
package struct IndentPolicy {
    package enum Action: Equatable {
        case run
        /// Blank the current line if it holds only spaces, then begin a new one with so many.
        case newLine(indentation: Int)
    }

    /// What is known of how the cell came to be.
    package struct History: Equatable {
        /// A line of the cell was ended with Enter since the cell was last placed as a whole.
        package var hasTypedLines = false
        /// Lines come with their own indentation.
        package var hasOwnIndentation = false
        /// Lines arrived faster than typing.
        package var isPouredIn = false

        package init() {}
    }

    /// - Parameters:
    ///   - source: the whole text.
    ///   - point: the cursor, a UTF-8 offset.
    ///   - more: whether further input is already waiting.
    ///   - judge: the parser's opinion.
    package static func enter(
        source: [UInt8], point: Int, history: History, more: Bool, judge: (String) -> Readiness
    ) -> Action {
        let text = String(decoding: source, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let trimmed = text.trimmingEnd()
        if trimmed.isEmpty { return .run }
        if lines.count == 1, isCommand(trimmed) { return .run }

        let automatic = !history.hasOwnIndentation && !history.isPouredIn && !more
        let after = source[min(point, source.count)...]
        let onLastLine = !after.contains(UInt8(ascii: "\n")) || after.allSatisfy(isBlank)
        let before = String(decoding: source[..<min(point, source.count)], as: UTF8.self)
        if !onLastLine {
            return .newLine(indentation: automatic ? indentation(after: before) : 0)
        }

        switch judge(trimmed) {
        case .wrong:
            let poured = more && lines.count > 1
            return poured ? .newLine(indentation: 0) : .run
        case .incomplete(let hint):
            guard automatic else { return .newLine(indentation: 0) }
            return .newLine(indentation: endsInBracket(before) ? hint : indentation(after: before))
        case .complete:
            return complete(trimmed, lines: lines, before: before, history, more, automatic)
        }
    }

    private static func complete(
        _ trimmed: String, lines: [Substring], before: String, _ history: History, _ more: Bool,
        _ automatic: Bool
    ) -> Action {
        guard let depth = openBlockIndentation(trimmed) else { return .run }
        if more { return .newLine(indentation: 0) }
        if !history.hasTypedLines { return .run }
        let last = lines.last ?? ""
        let isBlankLine = last.allSatisfy { $0 == " " || $0 == "\t" }
        guard isBlankLine else {
            return .newLine(indentation: automatic ? indentation(after: before) : 0)
        }
        if history.isPouredIn { return .run }
        if history.hasOwnIndentation {
            let blanks = lines.reversed().prefix { $0.allSatisfy { $0 == " " || $0 == "\t" } }
            return blanks.count >= (depth > 4 ? 2 : 1) ? .run : .newLine(indentation: 0)
        }
        return last.count <= 4 ? .run : .newLine(indentation: last.count - 4)
    }

    /// The indentation of the last line with text if that line belongs to a compound statement.
    static func openBlockIndentation(_ text: String) -> Int? {
        let lines = text.split(separator: "\n")
        guard lines.count > 1, let last = lines.last else { return nil }
        for line in lines.reversed() {
            guard let first = line.first, first != " ", first != "\t" else { continue }
            if ")]}#".contains(first) { continue }
            let word = line.prefix { $0.isLetter }
            let opens = first == "@" || blockWords.contains(String(word))
            return opens ? last.prefix { $0 == " " }.count : nil
        }
        return nil
    }

    private static let blockWords: Set<String> = [
        "class", "def", "for", "while", "if", "elif", "else", "with", "try", "except", "finally",
    ]

    /// How far a line after this text is indented.
    static func indentation(after text: String) -> Int {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let current = lines.last else { return 0 }
        let isBlankLine = current.allSatisfy { $0 == " " }
        let line = isBlankLine ? lines.last { !$0.allSatisfy { $0 == " " } } ?? current : current
        let depth = line.prefix { $0 == " " }.count
        if isBlankLine, !current.isEmpty { return min(depth, current.count) }
        let code = withoutComment(line).trimmingEnd()
        if code.hasSuffix(":") { return depth + 4 }
        let word = code.drop { $0 == " " }.prefix { $0.isLetter }
        let leaves = ["return", "pass", "break", "continue", "raise"].contains(word)
        return leaves ? max(0, depth - 4) : depth
    }

    /// How far to indent a line that begins with a word such as `else`, which belongs to an earlier line.
    ///
    /// - Returns: the indentation of the nearest line above that the word can continue, nil when the
    ///   line is right as it is.
    package static func realigned(line: Substring, above: [Substring]) -> Int? {
        let depth = line.prefix { $0 == " " }.count
        let word = line.drop { $0 == " " }.prefix { $0.isLetter }
        let openers: Set<String>
        switch word {
        case "else": openers = ["if", "elif", "for", "while", "try", "except"]
        case "elif": openers = ["if", "elif"]
        case "except", "finally": openers = ["try", "except", "else"]
        default: return nil
        }
        var limit = depth
        for earlier in above.reversed() {
            let indent = earlier.prefix { $0 == " " }.count
            let first = earlier.drop { $0 == " " }.prefix { $0.isLetter }
            if earlier.allSatisfy({ $0 == " " }) || indent > limit { continue }
            if openers.contains(String(first)) { return indent == depth ? nil : indent }
            limit = indent
        }
        return nil
    }

    /// Whether the text is for the prompt rather than for Python.
    package static func isCommand(_ text: String) -> Bool {
        let body = text.drop { $0 == " " }
        if body.hasPrefix("%") { return true }
        return body.hasPrefix("?") || body.hasSuffix("?") && !body.contains("#")
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    }

    /// Whether text ends inside a bracket or a string: the parser's hint counts then.
    private static func endsInBracket(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var depth = 0
        var skip = PythonHighlighter.tokens(in: bytes)
            .filter { $0.role == .string || $0.role == .comment }[...]
        for (index, byte) in bytes.enumerated() {
            while let token = skip.first, token.range.upperBound <= index { skip.removeFirst() }
            if let token = skip.first, token.range.contains(index) { continue }
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return depth > 0
    }

    private static func withoutComment(_ line: Substring) -> Substring {
        let comment = PythonHighlighter.tokens(in: Array(line.utf8)).first { $0.role == .comment }
        guard let comment else { return line }
        let end = line.utf8.index(line.utf8.startIndex, offsetBy: comment.range.lowerBound)
        return line[..<end]
    }
}

extension StringProtocol {
    /// The text without the white space at its end.
    func trimmingEnd() -> String {
        var end = endIndex
        while end > startIndex {
            let previous = index(before: end)
            guard self[previous].isWhitespace else { break }
            end = previous
        }
        return String(self[..<end])
    }
}
