import CReadline
import Glibc

/// How many columns text takes on a terminal.
///
/// The width of a scalar comes from the C library's table, under a UTF-8 locale whatever the user's is.
/// What a person sees as one character is one unit: a base with its combining marks has the base's
/// width, an emoji sequence (joined with U+200D, with a skin tone, or made emoji by U+FE0F) is two
/// columns wide. Escape sequences take no room.
package enum CellWidth {
    /// Makes the process's character type locale a UTF-8 one, which also the line editor needs.
    package static func prepareLocale() { _ = locale }

    /// The locale that had to be taken because the environment's is no UTF-8 one, or is not installed.
    static var substitute: String? { locale == .substitute ? utf8 : nil }

    private enum Locale { case own, substitute, missing }

    private static let utf8 = "C.UTF-8"

    private static let locale: Locale = {
        _ = setlocale(LC_CTYPE, "")
        if let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) == "UTF-8" {
            return .own
        }
        return setlocale(LC_CTYPE, utf8) != nil ? .substitute : .missing
    }()

    /// Columns of one scalar: 0 for combining marks and control characters.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x7F { return value < 0x20 ? 0 : 1 }
        if value < 0xA0 { return 0 }
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        if locale == .missing { return 1 }
        return max(0, Int(lab_columns(value)))
    }

    /// Columns of one character as a person counts them.
    package static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        let width = of(first)
        guard scalars.count > 1 else { return width }
        for scalar in scalars.dropFirst() {
            switch scalar.value {
            case 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF: return 2
            case 0x1F1E6...0x1F1FF: return 2
            default: break
            }
        }
        return width
    }

    /// Columns of a text; escape sequences (CSI and OSC) are skipped.
    package static func of(_ text: some StringProtocol) -> Int {
        var plain = true
        var count = 0
        for byte in text.utf8 {
            if byte < 0x20 || byte >= 0x7F {
                plain = false
                break
            }
            count += 1
        }
        if plain { return count }
        var width = 0
        var escapes = EscapeSkipper()
        for character in text where !escapes.skips(character) {
            width += of(character)
        }
        return width
    }

    /// The longest beginning of a text that fits in so many columns.
    package static func prefix(of text: String, columns: Int) -> Substring {
        var width = 0
        var end = text.startIndex
        while end < text.endIndex {
            let next = of(text[end])
            if width + next > columns { break }
            width += next
            end = text.index(after: end)
        }
        return text[..<end]
    }

    /// The text with spaces after it up to a width; a longer text is left as it is.
    package static func padded(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - of(text)))
    }

    /// The text cut to a width, with an ellipsis where something was cut.
    package static func truncated(_ text: String, to columns: Int) -> String {
        guard columns > 0 else { return "" }
        if of(text) <= columns { return text }
        return prefix(of: text, columns: columns - 1) + "…"
    }
}

/// Follows a text character by character and says which of them belong to escape sequences.
struct EscapeSkipper {
    private enum State { case text, escape, control, command, commandEscape }
    private var state = State.text

    mutating func skips(_ character: Character) -> Bool {
        switch state {
        case .text:
            if character == "\u{1B}" { state = .escape }
            return state == .escape
        case .escape:
            switch character {
            case "[": state = .control
            case "]": state = .command
            default: state = .text
            }
        case .control:
            if let value = character.asciiValue, (0x40...0x7E).contains(value) { state = .text }
        case .command:
            if character == "\u{07}" { state = .text }
            if character == "\u{1B}" { state = .commandEscape }
        case .commandEscape:
            state = .text
        }
        return true
    }
}
