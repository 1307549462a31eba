/// What stands around the cursor in a cell that need not be complete.
///
/// Two passes over the bytes before the cursor: forwards to tell strings and comments from code and to
/// find the bracket that is open, backwards over the dotted name that ends there.
struct CursorContext {
    /// The part of a name right before the cursor.
    private(set) var word = ""
    /// The dotted name before it: `model.fc1` in `model.fc1.we`.
    private(set) var owner: [String] = []
    /// Whether a dot stands before the word, after something that is no plain name.
    private(set) var isAfterDot = false
    /// Whether the cursor is in a string or a comment.
    private(set) var isInText = false
    /// The dotted name of the function whose brackets are open.
    private(set) var call: [String]?
    /// Keyword arguments that the call has before the cursor.
    private(set) var given: Set<String> = []
    /// Whether the cursor is in an `import` statement, and after which `from`.
    private(set) var isImport = false
    private(set) var importedFrom: String?
    /// Where the quote is that begins the string that the cursor is in.
    private var textStart: Int?

    /// The string that the cursor is in, where it is a plain one on the cursor's line.
    private(set) var text: Text?

    /// A string and what stands before it.
    struct Text {
        /// What of it is before the cursor.
        var typed: String
        /// The dotted name of what is subscripted with it.
        var subscripted: [String]?
        /// The keyword that it is given for, and the dotted name of the function.
        var parameter: String?
        var call: [String]?
    }

    private struct Bracket {
        var position: Int
        var isCall: Bool
        var keywords: Set<String> = []
    }

    init(_ source: [UInt8], cursor: Int) {
        let brackets = scan(source, cursor)
        if isInText {
            readText(source, cursor, brackets)
            return
        }
        var position = cursor
        word = Self.name(in: source, endingAt: &position)
        if position > 0, source[position - 1] == UInt8(ascii: ".") {
            owner = Self.dotted(source, before: position - 1) ?? []
            isAfterDot = owner.isEmpty
        }
        if let open = brackets.last(where: { $0.isCall }), open.position == brackets.last?.position
        {
            call = Self.dotted(source, before: open.position)
            given = open.keywords
        }
        readImport(source, cursor)
    }

    private mutating func readText(_ source: [UInt8], _ cursor: Int, _ brackets: [Bracket]) {
        guard let start = textStart else { return }
        let typed = source[(start + 1)..<cursor]
        guard !typed.contains(UInt8(ascii: "\n")), !typed.contains(UInt8(ascii: "\\")),
            let open = brackets.last
        else { return }
        var found = Text(typed: String(decoding: typed, as: UTF8.self))
        var before = start
        func skipSpaces() {
            while before > 0, source[before - 1] == UInt8(ascii: " ") { before -= 1 }
        }
        skipSpaces()
        if before - 1 == open.position, source[open.position] == UInt8(ascii: "[") {
            found.subscripted = Self.dotted(source, before: open.position)
        } else if open.isCall, before > 0, source[before - 1] == UInt8(ascii: "=") {
            before -= 1
            skipSpaces()
            let name = Self.name(in: source, endingAt: &before)
            found.parameter = name.isEmpty ? nil : name
            found.call = Self.dotted(source, before: open.position)
        }
        text = found
    }

    private mutating func scan(_ source: [UInt8], _ cursor: Int) -> [Bracket] {
        var brackets: [Bracket] = []
        var index = 0
        while index < cursor {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "#"):
                while index < cursor, source[index] != UInt8(ascii: "\n") { index += 1 }
                if index >= cursor { isInText = true }
                continue
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                index = skipString(source, index, cursor)
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                let isCall =
                    byte == UInt8(ascii: "(") && index > 0 && Self.isNamePart(source[index - 1])
                brackets.append(Bracket(position: index, isCall: isCall))
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                _ = brackets.popLast()
            case UInt8(ascii: "="):
                var end = index
                let name = Self.name(in: source, endingAt: &end)
                if !name.isEmpty, let last = brackets.indices.last {
                    brackets[last].keywords.insert(name)
                }
            default: break
            }
            index += 1
        }
        return brackets
    }

    /// Returns where a string ends, or the cursor, which then is in it.
    private mutating func skipString(_ source: [UInt8], _ start: Int, _ cursor: Int) -> Int {
        let quote = source[start]
        let isTriple =
            start + 2 < cursor && source[start + 1] == quote && source[start + 2] == quote
        var index = start + (isTriple ? 3 : 1)
        while index < cursor {
            if source[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if source[index] == UInt8(ascii: "\n"), !isTriple { return index }
            if source[index] == quote {
                if !isTriple { return index + 1 }
                if index + 2 < cursor, source[index + 1] == quote, source[index + 2] == quote {
                    return index + 3
                }
            }
            index += 1
        }
        isInText = true
        if !isTriple, start < cursor { textStart = start }
        return cursor
    }

    private mutating func readImport(_ source: [UInt8], _ cursor: Int) {
        var start = cursor
        while start > 0, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        let line = String(decoding: source[start..<cursor], as: UTF8.self)
        let words = line.split(separator: " ")
        guard let first = words.first else { return }
        if first == "import", line.hasPrefix("import ") || line.contains(" import ") {
            isImport = true
        } else if first == "from" {
            if let index = words.firstIndex(of: "import"), index >= 2 {
                isImport = true
                importedFrom = String(words[1])
            } else if words.count <= 2, line.contains("from ") {
                isImport = words.count == 1 || !line.hasSuffix(" ")
            }
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= 0x80
    }

    /// The name that ends at a position, which is moved to its beginning.
    private static func name(in source: [UInt8], endingAt position: inout Int) -> String {
        let end = position
        while position > 0, isNamePart(source[position - 1]) { position -= 1 }
        if position < end, source[position] >= UInt8(ascii: "0"),
            source[position] <= UInt8(ascii: "9")
        {
            position = end
            return ""
        }
        return String(decoding: source[position..<end], as: UTF8.self)
    }

    /// The dotted name that ends before a position, nil if something else stands there.
    private static func dotted(_ source: [UInt8], before end: Int) -> [String]? {
        var parts: [String] = []
        var position = end
        while true {
            let part = name(in: source, endingAt: &position)
            if part.isEmpty { return nil }
            parts.insert(part, at: 0)
            guard position > 0, source[position - 1] == UInt8(ascii: ".") else { return parts }
            position -= 1
        }
    }
}
