/// The text that a string literal's characters and escapes stand for.
enum StringLiteral {
    /// What is wrong with an escape, in the words of Python's decoder.
    struct BadEscape: Error {
        var message: String
    }

    /// The code points of `text`, escapes replaced unless `raw`.
    static func decode(_ text: ArraySlice<UInt8>, raw: Bool) throws(BadEscape) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == 92, !raw {
                try readEscape(text, &index, &result)
            } else if byte < 0x80 {
                result.append(UInt32(byte))
                index += 1
            } else {
                result.append(readCodePoint(text, &index))
            }
        }
        return result
    }

    /// The bytes of a bytes literal.
    static func decodeBytes(_ text: ArraySlice<UInt8>, raw: Bool) throws(BadEscape) -> [UInt8] {
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            guard byte < 0x80 else {
                throw BadEscape(message: "bytes can only contain ASCII literal characters")
            }
            index += 1
            guard byte == 92, !raw, index < text.endIndex else {
                result.append(byte)
                continue
            }
            let escaped = text[index]
            index += 1
            if let simple = simpleEscape(escaped) {
                result.append(UInt8(simple))
            } else if escaped == 10 {
                continue
            } else if escaped &- 48 < 8 {
                var value = UInt32(escaped) - 48
                for _ in 0..<2 where index < text.endIndex && text[index] &- 48 < 8 {
                    value = value * 8 + UInt32(text[index]) - 48
                    index += 1
                }
                result.append(UInt8(truncatingIfNeeded: value))
            } else if escaped == 120 {
                guard index + 1 < text.endIndex, let high = hexValue(text[index]),
                    let low = hexValue(text[index + 1])
                else {
                    throw BadEscape(
                        message: "(value error) invalid \\x escape at position "
                            + "\(index - 2 - text.startIndex)")
                }
                result.append(UInt8(high * 16 + low))
                index += 2
            } else {
                result.append(92)
                result.append(escaped)
            }
        }
        return result
    }

    private static func readCodePoint(_ text: ArraySlice<UInt8>, _ index: inout Int) -> UInt32 {
        let byte = text[index]
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        var value = UInt32(byte) & (length == 4 ? 7 : length == 3 ? 15 : 31)
        for step in 1..<length where index + step < text.endIndex {
            value = value << 6 | UInt32(text[index + step] & 63)
        }
        index = min(index + length, text.endIndex)
        return value
    }

    private static func simpleEscape(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 92: 92
        case 39: 39
        case 34: 34
        case 97: 7
        case 98: 8
        case 102: 12
        case 110: 10
        case 114: 13
        case 116: 9
        case 118: 11
        default: nil
        }
    }

    static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 48...57: UInt32(byte) - 48
        case 65...70: UInt32(byte) - 55
        case 97...102: UInt32(byte) - 87
        default: nil
        }
    }

    private static func readEscape(
        _ text: ArraySlice<UInt8>, _ index: inout Int, _ result: inout [UInt32]
    ) throws(BadEscape) {
        let start = index
        index += 1
        guard index < text.endIndex else {
            result.append(92)
            return
        }
        let escaped = text[index]
        index += 1
        if let simple = simpleEscape(escaped) {
            result.append(simple)
            return
        }
        switch escaped {
        case 10: return
        case 48...55:
            var value = UInt32(escaped) - 48
            for _ in 0..<2 where index < text.endIndex && text[index] &- 48 < 8 {
                value = value * 8 + UInt32(text[index]) - 48
                index += 1
            }
            result.append(value)
        case 120: result.append(try readHex(text, &index, 2, "truncated \\xXX escape", start))
        case 117: result.append(try readHex(text, &index, 4, "truncated \\uXXXX escape", start))
        case 85:
            let value = try readHex(text, &index, 8, "truncated \\UXXXXXXXX escape", start)
            guard value <= 0x10FFFF else {
                throw bad(text, start, index - 1, "illegal Unicode character")
            }
            result.append(value)
        case 78: result.append(try readNamed(text, &index, start))
        default:
            result.append(92)
            index -= 1
        }
    }

    private static func bad(
        _ text: ArraySlice<UInt8>, _ start: Int, _ end: Int, _ reason: String
    ) -> BadEscape {
        // Positions count in CPython's rewritten text, where a character beyond ASCII takes ten places.
        var extra = 0
        for byte in text[text.startIndex..<min(start, text.endIndex)] where byte >= 0x80 {
            extra += byte & 0xC0 == 0x80 ? -1 : 9
        }
        let from = start - text.startIndex + extra
        let to = end - text.startIndex + extra
        let place = from == to ? "\(from)" : "\(from)-\(to)"
        return BadEscape(
            message:
                "(unicode error) 'unicodeescape' codec can't decode bytes in position \(place): "
                + reason)
    }

    private static func readHex(
        _ text: ArraySlice<UInt8>, _ index: inout Int, _ count: Int, _ reason: String, _ start: Int
    ) throws(BadEscape) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard index < text.endIndex, let digit = hexValue(text[index]) else {
                throw bad(text, start, index - 1, reason)
            }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    private static func readNamed(
        _ text: ArraySlice<UInt8>, _ index: inout Int, _ start: Int
    ) throws(BadEscape) -> UInt32 {
        guard index < text.endIndex, text[index] == 123,
            let close = text[index...].firstIndex(of: 125), close > index + 1
        else {
            throw bad(text, start, index - 1, "malformed \\N character escape")
        }
        let name = String(decoding: text[(index + 1)..<close], as: UTF8.self).uppercased()
        index = close + 1
        guard let value = codePoint(named: name) else {
            throw bad(text, start, close, "unknown Unicode character name")
        }
        return value
    }

    private static func codePoint(named name: String) -> UInt32? {
        if let value = named[name] { return value }
        guard let digits = name.split(separator: "-").last, let value = UInt32(digits, radix: 16),
            Unicode.Scalar(value)?.properties.name == name
        else { return nil }
        return value
    }

    /// The code points by name, made when the first literal names one. Ideographs, whose names have their number
    /// in them, are left out.
    private static let named: [String: UInt32] = {
        var table: [String: UInt32] = [:]
        let planes: [ClosedRange<UInt32>] = [
            0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xD7FF, 0xF900...0x1FFFF, 0xE0000...0xE0FFF,
        ]
        for value in planes.joined() {
            guard let properties = Unicode.Scalar(value)?.properties else { continue }
            if let name = properties.name { table[name] = value }
            if let alias = properties.nameAlias { table[alias] = value }
        }
        return table
    }()
}
