// What of a text would not be shown as it is meant: said to authors, by `cnnlab lint`.

extension MarkdownText {
    /// What is wrong with a text for a terminal of so many columns: lines, tables and formulas that do not fit, formulas
    /// that cannot be read, and words that Markdown makes bold by their underscores.
    /// - Returns: sentences, each with the text's line that it is about, from 1.
    package static func problems(in markdown: String, width: Int) -> [(line: Int, message: String)]
    {
        let math = MathSpans(markdown)
        let text = MarkdownText(width: max(20, width), theme: .plain, math: math)
        let source = SourceLines(markdown)
        var found = text.formulaProblems.map { (source.line(of: $0.formula), $0.message) }
        for table in text.tables(in: MarkdownReader.read(math.markdown), width: text.width) {
            guard let word = table.cutWord else { continue }
            found.append(
                (source.line(of: word), "the table does not fit \(width) columns: it cuts \(word)"))
        }
        for line in render(markdown, width: width, theme: .plain) {
            let columns = CellWidth.of(line)
            guard columns > width else { continue }
            let start = line.drop(while: \.isWhitespace)
            found.append(
                (
                    source.line(of: String(start)),
                    "the line is \(columns) columns wide; at most \(width) fit at the prompt"
                ))
        }
        for (line, word) in source.underscored {
            found.append((line, "\(word) is shown bold; code stands between backticks"))
        }
        return found
    }

    private var formulaProblems: [(formula: String, message: String)] {
        var found: [(formula: String, message: String)] = []
        for (formula, isDisplay) in math.formulas {
            for message in FormulaParser.problems(in: formula) { found.append((formula, message)) }
            let columns =
                isDisplay
                ? TallFormula.box(FormulaParser.parse(formula)).width
                : FormulaText.inline(formula).split(separator: " ")
                    .map { CellWidth.of(String($0)) }.max() ?? 0
            let room = isDisplay ? width - 4 : width
            if columns > room {
                found.append(
                    (formula, "the formula is \(columns) columns wide; at most \(room) fit"))
            }
        }
        return found
    }

    private func tables(in blocks: [MarkdownBlock], width: Int) -> [MarkdownTable] {
        blocks.flatMap { block -> [MarkdownTable] in
            switch block {
            case .table(let alignments, let rows):
                let spans = rows.map { $0.map { self.spans(of: $0, Style()) } }
                return [MarkdownTable(alignments: alignments, rows: spans, width: width)]
            case .quote(let inner): return tables(in: inner, width: width - 2)
            case .list(_, _, let items):
                return items.flatMap { tables(in: $0.blocks, width: width - 3) }
            case .heading, .paragraph, .code, .rule: return []
            }
        }
    }
}

/// A Markdown text by its lines.
private struct SourceLines {
    private let text: String
    private let characters: [Character]

    init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    /// The line that a part of the text begins on; the first one if it is not found as it stands.
    func line(of part: String) -> Int {
        guard let range = text.firstRange(of: part) else { return 1 }
        return text[..<range.lowerBound].count { $0.isNewline } + 1
    }

    /// Words between double underscores outside of code, with their lines.
    var underscored: [(line: Int, word: String)] {
        var found: [(line: Int, word: String)] = []
        var index = 0
        var line = 1
        var fence: (sign: Character, count: Int)?
        var isLineStart = true
        while index < characters.count {
            if isLineStart {
                let end = MathSpans.lineEnd(characters, index)
                let mark = MathSpans.fence(characters[index..<end])
                if mark != nil || fence != nil {
                    if let mark {
                        if let open = fence {
                            if open.sign == mark.0, mark.1 >= open.count { fence = nil }
                        } else {
                            fence = (mark.0, mark.1)
                        }
                    }
                    line += 1
                    index = end + 1
                    continue
                }
            }
            let character = characters[index]
            isLineStart = character.isNewline
            var next = index + 1
            if character.isNewline {
                line += 1
            } else if character == "\\" {
                next += 1
            } else if character == "`" {
                next = MathSpans.codeSpanEnd(characters, index)
                line += characters[index..<next].count { $0.isNewline }
            } else if character == "_", let end = boldEnd(index) {
                found.append((line, String(characters[index..<end])))
                next = end
            } else if character == "_" {
                while next < characters.count, characters[next] == "_" { next += 1 }
            }
            index = next
        }
        return found
    }

    /// Where a word in double underscores that begins here ends, on the same line.
    private func boldEnd(_ start: Int) -> Int? {
        func isWord(_ index: Int) -> Bool {
            guard characters.indices.contains(index) else { return false }
            return characters[index].isLetter || characters[index].isNumber
        }
        guard start + 2 < characters.count, characters[start + 1] == "_", !isWord(start - 1),
            !characters[start + 2].isWhitespace, characters[start + 2] != "_"
        else { return nil }
        var index = start + 3
        while index + 1 < characters.count, !characters[index].isNewline {
            if characters[index] == "_", characters[index + 1] == "_",
                !characters[index - 1].isWhitespace, !isWord(index + 2)
            {
                return index + 2
            }
            index += 1
        }
        return nil
    }
}
