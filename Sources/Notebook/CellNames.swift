/// The names in the text of a cell: what a function that is being typed calls its parameters and variables, and which attributes
/// it gives to `self`, no value knows yet.
struct CellNames {
    /// Names, but for those behind a dot.
    private(set) var names: Set<String> = []
    /// The names behind each dotted name.
    private var behind: [[String]: Set<String>] = [:]

    /// - Parameter start: where the word begins that is being typed, which does not count.
    init(_ source: [UInt8], without start: Int) {
        var index = 0
        var chain: [String] = []
        var isAfterDot = false
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "#") {
                while index < source.count, source[index] != UInt8(ascii: "\n") { index += 1 }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                index = Self.endOfString(source, index)
                (chain, isAfterDot) = ([], false)
            } else if Self.isNamePart(byte) {
                let first = index
                while index < source.count, Self.isNamePart(source[index]) { index += 1 }
                let word = String(decoding: source[first..<index], as: UTF8.self)
                if !isAfterDot { chain = [] }
                if first != start, !Self.isDigit(byte) {
                    if !isAfterDot {
                        names.insert(word)
                    } else if !chain.isEmpty {
                        behind[chain, default: []].insert(word)
                    }
                }
                if !isAfterDot || !chain.isEmpty { chain.append(word) }
                isAfterDot = false
            } else {
                isAfterDot = byte == UInt8(ascii: ".")
                if !isAfterDot { chain = [] }
                index += 1
            }
        }
    }

    func attributes(of owner: [String]) -> Set<String> { behind[owner] ?? [] }

    /// Where a string ends that begins at a quote, or the text.
    private static func endOfString(_ source: [UInt8], _ start: Int) -> Int {
        let quote = source[start]
        let isTriple =
            start + 2 < source.count && source[start + 1] == quote && source[start + 2] == quote
        var index = start + (isTriple ? 3 : 1)
        while index < source.count {
            if source[index] == UInt8(ascii: "\\") {
                index += 2
            } else if source[index] == quote {
                if !isTriple { return index + 1 }
                if index + 2 < source.count, source[index + 1] == quote, source[index + 2] == quote
                {
                    return index + 3
                }
                index += 1
            } else if source[index] == UInt8(ascii: "\n"), !isTriple {
                return index
            } else {
                index += 1
            }
        }
        return source.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
            || isDigit(byte) || byte >= 0x80
    }
}
