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

    @Test("a colour bar says the least and the greatest value, in the width there is")
    func colourBar() throws {
        var raster = try #require(Raster(rows: 2, columns: 2, values: [-1.5, 0, 1, 2.25]))
        raster.colourBar = ColourBar(label: "weight")
        var axes = Axes()
        axes.marks = [.image(raster)]
        let figure = Figure(axes: [axes])
        for width in [20, 60, 200] {
            let lines = TextRenderer(width: width, isPlain: true).lines(figure)
            let bar = try #require(lines.dropLast().last)
            #expect(bar.hasPrefix("-1.5 ") && bar.hasSuffix(" 2.25"))
            #expect(bar.count <= width)
            #expect(lines.last == "weight")
        }
        let picture = SVGRenderer().render(figure)
        for text in ["-1.5", "2.25", "weight"] { #expect(picture.contains(">\(text)<")) }
        #expect(figure.summary.contains("(weight)"))
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

    private func bars(_ values: [Double], errors: [Double]? = nil) -> Figure {
        var axes = Axes()
        axes.marks = [.bars(Bars(names: ["a", "b", "c"], values: values, errors: errors))]
        return Figure(axes: [axes])
    }

    @Test("negative bars go to the other side of an upright line")
    func negativeBars() {
        let lines = TextRenderer(width: 30, isPlain: true).lines(bars([2, -2, 4]))
        #expect(
            lines == [
                "a         |########        2", "b ########|                -2",
                "c         |############### 4",
            ])
        let below = TextRenderer(width: 30).lines(bars([-1, -2, -4]))
        #expect(below.allSatisfy { $0.contains("│") && $0.contains("█") })
    }

    @Test("a bar's interval is drawn, and told in words and numbers")
    func intervals() {
        let figure = bars([4, 8, 2], errors: [2, 2, 0])
        let lines = TextRenderer(width: 30, isPlain: true).lines(figure)
        #expect(lines[0] == "a #####|----+---|           4")
        #expect(lines[1].contains("#|----+---|"))
        #expect(lines[2] == "c #####                     2")
        #expect(TextRenderer(width: 60).lines(figure)[0].contains("├"))
        #expect(figure.summary.contains("a 4 ± 2"))
        #expect(figure.table == ["name\tvalue\t±", "a\t4\t2", "b\t8\t2", "c\t2\t0"])
    }

    @Test("bins of a histogram are as wide as one another and stand on the axis")
    func bins() throws {
        var axes = Axes()
        axes.marks = [
            .histogram(Histogram(of: [0, 1, 2, 3], bins: 4, range: 0...4, label: nil))
        ]
        for width in [23, 29, 32, 43, 83] {
            let lines = TextRenderer(width: width).lines(Figure(axes: [axes]))
            let bottom = try #require(lines.last { $0.contains("┤") })
            let dots = bottom.drop { $0 != "┤" }.dropFirst().flatMap { character -> [Bool] in
                let bits = (character.unicodeScalars.first?.value ?? 0) & 0xFF
                return character == " " ? [false, false] : [bits & 0x47 != 0, bits & 0xB8 != 0]
            }
            let runs = dots.split(separator: false).map(\.count)
            #expect(runs.count == 4 && (runs.max() ?? 0) - (runs.min() ?? 0) <= 1, "\(runs)")
        }
    }

    @Test("series in front of one another are told apart without colours")
    func overlaid() {
        var axes = Axes()
        axes.marks = [
            .histogram(Histogram(of: [0, 1, 1, 2], bins: 3, range: 0...4, label: "a")),
            .histogram(Histogram(of: [1, 2, 2, 3], bins: 3, range: 0...4, label: "b")),
            .horizontalRule(1.5, label: "limit"),
        ]
        let plot = TextRenderer(width: 60).lines(Figure(axes: [axes])).dropLast().joined()
        for mark in ["●", "▲", "■"] { #expect(plot.contains(mark)) }
    }

    @Test("an axis has two numbers at least")
    func numbers() {
        var axes = Axes()
        axes.marks = [.line(Series(x: [-3.2, 2.9], y: [0, 1]))]
        let lines = TextRenderer(width: 29).lines(Figure(axes: [axes]))
        #expect((lines.last ?? "").split(separator: " ").count >= 2, "\(lines.last ?? "")")
    }

    @Test("greys keep their steps among 256 colours, and bright stays bright on a light ground")
    func greys() throws {
        let palette = Set((0...255).map { RGB(UInt8($0), UInt8($0), UInt8($0)).palette })
        #expect(palette.count > 24)
        #expect(RGB(255, 0, 0).palette == 196 && RGB(255, 255, 255).palette == 231)
        var axes = Axes()
        let raster = try #require(Raster(rows: 2, columns: 2, values: [0, 1, 0, 1]))
        axes.marks = [.image(raster)]
        var renderer = TextRenderer(width: 20)
        #expect(renderer.lines(Figure(axes: [axes])).first == "    ████")
        renderer.ground = .light
        #expect(renderer.lines(Figure(axes: [axes])).first == "████    ")
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
