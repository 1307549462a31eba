/// Lines of CSV (RFC 4180) that spreadsheets show as they are.
enum CSVText {
    /// A line with its end. A text that a spreadsheet would take for a formula gets an apostrophe before it.
    static func line(_ fields: [Field]) -> String {
        fields.map(\.text).joined(separator: ",") + "\r\n"
    }

    enum Field {
        /// What a person or a submission wrote.
        case text(String)
        case number(Double?)

        var text: String {
            switch self {
            case .number(let value): value.map(markText) ?? ""
            case .text(let text): Self.quoted(Self.defused(text))
            }
        }

        /// `=`, `+`, `-`, `@` and control characters begin formulas, also behind spaces.
        private static func defused(_ text: String) -> String {
            guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return text }
            let isFormula =
                "=+-@|".unicodeScalars.contains(first)
                || "\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars
                    .contains(first)
                || text.unicodeScalars.first.map { $0.value < 32 } == true
            return isFormula ? "'" + text : text
        }

        private static func quoted(_ text: String) -> String {
            guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) })
            else { return text }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
    }
}
