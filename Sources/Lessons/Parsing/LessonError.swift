/// What is wrong with a lesson file, and where.
package struct LessonError: Error, Sendable, Equatable, CustomStringConvertible {
    package var file: String
    /// The line, from 1; 0 where the file as a whole is meant.
    package var line: Int
    /// What is wrong, with what was expected and what was given.
    package var message: String

    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String {
        line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
    }
}

/// Everything that is wrong with a lesson file, in the file's order.
package struct LessonErrors: Error, Sendable, CustomStringConvertible {
    package var errors: [LessonError]

    package init(_ errors: [LessonError]) { self.errors = errors }

    package var description: String {
        errors.map(\.description).joined(separator: "\n")
    }
}

/// A text given in an error: short, and on one line.
func quoted(_ text: some StringProtocol) -> String {
    let line = text.prefix(60).map { $0.isNewline ? " " : $0 }
    return "\"\(String(line))\(text.count > 60 ? "…" : "")\""
}
