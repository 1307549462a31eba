/// What a figure shows, in words and numbers, for pipes and screen readers.
extension Figure {
    /// One sentence for each axes.
    package var summary: String {
        let parts = axes.filter { !$0.marks.isEmpty }.map(\.summary)
        let prefix = title.map { "\($0): " } ?? ""
        return prefix + (parts.isEmpty ? "an empty figure." : parts.joined(separator: " "))
    }

    /// The numbers as a table: a header line and a line a row, columns apart by tabs.
    package var table: [String] {
        axes.flatMap { axes in axes.marks.flatMap { $0.table(axes) } }
    }
}

extension Axes {
    var summary: String {
        let name = title.map { "\"\($0)\", " } ?? ""
        let y = yLabel ?? "y", x = xLabel ?? "x"
        let parts = marks.map { mark -> String in
            let label = mark.label.map { "\($0) " } ?? ""
            switch mark {
            case .line(let series):
                guard let first = series.y.first, let last = series.y.last,
                    let low = series.y.filter(\.isFinite).min(),
                    let high = series.y.filter(\.isFinite).max()
                else { return "\(label)a line without points" }
                return "\(label)a line of \(series.y.count) points from "
                    + "\(AxisRange.short(first)) to \(AxisRange.short(last)) "
                    + "(lowest \(AxisRange.short(low)), highest \(AxisRange.short(high)))"
            case .scatter(let series): return "\(label)\(series.y.count) points"
            case .bars(let bars):
                let values = bars.names.indices.prefix(12).map { index in
                    let error = bars.errors.flatMap { index < $0.count ? $0[index] : nil }
                    return "\(bars.names[index]) \(AxisRange.short(bars.values[index]))"
                        + (error.map { " ± \(AxisRange.short($0))" } ?? "")
                }
                let rest = bars.names.count - values.count
                return "\(label)bars: " + values.joined(separator: ", ")
                    + (rest > 0 ? " and \(rest) more" : "")
            case .histogram(let histogram):
                let total = Int(histogram.counts.reduce(0, +))
                return "\(label)a histogram of \(total) values between "
                    + "\(AxisRange.short(histogram.edges[0])) and "
                    + AxisRange.short(histogram.edges[histogram.edges.count - 1])
            case .image(let raster):
                let range = raster.valueRange
                return "an image of \(raster.rows)×\(raster.columns), values "
                    + "\(AxisRange.short(range.lowerBound)) to \(AxisRange.short(range.upperBound))"
                    + (raster.colourBar.map { $0.label.isEmpty ? "" : " (\($0.label))" } ?? "")
            case .horizontalRule(let value, _): return "\(label)a line at \(AxisRange.short(value))"
            case .verticalRule(let value, _):
                return "\(label)an upright line at \(AxisRange.short(value))"
            }
        }
        let isPlot = marks.contains { if case .image = $0 { false } else { true } }
        return name + (isPlot ? "\(y) over \(x): " : "") + parts.joined(separator: "; ") + "."
    }
}

extension Mark {
    func table(_ axes: Axes) -> [String] {
        switch self {
        case .line(let series), .scatter(let series):
            return Self.rows(
                axes.xLabel ?? "x", series.label ?? axes.yLabel ?? "y",
                series.x.map(AxisRange.short), series.y, series.errors)
        case .bars(let bars):
            return Self.rows(
                "name", bars.label ?? axes.yLabel ?? "value", bars.names, bars.values, bars.errors)
        case .histogram(let histogram):
            return ["from\tto\tcount"]
                + histogram.counts.enumerated().map { bin, count in
                    AxisRange.short(histogram.edges[bin]) + "\t"
                        + AxisRange.short(histogram.edges[bin + 1]) + "\t\(AxisRange.short(count))"
                }
        case .image(let raster):
            guard raster.channels == 1, raster.rows * raster.columns <= 4096 else {
                return ["\(raster.rows)×\(raster.columns)×\(raster.channels) values"]
            }
            return (0..<raster.rows).map { row in
                raster.values[row * raster.columns..<(row + 1) * raster.columns]
                    .map(AxisRange.short).joined(separator: "\t")
            }
        case .horizontalRule(let value, let label), .verticalRule(let value, let label):
            return ["\(label ?? "line")\t\(AxisRange.short(value))"]
        }
    }

    /// A column of names, one of values, and one of intervals where there are some.
    private static func rows(
        _ nameTitle: String, _ valueTitle: String, _ names: [String], _ values: [Double],
        _ errors: [Double]?
    ) -> [String] {
        let head = "\(nameTitle)\t\(valueTitle)" + (errors == nil ? "" : "\t±")
        return [head]
            + names.indices.map { index in
                let error = errors.flatMap { index < $0.count ? $0[index] : nil }
                return "\(names[index])\t\(AxisRange.short(values[index]))"
                    + (error.map { "\t\(AxisRange.short($0))" } ?? "")
            }
    }
}
