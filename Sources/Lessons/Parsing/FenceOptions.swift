// The words after a fence's opening, as jupytext writes cell options: a language, then key=value with
// the value in JSON's notation: `python exercise="relu" points=4`.

/// The value of a fence option.
enum OptionValue: Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)

    var kind: String {
        switch self {
        case .text: "a text in double quotes"
        case .number: "a number"
        case .flag: "true or false"
        }
    }

    var given: String {
        switch self {
        case .text(let text): "\"\(text)\""
        case .number(let value): plainNumber(value)
        case .flag(let flag): "\(flag)"
        }
    }
}

/// A fence's first line, taken apart.
struct FenceOptions {
    var language: String
    /// The options in the order written.
    var options: [(key: String, value: OptionValue)]

    struct Refusal: Error {
        var message: String
    }

    init(_ info: String) throws(Refusal) {
        var rest = info[...].drop(while: \.isWhitespace)
        language = String(rest.prefix { !$0.isWhitespace })
        if language.contains("=") {
            language = ""
        } else {
            rest = rest.dropFirst(language.count)
        }
        options = []
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if rest.isEmpty { return }
            let key = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
            rest = rest.dropFirst(key.count)
            guard !key.isEmpty, rest.first == "=" else {
                throw Refusal(
                    message: "options written key=\"value\" are expected; given: \(quoted(info))")
            }
            rest = rest.dropFirst()
            let value = try Self.value(of: key, from: &rest)
            guard !options.contains(where: { $0.key == key }) else {
                throw Refusal(message: "the option \(key) is given twice")
            }
            options.append((key, value))
        }
    }

    private static func value(of key: String, from rest: inout Substring) throws(Refusal)
        -> OptionValue
    {
        if rest.first == "\"" { return .text(try quotedText(of: key, from: &rest)) }
        let word = String(rest.prefix { !$0.isWhitespace })
        rest = rest.dropFirst(word.count)
        switch word {
        case "true": return .flag(true)
        case "false": return .flag(false)
        default:
            guard let value = Double(word), value.isFinite else {
                throw Refusal(
                    message: "the option \(key) expects a text in double quotes, a number, true or "
                        + "false; given: \(quoted(word))")
            }
            return .number(value)
        }
    }

    private static func quotedText(of key: String, from rest: inout Substring) throws(Refusal)
        -> String
    {
        var text = ""
        rest = rest.dropFirst()
        while let character = rest.popFirst() {
            switch character {
            case "\"": return text
            case "\\":
                guard let escaped = rest.popFirst() else { break }
                switch escaped {
                case "n": text.append("\n")
                case "t": text.append("\t")
                case "r": text.append("\r")
                case "\"", "\\", "/": text.append(escaped)
                case "u": text.unicodeScalars.append(try scalar(of: key, from: &rest))
                default:
                    throw Refusal(
                        message: "the option \(key) holds \\\(escaped), which is no JSON escape")
                }
            default: text.append(character)
            }
        }
        throw Refusal(message: "the text of the option \(key) has no closing quote")
    }

    /// The character of `\uXXXX`, as Jupyter's tools write what is not ASCII; what lies beyond the first 65,536 is a pair.
    private static func scalar(of key: String, from rest: inout Substring) throws(Refusal)
        -> Unicode.Scalar
    {
        let first = try unit(of: key, from: &rest)
        if let scalar = Unicode.Scalar(first) {
            guard scalar.properties.generalCategory != .control else {
                throw Refusal(message: "the option \(key) holds a control character")
            }
            return scalar
        }
        guard UTF16.isLeadSurrogate(first), rest.hasPrefix("\\u") else {
            throw Refusal(message: "the option \(key) holds half of a \\u pair")
        }
        rest = rest.dropFirst(2)
        let second = try unit(of: key, from: &rest)
        guard UTF16.isTrailSurrogate(second) else {
            throw Refusal(message: "the option \(key) holds half of a \\u pair")
        }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    /// The four hexadecimal digits after `\u`.
    private static func unit(of key: String, from rest: inout Substring) throws(Refusal) -> UInt16 {
        let digits = rest.prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
            let unit = UInt16(digits, radix: 16)
        else {
            throw Refusal(
                message: "the option \(key) holds \\u\(digits), which is no JSON escape: four "
                    + "hexadecimal digits are expected")
        }
        rest = rest.dropFirst(4)
        return unit
    }
}
