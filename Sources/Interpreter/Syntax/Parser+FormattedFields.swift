/// The fields of f-strings: where their expressions end, and what is in them.
extension Parser {
    /// Finds where the expression of a replacement field ends: at `!`, `:`, `=` or `}` outside brackets and strings.
    func findExpressionEnd(
        _ from: Int, _ limit: Int, _ token: Int
    ) throws(ParseError) -> Int {
        let bytes = tree.source.bytes
        var index = from
        var quote: UInt8 = 0
        var size = 0
        var brackets: [UInt8] = []
        while index < limit {
            let byte = bytes[index]
            if byte == 92 {
                throw formatFailure("expression part cannot include a backslash", token)
            }
            let isTriple =
                (byte == 34 || byte == 39) && index + 2 < limit && bytes[index + 1] == byte
                && bytes[index + 2] == byte
            if quote != 0 {
                if byte == quote {
                    if size == 3 {
                        if isTriple {
                            index += 3
                            quote = 0
                            continue
                        }
                    } else {
                        quote = 0
                    }
                }
                index += 1
                continue
            }
            if brackets.isEmpty, [33, 58, 61, 60, 62, 125].contains(byte) {
                let next = index + 1 < limit ? bytes[index + 1] : 0
                if next == 61, byte != 58, byte != 125 {
                    index += 2
                    continue
                }
                if byte == 60 || byte == 62 {
                    index += 1
                    continue
                }
                return index
            }
            switch byte {
            case 34, 39:
                quote = byte
                size = isTriple ? 3 : 1
                index += size
                continue
            case 40, 91, 123:
                guard brackets.count < 200 else {
                    throw formatFailure("too many nested parenthesis", token)
                }
                brackets.append(byte)
            case 35:
                throw formatFailure("expression part cannot include '#'", token)
            case 41, 93, 125:
                let character = Character(Unicode.Scalar(byte))
                guard let opening = brackets.popLast() else {
                    throw formatFailure("unmatched '\(character)'", token)
                }
                guard byte &- opening <= 2 else {
                    throw formatFailure(
                        "closing parenthesis '\(character)' does not match opening parenthesis "
                            + "'\(Character(Unicode.Scalar(opening)))'", token)
                }
            default: break
            }
            index += 1
        }
        if quote != 0 {
            throw formatFailure("unterminated string", token)
        }
        if let opening = brackets.last {
            throw formatFailure("unmatched '\(Character(Unicode.Scalar(opening)))'", token)
        }
        return index
    }

    /// Parses the expression of a replacement field.
    mutating func parsePiece(_ range: Range<Int>) throws(ParseError) -> ExpressionID {
        formatDepth += 1
        defer { formatDepth -= 1 }
        guard formatDepth < 50 else {
            throw failure("f-string: expressions nested too deeply", from: at - 1, to: at - 1)
        }
        var lexer = Lexer(tree.source, range: range)
        swap(&lexer.tokens, &tree.tokens)
        swap(&lexer.names, &names)
        let first = lexer.tokens.count
        lexer.tokens.append(
            Token(
                kind: .leftParen, level: 1, start: Int32(range.lowerBound - 1),
                end: Int32(range.lowerBound), line: Int32(lexer.line), value: 0))
        lexer.runNested()
        swap(&lexer.tokens, &tree.tokens)
        swap(&lexer.names, &names)
        let savedPiece = piece
        let savedFurthest = furthest
        piece = FormattedPiece(start: range.lowerBound, end: range.upperBound)
        defer {
            piece = savedPiece
            furthest = savedFurthest
        }
        if let lexical = lexer.failure {
            throw .failure(
                makeFailure(
                    lexical.message, .syntaxError, line: lexical.line, offset: lexical.offset - 1,
                    endLine: lexical.line, endOffset: nil))
        }
        at = first
        furthest = first
        do throws(ParseError) {
            let value = try parseStarExpressions()
            guard kind == .endMarker else { throw .mismatch }
            return value
        } catch {
            guard case .mismatch = error else { throw error }
            let stop = furthest
            if !diagnosing {
                at = first
                diagnosing = true
                defer { diagnosing = false }
                do throws(ParseError) {
                    _ = try parseStarExpressions()
                } catch {
                    if case .failure = error { throw error }
                }
            }
            throw failure("invalid syntax", from: stop, to: stop)
        }
    }
}
