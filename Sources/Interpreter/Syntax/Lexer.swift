// The lexer turns the whole text into tokens in one pass. When it meets something that is no token,
// it keeps the error, appends an `error` token and stops: the parser reports that error when it gets to it,
// and in preference to a mere "invalid syntax" before it.
//
// Indentation is measured twice, with tabs as 8 and as 1 columns; where the two measures disagree
// about the order of two lines, the text mixes tabs and spaces (TabError). Within brackets, line ends and
// indentation mean nothing.

/// Reads tokens from a source text.
struct Lexer {
    let source: SourceText
    let bytes: [UInt8]
    /// One after the last byte to read.
    let limit: Int
    var cursor: Int
    var line: Int
    var tokens: [Token]
    var names: IdentifierTable
    /// Offsets and lines of the open brackets.
    var open: [(kind: UInt8, offset: Int, line: Int)] = []
    var failure: LexicalFailure?

    private var indents: [(column: Int, alternate: Int)] = [(0, 0)]

    /// An error, with the offset whose column is reported.
    struct LexicalFailure {
        var kind = SyntaxFailure.Kind.syntaxError
        var message: String
        var line: Int
        var offset: Int
        /// Set for a bracket that the text never closes; it counts less than other errors.
        var isUnclosedBracket = false
        /// Set when more text could still make it right.
        var wantsMore = false
        /// Where what is marked ends, if that is known.
        var end: Int?
        /// Set when the text goes on to the end of the line.
        var toEnd = false
    }

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        limit = source.count
        cursor = 0
        line = 1
        tokens = []
        tokens.reserveCapacity(source.count / 4 + 8)
        names = IdentifierTable()
    }

    /// A lexer for the expression of an f-string, which is read as if it stood in parentheses.
    ///
    /// The caller swaps its tokens and names in and out.
    init(_ source: SourceText, range: Range<Int>) {
        self.source = source
        bytes = source.bytes
        limit = range.upperBound
        cursor = range.lowerBound
        line = source.line(at: range.lowerBound)
        tokens = []
        names = IdentifierTable(empty: ())
        open = [(UInt8(ascii: "("), range.lowerBound - 1, line)]
    }

    func byte(_ ahead: Int = 0) -> UInt8 {
        let index = cursor + ahead
        return index < limit ? bytes[index] : 0
    }

    mutating func fail(
        _ message: String, kind: SyntaxFailure.Kind = .syntaxError, at offset: Int? = nil,
        line: Int? = nil
    ) {
        guard failure == nil else { return }
        failure = LexicalFailure(
            kind: kind, message: message, line: line ?? self.line, offset: offset ?? cursor)
    }

    mutating func add(_ kind: TokenKind, from start: Int, line: Int? = nil, value: Int32 = 0) {
        tokens.append(
            Token(
                kind: kind, level: UInt8(truncatingIfNeeded: open.count), start: Int32(start),
                end: Int32(cursor), line: Int32(line ?? self.line), value: value))
    }

    /// Reads everything.
    mutating func run() {
        var atLineStart = true
        while failure == nil {
            if atLineStart {
                if readIndentation() { continue }
                atLineStart = false
                if failure != nil { break }
            }
            skipBlanks()
            let start = cursor
            guard cursor < limit else {
                finish()
                return
            }
            let byte = bytes[cursor]
            if byte == 10 {
                if open.isEmpty {
                    add(.newline, from: start)
                    atLineStart = true
                }
                cursor += 1
                line += 1
            } else if byte == 92 {
                continueLine()
            } else {
                readToken(byte)
            }
        }
        add(.error, from: min(cursor, limit))
    }

    /// Reads the expression of an f-string: no line structure, and an end marker after it.
    mutating func runNested() {
        while failure == nil {
            skipBlanks()
            guard cursor < limit else {
                if open.count > 1 {
                    let bracket = open[open.count - 1]
                    fail(
                        "'\(Character(Unicode.Scalar(bracket.kind)))' was never closed",
                        at: bracket.offset, line: bracket.line)
                    failure?.isUnclosedBracket = true
                    break
                }
                open.removeLast()
                cursor += 1
                add(.rightParen, from: limit)
                add(.endMarker, from: limit)
                return
            }
            let byte = bytes[cursor]
            if byte == 10 {
                cursor += 1
                line += 1
            } else {
                readToken(byte)
                if failure == nil, open.isEmpty {
                    failure = LexicalFailure(
                        message: "unmatched ')'", line: line, offset: cursor)
                }
            }
        }
        add(.error, from: min(cursor, limit))
    }

    private mutating func skipBlanks() {
        while cursor < limit {
            switch bytes[cursor] {
            case 32, 9, 12: cursor += 1
            case 35:
                while cursor < limit, bytes[cursor] != 10 { cursor += 1 }
            default: return
            }
        }
    }

    private mutating func continueLine() {
        cursor += 1
        guard byte() == 10, cursor < limit else {
            fail("unexpected character after line continuation character", at: cursor + 1)
            return
        }
        cursor += 1
        line += 1
        if cursor >= limit {
            fail("unexpected EOF while parsing", at: cursor, line: line - 1)
            failure?.wantsMore = true
        }
    }

    /// Measures the line's indentation and adds the indent and dedent tokens.
    ///
    /// - Returns: whether the line was blank and has been skipped.
    private mutating func readIndentation() -> Bool {
        let start = cursor
        var column = 0
        var alternate = 0
        var continued: Int?
        scan: while true {
            switch byte() {
            case 32:
                column += 1
                alternate += 1
            case 9:
                column = (column / 8 + 1) * 8
                alternate += 1
            case 12:
                column = 0
                alternate = 0
            case 92:
                continued = continued ?? column
                continueLine()
                if failure != nil { return false }
                continue scan
            default: break scan
            }
            cursor += 1
        }
        if cursor >= limit { return false }
        switch byte() {
        case 35, 10:
            while cursor < limit, bytes[cursor] != 10 { cursor += 1 }
            cursor += 1
            line += 1
            return cursor <= limit
        default: break
        }
        if let continued {
            column = continued
            alternate = continued
        }
        indent(to: column, alternate, from: start)
        return false
    }

    private mutating func indent(to column: Int, _ alternate: Int, from start: Int) {
        let top = indents[indents.count - 1]
        if column == top.column {
            if alternate != top.alternate { failTabs() }
        } else if column > top.column {
            guard indents.count < 100 else {
                fail("too many levels of indentation", kind: .indentationError)
                return
            }
            guard alternate > top.alternate else { return failTabs() }
            indents.append((column, alternate))
            add(.indent, from: start)
        } else {
            while indents.count > 1, column < indents[indents.count - 1].column {
                indents.removeLast()
                add(.dedent, from: cursor)
            }
            let reached = indents[indents.count - 1]
            if column != reached.column {
                fail(
                    "unindent does not match any outer indentation level", kind: .indentationError)
                failure?.toEnd = true
            } else if alternate != reached.alternate {
                failTabs()
            }
        }
    }

    private mutating func failTabs() {
        fail("inconsistent use of tabs and spaces in indentation", kind: .tabError)
        failure?.toEnd = true
    }

    /// The end of the text: closes every block, or reports the bracket that is still open.
    private mutating func finish() {
        if let bracket = open.last {
            fail(
                "'\(Character(Unicode.Scalar(bracket.kind)))' was never closed", at: bracket.offset,
                line: bracket.line)
            failure?.isUnclosedBracket = true
            failure?.wantsMore = true
            add(.error, from: cursor)
            return
        }
        if let last = tokens.last, last.kind != .newline, last.kind != .dedent {
            add(.newline, from: cursor)
        }
        while indents.count > 1 {
            indents.removeLast()
            add(.dedent, from: cursor)
        }
        add(.endMarker, from: cursor)
    }
}
