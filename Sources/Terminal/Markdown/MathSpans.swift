/// Takes the formulas out of Markdown before it is parsed, so that `_` and `*` in them mean nothing to it.
///
/// `$…$` is a formula in a sentence if no space follows the first sign or precedes the last, no digit
/// follows the last, and no empty line is between; `$$…$$` is one on its own. Code spans, fenced code and `\$` are
/// left alone. Each formula is replaced by a private-use character that leads back to it.
struct MathSpans {
    private(set) var formulas: [(source: String, isDisplay: Bool)] = []
    private(set) var markdown = ""

    /// The private-use area holds this many formulas in one text; any further stay as they are written.
    private static let capacity = 6_000
    private static let first: UInt32 = 0xE000

    init(_ text: String) {
        let characters = Array(text)
        var index = 0
        var atLineStart = true
        var fence: (sign: Character, count: Int)?
        while index < characters.count {
            let character = characters[index]
            if atLineStart {
                let end = Self.lineEnd(characters, index)
                if let (sign, count) = Self.fence(characters[index..<end]) {
                    if let open = fence {
                        if open.sign == sign, count >= open.count { fence = nil }
                    } else {
                        fence = (sign, count)
                    }
                    markdown += String(characters[index..<end])
                    index = end
                    atLineStart = false
                    continue
                }
                if fence != nil {
                    markdown += String(characters[index..<end])
                    index = end
                    atLineStart = false
                    continue
                }
            }
            atLineStart = character.isNewline
            if fence == nil {
                if character == "\\", index + 1 < characters.count {
                    markdown += String(characters[index...(index + 1)])
                    index += 2
                    continue
                }
                if character == "`" {
                    let end = Self.codeSpanEnd(characters, index)
                    markdown += String(characters[index..<end])
                    index = end
                    continue
                }
                if character == "$", formulas.count < Self.capacity,
                    let (range, end, isDisplay) = Self.formula(characters, index)
                {
                    let mark = Unicode.Scalar(Self.first + UInt32(formulas.count)) ?? "\u{FFFD}"
                    formulas.append((String(characters[range]), isDisplay))
                    markdown.unicodeScalars.append(mark)
                    index = end
                    continue
                }
            }
            markdown.append(character)
            index += 1
        }
    }

    /// The formula that a character stands for.
    func formula(at character: Character) -> (source: String, isDisplay: Bool)? {
        guard let scalar = character.unicodeScalars.first, scalar.value >= Self.first else {
            return nil
        }
        let index = Int(scalar.value - Self.first)
        return index < formulas.count ? formulas[index] : nil
    }

    static func lineEnd(_ characters: [Character], _ start: Int) -> Int {
        var end = start
        while end < characters.count, !characters[end].isNewline { end += 1 }
        return end
    }

    static func fence(_ line: ArraySlice<Character>) -> (Character, Int)? {
        let body = line.drop { $0 == " " }
        guard line.count - body.count < 4, let sign = body.first, sign == "`" || sign == "~" else {
            return nil
        }
        let count = body.prefix { $0 == sign }.count
        return count >= 3 ? (sign, count) : nil
    }

    static func codeSpanEnd(_ characters: [Character], _ start: Int) -> Int {
        var opening = start
        while opening < characters.count, characters[opening] == "`" { opening += 1 }
        let count = opening - start
        var index = opening
        while index < characters.count {
            guard characters[index] == "`" else {
                index += 1
                continue
            }
            var end = index
            while end < characters.count, characters[end] == "`" { end += 1 }
            if end - index == count { return end }
            index = end
        }
        return opening
    }

    private static func formula(
        _ characters: [Character], _ start: Int
    ) -> (range: Range<Int>, end: Int, isDisplay: Bool)? {
        let isDisplay = start + 1 < characters.count && characters[start + 1] == "$"
        let inner = start + (isDisplay ? 2 : 1)
        guard inner < characters.count else { return nil }
        if !isDisplay, characters[inner].isWhitespace { return nil }
        var index = inner
        while index < characters.count {
            let character = characters[index]
            if character == "\\" {
                index += 2
                continue
            }
            if character.isNewline, index + 1 < characters.count, characters[index + 1].isNewline {
                return nil
            }
            if character == "$" {
                if isDisplay {
                    if index + 1 < characters.count, characters[index + 1] == "$" {
                        return (inner..<index, index + 2, true)
                    }
                } else {
                    let next = index + 1 < characters.count ? characters[index + 1] : " "
                    let closes = !characters[index - 1].isWhitespace && !next.isNumber
                    return closes && index > inner ? (inner..<index, index + 1, false) : nil
                }
            }
            index += 1
        }
        return nil
    }
}
