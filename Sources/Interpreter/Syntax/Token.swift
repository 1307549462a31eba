/// What a token is. Keywords and operators have a kind each.
enum TokenKind: UInt8, Sendable {
    case endMarker, newline, indent, dedent, name, number, string
    /// The place where the lexer failed.
    case error

    // Operators
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case colon, comma, semicolon, dot, ellipsis, arrow, at, equal, colonEqual, exclamation
    case plus, minus, star, slash, doubleSlash, doubleStar, percent, ampersand, bar, caret, tilde
    case leftShift, rightShift
    case less, greater, lessEqual, greaterEqual, equalEqual, notEqual
    case plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, doubleStarEqual
    case percentEqual, ampersandEqual, barEqual, caretEqual, leftShiftEqual, rightShiftEqual
    case atEqual

    // Keywords
    case kwFalse, kwNone, kwTrue, kwAnd, kwAs, kwAssert, kwAsync, kwAwait, kwBreak, kwClass
    case kwContinue, kwDef, kwDel, kwElif, kwElse, kwExcept, kwFinally, kwFor, kwFrom, kwGlobal
    case kwIf, kwImport, kwIn, kwIs, kwLambda, kwNonlocal, kwNot, kwOr, kwPass, kwRaise, kwReturn
    case kwTry, kwWhile, kwWith, kwYield

    static let keywords: [(String, TokenKind)] = [
        ("False", .kwFalse), ("None", .kwNone), ("True", .kwTrue), ("and", .kwAnd), ("as", .kwAs),
        ("assert", .kwAssert), ("async", .kwAsync), ("await", .kwAwait), ("break", .kwBreak),
        ("class", .kwClass), ("continue", .kwContinue), ("def", .kwDef), ("del", .kwDel),
        ("elif", .kwElif), ("else", .kwElse), ("except", .kwExcept), ("finally", .kwFinally),
        ("for", .kwFor), ("from", .kwFrom), ("global", .kwGlobal), ("if", .kwIf),
        ("import", .kwImport), ("in", .kwIn), ("is", .kwIs), ("lambda", .kwLambda),
        ("nonlocal", .kwNonlocal), ("not", .kwNot), ("or", .kwOr), ("pass", .kwPass),
        ("raise", .kwRaise), ("return", .kwReturn), ("try", .kwTry), ("while", .kwWhile),
        ("with", .kwWith), ("yield", .kwYield),
    ]

    /// The operator of an augmented assignment.
    var augmentedOperator: BinaryOperator? {
        switch self {
        case .plusEqual: .add
        case .minusEqual: .subtract
        case .starEqual: .multiply
        case .slashEqual: .divide
        case .doubleSlashEqual: .floorDivide
        case .doubleStarEqual: .power
        case .percentEqual: .remainder
        case .ampersandEqual: .bitAnd
        case .barEqual: .bitOr
        case .caretEqual: .bitXor
        case .leftShiftEqual: .leftShift
        case .rightShiftEqual: .rightShift
        case .atEqual: .matrixMultiply
        default: nil
        }
    }

    /// Whether an expression can begin with it.
    var startsExpression: Bool {
        switch self {
        case .name, .number, .string, .leftParen, .leftBracket, .leftBrace, .ellipsis, .plus,
            .minus, .tilde, .kwFalse, .kwNone, .kwTrue, .kwNot, .kwLambda, .kwAwait:
            true
        default: false
        }
    }
}

/// A token: offsets into the source, the line it begins on, and the nesting of brackets after it.
struct Token: Sendable {
    var kind: TokenKind
    var level: UInt8
    var start: Int32
    var end: Int32
    var line: Int32
    /// The index of the name.
    var value: Int32
}

/// The names of a source text, each kept once.
struct IdentifierTable: Sendable {
    private(set) var names: [String] = []
    private var slots: [Int32]
    private var bytes: [[UInt8]] = []

    /// Keywords get the first indices, in the order of `TokenKind.keywords`.
    init() {
        slots = Array(repeating: -1, count: 256)
        for (text, _) in TokenKind.keywords { _ = intern(Array(text.utf8)[...]) }
    }

    /// A table without the keywords, to stand in for another for a while.
    init(empty: Void) { slots = [] }

    mutating func intern(_ text: ArraySlice<UInt8>) -> Int32 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash(text)) & mask
        while slots[slot] >= 0 {
            if bytes[Int(slots[slot])].elementsEqual(text) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        let index = Int32(names.count)
        slots[slot] = index
        bytes.append(Array(text))
        names.append(String(decoding: text, as: UTF8.self))
        if names.count * 2 > slots.count { grow() }
        return index
    }

    mutating func intern(_ text: String) -> Int32 { intern(Array(text.utf8)[...]) }

    private func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return value ^ (value >> 29)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        for (index, text) in bytes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash(text[...])) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }
}
