/// The names that a source binds at its outermost level by `def`, `class`, assignment or import.
///
/// A reading of the line beginnings, which is all that telling an answer from an experiment needs:
/// what a line does beyond it is for the interpreter to say.
package func boundNames(in source: String) -> Set<String> {
    var names: Set<String> = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: true) {
        guard let first = line.first, first.isLetter || first == "_" else { continue }
        let words = line.split(separator: " ", maxSplits: 2)
        switch words.first {
        case "def", "class":
            if words.count > 1 { names.insert(identifier(at: words[1])) }
        default:
            names.formUnion(assignedNames(in: line))
        }
    }
    names.remove("")
    return names
}

/// The names that a source defines at its outermost level as something to call, by `def` or `class`.
package func definedCallables(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count > 1, line.first != " ", words[0] == "def" || words[0] == "class" else {
            return nil
        }
        return identifier(at: words[1])
    }
}

private func identifier(at text: Substring) -> String {
    String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
}

/// The targets of `a = …`, `a, b = …` and `a: int = …`.
private func assignedNames(in line: Substring) -> [String] {
    guard let equals = line.firstIndex(of: "=") else { return [] }
    let after = line.index(after: equals)
    if after < line.endIndex, line[after] == "=" { return [] }
    let target = line[..<equals].split(separator: ":")[0]
    let parts = target.split(separator: ",").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let areNames = parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    return areNames ? parts : []
}
