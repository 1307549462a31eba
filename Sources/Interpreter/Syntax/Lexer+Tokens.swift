/// Names, strings and operators.
extension Lexer {
    /// Reads the token that begins with `byte`.
    mutating func readToken(_ byte: UInt8) {
        switch byte {
        case 65...90, 95, 97...122: readNameOrString()
        case 48...57: readNumber()
        case 34, 39: readString(from: cursor)
        case 46 where isDigit(self.byte(1)): readNumber()
        case 0x80...0xFF: readNameOrString()
        default: readOperator(byte)
        }
    }

    func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 95, 97...122, 0x80...0xFF: true
        default: false
        }
    }

    private mutating func readNameOrString() {
        let start = cursor
        var hasUnicode = false
        while isNameByte(byte()) {
            if bytes[cursor] >= 0x80 { hasUnicode = true }
            cursor += 1
        }
        let next = byte()
        if next == 34 || next == 39, cursor - start <= 2, isStringPrefix(start..<cursor) {
            readString(from: start)
            return
        }
        if hasUnicode, !checkIdentifier(start..<cursor) { return }
        let name = names.intern(bytes[start..<cursor])
        if Int(name) < TokenKind.keywords.count {
            add(TokenKind.keywords[Int(name)].1, from: start, value: name)
        } else {
            add(.name, from: start, value: name)
        }
    }

    private func isStringPrefix(_ range: Range<Int>) -> Bool {
        var seen: Set<UInt8> = []
        for index in range { seen.insert(bytes[index] | 32) }
        guard seen.count == range.count else { return false }
        let letters = seen.sorted()
        let known: [[UInt8]] = [[98], [102], [114], [117], [98, 114], [102, 114]]
        return known.contains(letters)
    }

    /// Checks the characters of a name that is not ASCII.
    private mutating func checkIdentifier(_ range: Range<Int>) -> Bool {
        let text = source.string(range)
        var offset = range.lowerBound
        for (index, scalar) in text.unicodeScalars.enumerated() {
            let properties = scalar.properties
            let valid =
                index == 0
                ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue
            offset += UTF8.width(scalar)
            if valid { continue }
            failInvalid(scalar, endingAt: offset)
            return false
        }
        return true
    }

    private mutating func failInvalid(_ scalar: Unicode.Scalar, endingAt offset: Int) {
        var digits = String(scalar.value, radix: 16, uppercase: true)
        while digits.count < 4 { digits = "0" + digits }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            fail("invalid non-printable character U+\(digits)", at: offset)
        default:
            fail("invalid character '\(scalar)' (U+\(digits))", at: offset)
        }
    }

    /// Reads a string whose prefix starts at `start`; the cursor is at its quote.
    private mutating func readString(from start: Int) {
        let quote = bytes[cursor]
        let firstLine = line
        var size = 1
        if byte(1) == quote, byte(2) == quote {
            size = 3
        } else if byte(1) == quote {
            cursor += 2
            add(.string, from: start)
            return
        }
        cursor += size
        var run = 0
        while run < size {
            guard cursor < limit else { break }
            let byte = bytes[cursor]
            if byte == 10 {
                if size == 1 { break }
                line += 1
            }
            cursor += 1
            if byte == quote {
                run += 1
            } else {
                run = 0
                if byte == 92 {
                    if self.byte() == 10 { line += 1 }
                    cursor += 1
                }
            }
        }
        guard run == size, cursor <= limit else {
            // A text that ends in a newline ends on the line before it.
            let last = cursor >= limit ? max(line - 1, firstLine) : line
            let adjusted = size == 3 ? last : (cursor >= limit ? max(line - 1, firstLine) : line)
            fail(
                size == 3
                    ? "unterminated triple-quoted string literal (detected at line \(last))"
                    : "unterminated string literal (detected at line \(adjusted))",
                at: start + 1, line: firstLine)
            failure?.wantsMore = size == 3
            return
        }
        add(.string, from: start, line: firstLine)
    }

    private mutating func readOperator(_ byte: UInt8) {
        let start = cursor
        let second = self.byte(1)
        let third = self.byte(2)
        if let (kind, length) = operatorKind(byte, second, third) {
            cursor += length
            add(kind, from: start)
            return
        }
        cursor += 1
        switch byte {
        case 40, 91, 123: openBracket(byte)
        case 41, 93, 125: closeBracket(byte)
        case 33, 36, 63, 96: add(.exclamation, from: start)
        default:
            failInvalid(Unicode.Scalar(byte), endingAt: cursor)
        }
    }

    private mutating func openBracket(_ byte: UInt8) {
        guard open.count < 200 else {
            fail("too many nested parentheses")
            return
        }
        open.append((byte, cursor - 1, line))
        add(
            byte == 40 ? .leftParen : byte == 91 ? .leftBracket : .leftBrace, from: cursor - 1)
    }

    private mutating func closeBracket(_ byte: UInt8) {
        let closing = Character(Unicode.Scalar(byte))
        guard let bracket = open.popLast() else {
            fail("unmatched '\(closing)'")
            return
        }
        guard byte &- bracket.kind <= 2 else {
            let opening = Character(Unicode.Scalar(bracket.kind))
            let place = bracket.line == line ? "" : " on line \(bracket.line)"
            fail(
                "closing parenthesis '\(closing)' does not match opening parenthesis "
                    + "'\(opening)'\(place)")
            return
        }
        add(
            byte == 41 ? .rightParen : byte == 93 ? .rightBracket : .rightBrace, from: cursor - 1)
    }

    /// Operators that are not brackets, the longest first.
    private func operatorKind(
        _ first: UInt8, _ second: UInt8, _ third: UInt8
    ) -> (TokenKind, Int)? {
        let equals = second == 61
        switch first {
        case 58: return equals ? (.colonEqual, 2) : (.colon, 1)
        case 44: return (.comma, 1)
        case 59: return (.semicolon, 1)
        case 46: return second == 46 && third == 46 ? (.ellipsis, 3) : (.dot, 1)
        case 61: return equals ? (.equalEqual, 2) : (.equal, 1)
        case 43: return equals ? (.plusEqual, 2) : (.plus, 1)
        case 45: return equals ? (.minusEqual, 2) : second == 62 ? (.arrow, 2) : (.minus, 1)
        case 42:
            if second == 42 { return third == 61 ? (.doubleStarEqual, 3) : (.doubleStar, 2) }
            return equals ? (.starEqual, 2) : (.star, 1)
        case 47:
            if second == 47 { return third == 61 ? (.doubleSlashEqual, 3) : (.doubleSlash, 2) }
            return equals ? (.slashEqual, 2) : (.slash, 1)
        case 37: return equals ? (.percentEqual, 2) : (.percent, 1)
        case 38: return equals ? (.ampersandEqual, 2) : (.ampersand, 1)
        case 124: return equals ? (.barEqual, 2) : (.bar, 1)
        case 94: return equals ? (.caretEqual, 2) : (.caret, 1)
        case 126: return (.tilde, 1)
        case 64: return equals ? (.atEqual, 2) : (.at, 1)
        case 33: return equals ? (.notEqual, 2) : nil
        case 60:
            if second == 60 { return third == 61 ? (.leftShiftEqual, 3) : (.leftShift, 2) }
            if second == 62 { return (.notEqual, 2) }
            return equals ? (.lessEqual, 2) : (.less, 1)
        case 62:
            if second == 62 { return third == 61 ? (.rightShiftEqual, 3) : (.rightShift, 2) }
            return equals ? (.greaterEqual, 2) : (.greater, 1)
        default: return nil
        }
    }
}
