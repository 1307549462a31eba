/// A source text as the lexer reads it: UTF-8 with `\n` line ends, no byte-order mark, ending in a newline,
/// and with the offset at which each line starts.
package struct SourceText: Sendable {
    /// The text and, after it, one NUL that marks its end.
    let bytes: [UInt8]
    /// Offsets of the lines' first bytes.
    let lineStarts: [Int32]
    /// Whether the last newline was added here.
    let addedNewline: Bool

    /// The number of bytes without the closing NUL.
    var count: Int { bytes.count - 1 }

    /// The largest text that is read.
    static let maximumSize = 64 << 20

    /// - Throws: `SyntaxFailure` for NUL, invalid UTF-8 and a text that is too large.
    init(_ raw: [UInt8], filename: String) throws(SyntaxFailure) {
        guard raw.count <= SourceText.maximumSize else {
            throw SyntaxFailure(
                message: "the source is too large: \(raw.count) bytes", filename: filename, line: 1)
        }
        var start = 0
        if raw.count >= 3, raw[0] == 0xEF, raw[1] == 0xBB, raw[2] == 0xBF { start = 3 }
        var text: [UInt8] = []
        text.reserveCapacity(raw.count + 2)
        var starts: [Int32] = [0]
        var index = start
        var isASCII = true
        while index < raw.count {
            let byte = raw[index]
            index += 1
            switch byte {
            case 0:
                throw SyntaxFailure(
                    message: "source code cannot contain null bytes", filename: filename,
                    line: starts.count)
            case 13:
                if index < raw.count, raw[index] == 10 { index += 1 }
                text.append(10)
                starts.append(Int32(text.count))
            case 10:
                text.append(10)
                starts.append(Int32(text.count))
            default:
                if byte >= 0x80 { isASCII = false }
                text.append(byte)
            }
        }
        addedNewline = text.last != 10 && !text.isEmpty
        if addedNewline {
            text.append(10)
            starts.append(Int32(text.count))
        }
        if !isASCII, let bad = firstInvalidUTF8(text) {
            let line = (starts.firstIndex { $0 > bad.offset } ?? starts.count)
            throw SyntaxFailure(
                message: "(unicode error) 'utf-8' codec can't decode byte 0x"
                    + hexadecimal(bad.byte) + " in position \(bad.offset): \(bad.reason)",
                filename: filename, line: line)
        }
        text.append(0)
        bytes = text
        lineStarts = starts
    }

    /// The line, counted from 1, that holds the byte at `offset`.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The offset at which a line, counted from 1, starts.
    func start(ofLine line: Int) -> Int {
        line - 1 < lineStarts.count ? Int(lineStarts[max(line - 1, 0)]) : count
    }

    /// The text of a line without its newline.
    func text(ofLine line: Int) -> String {
        let from = start(ofLine: line)
        var to = from
        while to < count, bytes[to] != 10 { to += 1 }
        return string(from..<to)
    }

    /// A piece of the text.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The number of characters between two offsets.
    func characters(from start: Int, to end: Int) -> Int {
        guard start < end else { return 0 }
        var total = 0
        for index in start..<min(end, count) where bytes[index] & 0xC0 != 0x80 { total += 1 }
        return total + max(0, end - max(start, count))
    }
}

func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
}

/// Where a text stops being UTF-8 and why, in the words of Python's decoder.
private func firstInvalidUTF8(_ text: [UInt8]) -> (offset: Int, byte: UInt8, reason: String)? {
    var index = 0
    while index < text.count {
        let byte = text[index]
        if byte < 0x80 {
            index += 1
            continue
        }
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch byte {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if byte == 0xE0 { lowest = 0xA0 }
            if byte == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if byte == 0xF0 { lowest = 0x90 }
            if byte == 0xF4 { highest = 0x8F }
        default: return (index, byte, "invalid start byte")
        }
        for step in 1..<length {
            guard index + step < text.count else { return (index, byte, "unexpected end of data") }
            let next = text[index + step]
            guard next >= lowest, next <= highest else {
                return (index, byte, "invalid continuation byte")
            }
            lowest = 0x80
            highest = 0xBF
        }
        index += length
    }
    return nil
}
