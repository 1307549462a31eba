import Glibc
package import Notebook

/// One line that shows how far long work is: a bar, the share done, the rate, time left and the latest figures,
/// each with a sparkline of how it went.
///
/// It is redrawn in place at most ten times a second. On a pipe nothing is drawn but the finished line; where
/// everything is said in words, a sentence comes now and then.
package final class ProgressBar {
    private let output: TerminalOutput
    private let theme: Theme
    /// Whether the line can be drawn anew in its place.
    let isLive: Bool
    private var drawnWidth = 0
    private var isDrawn = false
    private var start = ContinuousClock.now
    private var lastDrawing: ContinuousClock.Instant?
    private var label = ""
    private var trends: [String: Trend] = [:]

    package init(output: TerminalOutput, theme: Theme) {
        self.output = output
        self.theme = theme
        let term = getenv("TERM").map { String(cString: $0) } ?? "dumb"
        isLive = output.isTerminal && term != "dumb" && !theme.isSpoken
    }

    package func show(_ update: ProgressUpdate) {
        let now = ContinuousClock.now
        if update.label != label || update.done <= 0 {
            label = update.label
            start = now
            lastDrawing = nil
        }
        for figure in update.figures {
            if let value = Double(figure.value) { trends[figure.name, default: Trend()].add(value) }
        }
        if update.finished {
            clear()
            let text =
                theme.isSpoken
                ? Self.sentence(update, seconds: elapsed(now))
                : Self.line(
                    update, seconds: elapsed(now), columns: output.columns, trends: trends)
            output.write(text + "\n")
            label = ""
            return
        }
        if theme.isSpoken { return say(Self.sentence(update, seconds: elapsed(now)), now) }
        draw(now) {
            Self.line(
                update, seconds: elapsed(now), columns: output.columns - 1, trends: trends)
        }
    }

    /// Shows how far a cell's loops are, with a note where there is room for it.
    package func show(_ estimate: LoopEstimate, note: String = "") {
        let percent = Int(estimate.share * 100)
        let left = Self.words(estimate.left)
        let now = ContinuousClock.now
        if theme.isSpoken {
            return say("\(estimate.label), \(percent) percent, about \(left) left.", now)
        }
        draw(now) {
            let update = ProgressUpdate(
                label: estimate.label, done: Int(estimate.share * 1000), total: 1000)
            let tail = " \(percent)%  about \(left) left"
            let columns = output.columns - 1
            let line = Self.line(update, tail: tail, columns: columns)
            guard !note.isEmpty, CellWidth.of(line) + note.count + 2 <= columns else { return line }
            return line + "  " + note
        }
    }

    /// Shows how many lines were held back so far.
    func count(lines: Int) {
        draw(.now) { "… \(lines) more lines so far. Ctrl-C stops the cell." }
    }

    private func draw(_ now: ContinuousClock.Instant, _ text: () -> String) {
        guard isLive else { return }
        if let last = lastDrawing, now - last < .milliseconds(100) { return }
        lastDrawing = now
        let line = CellWidth.truncated(text(), to: output.columns - 1)
        output.write(beginning + theme.paint(line, .muted) + "\u{1B}[K")
        isDrawn = true
        drawnWidth = CellWidth.of(line)
    }

    /// Says a sentence, not more often than is bearable.
    private func say(_ text: String, _ now: ContinuousClock.Instant) {
        if let last = lastDrawing, now - last < .seconds(10) { return }
        if lastDrawing == nil, elapsed(now) < 2 { return }
        lastDrawing = now
        output.write(text + "\n")
    }

    /// Takes the bar off the screen.
    package func clear() {
        guard isDrawn else { return }
        output.write(beginning + "\u{1B}[K")
        isDrawn = false
        lastDrawing = nil
    }

    /// Goes to where the bar begins: some rows up where the terminal, narrower since, has folded it.
    private var beginning: String {
        let rows = isDrawn ? max(0, drawnWidth - 1) / output.columns : 0
        return rows > 0 ? "\u{1B}[\(rows)A\r\u{1B}[J" : "\r"
    }

    private func elapsed(_ now: ContinuousClock.Instant) -> Double {
        (now - start) / .seconds(1)
    }

    /// The line's text, cut to the width: the figures give way before the bar, the bar before the label.
    package static func line(
        _ update: ProgressUpdate, seconds: Double, columns: Int, trends: [String: Trend] = [:]
    ) -> String {
        let share = share(of: update)
        var tail = " \(Int(share * 100))%"
        if update.finished {
            tail += "  \(clock(seconds))"
        } else if update.done > 0, seconds > 0.5 {
            tail += "  \(clock(seconds * (1 - share) / share)) left"
            let rate = Double(update.done) / seconds
            if rate >= 10 { tail += "  \(Int(rate))/s" }
        }
        for figure in update.figures {
            let drawing = trends[figure.name]?.sparkline ?? ""
            tail += "  \(figure.name) \(figure.value)" + (drawing.isEmpty ? "" : " " + drawing)
        }
        return line(update, tail: tail, columns: columns)
    }

    private static func line(_ update: ProgressUpdate, tail: String, columns: Int) -> String {
        let label = CellWidth.truncated(update.label, to: max(8, columns / 3))
        let room = columns - CellWidth.of(label) - 2 - CellWidth.of(tail)
        let bar = room >= 8 ? " " + drawing(share(of: update), width: min(24, room)) : ""
        return CellWidth.truncated(label + bar + tail, to: columns)
    }

    private static func share(of update: ProgressUpdate) -> Double {
        let total = max(update.total, 1)
        return Double(min(max(update.done, 0), total)) / Double(total)
    }

    /// The same in words.
    package static func sentence(_ update: ProgressUpdate, seconds: Double) -> String {
        let share = share(of: update)
        var text = "\(update.label): "
        if update.finished {
            text += "done in \(words(seconds))"
        } else {
            text += "\(Int(share * 100)) percent"
            if share > 0, seconds > 0.5 {
                text += ", about \(words(seconds * (1 - share) / share)) left"
            }
        }
        for figure in update.figures { text += ", \(figure.name) \(figure.value)" }
        return text + "."
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

    /// A length of time as a person says it: `8 seconds`, `2 minutes`.
    package static func words(_ seconds: Double) -> String {
        func counted(_ value: Double, _ unit: String) -> String {
            let number = Int(value.rounded())
            return "\(number) \(unit)\(number == 1 ? "" : "s")"
        }
        guard seconds.isFinite, seconds < 360_000 else { return "a long time" }
        let whole = max(seconds, 1)
        if whole < 90 { return counted(whole < 20 ? whole : (whole / 5).rounded() * 5, "second") }
        if whole < 5400 { return counted(whole / 60, "minute") }
        return counted(whole / 3600, "hour")
    }
}

/// How a figure went: a number for each of up to 12 stretches of equal length.
package struct Trend {
    private static let width = 12
    private var means: [Double] = []
    /// How many values each mean stands for, and those of the last, unfinished one.
    private var span = 1
    private var sum = 0.0
    private var count = 0

    package init() {}

    package mutating func add(_ value: Double) {
        guard value.isFinite else { return }
        sum += value
        count += 1
        guard count == span else { return }
        means.append(sum / Double(span))
        (sum, count) = (0, 0)
        guard means.count == 2 * Self.width else { return }
        means = stride(from: 0, to: means.count, by: 2).map { (means[$0] + means[$0 + 1]) / 2 }
        span *= 2
    }

    /// Blocks of rising height, the lowest value lowest; empty until there are three.
    package var sparkline: String {
        let shown = means.suffix(Self.width)
        guard shown.count > 2, let low = shown.min(), let high = shown.max(), high > low else {
            return ""
        }
        let blocks = Array("▁▂▃▄▅▆▇█")
        return String(shown.map { blocks[Int(($0 - low) / (high - low) * 7)] })
    }
}
