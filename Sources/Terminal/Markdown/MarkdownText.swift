/// Markdown as lines for a terminal: headings, lists, tables, quotes, code in colours, links and formulas.
package struct MarkdownText {
    let width: Int
    let theme: Theme
    let math: MathSpans

    /// The lines of a Markdown text, painted, none wider than `width` where that can be (code is never
    /// broken). No empty line at the beginning or end.
    package static func render(_ markdown: String, width: Int, theme: Theme) -> [String] {
        let math = MathSpans(markdown)
        // Long lines tire the eye: text goes no further than 88 columns, tables and code use all.
        let text = MarkdownText(width: max(20, width), theme: theme, math: math)
        let blocks = MarkdownReader.read(math.markdown)
        return text.lines(of: blocks, width: text.width).map { theme.paint($0) }
    }

    private static let measure = 88

    private func lines(of blocks: [MarkdownBlock], width: Int, isTight: Bool = false) -> [[Span]] {
        var result: [[Span]] = []
        for (index, block) in blocks.enumerated() {
            if index > 0, !isTight { result.append([]) }
            result += lines(of: block, width: width)
        }
        return result
    }

    private func lines(of block: MarkdownBlock, width: Int) -> [[Span]] {
        switch block {
        case .heading(let level, let content):
            return heading(level, content, width: width)
        case .paragraph(let content):
            return paragraph(content, width: min(width, Self.measure))
        case .quote(let blocks):
            if theme.isSpoken {
                return [[Span("Quote:")]] + lines(of: blocks, width: width) + [
                    [Span("End of quote.")]
                ]
            }
            let bar = Span("│ ", .muted)
            return lines(of: blocks, width: width - 2).map { [bar] + $0 }
        case .list(let start, let isTight, let items):
            return list(start: start, isTight: isTight, items: items, width: width)
        case .code(let source, let language):
            return code(source, language: language)
        case .table(let alignments, let rows):
            let table = MarkdownTable(
                alignments: alignments, rows: rows.map { $0.map { spans(of: $0, Style()) } },
                width: width)
            return theme.isSpoken ? table.sentences : table.lines
        case .rule:
            if theme.isSpoken { return [] }
            return [[Span(String(repeating: "─", count: min(width, Self.measure)), .muted)]]
        }
    }

    private func heading(_ level: Int, _ content: [MarkdownInline], width: Int) -> [[Span]] {
        var style = Style(.heading)
        if theme.depth == .none { style = Style(.plain) }
        let lines = Wrapping.wrap(spans(of: content, style), width: width)
        guard level <= 2, !theme.isSpoken else { return lines }
        let longest = lines.map { Wrapping.columns(of: $0) }.max() ?? 0
        let sign = level == 1 ? "═" : "─"
        return lines + [[Span(String(repeating: sign, count: longest), .muted)]]
    }

    private func list(
        start: Int?, isTight: Bool, items: [(isDone: Bool?, blocks: [MarkdownBlock])], width: Int
    ) -> [[Span]] {
        var result: [[Span]] = []
        let last = (start ?? 0) + items.count - 1
        let numberWidth = String(last).count
        for (index, item) in items.enumerated() {
            if index > 0, !isTight { result.append([]) }
            var mark = theme.isSpoken ? "- " : "• "
            if let start {
                let number = String(start + index)
                let pad = String(repeating: " ", count: max(0, numberWidth - number.count))
                mark = pad + number + ". "
            }
            if let isDone = item.isDone {
                let words = isDone ? "- done: " : "- open: "
                mark = theme.isSpoken ? words : isDone ? "☑ " : "☐ "
            }
            let indent = CellWidth.of(mark)
            let body = lines(of: item.blocks, width: max(10, width - indent), isTight: isTight)
            let blank = Span(String(repeating: " ", count: indent))
            for (row, line) in (body.isEmpty ? [[]] : body).enumerated() {
                let prefix = row == 0 ? Span(mark, .muted) : blank
                result.append(line.isEmpty && row > 0 ? [] : [prefix] + line)
            }
        }
        return result
    }

    private func code(_ source: String, language: String) -> [[Span]] {
        let trimmed = source.trimmingEnd()
        let isPython = ["python", "py", "pycon", "{python}"].contains(language)
        let lines: [[Span]]
        if isPython {
            lines = PythonHighlighter.lines(of: trimmed)
        } else {
            lines = trimmed.split(separator: "\n", omittingEmptySubsequences: false)
                .map { [Span(String($0), language.isEmpty ? .plain : .code)] }
        }
        return lines.map { $0.isEmpty ? [] : [Span("    ")] + $0 }
    }

    /// A paragraph; formulas on lines of their own interrupt the text.
    private func paragraph(_ content: [MarkdownInline], width: Int) -> [[Span]] {
        var result: [[Span]] = []
        var pending: [Span] = []
        func flush() {
            let isBlank = pending.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
            if !isBlank { result += Wrapping.wrap(pending, width: width) }
            pending = []
        }
        for span in spans(of: content, Style(), keepsDisplays: true) {
            var rest = Substring(span.text)
            while let index = rest.firstIndex(where: { math.formula(at: $0) != nil }) {
                let before = rest[..<index]
                if !before.isEmpty { pending.append(Span(String(before), span.style)) }
                let formula = math.formula(at: rest[index])
                flush()
                if !result.isEmpty { result.append([]) }
                let source = formula?.source ?? ""
                let lines =
                    theme.isSpoken
                    ? [FormulaWords.text(of: source)]
                    : FormulaText.display(source, width: width - 4)
                for line in lines {
                    result.append([Span("    "), Span(line, .formula)])
                }
                result.append([])
                rest = rest[rest.index(after: index)...]
            }
            if !rest.isEmpty { pending.append(Span(String(rest), span.style)) }
        }
        flush()
        while result.last?.isEmpty ?? false { result.removeLast() }
        return result
    }

    func spans(
        of content: [MarkdownInline], _ style: Style, keepsDisplays: Bool = false
    ) -> [Span] {
        content.flatMap { inline -> [Span] in
            switch inline {
            case .text(let text): return withFormulas(text, style, keepsDisplays: keepsDisplays)
            case .softBreak: return [Span(" ", style)]
            case .lineBreak: return [Span(String(Wrapping.lineBreak), style)]
            case .code(let text):
                var code = style
                code.role = .code
                // Without colours the marks stay, so that code is told from words.
                return [Span(theme.depth == .none ? "`\(text)`" : text, code)]
            case .emphasis(let inner):
                var changed = style
                changed.italic = true
                return spans(of: inner, changed, keepsDisplays: keepsDisplays)
            case .strong(let inner):
                var changed = style
                changed.bold = true
                return spans(of: inner, changed, keepsDisplays: keepsDisplays)
            case .struck(let inner):
                var changed = style
                changed.struck = true
                return spans(of: inner, changed, keepsDisplays: keepsDisplays)
            case .link(let target, let inner):
                return link(target, inner, style)
            case .image(let description):
                let text = spans(of: description, style)
                return [Span("[picture: ", .muted)] + text + [Span("]", .muted)]
            }
        }
    }

    private func link(_ target: String, _ inner: [MarkdownInline], _ style: Style) -> [Span] {
        var changed = style
        changed.role = .link
        changed.target = target
        let text = spans(of: inner, changed)
        let plain = text.map(\.text).joined()
        if theme.hyperlinks || plain == target || target.hasPrefix("#") { return text }
        if target == "mailto:" + plain || target == "http://" + plain { return text }
        return text + [Span(" (\(target))", .muted)]
    }

    private func withFormulas(_ text: String, _ style: Style, keepsDisplays: Bool) -> [Span] {
        var result: [Span] = []
        var plain = ""
        for character in text {
            guard let formula = math.formula(at: character) else {
                plain.append(character)
                continue
            }
            if keepsDisplays, formula.isDisplay {
                plain.append(character)
                continue
            }
            if !plain.isEmpty { result.append(Span(plain, style)) }
            plain = ""
            var look = style
            look.role = .formula
            let text =
                theme.isSpoken
                ? FormulaWords.text(of: formula.source) : FormulaText.inline(formula.source)
            result.append(Span(text, look))
        }
        if !plain.isEmpty { result.append(Span(plain, style)) }
        return result
    }
}
