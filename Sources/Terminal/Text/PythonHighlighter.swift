/// Finds the parts of Python source that deserve a colour.
///
/// One pass over the bytes, which never fails: source that is half typed or wrong is coloured as far as
/// it can be told, an unclosed string to the end of its line (a triple-quoted one to the end).
package struct PythonHighlighter {
    /// A stretch of UTF-8 bytes with one role.
    package struct Token: Equatable, Sendable {
        package var range: Range<Int>
        package var role: Role
    }

    /// The coloured stretches, in order, without overlaps; what is between them is plain.
    package static func tokens(in source: [UInt8]) -> [Token] {
        var highlighter = PythonHighlighter(source: source)
        highlighter.scan()
        return highlighter.tokens
    }

    /// The source as spans, newlines included.
    package static func spans(of source: String) -> [Span] {
        let bytes = Array(source.utf8)
        var spans: [Span] = []
        var position = 0
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for token in tokens(in: bytes) {
            if token.range.lowerBound > position {
                spans.append(Span(text(position..<token.range.lowerBound)))
            }
            spans.append(Span(text(token.range), token.role))
            position = token.range.upperBound
        }
        if position < bytes.count { spans.append(Span(text(position..<bytes.count))) }
        return spans
    }

    /// The source as lines of spans.
    package static func lines(of source: String) -> [[Span]] {
        var lines: [[Span]] = [[]]
        for span in spans(of: source) {
            let parts = span.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty {
                    lines[lines.count - 1].append(Span(String(part), span.style))
                }
            }
        }
        return lines
    }

    private static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
        "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
        "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return",
        "try", "while", "with", "yield",
    ]

    private static let builtins: Set<String> = [
        "abs", "all", "any", "bool", "callable", "chr", "dict", "dir", "divmod", "enumerate",
        "filter", "float", "format", "getattr", "hasattr", "hash", "help", "id", "input", "int",
        "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min", "next", "object",
        "ord", "pow", "print", "property", "range", "repr", "reversed", "round", "self", "set",
        "setattr", "slice", "sorted", "staticmethod", "classmethod", "str", "sum", "super",
        "tuple", "type", "zip", "Exception", "ValueError", "TypeError", "IndexError", "KeyError",
        "RuntimeError", "AttributeError", "NotImplementedError", "StopIteration",
        "ZeroDivisionError", "AssertionError",
    ]

    private let source: [UInt8]
    private var position = 0
    private var tokens: [Token] = []
    private var definitionFollows = false
    private var atLineStart = true

    private init(source: [UInt8]) { self.source = source }

    private func byte(_ offset: Int = 0) -> UInt8 {
        let index = position + offset
        return index < source.count ? source[index] : 0
    }

    private mutating func add(from start: Int, _ role: Role) {
        if position > start { tokens.append(Token(range: start..<position, role: role)) }
    }

    private mutating func scan() {
        while position < source.count {
            let current = byte()
            let start = position
            switch current {
            case UInt8(ascii: "\n"):
                position += 1
                atLineStart = true
                definitionFollows = false
                continue
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                position += 1
                continue
            case UInt8(ascii: "#"):
                while position < source.count, byte() != UInt8(ascii: "\n") { position += 1 }
                add(from: start, .comment)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                string()
                add(from: start, .string)
            case UInt8(ascii: "@") where atLineStart:
                position += 1
                while isNamePart(byte()) || byte() == UInt8(ascii: ".") { position += 1 }
                add(from: start, .decorator)
            case UInt8(ascii: "%") where atLineStart:
                position += 1
                while isNamePart(byte()) { position += 1 }
                add(from: start, .decorator)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number()
                add(from: start, .number)
            case UInt8(ascii: ".") where isDigit(byte(1)):
                number()
                add(from: start, .number)
            case _ where isNameStart(current):
                name()
            default:
                position += 1
            }
            atLineStart = false
        }
    }

    private mutating func name() {
        let start = position
        while isNamePart(byte()), position < source.count { position += 1 }
        let quote = byte()
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), position - start <= 2,
            source[start..<position].allSatisfy({ "rRbBfFuU".utf8.contains($0) })
        {
            string()
            add(from: start, .string)
            return
        }
        let text = String(decoding: source[start..<position], as: UTF8.self)
        let afterDot = start > 0 && source[start - 1] == UInt8(ascii: ".")
        if definitionFollows {
            add(from: start, .definition)
            definitionFollows = false
        } else if afterDot {
            return
        } else if Self.keywords.contains(text) {
            add(from: start, .keyword)
            definitionFollows = text == "def" || text == "class"
        } else if Self.builtins.contains(text) {
            add(from: start, .builtin)
        }
    }

    private mutating func string() {
        let quote = byte()
        let triple = byte(1) == quote && byte(2) == quote
        position += triple ? 3 : 1
        while position < source.count {
            let current = byte()
            if current == UInt8(ascii: "\\") {
                position = min(position + 2, source.count)
            } else if current == quote {
                if !triple {
                    position += 1
                    return
                }
                if byte(1) == quote, byte(2) == quote {
                    position += 3
                    return
                }
                position += 1
            } else if current == UInt8(ascii: "\n"), !triple {
                return
            } else {
                position += 1
            }
        }
    }

    private mutating func number() {
        while position < source.count {
            let current = byte()
            let last = source[max(0, position - 1)] | 0x20
            let sign = current == UInt8(ascii: "+") || current == UInt8(ascii: "-")
            if isNamePart(current) || current == UInt8(ascii: ".") {
                position += 1
            } else if sign, last == UInt8(ascii: "e"), isDigit(byte(1)) {
                position += 1
            } else {
                return
            }
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
            || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }
}
