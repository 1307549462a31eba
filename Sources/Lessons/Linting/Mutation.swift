import Interpreter

// Small changes to a right answer, each of which a good check should notice: an operator exchanged for its
// neighbour, a constant moved, an axis, a mode or a flag turned round.

/// One change to a source.
package struct Mutation: Sendable, Equatable {
    /// The line of the change, from 1.
    package var line: Int
    /// What stands there, and what takes its place.
    package var old: String
    package var new: String
    /// The whole source with the change.
    package var source: String

    /// Every mutation of a source, in its order.
    package static func all(of source: String) -> [Mutation] {
        let bytes = Array(source.utf8)
        let tokens = SourceToken.tokens(of: source)
        var mutations: [Mutation] = []
        for (index, token) in tokens.enumerated() {
            let before = index > 0 ? tokens[index - 1] : nil
            for new in replacements(for: token, after: before) {
                var changed = Array(bytes[..<token.range.lowerBound])
                changed += Array(new.utf8)
                changed += bytes[token.range.upperBound...]
                let line = bytes[..<token.range.lowerBound].count { $0 == 10 } + 1
                mutations.append(
                    Mutation(
                        line: line, old: token.text, new: new.isEmpty ? "nothing" : new,
                        source: String(decoding: changed, as: UTF8.self)))
            }
        }
        return mutations
    }

    private static func replacements(for token: SourceToken, after before: SourceToken?)
        -> [String]
    {
        switch token.kind {
        case .number: numbers(token.text)
        case .name: before?.text == "." ? methods[token.text] ?? [] : []
        case .keyword: keywords[token.text] ?? []
        case .mark:
            // A sign and the star of an argument list are no operation between two values.
            before.map { ends($0) } == true ? marks[token.text] ?? [] : []
        case .string: []
        }
    }

    /// Whether a token can end a value, so that what follows is an operator between two.
    private static func ends(_ token: SourceToken) -> Bool {
        switch token.kind {
        case .name, .number, .string: true
        case .mark: [")", "]", "}"].contains(token.text)
        case .keyword: ["True", "False", "None"].contains(token.text)
        }
    }

    /// Another number in place of one: an index or a size goes up and down, a rate is halved.
    private static func numbers(_ text: String) -> [String] {
        if let value = Int(text) {
            if value > 1000 { return [] }
            return value == 0 ? ["1"] : ["\(value + 1)", "\(value - 1)"]
        }
        guard let value = Double(text), value != 0 else { return text == "0.0" ? ["0.5"] : [] }
        return ["\(value / 2)"]
    }

    private static let marks: [String: [String]] = [
        "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "//": ["/"], "**": ["*"], "%": ["//"],
        "@": ["*"], "<": ["<=", ">"], "<=": ["<"], ">": [">=", "<"], ">=": [">"], "==": ["!="],
        "!=": ["=="], "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="],
    ]

    private static let keywords: [String: [String]] = [
        "True": ["False"], "False": ["True"], "and": ["or"], "or": ["and"], "not": [""],
        "continue": ["pass"], "break": ["pass"],
    ]

    private static let methods: [String: [String]] = [
        "mean": ["sum"], "sum": ["mean"], "var": ["std"], "std": ["var"], "max": ["min"],
        "min": ["max"], "argmax": ["argmin"], "argmin": ["argmax"], "train": ["eval"],
        "eval": ["train"], "sqrt": ["abs"], "rsqrt": ["sqrt"], "exp": ["log"], "square": ["abs"],
        "relu": ["tanh"], "floor": ["ceil"],
    ]
}
