/// Bars lie on their side in text, one a line, with the number and its interval behind. Where one is negative they begin at an
/// upright line, to both sides; a bar with an interval ends where that begins, and a whisker goes on to its other end.
extension TextRenderer {
    func barBlock(_ axes: Axes, width: Int) -> TextBlock {
        var block = TextBlock()
        if let title = axes.title {
            let text = centred(title, in: width)
            block.add(text.bold(colours), columns: text.count)
        }
        let groups = axes.marks.enumerated().compactMap { index, mark -> (Int, Bars)? in
            if case .bars(let bars) = mark { (index, bars) } else { nil }
        }
        let names = groups.flatMap(\.1.names)
        let nameWidth = min(names.map(\.count).max() ?? 0, max(width / 3, 4))
        let hasRoomForIntervals = width >= 40
        let numbers = groups.map { _, bars in
            bars.values.indices.map { index -> String in
                let error = bars.errors.flatMap {
                    hasRoomForIntervals && index < $0.count ? $0[index] : nil
                }
                let sign = isPlain ? "+-" : "±"
                return AxisRange.short(bars.values[index])
                    + (error.map { " \(sign) \(AxisRange.short($0))" } ?? "")
            }
        }
        let numberWidth = numbers.flatMap { $0 }.map(\.count).max() ?? 0
        let inner = max(width - nameWidth - numberWidth - 3, 4)
        let ends = groups.flatMap { _, bars in
            bars.values.enumerated().flatMap { index, value -> [Double] in
                let error = bars.errors.flatMap { index < $0.count ? abs($0[index]) : nil } ?? 0
                return [value, value - error, value + error]
            }
        }.filter { abs($0) <= 1e300 }
        let low = min(axes.yLimits?.lowerBound ?? 0, ends.min() ?? 0)
        let high = max(axes.yLimits?.upperBound ?? max(ends.max() ?? 1, 0), low + 1e-12)
        let scale = BarScale(low: low, high: high, columns: inner, isPlain: isPlain)
        for (group, (series, bars)) in groups.enumerated() {
            if groups.count > 1, let label = bars.label { block.add("\(mark(series)) \(label)") }
            for (index, name) in bars.names.enumerated() {
                let shown = String(name.prefix(nameWidth))
                let error = bars.errors.flatMap { index < $0.count ? $0[index] : nil }
                let bar = scale.bar(bars.values[index], error: error)
                let padding = String(repeating: " ", count: max(inner - bar.count, 0))
                let name = shown + String(repeating: " ", count: nameWidth - shown.count)
                let line =
                    "\(name) \(styled(bar, series: series))\(padding) \(numbers[group][index])"
                block.add(line, columns: nameWidth + inner + 2 + numbers[group][index].count)
            }
        }
        if let label = axes.yLabel ?? axes.xLabel {
            block.add(String(label.prefix(width)))
        }
        return block
    }
}

/// Where values lie on lines of so many characters.
private struct BarScale {
    let low: Double
    let high: Double
    let columns: Int
    let isPlain: Bool

    /// Where the bars begin.
    private var origin: Double { max(low, 0) }

    /// Columns beside the line that the bars begin at.
    private var room: Int { low < 0 ? columns - 1 : columns }

    /// The columns to the left of that line.
    private var left: Int {
        let part = (origin - low) / (high - low)
        return part.isFinite ? Int((part * Double(room)).rounded()) : 0
    }

    /// Eighths of a column from the left end.
    private func place(_ value: Double) -> Int {
        let part = (value - origin) / (high - low)
        let eighths = Double(left * 8) + (part.isFinite ? part * Double(room) * 8 : 0)
        return Int(min(max(eighths.rounded(), 0), Double(room * 8)))
    }

    func bar(_ value: Double, error: Double?) -> String {
        guard value.isFinite else { return axis(in: []) }
        let zero = left * 8, end = place(value)
        var line = [Character](repeating: " ", count: room)
        let (from, to) = (min(zero, end), max(zero, end))
        for column in 0..<room {
            let filled = min(to, column * 8 + 8) - max(from, column * 8)
            if filled <= 0 { continue }
            line[column] = block(filled, isAtRight: from > column * 8)
        }
        if let error, error.isFinite {
            addWhisker(place(value - abs(error)), place(value + abs(error)), value: end, to: &line)
        }
        return axis(in: line)
    }

    /// A column of which so many eighths are filled.
    private func block(_ eighths: Int, isAtRight: Bool) -> Character {
        if isPlain { return eighths >= 4 ? "#" : " " }
        if eighths >= 8 { return "█" }
        // There are no blocks with so many eighths at their right.
        if isAtRight { return eighths >= 6 ? "█" : eighths >= 2 ? "▐" : " " }
        return Array(" ▏▎▍▌▋▊▉")[eighths]
    }

    private func addWhisker(_ low: Int, _ high: Int, value: Int, to line: inout [Character]) {
        let first = low / 8, last = min((high - 1) / 8, line.count - 1)
        guard first < last else { return }
        for column in first...last { line[column] = isPlain ? "-" : "─" }
        line[first] = isPlain ? "|" : "├"
        line[last] = isPlain ? "|" : "┤"
        let middle = value / 8
        if first < middle, middle < last { line[middle] = isPlain ? "+" : "┼" }
    }

    /// The line with the upright one in it, without spaces at its end.
    private func axis(in line: [Character]) -> String {
        var line = line
        if low < 0 {
            while line.count < left { line.append(" ") }
            line.insert(isPlain ? "|" : "│", at: left)
        }
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
