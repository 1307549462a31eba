/// A table drawn with lines; columns share the width, and cells that are too wide are wrapped.
struct MarkdownTable {
    let alignments: [MarkdownAlignment]
    /// The first row is the head.
    let rows: [[[Span]]]
    let width: Int

    var lines: [[Span]] {
        let count = alignments.count
        guard count > 0 else { return [] }
        let widths = columnWidths(count)
        var result: [[Span]] = []
        for (index, row) in rows.enumerated() {
            result += line(row, widths: widths, isHead: index == 0)
            if index == 0 {
                let rule = widths.map { String(repeating: "─", count: $0 + 2) }
                    .joined(separator: "┼")
                result.append([Span(rule, .muted)])
            }
        }
        return result
    }

    /// The same without lines: each row as a sentence that names its columns.
    var sentences: [[Span]] {
        guard let head = rows.first else { return [] }
        return rows.dropFirst().flatMap { row -> [[Span]] in
            var spans: [Span] = []
            for (column, cell) in row.enumerated() {
                if !spans.isEmpty { spans.append(Span("; ")) }
                let name = column < head.count ? head[column] : []
                if Wrapping.columns(of: name) > 0 { spans += name + [Span(": ")] }
                spans += cell
            }
            return Wrapping.wrap(spans + [Span(".")], width: width)
        }
    }

    /// A word that is wider than what is left for its column, and so is cut.
    var cutWord: String? {
        let widths = columnWidths(alignments.count)
        for row in rows {
            for (cell, width) in zip(row, widths) {
                let words = cell.map(\.text).joined().split(whereSeparator: { " \n".contains($0) })
                if let word = words.first(where: { CellWidth.of(String($0)) > width }) {
                    return String(word)
                }
            }
        }
        return nil
    }

    /// The natural widths where they fit; otherwise the widest columns give way until they do.
    private func columnWidths(_ count: Int) -> [Int] {
        var widths = (0..<count).map { column in
            rows.map { column < $0.count ? Wrapping.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        let room = max(count * 4, width - 3 * (count - 1) - 2)
        while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4 {
            let second = widths.filter { $0 < widest }.max() ?? 4
            let holders = widths.filter { $0 == widest }.count
            let excess = widths.reduce(0, +) - room
            let cut = max(1, min(widest - max(second, 4), (excess + holders - 1) / holders))
            widths = widths.map { $0 == widest ? $0 - cut : $0 }
        }
        return widths
    }

    private func line(_ row: [[Span]], widths: [Int], isHead: Bool) -> [[Span]] {
        let cells = widths.indices.map { column -> [[Span]] in
            var cell = column < row.count ? row[column] : []
            if isHead { cell = cell.map { Self.bold($0) } }
            return Wrapping.wrap(cell, width: widths[column])
        }
        let height = cells.map(\.count).max() ?? 1
        return (0..<height).map { index in
            var spans: [Span] = [Span(" ")]
            for column in widths.indices {
                if column > 0 { spans.append(Span(" │ ", .muted)) }
                let content = index < cells[column].count ? cells[column][index] : []
                let gap = max(0, widths[column] - Wrapping.columns(of: content))
                let left: Int
                switch alignments[column] {
                case .left: left = 0
                case .right: left = gap
                case .centre: left = gap / 2
                }
                spans.append(Span(String(repeating: " ", count: left)))
                spans += content
                let isLast = column == widths.count - 1
                spans.append(Span(isLast ? "" : String(repeating: " ", count: gap - left)))
            }
            return spans
        }
    }

    private static func bold(_ span: Span) -> Span {
        var changed = span
        changed.style.bold = true
        return changed
    }
}
