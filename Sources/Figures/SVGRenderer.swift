/// Draws figures as self-contained SVG (W3C, *Scalable Vector Graphics 1.1*): shapes and text only,
/// no script, no reference to anything outside, the summary as its description.
package struct SVGRenderer {
    /// The size of one axes in user units.
    package var axesWidth = 360.0
    package var axesHeight = 250.0

    package init() {}

    package func render(_ figure: Figure) -> String {
        let across = min(figure.columns, max(figure.axes.count, 1))
        let down = (figure.axes.count + across - 1) / max(across, 1)
        let top = figure.title == nil ? 0.0 : 28
        let width = axesWidth * Double(across)
        let height = axesHeight * Double(down) + top
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(n(width)) \(n(height))\" "
                + "width=\"\(n(width))\" height=\"\(n(height))\" role=\"img\" "
                + "font-family=\"sans-serif\" font-size=\"11\">",
            "<desc>\(escaped(figure.summary))</desc>",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
        ]
        if let title = figure.title {
            parts.append(text(title, width / 2, 19, anchor: "middle", size: 15))
        }
        for (index, axes) in figure.axes.enumerated() where !axes.marks.isEmpty {
            let x = axesWidth * Double(index % across)
            let y = top + axesHeight * Double(index / across)
            parts.append("<g transform=\"translate(\(n(x)) \(n(y)))\">")
            parts += draw(axes)
            parts.append("</g>")
        }
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }

    // MARK: - Axes

    private func draw(_ axes: Axes) -> [String] {
        let left = 54.0, right = axesWidth - 14
        let upper = axes.title == nil ? 12.0 : 28, lower = axesHeight - 42
        var parts: [String] = []
        if let title = axes.title {
            parts.append(text(title, (left + right) / 2, 18, anchor: "middle", size: 13))
        }
        for case .image(let raster) in axes.marks {
            return parts + image(raster, left: left, top: upper, right: right, bottom: lower)
        }
        let hasBars = axes.marks.contains { if case .bars = $0 { true } else { false } }
        let (xRange, yRange) = hasBars ? barRanges(axes) : TextRenderer().ranges(axes)
        let frame = Frame(
            left: left, right: right, top: upper, bottom: lower, x: xRange, y: yRange)
        if axes.isFramed { parts += ticks(axes, frame, hasBars: hasBars) }
        for (index, mark) in axes.marks.enumerated() {
            parts += draw(mark, colour: Self.colour(index), in: frame)
        }
        return parts + legend(axes, frame)
    }

    /// The rectangle of a plot and its two scales.
    private struct Frame {
        var left, right, top, bottom: Double
        var x, y: AxisRange

        func point(_ px: Double, _ py: Double) -> (Double, Double)? {
            guard let h = x.place(px), let v = y.place(py) else { return nil }
            return (left + h * (right - left), bottom - v * (bottom - top))
        }
    }

    private func ticks(_ axes: Axes, _ frame: Frame, hasBars: Bool) -> [String] {
        var parts = [
            "<rect x=\"\(n(frame.left))\" y=\"\(n(frame.top))\" "
                + "width=\"\(n(frame.right - frame.left))\" "
                + "height=\"\(n(frame.bottom - frame.top))\" fill=\"none\" stroke=\"#888\"/>"
        ]
        for tick in frame.y.ticks(count: 5) {
            guard let place = frame.y.place(tick.value), (0...1).contains(place) else { continue }
            let y = frame.bottom - place * (frame.bottom - frame.top)
            if axes.hasGrid { parts.append(line(frame.left, y, frame.right, y, "#ddd")) }
            parts.append(text(tick.text, frame.left - 5, y + 4, anchor: "end"))
        }
        if hasBars {
            for case .bars(let bars) in axes.marks.prefix(1) {
                for (index, name) in bars.names.enumerated() {
                    guard let at = frame.point(Double(index), frame.y.low) else { continue }
                    parts.append(text(name, at.0, frame.bottom + 14, anchor: "middle"))
                }
            }
        } else {
            for tick in frame.x.ticks(count: 5) {
                guard let place = frame.x.place(tick.value), (0...1).contains(place) else {
                    continue
                }
                let x = frame.left + place * (frame.right - frame.left)
                if axes.hasGrid { parts.append(line(x, frame.top, x, frame.bottom, "#ddd")) }
                parts.append(text(tick.text, x, frame.bottom + 14, anchor: "middle"))
            }
        }
        if let label = axes.xLabel {
            parts.append(
                text(label, (frame.left + frame.right) / 2, frame.bottom + 30, anchor: "middle"))
        }
        if let label = axes.yLabel {
            let middle = (frame.top + frame.bottom) / 2
            parts.append(
                "<text transform=\"translate(12 \(n(middle))) rotate(-90)\" "
                    + "text-anchor=\"middle\">\(escaped(label))</text>")
        }
        return parts
    }

    private func barRanges(_ axes: Axes) -> (AxisRange, AxisRange) {
        var heights = [0.0], count = 1
        for case .bars(let bars) in axes.marks {
            heights += bars.values
            heights += zip(bars.values, bars.errors ?? []).map { $0 + $1 }
            count = max(count, bars.values.count)
        }
        return (
            AxisRange(
                values: [], limits: -0.5...Double(count) - 0.5, scale: .linear, padding: 0),
            AxisRange(values: heights, limits: axes.yLimits, scale: .linear, padding: 0.03)
        )
    }

    // MARK: - Marks

    private func draw(_ mark: Mark, colour: String, in frame: Frame) -> [String] {
        switch mark {
        case .line(let series):
            let points = zip(series.x, series.y).compactMap { frame.point($0, $1) }
            let list = points.map { "\(n($0.0)),\(n($0.1))" }.joined(separator: " ")
            return [
                "<polyline points=\"\(list)\" fill=\"none\" stroke=\"\(colour)\" "
                    + "stroke-width=\"1.6\"/>"
            ] + intervals(series.x, series.y, series.errors, colour, frame)
        case .scatter(let series):
            return zip(series.x, series.y).compactMap { frame.point($0, $1) }.map {
                "<circle cx=\"\(n($0.0))\" cy=\"\(n($0.1))\" r=\"2.2\" fill=\"\(colour)\"/>"
            }
        case .bars(let bars):
            let places = bars.values.indices.map(Double.init)
            let shapes = zip(places, bars.values).compactMap { place, value -> String? in
                guard let low = frame.point(place - 0.35, max(frame.y.low, min(0, value))),
                    let high = frame.point(place + 0.35, max(0, value))
                else { return nil }
                return box(low, high, colour)
            }
            return shapes + intervals(places, bars.values, bars.errors, "#333", frame)
        case .histogram(let histogram):
            return histogram.counts.enumerated().compactMap { bin, count in
                guard let low = frame.point(histogram.edges[bin], max(frame.y.low, 0)),
                    let high = frame.point(histogram.edges[bin + 1], count)
                else { return nil }
                return box(low, high, colour)
            }
        case .horizontalRule(let value, _):
            guard let at = frame.point(frame.x.low, value) else { return [] }
            return [line(frame.left, at.1, frame.right, at.1, colour)]
        case .verticalRule(let value, _):
            guard let at = frame.point(value, frame.y.low) else { return [] }
            return [line(at.0, frame.top, at.0, frame.bottom, colour)]
        case .image: return []
        }
    }

    private func intervals(
        _ x: [Double], _ y: [Double], _ errors: [Double]?, _ colour: String, _ frame: Frame
    ) -> [String] {
        (errors ?? []).enumerated().compactMap { index, error in
            guard let low = frame.point(x[index], y[index] - error),
                let high = frame.point(x[index], y[index] + error)
            else { return nil }
            return line(low.0, low.1, high.0, high.1, colour)
        }
    }

    private func image(
        _ raster: Raster, left: Double, top: Double, right: Double, bottom: Double
    ) -> [String] {
        let size = min(
            (right - left) / Double(raster.columns), (bottom - top) / Double(raster.rows))
        var parts: [String] = []
        for row in 0..<raster.rows {
            for column in 0..<raster.columns {
                let x = left + Double(column) * size, y = top + Double(row) * size
                parts.append(
                    "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(size + 0.3))\" "
                        + "height=\"\(n(size + 0.3))\" "
                        + "fill=\"\(raster.colour(row: row, column: column).hex)\"/>")
            }
        }
        return parts + colourBar(of: raster, left: left, right: right, top: bottom + 8)
    }

    /// The colours from the least value to the greatest, with both numbers, under an image.
    private func colourBar(
        of raster: Raster, left: Double, right: Double, top: Double
    ) -> [String] {
        let steps = 64
        guard let bar = raster.colourBar, raster.channels == 1,
            let colours = Raster(
                rows: 1, columns: steps, values: (0..<steps).map(Double.init),
                colours: raster.colours)
        else { return [] }
        let size = (right - left) / Double(steps)
        var parts = (0..<steps).map { step in
            "<rect x=\"\(n(left + Double(step) * size))\" y=\"\(n(top))\" "
                + "width=\"\(n(size + 0.3))\" height=\"10\" "
                + "fill=\"\(colours.colour(row: 0, column: step).hex)\"/>"
        }
        let range = raster.valueRange
        parts.append(text(AxisRange.short(range.lowerBound), left, top + 22, anchor: "start"))
        parts.append(text(bar.label, (left + right) / 2, top + 22, anchor: "middle"))
        parts.append(text(AxisRange.short(range.upperBound), right, top + 22, anchor: "end"))
        return parts
    }

    private func legend(_ axes: Axes, _ frame: Frame) -> [String] {
        let named = axes.marks.enumerated().filter { $0.element.label != nil }
        guard axes.hasLegend || named.count > 1 else { return [] }
        return named.enumerated().flatMap { row, mark -> [String] in
            let y = frame.top + 14 + Double(row) * 14
            return [
                line(frame.right - 96, y - 4, frame.right - 80, y - 4, Self.colour(mark.offset)),
                text(mark.element.label ?? "", frame.right - 76, y, anchor: "start"),
            ]
        }
    }

    // MARK: - Elements

    private static func colour(_ index: Int) -> String {
        let colours = SeriesStyle.colours(on: .light)
        return colours[index % colours.count].hex
    }

    private func box(_ a: (Double, Double), _ b: (Double, Double), _ colour: String) -> String {
        "<rect x=\"\(n(min(a.0, b.0)))\" y=\"\(n(min(a.1, b.1)))\" "
            + "width=\"\(n(abs(b.0 - a.0)))\" height=\"\(n(abs(b.1 - a.1)))\" "
            + "fill=\"\(colour)\"/>"
    }

    private func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String
    ) -> String {
        "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" "
            + "stroke=\"\(colour)\"/>"
    }

    private func text(
        _ text: String, _ x: Double, _ y: Double, anchor: String, size: Int = 11
    ) -> String {
        "<text x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"\(anchor)\" "
            + "font-size=\"\(size)\">\(escaped(text))</text>"
    }

    /// A coordinate to a tenth.
    private func n(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }

    /// Text without characters that XML would read, or refuse.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.value < 32 && scalar != "\n" && scalar != "\t": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
