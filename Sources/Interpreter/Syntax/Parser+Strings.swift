// String literals and f-strings.
//
// An f-string's expressions are read as CPython 3.11 reads them: the text between the braces is found first
// (no backslash, no comment, no quote of the enclosing string can be in it) and then parsed as if it stood
// in parentheses. Its tokens are added behind those of the text, with their places in the text.

extension Parser {
    /// What a literal's prefix and quotes say.
    private struct Shape {
        var isBytes = false
        var isRaw = false
        var isFormatted = false
        var contents: Range<Int>
    }

    private func shape(of token: Token) -> Shape {
        var result = Shape(contents: 0..<0)
        var index = Int(token.start)
        let bytes = tree.source.bytes
        scan: while true {
            switch bytes[index] | 32 {
            case 98: result.isBytes = true
            case 114: result.isRaw = true
            case 102: result.isFormatted = true
            case 117: break
            default: break scan
            }
            index += 1
        }
        let quote = bytes[index]
        let length = Int(token.end) - index
        let size = length >= 6 && bytes[index + 1] == quote && bytes[index + 2] == quote ? 3 : 1
        result.contents = (index + size)..<(Int(token.end) - size)
        return result
    }

    /// `strings`: adjacent literals are one.
    mutating func parseStrings() throws(ParseError) -> ExpressionID {
        let start = at
        while accept(.string) {}
        let end = at
        let shapes = (start..<end).map { shape(of: tree.tokens[$0]) }
        let isBytes = shapes[0].isBytes
        let mixed = shapes.firstIndex { $0.isBytes != isBytes }
        let isMixed = "cannot mix bytes and nonbytes literals"
        if isBytes {
            if mixed != nil { throw failureAtFurthest(isMixed) }
            return try parseBytes(shapes, start)
        }
        var pieces = FormattedPieces()
        for (offset, shape) in shapes.enumerated() {
            // What is wrong in the texts before it is reported first.
            if offset == mixed { throw failureAtFurthest(isMixed) }
            if shape.isFormatted {
                pieces.isFormatted = true
                try parseFormatted(
                    shape.contents, raw: shape.isRaw, token: start + offset, start: start, level: 0,
                    into: &pieces)
            } else {
                pieces.text += try decode(shape.contents, raw: shape.isRaw, start)
            }
        }
        at = end
        if !pieces.isFormatted { return makeConstant(.string(pieces.text), from: start) }
        pieces.flush(&self, start, end)
        let list = makeList(pieces.items)
        return make(.joinedString(list), from: start)
    }

    private mutating func parseBytes(
        _ shapes: [Shape], _ start: Int
    ) throws(ParseError) -> ExpressionID {
        var bytes: [UInt8] = []
        for shape in shapes {
            do throws(StringLiteral.BadEscape) {
                bytes += try StringLiteral.decodeBytes(
                    tree.source.bytes[shape.contents], raw: shape.isRaw)
            } catch {
                if error.message.hasPrefix("bytes") {
                    throw failure(error.message, from: start, to: start)
                }
                throw failureAtFurthest(error.message)
            }
        }
        return makeConstant(.bytes(bytes), from: start)
    }

    private mutating func decode(
        _ range: Range<Int>, raw: Bool, _ token: Int
    ) throws(ParseError) -> [UInt32] {
        do throws(StringLiteral.BadEscape) {
            return try StringLiteral.decode(tree.source.bytes[range], raw: raw)
        } catch {
            throw failureAtFurthest(error.message)
        }
    }

    /// What an f-string has been read into so far.
    private struct FormattedPieces {
        var items: [ExpressionID] = []
        var text: [UInt32] = []
        var isFormatted = false

        mutating func flush(_ parser: inout Parser, _ start: Int, _ end: Int) {
            guard !text.isEmpty else { return }
            let index = Int32(truncatingIfNeeded: parser.tree.constants.count)
            parser.tree.constants.append(.string(text))
            items.append(parser.make(.constant(index), from: start, to: end - 1))
            text = []
        }
    }

    /// An error in an f-string, reported at the literal.
    ///
    /// CPython puts it at the token after the literal.
    func formatFailure(_ message: String, _ token: Int) -> ParseError {
        failureAtFurthest(
            message.hasPrefix("expression part") ? "f-string \(message)" : "f-string: \(message)")
    }

    private mutating func parseFormatted(
        _ range: Range<Int>, raw: Bool, token: Int, start: Int, level: Int,
        into pieces: inout FormattedPieces
    ) throws(ParseError) {
        let bytes = tree.source.bytes
        var index = range.lowerBound
        var literal = index
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 92, !raw {
                // `\N{…}` holds braces of its own.
                if index + 2 < range.upperBound, bytes[index + 1] == 78, bytes[index + 2] == 123 {
                    while index < range.upperBound, bytes[index] != 125 { index += 1 }
                    index = min(index + 1, range.upperBound)
                } else if index + 1 < range.upperBound,
                    bytes[index + 1] == 123 || bytes[index + 1] == 125
                {
                    index += 1
                } else {
                    index = min(index + 2, range.upperBound)
                }
                continue
            }
            guard byte == 123 || byte == 125 else {
                index += 1
                continue
            }
            let doubled = index + 1 < range.upperBound && bytes[index + 1] == byte
            if doubled, level == 0 {
                pieces.text += try decode(literal..<(index + 1), raw: raw, start)
                index += 2
                literal = index
                continue
            }
            if byte == 125 {
                throw formatFailure("single '}' is not allowed", token)
            }
            pieces.text += try decode(literal..<index, raw: raw, start)
            index = try parseReplacement(
                index, range.upperBound, raw: raw, token: token, start: start, level: level,
                into: &pieces)
            literal = index
        }
        pieces.text += try decode(literal..<range.upperBound, raw: raw, start)
    }

    /// One `{…}`, from its brace at `open`.
    ///
    /// - Returns: the offset after it.
    private mutating func parseReplacement(
        _ open: Int, _ limit: Int, raw: Bool, token: Int, start: Int, level: Int,
        into pieces: inout FormattedPieces
    ) throws(ParseError) -> Int {
        guard level < 2 else { throw formatFailure("expressions nested too deeply", token) }
        let bytes = tree.source.bytes
        let from = open + 1
        var index = try findExpressionEnd(from, limit, token)
        let end = index
        guard index < limit else { throw formatFailure("expecting '}'", token) }
        let isBlank = bytes[from..<end].allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 12 }
        if isBlank {
            throw formatFailure(
                bytes[index] == 125
                    ? "empty expression not allowed"
                    : "expression required before '\(Character(Unicode.Scalar(bytes[index])))'",
                token)
        }
        let saved = at
        let value = try parsePiece(from..<end)
        at = saved
        var flags: FormatFlags = []
        var isDebug = false
        if bytes[index] == 61 {
            isDebug = true
            index += 1
            while index < limit, bytes[index] == 32 || bytes[index] == 9 || bytes[index] == 10 {
                index += 1
            }
            pieces.text += try decode(from..<index, raw: true, start)
        }
        guard index < limit else { throw formatFailure("expecting '}'", token) }
        if bytes[index] == 33 {
            index += 1
            guard index < limit else { throw formatFailure("expecting '}'", token) }
            switch bytes[index] {
            case 115: flags = .str
            case 114: flags = .repr
            case 97: flags = .ascii
            default:
                throw formatFailure(
                    "invalid conversion character: expected 's', 'r', or 'a'", token)
            }
            index += 1
        }
        guard index < limit else { throw formatFailure("expecting '}'", token) }
        var specification = ExpressionID.none
        if bytes[index] == 58 {
            index += 1
            (specification, index) = try parseSpecification(
                index, limit, raw: raw, token: token, start: start, level: level + 1)
            flags.insert(.specification)
        } else if isDebug, flags.isEmpty {
            flags = .repr
        }
        guard index < limit, bytes[index] == 125 else {
            throw formatFailure("expecting '}'", token)
        }
        let last = tokenAfterStrings(start)
        pieces.flush(&self, start, last)
        pieces.items.append(
            make(
                .formatted(value, flags: flags.rawValue, specification: specification),
                from: start, to: last - 1))
        return index + 1
    }

    private func tokenAfterStrings(_ start: Int) -> Int {
        var index = start
        while tree.tokens[index].kind == .string { index += 1 }
        return index
    }

    private mutating func parseSpecification(
        _ from: Int, _ limit: Int, raw: Bool, token: Int, start: Int, level: Int
    ) throws(ParseError) -> (ExpressionID, Int) {
        // It ends at the brace that closes the replacement field.
        let bytes = tree.source.bytes
        var pieces = FormattedPieces()
        var index = from
        var literal = from
        while index < limit, bytes[index] != 125 {
            if bytes[index] == 123 {
                pieces.text += try decode(literal..<index, raw: raw, start)
                index = try parseReplacement(
                    index, limit, raw: raw, token: token, start: start, level: level, into: &pieces)
                literal = index
            } else if bytes[index] == 92, !raw, index + 1 < limit, bytes[index + 1] != 123,
                bytes[index + 1] != 125
            {
                index += 2
            } else {
                index += 1
            }
        }
        index = min(index, limit)
        pieces.text += try decode(literal..<index, raw: raw, start)
        let last = tokenAfterStrings(start)
        pieces.flush(&self, start, last)
        let list = makeList(pieces.items)
        return (make(.joinedString(list), from: start, to: last - 1), index)
    }
}
