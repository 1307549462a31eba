import Glibc
package import Notebook

/// One line that shows how far long work is: a bar, the share done, time left and the latest figures.
///
/// It is redrawn in place at most ten times a second. On a pipe nothing is drawn but the finished line.
package final class ProgressBar {
    private let output: TerminalOutput
    private let theme: Theme
    private let isLive: Bool
    private var isDrawn = false
    private var start = ContinuousClock.now
    private var lastDrawing: ContinuousClock.Instant?
    private var label = ""

    package init(output: TerminalOutput, theme: Theme) {
        self.output = output
        self.theme = theme
        let term = getenv("TERM").map { String(cString: $0) } ?? "dumb"
        isLive = output.isTerminal && term != "dumb"
    }

    package func show(_ update: ProgressUpdate) {
        let now = ContinuousClock.now
        if update.label != label || update.done <= 0 {
            label = update.label
            start = now
            lastDrawing = nil
        }
        if update.finished {
            clear()
            output.write(Self.line(update, seconds: elapsed(now), columns: output.columns) + "\n")
            label = ""
            return
        }
        guard isLive else { return }
        if let last = lastDrawing, now - last < .milliseconds(100) { return }
        lastDrawing = now
        let text = Self.line(update, seconds: elapsed(now), columns: output.columns - 1)
        output.write("\r" + theme.paint(text, .muted) + "\u{1B}[K")
        isDrawn = true
    }

    /// Takes the bar off the screen.
    package func clear() {
        guard isDrawn else { return }
        output.write("\r\u{1B}[K")
        isDrawn = false
        lastDrawing = nil
    }

    private func elapsed(_ now: ContinuousClock.Instant) -> Double {
        (now - start) / .seconds(1)
    }

    /// The line's text, cut to the width: the figures give way before the bar, the bar before the label.
    static func line(_ update: ProgressUpdate, seconds: Double, columns: Int) -> String {
        let total = max(update.total, 1)
        let done = min(max(update.done, 0), total)
        let share = Double(done) / Double(total)
        var tail = " \(Int(share * 100))%"
        if update.finished {
            tail += "  \(clock(seconds))"
        } else if done > 0, seconds > 0.5 {
            tail += "  \(clock(seconds * (1 - share) / share)) left"
        }
        for figure in update.figures { tail += "  \(figure.name) \(figure.value)" }
        let label = CellWidth.truncated(update.label, to: max(8, columns / 3))
        let room = columns - CellWidth.of(label) - 2 - CellWidth.of(tail)
        let bar = room >= 8 ? " " + drawing(share, width: min(24, room)) : ""
        return CellWidth.truncated(label + bar + tail, to: columns)
    }

    /// A bar of eighths of a column.
    private static func drawing(_ share: Double, width: Int) -> String {
        let eighths = Int((share * Double(width * 8)).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let full = min(width, eighths / 8)
        let part = full < width ? parts[eighths % 8] : ""
        let bar = String(repeating: "█", count: full) + part
        return "▕" + CellWidth.padded(bar, to: width) + "▏"
    }

    private static func clock(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 360_000 else { return "…" }
        if seconds < 10 { return "\(Int(seconds)).\(Int(seconds * 10) % 10) s" }
        if seconds < 60 { return "\(Int(seconds)) s" }
        let minutes = Int(seconds) / 60
        let rest = Int(seconds) % 60
        return "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
    }
}
