/// Makes a cell of text that was pasted from elsewhere.
package enum CellText {
    /// The text without carriage returns, without the prompts of a copied session (`>>> `, `In [1]: `) and
    /// without an indentation that all its lines share.
    package static func cleaned(_ text: String) -> String {
        // By scalars: "\r\n" is one character to Swift. A carriage return alone ends a line, too.
        var whole = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if !(scalar == "\n" && last == "\r") { whole.append(scalar == "\r" ? "\n" : scalar) }
            last = scalar
        }
        var lines = String(whole).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        lines = withoutPrompts(lines)
        return dedented(lines).joined(separator: "\n")
    }

    private static func withoutPrompts(_ lines: [String]) -> [String] {
        guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }) else {
            return lines
        }
        if first.hasPrefix(">>> ") {
            // Lines without a prompt are what the copied session printed.
            return lines.compactMap { line in
                if line.hasPrefix(">>> ") || line.hasPrefix("... ") {
                    return String(line.dropFirst(4))
                }
                return line == "..." || line == ">>>" || line.isEmpty ? "" : nil
            }
        }
        guard let pattern = try? Regex(#"^\s*(In \[\d+\]|\.\.\.): ?"#),
            first.prefixMatch(of: pattern) != nil, first.hasPrefix("In [")
        else { return lines }
        return lines.map { line in
            line.prefixMatch(of: pattern).map { String(line[$0.range.upperBound...]) } ?? line
        }
    }

    private static func dedented(_ lines: [String]) -> [String] {
        var shared: Int?
        for line in lines where !line.allSatisfy(\.isWhitespace) {
            let depth = line.prefix { $0 == " " }.count
            shared = min(shared ?? depth, depth)
            if shared == 0 { return lines }
        }
        guard let shared, shared > 0 else { return lines }
        return lines.map { String($0.dropFirst(min(shared, $0.prefix { $0 == " " }.count))) }
    }
}
