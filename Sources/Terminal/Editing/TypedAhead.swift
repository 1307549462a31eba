/// What keys mean that were typed while the terminal passed each on as it came: the editing that a terminal does itself
/// where it reads line by line.
package enum TypedAhead {
    /// The lines that the keys make, and whether Ctrl-D ended the input behind them.
    package static func edited(_ keys: [UInt8]) -> (bytes: [UInt8], ends: Bool) {
        var done: [UInt8] = []
        var line: [UInt8] = []
        for key in keys {
            switch key {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                done += line + [UInt8(ascii: "\n")]
                line = []
            // Backspace takes a character back, Ctrl-W a word, Ctrl-U the line.
            case 0x08, 0x7F: removeCharacter(&line)
            case 0x17:
                while line.last == UInt8(ascii: " ") { line.removeLast() }
                while let last = line.last, last != UInt8(ascii: " ") { line.removeLast() }
            case 0x15: line = []
            case 0x04: if line.isEmpty { return (done, true) }
            case UInt8(ascii: "\t"): line.append(key)
            case ..<0x20: break
            default: line.append(key)
            }
        }
        return (done + line, false)
    }

    private static func removeCharacter(_ line: inout [UInt8]) {
        while let last = line.popLast(), last & 0xC0 == 0x80 {}
    }
}
