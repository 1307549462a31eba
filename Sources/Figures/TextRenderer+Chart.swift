/// Line, scatter and histogram plots.
extension TextRenderer {
    func chartBlock(_ axes: Axes, width: Int) -> TextBlock {
        let (xRange, yRange) = ranges(axes)
        let height = min(max(width / 4, 6), 16)
        let yTicks = yRange.ticks(count: max(height / 3, 2))
        let labelWidth = min(yTicks.map(\.text.count).max() ?? 0, max(width / 3, 4))
        let inner = max(width - labelWidth - 2, 8)
        var canvas = BrailleCanvas(width: inner, height: height)
        for (series, mark) in axes.marks.enumerated() {
            draw(
                mark, series: series, isAlone: axes.marks.count == 1, on: &canvas, xRange, yRange)
        }

        var block = TextBlock()
        if let title = axes.title {
            let text = centred(title, in: width)
            block.add(text.bold(colours), columns: text.count)
        }
        if let label = axes.yLabel { block.add(String(label.prefix(width))) }
        let rowOfTick = Dictionary(
            yTicks.compactMap { tick -> (Int, String)? in
                guard let place = yRange.place(tick.value), (-1e-9...1 + 1e-9).contains(place)
                else { return nil }
                return (Int(((1 - place) * Double(height - 1)).rounded()), tick.text)
            }, uniquingKeysWith: { first, _ in first })
        let bar: Character = isPlain ? "|" : "│"
        for row in 0..<height {
            let label = String((rowOfTick[row] ?? "").prefix(labelWidth))
            var line = String(repeating: " ", count: labelWidth - label.count) + label + " "
            line.append(rowOfTick[row] == nil || isPlain ? bar : "┤")
            for column in 0..<inner {
                guard let (character, series) = canvas.cell(row: row, column: column) else {
                    line.append(" ")
                    continue
                }
                let shown = isPlain && !character.isASCII ? mark(max(series, 0)) : character
                line += styled(String(shown), series: series)
            }
            block.add(line, columns: labelWidth + 2 + inner)
        }
        addXAxis(axes, xRange, to: &block, labelWidth: labelWidth, inner: inner)
        for line in legend(axes, width: width) { block.add(line, columns: width) }
        return block
    }

    private func addXAxis(
        _ axes: Axes, _ range: AxisRange, to block: inout TextBlock, labelWidth: Int, inner: Int
    ) {
        let margin = String(repeating: " ", count: labelWidth + 1)
        block.add(
            margin + (isPlain ? "+" : "└") + String(repeating: isPlain ? "-" : "─", count: inner))
        var numbers = [Character](repeating: " ", count: inner + 1)
        var free = 0
        for tick in range.ticks(count: max(inner / 12, 2)) {
            guard let place = range.place(tick.value), (-1e-9...1 + 1e-9).contains(place) else {
                continue
            }
            let centre = 1 + Int((place * Double(inner - 1)).rounded())
            let start = min(max(centre - tick.text.count / 2, 0), numbers.count - tick.text.count)
            guard start >= free else { continue }
            for (offset, character) in tick.text.enumerated() {
                numbers[start + offset] = character
            }
            free = start + tick.text.count + 1
        }
        block.add(margin + String(numbers))
        if let label = axes.xLabel {
            block.add(margin + " " + centred(String(label.prefix(inner)), in: inner))
        }
    }

    func ranges(_ axes: Axes) -> (x: AxisRange, y: AxisRange) {
        var x: [Double] = [], y: [Double] = []
        var hasHistogram = false
        for mark in axes.marks {
            switch mark {
            case .line(let series), .scatter(let series):
                x += series.x
                y += series.y
                if let errors = series.errors {
                    y += zip(series.y, errors).flatMap { [$0 - $1, $0 + $1] }
                }
            case .histogram(let histogram):
                x += histogram.edges
                y += histogram.counts + [0]
                hasHistogram = true
            case .horizontalRule(let value, _): y.append(value)
            case .verticalRule(let value, _): x.append(value)
            case .bars, .image: break
            }
        }
        return (
            AxisRange(values: x, limits: axes.xLimits, scale: axes.xScale, padding: 0),
            AxisRange(
                values: y, limits: axes.yLimits, scale: axes.yScale, padding: 0.03,
                base: hasHistogram ? 0 : nil)
        )
    }

    private func draw(
        _ mark: Mark, series index: Int, isAlone: Bool, on canvas: inout BrailleCanvas,
        _ x: AxisRange, _ y: AxisRange
    ) {
        switch mark {
        case .line(let series): drawSeries(series, isLine: true, index, on: &canvas, x, y)
        case .scatter(let series): drawSeries(series, isLine: false, index, on: &canvas, x, y)
        case .histogram(let histogram):
            let base = y.place(max(y.low, 0)) ?? 0
            for (bin, count) in histogram.counts.enumerated() where count > 0 {
                guard let left = x.place(histogram.edges[bin]),
                    let right = x.place(histogram.edges[bin + 1]), let top = y.place(count)
                else { continue }
                canvas.fill(from: (left, base), to: (right, top), series: index)
            }
            // Bars in front of one another are told apart by what lies on them.
            for (bin, count) in histogram.counts.enumerated() where count > 0 && !isAlone {
                guard let left = x.place(histogram.edges[bin]),
                    let right = x.place(histogram.edges[bin + 1]), let top = y.place(count)
                else { continue }
                canvas.mark(
                    (left + right) / 2, min(top, 1), with: self.mark(index), series: index)
            }
        case .horizontalRule(let value, let label):
            guard let place = y.place(value) else { return }
            for step in stride(from: 0.0, through: 1, by: 2 / Double(canvas.width)) {
                canvas.plot(step, place, series: index)
            }
            if label != nil {
                for end in [0.0, 1] {
                    canvas.mark(end, place, with: self.mark(index), series: index)
                }
            }
        case .verticalRule(let value, let label):
            guard let place = x.place(value) else { return }
            for step in stride(from: 0.0, through: 1, by: 1 / Double(canvas.height * 2)) {
                canvas.plot(place, step, series: index)
            }
            if label != nil {
                for end in [0.0, 1] {
                    canvas.mark(place, end, with: self.mark(index), series: index)
                }
            }
        case .bars, .image: break
        }
    }

    private func drawSeries(
        _ series: Series, isLine: Bool, _ index: Int, on canvas: inout BrailleCanvas,
        _ x: AxisRange, _ y: AxisRange
    ) {
        let places = zip(series.x, series.y).map { point -> (x: Double, y: Double)? in
            guard let px = x.place(point.0), let py = y.place(point.1) else { return nil }
            return (px, py)
        }
        if isLine {
            for (start, end) in zip(places, places.dropFirst()) {
                if let start, let end { canvas.line(from: start, to: end, series: index) }
            }
        }
        for (at, error) in (series.errors ?? []).enumerated() {
            guard let low = y.place(series.y[at] - error), let high = y.place(series.y[at] + error),
                let column = places[at]?.x
            else { continue }
            canvas.line(from: (column, low), to: (column, high), series: index)
        }
        // Enough marks to tell the series apart, few enough to leave the line visible.
        let spacing = isLine ? max(places.count / max(canvas.width / 8, 1), 1) : 1
        for (at, place) in places.enumerated() where at % spacing == 0 || at == places.count - 1 {
            if let place { canvas.mark(place.x, place.y, with: self.mark(index), series: index) }
        }
    }
}
