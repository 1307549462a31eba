/// Formulas as words on one line, for screen readers: what `FormulaText` writes with signs that are often passed over.
package enum FormulaWords {
    package static func text(of source: String) -> String {
        var result = ""
        func add(_ word: String) {
            if !result.isEmpty, result.last != " " { result += " " }
            result += word + " "
        }
        var rest = Array(FormulaText.inline(source))[...]
        func run(_ letters: [Character: Character]) -> String {
            let found = rest.prefix { letters[$0] != nil }
            rest = rest.dropFirst(found.count)
            return spoken(String(found.compactMap { letters[$0] }))
        }
        while let character = rest.popFirst() {
            if let name = large[character] {
                let below = run(subscripts), above = run(superscripts)
                add(
                    name + (below.isEmpty ? "" : " over \(below)")
                        + (above.isEmpty ? "" : " to \(above)") + " of")
            } else if let word = words[character] {
                add(word)
            } else if subscripts[character] != nil {
                rest = [character] + rest
                add("sub " + run(subscripts))
            } else if superscripts[character] != nil {
                rest = [character] + rest
                add(power(run(superscripts)))
            } else if character == Wrapping.noBreakSpace {
                result += " "
            } else {
                result += spelled(character)
            }
        }
        return result.split(separator: " ").joined(separator: " ")
    }

    /// Letters that stand together, their signs as words.
    private static func spoken(_ text: String) -> String {
        let parts = text.map { words[$0].map { " \($0) " } ?? String($0) }
        return parts.joined().split(separator: " ").joined(separator: " ")
    }

    private static func power(_ exponent: String) -> String {
        switch exponent {
        case "2": "squared"
        case "3": "cubed"
        case "T", "⊤": "transposed"
        default: "to the power " + exponent
        }
    }

    /// A letter with a mark above it: `x̂` is `x hat`.
    private static func spelled(_ character: Character) -> String {
        let scalars = Array((composed[character] ?? String(character)).unicodeScalars)
        guard scalars.count > 1, let first = scalars.first else { return String(character) }
        let names = scalars.dropFirst().compactMap { accents[$0] }
        guard names.count == scalars.count - 1 else { return String(character) }
        return ([String(first)] + names).joined(separator: " ") + " "
    }

    private static let accents: [Unicode.Scalar: String] = [
        "\u{302}": "hat", "\u{304}": "bar", "\u{303}": "tilde", "\u{307}": "dot",
        "\u{20D7}": "vector",
    ]

    private static let composed: [Character: String] = Dictionary(
        FormulaSymbols.composed.map { (Character($1), $0) }, uniquingKeysWith: { first, _ in first }
    )

    private static let large: [Character: String] = ["∑": "the sum", "∏": "the product"]

    private static let words: [Character: String] = [
        "√": "the square root of", "Σ": "the sum of", "∼": "is drawn from",
        "×": "times", "·": "times", "⋅": "times", "⊙": "times, element by element,",
        "÷": "divided by", "/": "over", "−": "minus", "+": "plus", "=": "equals", "≈": "is about",
        "≠": "is not", "≤": "is at most", "≥": "is at least", "<": "is less than",
        ">": "is more than", "∈": "in", "∞": "infinity", "∂": "partial", "∇": "gradient of",
        "→": "to", "←": "gets", "±": "plus or minus", "‖": "norm", "^": "to the power", "_": "sub",
    ]

    private static let subscripts = lettersBehind(FormulaSymbols.subscripts)
    private static let superscripts = lettersBehind(FormulaSymbols.superscripts)

    /// The letter that each raised or lowered one stands for.
    private static func lettersBehind(
        _ letters: [Character: Character]
    ) -> [Character: Character] {
        Dictionary(
            letters.filter { $0 != $1 }.sorted { $0.key < $1.key }.map { ($1, $0) },
            uniquingKeysWith: { _, last in last })
    }
}
