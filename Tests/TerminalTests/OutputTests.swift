import Notebook
import Terminal
import Testing

@Suite("Output of cells")
struct OutputTests {
    @Test("a flood is cut, its end is shown and the rest kept to be paged through")
    func flood() {
        var gate = OutputGate(columns: 20)
        var shown = ""
        for line in 0..<1000 { shown += gate.take("line \(line)\n") }
        #expect(shown.split(separator: "\n").count == OutputGate.rowLimit)
        #expect(gate.isClosed)
        #expect(gate.hiddenLines == 800)
        #expect(gate.lastLines.last == "line 999")
        #expect(gate.lastLines.count <= 6)
        var held = HeldOutput(gate)
        #expect(held.remaining == 800)
        #expect(held.page(rows: 3, columns: 20) == ["line 200", "line 201", "line 202"])
        #expect(held.remaining == 797)
        #expect(held.page(rows: .max, columns: 20).count == 797)
        #expect(held.page(rows: 5, columns: 20).isEmpty)
    }

    @Test("a line without end is cut as well, and never within a character")
    func longLine() {
        var gate = OutputGate(columns: 10)
        let shown = gate.take(String(repeating: "ä", count: 5000))
        #expect(gate.isClosed)
        #expect(shown.allSatisfy { $0 == "ä" })
        #expect(shown.count == OutputGate.rowLimit * 10)
        let rest = HeldOutput(gate)
        #expect(rest.remaining == 1)
    }

    @Test("what fits is let through as it is")
    func small() {
        var gate = OutputGate(columns: 80)
        #expect(gate.take("a\nb") == "a\nb")
        #expect(!gate.isClosed)
    }

    @Test("a figure's sparkline has a block for each stretch")
    func sparkline() {
        var trend = Trend()
        #expect(trend.sparkline == "")
        for value in 0..<8 { trend.add(Double(value)) }
        #expect(trend.sparkline == "▁▂▃▄▅▆▇█")
        for value in 8..<1000 { trend.add(Double(value)) }
        #expect(trend.sparkline.count <= 12)
        #expect(trend.sparkline.hasPrefix("▁") && trend.sparkline.hasSuffix("█"))
    }

    @Test("progress is said in words where bars cannot be seen")
    func words() {
        let update = ProgressUpdate(
            label: "epoch 1/2", done: 50, total: 100, figures: [("loss", "0.5000")])
        #expect(
            ProgressBar.sentence(update, seconds: 30)
                == "epoch 1/2: 50 percent, about 30 seconds left, loss 0.5000.")
        #expect(ProgressBar.words(1) == "1 second")
        #expect(ProgressBar.words(100) == "2 minutes")
        #expect(ProgressBar.words(.infinity) == "a long time")
        let line = ProgressBar.line(update, seconds: 2, columns: 60)
        #expect(line.contains("50%") && line.contains("25/s") && CellWidth.of(line) <= 60)
    }

    @Test(
        "formulas in words",
        arguments: [
            (#"\hat{x} = \sqrt{y}"#, "x hat equals the square root of y"),
            (#"x_1 \le 2"#, "x sub 1 is at most 2"),
            (#"m_i \sim B(1 - p)"#, "m sub i is drawn from B(1 minus p)"),
            (#"\hat{y}_i^2 + A^\top"#, "y hat sub i squared plus A transposed"),
            (
                #"\sum_{i=1}^{N} x_i^{-1}"#,
                "the sum over i equals 1 to N of x sub i to the power minus 1"
            ),
            (#"\beta_1^t \cdot m_{t-1}"#, "β sub 1 to the power t times m sub t minus 1"),
        ])
    func formula(source: String, words: String) {
        #expect(FormulaWords.text(of: source) == words)
    }

    @Test("spoken Markdown draws nothing")
    func spoken() {
        let text = "# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n\n- [x] one\n\n---\n"
        let lines = MarkdownText.render(text, width: 60, theme: .spoken)
        let whole = lines.joined(separator: "\n")
        #expect(!whole.contains { "═─│┼•☑".contains($0) })
        #expect(lines.contains("a: 1; b: 2."))
        #expect(lines.contains("Quote:"))
    }
}
