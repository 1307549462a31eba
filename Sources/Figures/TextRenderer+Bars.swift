/// Bars lie on their side in text, one a line, with the number and its interval behind.
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
        let finite = groups.flatMap(\.1.values).filter { abs($0) <= 1e300 }
        let low = min(axes.yLimits?.lowerBound ?? 0, finite.min() ?? 0)
        let high = max(axes.yLimits?.upperBound ?? (finite.max() ?? 1), low + 1e-12)
        for (group, (series, bars)) in groups.enumerated() {
            if groups.count > 1, let label = bars.label { block.add("\(mark(series)) \(label)") }
            for (index, name) in bars.names.enumerated() {
                let shown = String(name.prefix(nameWidth))
                let value = bars.values[index].isFinite ? bars.values[index] : low
                let ratio = (value - low) / (high - low)
                let part = ratio.isFinite ? min(max(ratio, 0), 1) : 0
                let bar = blocks(part * Double(inner))
                let padding = String(repeating: " ", count: inner - bar.count)
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

    /// A bar of that many columns, to an eighth.
    private func blocks(_ length: Double) -> String {
        if isPlain { return String(repeating: "#", count: Int(length.rounded())) }
        let eighths = Int((length * 8).rounded())
        let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
