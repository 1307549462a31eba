import Figures
package import Notebook

/// Shows what a running cell sends out: text as it comes, figures, and a progress bar that never mixes
/// with either.
package final class CellPrinter {
    private let output: TerminalOutput
    private let errors: TerminalOutput
    private let theme: Theme
    private let bar: ProgressBar
    /// Whether the last text ended a line.
    package private(set) var isAtLineStart = true
    /// Whether output that floods is cut: somebody reads it.
    package var isCut = false
    /// Whether the cell trains, so that Ctrl-C pauses it and does not stop it at once.
    var isTraining: () -> Bool = { false }
    private var gate: OutputGate?
    private(set) var held: HeldOutput?
    /// When the cell last reported its own progress: then loops need no bar.
    private var lastReport: ContinuousClock.Instant?
    private var hasSaidHowLong = false
    /// Whether the cell has written something: then what it writes next may belong to that.
    private var hasWritten = false

    package init(output: TerminalOutput, errors: TerminalOutput, theme: Theme) {
        self.output = output
        self.errors = errors
        self.theme = theme
        bar = ProgressBar(output: output, theme: theme)
    }

    package func show(_ event: OutputEvent) {
        switch event {
        case .text(let text):
            guard !text.isEmpty else { return }
            hasWritten = true
            write(text)
        case .diagnostic(let text):
            bar.clear()
            finishLine()
            output.flush()
            errors.write(theme.paint(text.trimmingEnd(), .warning) + "\n")
            errors.flush()
        case .figure(let figure):
            bar.clear()
            finishLine()
            hasWritten = true
            show(figure)
        case .progress(let update):
            lastReport = .now
            finishLine()
            bar.show(update)
        case .estimate(let estimate): show(estimate)
        }
    }

    private func write(_ text: String) {
        var text = text
        if isCut {
            var gate = self.gate ?? OutputGate(columns: output.columns)
            text = gate.take(text)
            self.gate = gate
            if gate.isClosed, text.isEmpty {
                bar.count(lines: gate.hiddenLines)
                return
            }
        }
        bar.clear()
        output.write(text)
        isAtLineStart = text.utf8.last == UInt8(ascii: "\n")
    }

    private func show(_ figure: Figure) {
        if theme.isSpoken {
            let lines = Wrapping.wrap(
                [Span("Figure: " + figure.summary)], width: output.columns)
            for line in lines { output.write(theme.paint(line) + "\n") }
            output.write("%describe gives its numbers.\n")
            return
        }
        var renderer = TextRenderer(
            width: output.columns, colours: theme.figureColours,
            isPlain: !output.isTerminal || !theme.hasDots)
        renderer.ground = theme.ground
        if theme.graphics != .none, let cell = output.cellPixels {
            renderer.leavesRoomForImages = true
            let (lines, images) = renderer.drawing(figure)
            // The cursor goes back to an image's first line, which must still be in the window.
            if lines.count < output.size.rows {
                output.write(lines.joined(separator: "\n") + "\n")
                output.write(theme.graphics.sequence(images, lines: lines.count, cell: cell))
                return
            }
            renderer.leavesRoomForImages = false
        }
        output.write(renderer.lines(figure).joined(separator: "\n") + "\n")
    }

    /// Says once how long it will take where that is worth knowing, and draws a bar for loops that report nothing
    /// themselves.
    private func show(_ estimate: LoopEstimate) {
        let key = "Ctrl-C " + (isTraining() ? "pauses it" : "stops it")
        if !hasSaidHowLong, estimate.isLong, !hasWritten || !bar.isLive && isAtLineStart {
            hasSaidHowLong = true
            bar.clear()
            let text = "This takes about \(ProgressBar.words(estimate.total)). \(key)."
            output.write(theme.paint(text, .muted) + "\n")
        }
        if let lastReport, ContinuousClock.now - lastReport < .seconds(2) { return }
        guard hasSaidHowLong || estimate.left > 1 else { return }
        guard isAtLineStart, !(gate?.isClosed ?? false) else { return }
        // In the middle of what a cell prints, such as a table, the notice would stay; the bar goes.
        bar.show(estimate, note: hasSaidHowLong || !estimate.isLong ? "" : key)
    }

    /// Ends a line that the cell left open, so that what follows begins at the margin.
    package func finishLine() {
        if !isAtLineStart { output.write("\n") }
        isAtLineStart = true
    }

    /// The value of the cell's last expression.
    package func show(value: String, number: Int, isLabelled: Bool) {
        close()
        guard isLabelled else {
            output.write(value + "\n")
            return
        }
        let label = "Out[\(number)]: "
        // What would break beside the label, and not without it, stands below.
        let width = value.contains("\n") ? Int.max : CellWidth.of(value)
        let fits = width <= output.columns - label.count || width > output.columns && width < .max
        output.write(theme.paint(label, .outPrompt) + (fits ? "" : "\n"))
        write(value + "\n")
        close()
    }

    /// The traceback of a failed cell, its last line and the teaching line told apart.
    package func show(failure: CellFailure) {
        close()
        output.flush()
        errors.write(paint(failure) + "\n")
        errors.flush()
    }

    /// Nothing more comes from this cell.
    package func close() {
        bar.clear()
        finishLine()
        lastReport = nil
        hasSaidHowLong = false
        hasWritten = false
        guard let gate else { return }
        self.gate = nil
        guard gate.isClosed, !gate.kept.isEmpty else { return }
        let held = HeldOutput(gate)
        self.held = held
        let last = gate.lastLines
        let hidden = held.remaining + held.lost - last.count
        if hidden > 0 {
            let text = "… \(hidden) more lines are kept back: %more shows them. The last ones:"
            output.write(theme.paint(text, .muted) + "\n")
        }
        for line in last { output.write(line + "\n") }
    }

    /// Something waits for an answer at the terminal: the cell's bar and open line end.
    package func makeRoom() {
        bar.clear()
        finishLine()
    }

    /// The next page of what was held back of the last output that was cut; empty at its end.
    func nextHeldPage(rows: Int) -> (lines: [String], remaining: Int, lost: Int) {
        guard var held else { return ([], 0, 0) }
        let lines = held.page(rows: rows, columns: output.columns)
        self.held = held.remaining > 0 ? held : nil
        return (lines, held.remaining, held.lost)
    }

    private func paint(_ failure: CellFailure) -> String {
        guard theme.depth > .none else { return failure.traceback }
        let lines = failure.traceback.split(separator: "\n", omittingEmptySubsequences: false)
        let last = lines.lastIndex { $0.hasPrefix(failure.type) } ?? lines.count - 1
        return lines.enumerated().map { index, line in
            let text = String(line)
            if index > last { return theme.paint(text, .hint) }
            if index == last {
                let name = text.prefix { $0 != ":" }
                return theme.paint(String(name), .error) + String(text.dropFirst(name.count))
            }
            let isCaret = !text.isEmpty && text.allSatisfy { " ^~".contains($0) }
            if isCaret { return theme.paint(text, .error) }
            return text.hasPrefix("    ") ? text : theme.paint(text, .muted)
        }.joined(separator: "\n")
    }
}

extension Theme {
    /// What figures stand on.
    var ground: Ground {
        switch background {
        case .dark: .dark
        case .light: .light
        case .unknown: .unknown
        }
    }

    /// As many colours in figures as in text.
    var figureColours: TextRenderer.Colours {
        switch depth {
        case .none: .none
        case .sixteen: .sixteen
        case .palette: .palette256
        case .full: .full
        }
    }
}
