/// Numbers: their extent and what is wrong with them. Their values are the parser's matter.
extension Lexer {
    mutating func readNumber() {
        let start = cursor
        var kind = "decimal"
        if bytes[cursor] == 48, let radix = radix(of: byte(1)) {
            cursor += 2
            guard readRadixDigits(radix.base, radix.name) else { return }
            kind = radix.name
        } else {
            let leadingZero = bytes[cursor] == 48
            var nonzero = false
            if bytes[cursor] != 46 {
                guard let found = readDecimalDigits() else { return }
                nonzero = found
            }
            var isFloat = false
            if byte() == 46 {
                isFloat = true
                cursor += 1
                if isDigit(byte()) { guard readDecimalDigits() != nil else { return } }
            }
            if byte() | 32 == 101 {
                let sign = byte(1) == 43 || byte(1) == 45
                if isDigit(byte(sign ? 2 : 1)) {
                    cursor += sign ? 2 : 1
                    isFloat = true
                    guard readDecimalDigits() != nil else { return }
                } else if sign {
                    cursor += 2
                    fail("invalid decimal literal")
                    return
                }
            }
            if byte() | 32 == 106 {
                cursor += 1
                kind = "imaginary"
            } else if !isFloat, leadingZero, nonzero {
                // CPython marks the zeros, one place to the right.
                fail(
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                        + "for octal integers", at: start + 1)
                var end = start
                while bytes[end] == 48 || bytes[end] == 95 { end += 1 }
                failure?.end = end + 1
                return
            }
        }
        guard checkEnd(of: kind) else { return }
        add(.number, from: start)
    }

    private func radix(of byte: UInt8) -> (base: UInt8, name: String)? {
        switch byte | 32 {
        case 120: (16, "hexadecimal")
        case 111: (8, "octal")
        case 98: (2, "binary")
        default: nil
        }
    }

    private func value(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: 255
        }
    }

    private mutating func readRadixDigits(_ base: UInt8, _ name: String) -> Bool {
        repeat {
            if byte() == 95 { cursor += 1 }
            guard value(byte()) < base else {
                if isDigit(byte()) {
                    cursor += 1
                    let digit = Character(Unicode.Scalar(bytes[cursor - 1]))
                    fail("invalid digit '\(digit)' in \(name) literal")
                } else {
                    fail("invalid \(name) literal")
                }
                return false
            }
            while value(byte()) < base { cursor += 1 }
        } while byte() == 95
        if isDigit(byte()) {
            cursor += 1
            let digit = Character(Unicode.Scalar(bytes[cursor - 1]))
            fail("invalid digit '\(digit)' in \(name) literal")
            return false
        }
        return true
    }

    /// Reads digits with single underscores between them; tells whether one is not zero.
    private mutating func readDecimalDigits() -> Bool? {
        var nonzero = false
        while true {
            while isDigit(byte()) {
                if bytes[cursor] != 48 { nonzero = true }
                cursor += 1
            }
            guard byte() == 95 else { return nonzero }
            cursor += 1
            guard isDigit(byte()) else {
                fail("invalid decimal literal")
                return nil
            }
        }
    }

    /// A number must not run into a name, except into a keyword that may follow it.
    private mutating func checkEnd(of kind: String) -> Bool {
        guard isNameByte(byte()) else { return true }
        for keyword in ["and", "else", "for", "if", "in", "is", "or", "not"] {
            if bytes[cursor...].starts(with: keyword.utf8) { return true }
        }
        if byte() >= 0x80 {
            return true
        }
        fail("invalid \(kind) literal")
        return false
    }
}
