import Foundation

/// Makes inputs out of programs: the same seed and index give the same input.
///
/// A program is taken as a list of tokens (words, numbers, strings, signs, line starts). Half of the changes keep
/// whole tokens, so that much of what comes out still compiles and the machine is reached; the others are blind.
struct Mutator {
    /// Tokens as bytes.
    private typealias Piece = ArraySlice<UInt8>

    private let programs: [[Piece]]
    private let words: [Piece]
    private let seed: Int

    /// What hides where a program has a number or a name: edges of sizes, and names that reach far.
    private static let hostile: [Piece] =
        ([
            "0", "-1", "9223372036854775807", "-9223372036854775808", "10**30", "1<<70", "1e308",
            "float('nan')", "float('inf')", "None", "...", "''", "[]", "()", "{}", "set()", "b''",
            "'\\ud800'", "'\\0'", "'λ' * 3", "type", "object", "int", "str", "super()",
            "__import__",
            "__class__", "__dict__", "__mro__", "__bases__", "__globals__", "__code__", "__init__",
            "__new__", "__eq__", "__hash__", "__iter__", "__next__", "__len__", "__getattr__",
            "__repr__", "self", "lambda: x", "lambda *a, **k: (a, k)", "(yield)", "yield from x",
            "sys", "range(10**18)", "iter(int, 1)", "print", "globals()", "vars()", "locals()",
            "{**x}", "*x", "**x", "x := 1", "not", "is not", "await", "async", "del", "return",
            "global x", "nonlocal x", "raise", "finally:", "except:", "else:", "try:",
            "while True:",
            "class A(x):", "def f(x):", "for x in x:", "with x:", "if x:", "\t", "        ", "\\\n",
        ] as [String]).map { ArraySlice($0.utf8) }

    init(folder: String, seed: Int) {
        self.seed = seed
        let names =
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".py") && $0 != "record.py" }.sorted()
        var programs: [[Piece]] = []
        for name in names {
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            else { continue }
            for part in text.components(separatedBy: "\n# ---\n") {
                programs.append(Self.tokens(part))
            }
        }
        if programs.isEmpty { programs = [Self.tokens("x = 1\n")] }
        self.programs = programs
        words = Array(Set(programs.joined().filter { Self.isLetter($0.first) })).sorted {
            $0.lexicographicallyPrecedes($1)
        }
    }

    private static func isLetter(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte == 0x5F || byte >= 0x80
    }

    private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { 0x30...0x39 ~= $0 } ?? false }

    /// Pieces whose concatenation is the text.
    private static func tokens(_ text: String) -> [Piece] {
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var start = 0
        while start < bytes.count {
            var end = start + 1
            if isLetter(bytes[start]) || isDigit(bytes[start]) {
                while end < bytes.count, isLetter(bytes[end]) || isDigit(bytes[end]) { end += 1 }
            } else if bytes[start] == 10 || bytes[start] == 32 {
                while end < bytes.count, bytes[end] == 32 { end += 1 }
            }
            pieces.append(bytes[start..<end])
            start = end
        }
        return pieces
    }

    /// The input with an index.
    func input(_ index: Int) -> [UInt8] {
        var random = SplitMix(seed: UInt64(truncatingIfNeeded: seed &* 1_000_000_007 &+ index))
        var pieces = programs[random.below(programs.count)]
        // One change mostly: what compiles goes on to the machine.
        for _ in 0...(random.below(3) * random.below(3)) { change(&pieces, &random) }
        var bytes = Array(pieces.joined())
        if random.below(10) == 0 {
            for _ in 0...random.below(3) { changeBytes(&bytes, &random) }
        }
        if bytes.count > 20_000 { bytes.removeSubrange(20_000...) }
        return bytes
    }

    private func change(_ pieces: inout [Piece], _ random: inout SplitMix) {
        guard !pieces.isEmpty else { return pieces = Self.tokens("x") }
        let at = random.below(pieces.count)
        let length = min(random.below(12) + 1, pieces.count - at)
        switch random.below(14) {
        case 0: pieces.removeSubrange(at..<(at + length))
        case 1:
            pieces.insert(contentsOf: pieces[at..<(at + length)], at: random.below(pieces.count))
        case 2: pieces.swapAt(at, random.below(pieces.count))
        case 3:
            let other = programs[random.below(programs.count)]
            let from = random.below(max(other.count, 1))
            let end = min(other.count, from + random.below(40) + 1)
            if from < end { pieces.insert(contentsOf: other[from..<end], at: at) }
        case 4, 5, 9, 10:
            // A word for a word keeps the syntax.
            guard let place = pieces[at...].firstIndex(where: { Self.isLetter($0.first) })
            else { return }
            pieces[place] = words[random.below(words.count)]
        case 6, 11, 12:
            guard
                let place = pieces[at...].firstIndex(where: {
                    Self.isDigit($0.first) || Self.isLetter($0.first)
                })
            else { return }
            pieces[place] = Self.hostile[random.below(Self.hostile.count)]
        case 7: pieces.insert(Self.hostile[random.below(Self.hostile.count)], at: at)
        default:
            // Lines in another order.
            let starts = pieces.indices.filter { pieces[$0].first == 10 }
            guard starts.count > 3 else { return }
            let line = random.below(starts.count - 1)
            let moved = pieces[starts[line]..<starts[line + 1]]
            pieces.insert(contentsOf: moved, at: starts[random.below(starts.count)])
        }
    }

    private func changeBytes(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else { return bytes = [10] }
        let at = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: at)
        case 2: bytes.remove(at: at)
        default:
            let signs = Array("()[]{}:,.'\"\\\n\t#=+-*/<>@!|&^~%\u{0}".utf8)
            bytes.insert(signs[random.below(signs.count)], at: at)
        }
    }
}

/// A small generator of random numbers.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number from 0 up to but not including `bound`.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
