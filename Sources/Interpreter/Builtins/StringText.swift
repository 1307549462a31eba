/// The text of strings as Python's `repr` and `ascii` show it.
enum StringText {
    /// Whether Python shows a character as it is: not a control, format, surrogate, private, unassigned
    /// or separator character, except the space.
    static func isPrintable(_ point: UInt32) -> Bool {
        if point < 0x7f { return point >= 0x20 }
        guard let scalar = UnicodeScalar(point) else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator, .spaceSeparator:
            return false
        default: return true
        }
    }

    /// The code points of a string's `repr`: in quotes, with what cannot be shown escaped.
    ///
    /// - Parameter ascii: whether everything outside ASCII is escaped too
    static func repr(_ text: some Collection<UInt32>, ascii: Bool = false) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count + 2)
        let quote: UInt32 = text.contains(0x27) && !text.contains(0x22) ? 0x22 : 0x27
        result.append(quote)
        for point in text {
            switch point {
            case quote, 0x5c:
                result.append(0x5c)
                result.append(point)
            case 0x0a: result += [0x5c, 0x6e]
            case 0x0d: result += [0x5c, 0x72]
            case 0x09: result += [0x5c, 0x74]
            case 0x20..<0x7f: result.append(point)
            default:
                if !ascii, isPrintable(point) {
                    result.append(point)
                } else {
                    escape(point, into: &result)
                }
            }
        }
        result.append(quote)
        return result
    }

    private static func escape(_ point: UInt32, into result: inout [UInt32]) {
        let (letter, places): (UInt32, Int) =
            point < 0x100 ? (0x78, 2) : point < 0x10000 ? (0x75, 4) : (0x55, 8)
        result += [0x5c, letter]
        for place in (0..<places).reversed() {
            let digit = (point >> UInt32(place * 4)) & 15
            result.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    /// The text of a bytes object's `repr`.
    static func repr(bytes: some Collection<UInt8>) -> String {
        var result: [UInt8] = [0x62]
        let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
        result.append(quote)
        for byte in bytes {
            switch byte {
            case quote, 0x5c: result += [0x5c, byte]
            case 0x0a: result += [0x5c, 0x6e]
            case 0x0d: result += [0x5c, 0x72]
            case 0x09: result += [0x5c, 0x74]
            case 0x20..<0x7f: result.append(byte)
            default:
                let hex = Array("0123456789abcdef".utf8)
                result += [0x5c, 0x78, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        result.append(quote)
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether Python counts a character as white space (`str.isspace`, `strip`, `split`).
    static func isSpace(_ point: UInt32) -> Bool {
        switch point {
        case 0x09...0x0d, 0x1c...0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f,
            0x205f, 0x3000:
            true
        default: false
        }
    }

    /// Whether `str.splitlines` ends a line at a character.
    static func isLineBreak(_ point: UInt32) -> Bool {
        switch point {
        case 0x0a...0x0d, 0x1c...0x1e, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// The value of a decimal digit of any script, or nil.
    static func decimalDigit(_ point: UInt32) -> Int? {
        if point < 0x80 { return 0x30...0x39 ~= point ? Int(point - 0x30) : nil }
        guard let scalar = UnicodeScalar(point),
            scalar.properties.generalCategory == .decimalNumber,
            let value = scalar.properties.numericValue
        else { return nil }
        return Int(value)
    }
}
