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
            bar.clear()
            output.write(text)
            isAtLineStart = text.utf8.last == UInt8(ascii: "\n")
        case .diagnostic(let text):
            bar.clear()
            finishLine()
            output.flush()
            errors.write(theme.paint(text.trimmingEnd(), .warning) + "\n")
            errors.flush()
        case .figure(let figure):
            bar.clear()
            finishLine()
            let renderer = TextRenderer(
                width: output.columns, colours: theme.figureColours, isPlain: !output.isTerminal)
            output.write(renderer.lines(figure).joined(separator: "\n") + "\n")
        case .progress(let update):
            finishLine()
            bar.show(update)
        }
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
        let label = theme.paint("Out[\(number)]: ", .outPrompt)
        output.write(label + (value.contains("\n") ? "\n" : "") + value + "\n")
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
    /// As many colours in figures as in text.
    fileprivate var figureColours: TextRenderer.Colours {
        switch depth {
        case .none: .none
        case .sixteen: .sixteen
        case .palette: .palette256
        case .full: .full
        }
    }
}
