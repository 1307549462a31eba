import Figures
import Testing

@Suite("Figures as text")
struct TextRendererTests {
    /// The number of columns that a line takes: its characters without colour codes.
    private func columns(_ line: String) -> Int {
        line.replacing(/\u{1B}\[[0-9;]*m/, with: "").count
    }

    private var chart: Figure {
        var axes = Axes()
        axes.title = "Loss"
        axes.xLabel = "epoch"
        axes.marks = [
            .line(Series(x: [0, 1, 2, 3], y: [2.3, 1.1, 0.7, 0.6], label: "with dropout")),
            .line(Series(x: [0, 1, 2, 3], y: [2.3, 0.9, 0.3, 0.1], label: "without")),
            .horizontalRule(0.5, label: nil),
        ]
        return Figure(axes: [axes])
    }

    @Test("no line is wider than asked", arguments: [20, 60, 80, 200])
    func width(width: Int) throws {
        var images = Figure(rows: 1, columns: 3, axes: [])
        let raster = try #require(
            Raster(rows: 28, columns: 28, values: (0..<784).map { Double($0) }))
        for _ in 0..<3 {
            var axes = Axes()
            axes.marks = [.image(raster)]
            images.axes.append(axes)
        }
        var bars = Axes()
        bars.marks = [
            .bars(
                Bars(
                    names: ["none", "after fc2, a long name"], values: [0.9, 0.95],
                    errors: [0.01, 0.02]))
        ]
        for colours in [TextRenderer.Colours.none, .sixteen, .palette256, .full] {
            for figure in [chart, images, Figure(axes: [bars])] {
                let lines = TextRenderer(width: width, colours: colours).lines(figure)
                #expect(!lines.isEmpty)
                for line in lines { #expect(columns(line) <= width, "\(line)") }
            }
        }
    }

    @Test("plain text is ASCII, and each series still has its own mark")
    func plain() {
        let lines = TextRenderer(width: 60, isPlain: true).lines(chart)
        let text = lines.joined(separator: "\n")
        #expect(text.utf8.max() ?? 255 < 128)
        #expect(text.contains("o with dropout   ^ without"))
        #expect(lines.dropLast().joined().contains("o") && lines.dropLast().joined().contains("^"))
    }

    @Test("a falling line begins at the upper left and ends at the lower right")
    func direction() throws {
        var axes = Axes()
        axes.marks = [.line(Series(x: [0, 1], y: [10, 0]))]
        let lines = TextRenderer(width: 40, isPlain: true).lines(Figure(axes: [axes]))
        let plot = lines.filter { $0.contains("|") }.map { Array($0) }
        let first = try #require(plot.first?.firstIndex(of: "o"))
        let last = try #require(plot.last?.lastIndex(of: "o"))
        #expect(first < 12 && last > 30)
    }

    @Test("values that cannot be drawn do no harm")
    func hostile() {
        let bad: [Double] = [
            .nan, .infinity, -.infinity, 0, -1, 1e308, -1e308, .leastNonzeroMagnitude,
        ]
        var line = Axes()
        line.marks = [
            .line(Series(x: bad, y: bad.reversed(), errors: bad)), .scatter(Series(x: [], y: [])),
            .histogram(Histogram(of: bad, bins: 0, range: nil, label: nil)),
            .verticalRule(.nan, label: "x"),
        ]
        var logarithmic = line
        logarithmic.xScale = .log
        logarithmic.yScale = .log
        var bars = Axes()
        bars.marks = [.bars(Bars(names: bad.map { "\($0)" }, values: bad, errors: bad))]
        let figure = Figure(rows: 1, columns: 3, axes: [line, logarithmic, bars])
        #expect(!TextRenderer(width: 80).lines(figure).isEmpty)
        #expect(SVGRenderer().render(figure).hasSuffix("</svg>\n"))
        #expect(!figure.summary.isEmpty && !figure.table.isEmpty)
    }
}

@Suite("Figures in other forms")
struct FigureFormsTests {
    @Test("the summary says what the numbers are")
    func summary() {
        var axes = Axes()
        axes.xLabel = "epoch"
        axes.yLabel = "loss"
        axes.marks = [.line(Series(x: [1, 2, 3], y: [2, 0.5, 1], label: "train"))]
        #expect(
            Figure(axes: [axes]).summary
                == "loss over epoch: train a line of 3 points from 2 to 1 (lowest 0.5, highest 2).")
        #expect(Figure(axes: [axes]).table == ["epoch\ttrain", "1\t2", "2\t0.5", "3\t1"])
    }

    @Test("a histogram counts as matplotlib does: the last bin is closed")
    func histogram() {
        let histogram = Histogram(of: [0, 1, 1, 2, 3, 4], bins: 4, range: nil, label: nil)
        #expect(histogram.edges == [0, 1, 2, 3, 4])
        #expect(histogram.counts == [1, 2, 1, 2])
    }

    @Test("SVG text cannot break out of its element")
    func escaping() {
        var axes = Axes()
        axes.title = "<script>\"&"
        axes.marks = [.line(Series(x: [0], y: [0], label: "</svg>"))]
        axes.hasLegend = true
        let svg = SVGRenderer().render(Figure(axes: [axes]))
        #expect(!svg.contains("<script>"))
        #expect(svg.contains("&lt;script&gt;&quot;&amp;"))
        #expect(svg.components(separatedBy: "</svg>").count == 2)
    }
}

extension String {
    fileprivate func components(separatedBy text: String) -> [Substring] {
        split(separator: text, omittingEmptySubsequences: false)
    }
}
