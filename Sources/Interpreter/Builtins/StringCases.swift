/// The methods of `str` about kinds of characters and upper and lower case.
extension VirtualMachine {
    func installStringCases() {
        let type = types.str
        typealias Conversion = (
            name: String, help: String, ascii: (_ letter: UInt8, _ before: UInt8?) -> UInt8,
            general: ([UInt32]) -> [UInt32]
        )
        let upper = { (letter: UInt8) in 0x61...0x7a ~= letter ? letter & 0xdf : letter }
        let lower = { (letter: UInt8) in 0x41...0x5a ~= letter ? letter | 0x20 : letter }
        let isLetter = { (letter: UInt8) in 0x61...0x7a ~= letter | 0x20 }
        let conversions: [Conversion] = [
            ("upper", "In upper case.", { letter, _ in upper(letter) }, { $0.flatMap(Self.upper) }),
            ("lower", "In lower case.", { letter, _ in lower(letter) }, Self.lowered),
            (
                "casefold", "For comparing without regard to case.",
                { letter, _ in lower(letter) }, { $0.flatMap(Self.folded) }
            ),
            (
                "swapcase", "Upper and lower case exchanged.",
                { letter, _ in isLetter(letter) ? letter ^ 0x20 : letter }, Self.swapped
            ),
            (
                "title", "Each word with a capital first.",
                { letter, before in
                    before.map(isLetter) == true ? lower(letter) : upper(letter)
                }, { Self.titled($0) }
            ),
            (
                "capitalize", "A capital first, the rest in lower case.",
                { letter, before in before == nil ? upper(letter) : lower(letter) },
                Self.capitalized
            ),
        ]
        for (name, help, ascii, convert) in conversions {
            type.method(self, name, "()", help) { vm, receiver, _ in
                guard let text = receiver.string else { return .none }
                if text.isASCII {
                    try vm.reserve(text.count)
                    if text.count == 1 { return vm.character(UInt32(ascii(text.narrow[0], nil))) }
                    return .object(
                        StringObject(type: vm.types.str, mapping: text) { ascii($0, $1) })
                }
                try vm.reserve(text.count &* 16)
                return vm.string(codePoints: convert(text.codePoints))
            }
        }
        let questions: [(String, String, ([UInt32]) -> Bool)] = [
            ("isalpha", "Whether there are only letters.", Self.nonEmpty(Self.isLetter)),
            (
                "isdecimal", "Whether there are only decimal digits.",
                Self.nonEmpty { StringText.decimalDigit($0) != nil }
            ),
            ("isdigit", "Whether there are only digits.", Self.nonEmpty(Self.isDigit)),
            (
                "isnumeric", "Whether there are only numeric characters.",
                Self.nonEmpty(Self.isNumeric)
            ),
            (
                "isalnum", "Whether there are only letters and numbers.",
                Self.nonEmpty { Self.isLetter($0) || Self.isNumeric($0) }
            ),
            ("isspace", "Whether there is only white space.", Self.nonEmpty(StringText.isSpace)),
            ("isascii", "Whether all characters are ASCII.", { $0.allSatisfy { $0 < 0x80 } }),
            (
                "isprintable", "Whether repr() shows all characters as they are.",
                { $0.allSatisfy(StringText.isPrintable) }
            ),
            (
                "isupper", "Whether all cased characters are upper case.",
                { Self.isCased($0, upper: true) }
            ),
            (
                "islower", "Whether all cased characters are lower case.",
                { Self.isCased($0, upper: false) }
            ),
            ("istitle", "Whether each word starts with its only capital.", Self.isTitle),
            ("isidentifier", "Whether the text is a valid name.", Self.isIdentifier),
        ]
        for (name, help, ask) in questions {
            type.method(self, name, "()", help) { _, receiver, _ in
                .bool(ask(receiver.string?.codePoints ?? []))
            }
        }
    }

    private static func nonEmpty(_ holds: @escaping (UInt32) -> Bool) -> ([UInt32]) -> Bool {
        { !$0.isEmpty && $0.allSatisfy(holds) }
    }

    private static func properties(_ point: UInt32) -> Unicode.Scalar.Properties? {
        UnicodeScalar(point)?.properties
    }

    private static func points(_ text: String?, or point: UInt32) -> [UInt32] {
        text.map { $0.unicodeScalars.map(\.value) } ?? [point]
    }

    static func upper(_ point: UInt32) -> [UInt32] {
        if point < 0x80 { return [0x61...0x7a ~= point ? point - 0x20 : point] }
        return points(properties(point)?.uppercaseMapping, or: point)
    }

    static func lower(_ point: UInt32) -> [UInt32] {
        if point < 0x80 { return [0x41...0x5a ~= point ? point + 0x20 : point] }
        return points(properties(point)?.lowercaseMapping, or: point)
    }

    private static func title(_ point: UInt32) -> [UInt32] {
        if point < 0x80 { return upper(point) }
        return points(properties(point)?.titlecaseMapping, or: point)
    }

    /// The letters compared without regard to case: lower case, with the sharp s and its like spelled out.
    private static func folded(_ point: UInt32) -> [UInt32] {
        if point < 0x80 { return lower(point) }
        // Cherokee had capitals first, to which its small letters fold.
        switch point {
        case 0x13a0...0x13f5: return [point]
        case 0x13f8...0x13fd, 0xab70...0xabbf: return upper(point)
        default: return upper(point).flatMap(lower)
        }
    }

    private static func lowered(_ text: [UInt32]) -> [UInt32] {
        text.indices.flatMap { lowered(text, at: $0) }
    }

    /// A character in lower case; a capital sigma at a word's end becomes the final form.
    private static func lowered(_ text: [UInt32], at index: Int) -> [UInt32] {
        guard text[index] == 0x3a3 else { return lower(text[index]) }
        func hasCase(_ point: UInt32?) -> Bool { point.flatMap(properties)?.isCased ?? false }
        func counts(_ point: UInt32) -> Bool { properties(point)?.isCaseIgnorable != true }
        let isLast =
            hasCase(text[..<index].last(where: counts))
            && !hasCase(text[(index + 1)...].first(where: counts))
        return [isLast ? 0x3c2 : 0x3c3]
    }

    private static func isUpper(_ point: UInt32) -> Bool {
        point < 0x80 ? 0x41...0x5a ~= point : properties(point)?.isUppercase ?? false
    }

    private static func isLower(_ point: UInt32) -> Bool {
        point < 0x80 ? 0x61...0x7a ~= point : properties(point)?.isLowercase ?? false
    }

    private static func isTitleCase(_ point: UInt32) -> Bool {
        properties(point)?.generalCategory == .titlecaseLetter
    }

    private static func swapped(_ text: [UInt32]) -> [UInt32] {
        text.indices.flatMap { index in
            let point = text[index]
            return isUpper(point)
                ? lowered(text, at: index) : isLower(point) ? upper(point) : [point]
        }
    }

    private static func titled(_ text: [UInt32]) -> [UInt32] {
        var inWord = false
        return text.indices.flatMap { index in
            let point = text[index]
            defer { inWord = isUpper(point) || isLower(point) || isTitleCase(point) }
            return inWord ? lowered(text, at: index) : title(point)
        }
    }

    private static func capitalized(_ text: [UInt32]) -> [UInt32] {
        guard let first = text.first else { return [] }
        return title(first) + text.indices.dropFirst().flatMap { lowered(text, at: $0) }
    }

    static func isLetter(_ point: UInt32) -> Bool {
        if point < 0x80 { return 0x41...0x5a ~= point || 0x61...0x7a ~= point }
        switch properties(point)?.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return true
        default: return false
        }
    }

    private static func isDigit(_ point: UInt32) -> Bool {
        if point < 0x80 { return 0x30...0x39 ~= point }
        let kind = properties(point)?.numericType
        return kind == .decimal || kind == .digit
    }

    private static func isNumeric(_ point: UInt32) -> Bool {
        point < 0x80 ? 0x30...0x39 ~= point : properties(point)?.numericType != nil
    }

    private static func isCased(_ text: [UInt32], upper: Bool) -> Bool {
        var found = false
        for point in text {
            if isTitleCase(point) || (upper ? isLower(point) : isUpper(point)) { return false }
            if upper ? isUpper(point) : isLower(point) { found = true }
        }
        return found
    }

    private static func isTitle(_ text: [UInt32]) -> Bool {
        var found = false
        var inWord = false
        for point in text {
            if isUpper(point) || isTitleCase(point) {
                if inWord { return false }
                inWord = true
                found = true
            } else if isLower(point) {
                if !inWord { return false }
                found = true
            } else {
                inWord = false
            }
        }
        return found
    }

    static func isIdentifier(_ text: [UInt32]) -> Bool {
        guard let first = text.first else { return false }
        guard first == 0x5f || properties(first)?.isXIDStart == true else { return false }
        return text.dropFirst().allSatisfy { properties($0)?.isXIDContinue == true }
    }
}
