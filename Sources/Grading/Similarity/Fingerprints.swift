// Winnowing (Schleimer, Wilkerson and Aiken, 2003): a program becomes a row of tokens in which names, numbers and texts are
// alike whatever they are; every run of tokens of one length is hashed; of each window of hashes the least is kept.
// Two programs that share a run as long as run and window together share a hash, wherever it stands. What the
// hand-out gave everyone, and what a large part of the class has, tells nothing and is left out.

/// What tells a program's structure, whatever it is called and however it is laid out.
package struct Fingerprints: Sendable {
    /// Tokens in a run.
    static let run = 14
    /// Hashes in a window.
    static let window = 6

    struct Mark: Sendable {
        var hash: UInt64
        /// The lines that the run spans, from 1.
        var lines: ClosedRange<Int>
    }

    private(set) var marks: [Mark] = []

    package init(_ source: String) {
        let tokens = Self.tokens(of: source)
        let hashes = Self.hashes(of: tokens)
        if hashes.isEmpty { return }
        var last = -1
        for start in 0...max(0, hashes.count - Self.window) {
            let end = min(start + Self.window, hashes.count)
            // Of equal ones the rightmost, so that few are kept.
            var least = start
            for index in start..<end where hashes[index] <= hashes[least] { least = index }
            guard least != last else { continue }
            last = least
            let lines = tokens[least].line...tokens[least + Self.run - 1].line
            marks.append(Mark(hash: hashes[least], lines: lines))
        }
    }

    var hashes: Set<UInt64> { Set(marks.map(\.hash)) }

    /// The hashes of all runs, also of those that no window keeps: in other surroundings one might.
    static func allHashes(of source: String) -> Set<UInt64> { Set(hashes(of: tokens(of: source))) }

    private static func hashes(of tokens: [Token]) -> [UInt64] {
        guard tokens.count >= run else { return [] }
        return (0...(tokens.count - run)).map { start in
            tokens[start..<(start + run)].reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, token in
                token.text.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } &* 31 &+ 7
            }
        }
    }

    // MARK: Tokens

    struct Token {
        var text: String
        var line: Int
    }

    private static let keywords: Set<String> = [
        "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not",
        "or", "pass", "raise", "return", "try", "while", "with", "yield", "None", "True", "False",
    ]

    /// Tokens without comments and layout. A text that is never closed ends with its line, or the program.
    static func tokens(of source: String) -> [Token] {
        var tokens: [Token] = []
        var line = 1
        var rest = Array(source.utf8)[...]
        func isWord(_ byte: UInt8) -> Bool {
            byte == 95 || byte >= 128 || (48...57).contains(byte) || (65...90).contains(byte & 0xDF)
        }
        while let byte = rest.first {
            switch byte {
            case 10:
                line += 1
                rest.removeFirst()
            case 9, 13, 32, 92: rest.removeFirst()
            case 35: rest = rest.drop { $0 != 10 }
            case 34, 39:
                let start = line
                skipText(&rest, line: &line)
                tokens.append(Token(text: "\"", line: start))
            case 48...57:
                rest = rest.drop { isWord($0) || $0 == 46 }
                tokens.append(Token(text: "0", line: line))
            case _ where isWord(byte):
                let word = String(decoding: rest.prefix(while: isWord), as: UTF8.self)
                rest = rest.dropFirst(word.utf8.count)
                tokens.append(Token(text: keywords.contains(word) ? word : "v", line: line))
            default:
                tokens.append(Token(text: String(UnicodeScalar(byte)), line: line))
                rest.removeFirst()
            }
        }
        return tokens
    }

    private static func skipText(_ rest: inout ArraySlice<UInt8>, line: inout Int) {
        guard let quote = rest.first else { return }
        let isLong = rest.prefix(3).elementsEqual([quote, quote, quote])
        rest = rest.dropFirst(isLong ? 3 : 1)
        while let byte = rest.first {
            if byte == 92 {
                if rest.dropFirst().first == 10 { line += 1 }
                rest = rest.dropFirst(2)
                continue
            }
            if byte == 10 {
                if !isLong { return }
                line += 1
            }
            if byte == quote, !isLong || rest.prefix(3).elementsEqual([quote, quote, quote]) {
                rest = rest.dropFirst(isLong ? 3 : 1)
                return
            }
            rest.removeFirst()
        }
    }
}
