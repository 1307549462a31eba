/// Formulas as words on one line, for screen readers: what `FormulaText` writes with signs that are often passed over.
package enum FormulaWords {
    package static func text(of source: String) -> String {
        var result = ""
        func add(_ word: String) {
            if !result.isEmpty, result.last != " " { result += " " }
            result += word + " "
        }
        for character in FormulaText.inline(source) {
            if let word = words[character] {
                add(word)
            } else if let digit = subscripts[character] {
                result.hasSuffix(" sub ") ? () : add("sub")
                result.append(digit)
            } else if let digit = superscripts[character] {
                add("to the power " + String(digit))
            } else {
                result += spelled(character)
            }
        }
        return result.split(separator: " ").joined(separator: " ")
    }

    /// A letter with a mark above it: `x̂` is `x hat`.
    private static func spelled(_ character: Character) -> String {
        let scalars = Array(character.unicodeScalars)
        guard scalars.count > 1, let first = scalars.first else { return String(character) }
        let names = scalars.dropFirst().compactMap { accents[$0] }
        guard names.count == scalars.count - 1 else { return String(character) }
        return ([String(first)] + names).joined(separator: " ") + " "
    }

    private static let accents: [Unicode.Scalar: String] = [
        "\u{302}": "hat", "\u{304}": "bar", "\u{303}": "tilde", "\u{307}": "dot",
        "\u{20D7}": "vector",
    ]

    private static let words: [Character: String] = [
        "√": "the square root of", "∑": "the sum of", "Σ": "the sum of", "∏": "the product of",
        "×": "times", "·": "times", "⊙": "times, element by element,", "÷": "divided by",
        "/": "over", "−": "minus", "+": "plus", "=": "equals", "≈": "is about", "≠": "is not",
        "≤": "is at most", "≥": "is at least", "<": "is less than", ">": "is more than",
        "∈": "in", "∞": "infinity", "∂": "partial", "∇": "gradient of", "→": "to", "←": "gets",
        "±": "plus or minus", "²": "squared", "³": "cubed", "‖": "norm", "ᵀ": "transposed",
    ]

    private static let subscripts: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉ᵢⱼₙₘₖₓ", "0123456789ijnmkx"))

    private static let superscripts: [Character: Character] = Dictionary(
        uniqueKeysWithValues: zip("⁰¹⁴⁵⁶⁷⁸⁹ⁿⁱ", "01456789ni"))
}
