/// A picture as a value: one or more axes in a grid. It is drawn as terminal text by
/// ``TextRenderer`` and as a vector image by ``SVGRenderer``, and can say itself in words.
package struct Figure: Equatable, Sendable {
    /// The title above all axes.
    package var title: String?
    /// The grid's size; axes are laid out row by row.
    package var rows: Int
    package var columns: Int
    package var axes: [Axes]

    package init(title: String? = nil, rows: Int = 1, columns: Int = 1, axes: [Axes] = [Axes()]) {
        self.title = title
        self.rows = max(rows, 1)
        self.columns = max(columns, 1)
        self.axes = axes
    }

    /// Whether nothing has been drawn.
    package var isEmpty: Bool { axes.allSatisfy { $0.marks.isEmpty } }
}

/// One coordinate system and what is drawn in it.
package struct Axes: Equatable, Sendable {
    package enum Scale: Equatable, Sendable { case linear, log }

    package var title: String?
    package var xLabel: String?
    package var yLabel: String?
    package var xScale = Scale.linear
    package var yScale = Scale.linear
    /// Limits set by hand; otherwise they follow from the data.
    package var xLimits: ClosedRange<Double>?
    package var yLimits: ClosedRange<Double>?
    package var hasGrid = false
    package var hasLegend = false
    /// Whether the axis lines and numbers are drawn (`plt.axis("off")` clears it).
    package var isFramed = true
    package var marks: [Mark] = []

    package init() {}
}

/// Something drawn in axes.
package enum Mark: Equatable, Sendable {
    case line(Series)
    case scatter(Series)
    case bars(Bars)
    case histogram(Histogram)
    case image(Raster)
    /// A line across the whole picture at a height.
    case horizontalRule(Double, label: String?)
    /// A line from bottom to top at a place.
    case verticalRule(Double, label: String?)

    /// The name in the legend.
    package var label: String? {
        switch self {
        case .line(let series), .scatter(let series): series.label
        case .bars(let bars): bars.label
        case .histogram(let histogram): histogram.label
        case .image: nil
        case .horizontalRule(_, let label), .verticalRule(_, let label): label
        }
    }
}

/// Points `(x[i], y[i])`, with half the height of an interval around each if there are `errors`.
package struct Series: Equatable, Sendable {
    package var x: [Double]
    package var y: [Double]
    package var errors: [Double]?
    package var label: String?

    package init(x: [Double], y: [Double], errors: [Double]? = nil, label: String? = nil) {
        let count = min(x.count, y.count)
        self.x = Array(x.prefix(count))
        self.y = Array(y.prefix(count))
        self.errors = errors.map { Array($0.prefix(count)) }
        self.label = label
    }
}

/// Named bars, upright or lying, with half the length of an interval on each if there are `errors`.
package struct Bars: Equatable, Sendable {
    package var names: [String]
    package var values: [Double]
    package var errors: [Double]?
    package var label: String?

    package init(
        names: [String], values: [Double], errors: [Double]? = nil, label: String? = nil
    ) {
        let count = min(names.count, values.count)
        self.names = Array(names.prefix(count))
        self.values = Array(values.prefix(count))
        self.errors = errors.map { Array($0.prefix(count)) }
        self.label = label
    }
}

/// Counts between edges: `counts[i]` values lie in `edges[i] ..< edges[i + 1]`.
package struct Histogram: Equatable, Sendable {
    package var edges: [Double]
    package var counts: [Double]
    package var label: String?

    /// Counts finite values in `bins` equal parts of their range, as `plt.hist` does.
    package init(of values: [Double], bins: Int, range: ClosedRange<Double>?, label: String?) {
        let finite = values.filter { abs($0) <= 1e300 }
        var low = range?.lowerBound ?? finite.min() ?? 0
        var high = range?.upperBound ?? finite.max() ?? 1
        if !(high - low).isFinite { (low, high) = (0, 1) }
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let bins = min(max(bins, 1), 10_000)
        let width = (high - low) / Double(bins)
        edges = (0...bins).map { low + Double($0) * width }
        counts = [Double](repeating: 0, count: bins)
        for value in finite where value >= low && value <= high {
            let bin = (value - low) / width
            counts[bin < Double(bins) ? max(Int(bin), 0) : bins - 1] += 1
        }
        self.label = label
    }
}

/// The scale of an image's colours, from its least value to its greatest.
package struct ColourBar: Equatable, Sendable {
    /// What the values are; empty where that is not said.
    package var label: String

    package init(label: String = "") { self.label = label }
}

/// A grid of values, dark to bright, or of colours.
package struct Raster: Equatable, Sendable {
    package let rows: Int
    package let columns: Int
    /// 1 (a value a cell) or 3 (red, green, blue a cell, each 0 to 1).
    package let channels: Int
    /// `rows × columns × channels` values.
    package let values: [Double]
    /// The values shown darkest and brightest; the data's own range when `nil`.
    package var limits: ClosedRange<Double>?
    /// How values become colours.
    package var colours: ColourMap
    /// The scale of colours under the image, where one is wanted.
    package var colourBar: ColourBar?

    /// `nil` when the number of values does not fit.
    package init?(
        rows: Int, columns: Int, channels: Int = 1, values: [Double],
        limits: ClosedRange<Double>? = nil, colours: ColourMap = .viridis
    ) {
        guard rows > 0, columns > 0, channels == 1 || channels == 3,
            values.count == rows * columns * channels
        else { return nil }
        self.rows = rows
        self.columns = columns
        self.channels = channels
        self.values = values
        self.limits = limits
        self.colours = colours
    }

    /// The brightness of a cell between 0 and 1; `nil` where the value is not a number.
    package func level(row: Int, column: Int) -> Double? {
        let at = (row * columns + column) * channels
        if channels == 3 {
            return 0.299 * values[at] + 0.587 * values[at + 1] + 0.114 * values[at + 2]
        }
        let range = valueRange
        guard values[at].isFinite else { return nil }
        let width = range.upperBound - range.lowerBound
        guard width > 0 else { return 0.5 }
        return min(max((values[at] - range.lowerBound) / width, 0), 1)
    }

    /// The colour of a cell.
    package func colour(row: Int, column: Int) -> RGB {
        guard channels == 3 else {
            return level(row: row, column: column).map(colours.colour) ?? RGB(128, 0, 128)
        }
        let at = (row * columns + column) * 3
        func byte(_ value: Double) -> UInt8 {
            value.isFinite ? UInt8(min(max(value, 0), 1) * 255) : 0
        }
        return RGB(byte(values[at]), byte(values[at + 1]), byte(values[at + 2]))
    }

    /// What is shown darkest and brightest.
    package var valueRange: ClosedRange<Double> {
        if let limits { return limits }
        let finite = values.filter(\.isFinite)
        return (finite.min() ?? 0)...(finite.max() ?? 0)
    }
}
