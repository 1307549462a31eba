/// A token with its place, for tools that work on a learner's text.
package struct SourceToken: Sendable, Equatable {
    package enum Kind: Sendable { case name, keyword, number, string, mark }

    package var kind: Kind
    /// The bytes of the UTF-8 text that it takes.
    package var range: Range<Int>
    package var text: String

    /// The tokens of a text with line ends of one byte, up to the first place that is none; ends of lines and
    /// indentation are left out.
    package static func tokens(of text: String) -> [SourceToken] {
        guard let source = try? SourceText(Array(text.utf8), filename: "") else { return [] }
        var lexer = Lexer(source)
        lexer.run()
        return lexer.tokens.compactMap { token in
            let kind: Kind
            switch token.kind {
            case .endMarker, .newline, .indent, .dedent, .error: return nil
            case .name: kind = .name
            case .number: kind = .number
            case .string: kind = .string
            case let other where other.rawValue >= TokenKind.kwFalse.rawValue: kind = .keyword
            default: kind = .mark
            }
            let range = Int(token.start)..<Int(token.end)
            guard range.upperBound <= source.count else { return nil }
            return SourceToken(
                kind: kind, range: range, text: String(decoding: source.bytes[range], as: UTF8.self)
            )
        }
    }
}
