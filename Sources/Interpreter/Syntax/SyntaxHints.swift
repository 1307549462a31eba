/// The one plain sentence below a syntax error, where something true and useful can be said.
extension SyntaxFailure {
    /// The failure with its hint.
    func explained() -> SyntaxFailure {
        var result = self
        if result.hint == nil { result.hint = suggestedHint }
        return result
    }

    private var suggestedHint: String? {
        if message.hasPrefix("`"), message.contains("j` is not in the lab's Python") {
            return "The lab has no complex numbers."
        }
        for (beginning, hint) in Self.hints where message.hasPrefix(beginning) { return hint }
        return nil
    }

    private static let hints: [(String, String)] = [
        ("`async`", "The lab runs one thing at a time: write an ordinary function."),
        ("`await`", "The lab runs one thing at a time: call the function directly."),
        ("`match`", "Write it with if and elif."),
        ("`metaclass`", "A class decorator or __init_subclass__ may do what you need."),
        (
            "`__del__`",
            "When an object goes is not for a program to see: use with and __exit__ to clean up."
        ),
        ("`type`", "Assign the type to a name instead."),
        ("`except*`", "Use except."),
        (
            "expected ':'",
            "A line that opens a block (if, for, while, def, class, with) ends in a colon."
        ),
        (
            "expected an indented block",
            "The lines of a block start further right than the line that opens it; four spaces are usual."
        ),
        (
            "unexpected indent",
            "This line starts further right than the one above, which opens no block."
        ),
        (
            "unindent does not match",
            "Lines of one block start in the same column; this one fits no block above."
        ),
        (
            "inconsistent use of tabs",
            "Indent with spaces only: here tabs and spaces are mixed."
        ),
        (
            "unterminated string literal",
            "A string ends with the quote it began with, on the same line."
        ),
        ("unterminated triple-quoted", "Close the text with three quotes of the same kind."),
        ("'return' outside function", "return belongs in the indented body of a def."),
    ]
}
