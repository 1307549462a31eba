/// Why a source text is not in the language.
package struct SyntaxFailure: Error, Sendable, Equatable {
    /// Which of Python's exceptions reports it.
    package enum Kind: String, Sendable {
        case syntaxError = "SyntaxError"
        case indentationError = "IndentationError"
        case tabError = "TabError"
    }

    package var kind: Kind
    package var message: String
    package var filename: String
    /// Counts from 1, as CPython's `lineno`.
    package var line: Int
    /// Counts from 1 in characters, as CPython's `offset`; 0 when there is no place in the line.
    package var column: Int
    /// As `line`, of the place after the last character; 0 when unknown.
    package var endLine: Int
    /// As `column`, after the last character; 0 when unknown.
    package var endColumn: Int
    /// The line itself, without its end; nil when there is none.
    package var text: String?
    /// One plain sentence that helps, shown below the error.
    package var hint: String?

    package init(
        kind: Kind = .syntaxError, message: String, filename: String = "", line: Int,
        column: Int = 0, endLine: Int = 0, endColumn: Int = 0, text: String? = nil,
        hint: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.filename = filename
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
        self.text = text
        self.hint = hint
    }
}
