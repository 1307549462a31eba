/// Keeps the rows of the edited cell on the screen up to date, writing only the rows that changed.
///
/// The cell lies in the terminal's own scrolling text, below earlier output. The painter knows which rows
/// it has written and on which of them the cursor is; a cell taller than the screen is shown through a
/// window that follows the cursor.
package final class ScreenPainter {
    private let output: TerminalOutput
    private var shown: [EditorLayout.Row] = []
    private var cursor = (row: 0, column: 0)
    private var columns = 0
    private var windowTop = 0

    package init(output: TerminalOutput) {
        self.output = output
    }

    /// The next painting begins on a fresh line: nothing of the cell is on the screen.
    package func forget() {
        shown = []
        cursor = (0, 0)
        windowTop = 0
    }

    /// Shows a cell, with rows of help below it.
    package func paint(_ layout: EditorLayout, footer: [EditorLayout.Row] = []) {
        let size = output.size
        if columns != size.columns, !shown.isEmpty { eraseAfterResize(columns: size.columns) }
        columns = size.columns
        let height = size.rows
        let below = Array(footer.prefix(max(0, height - 2)))
        let room = max(1, height - below.count)
        if layout.rows.count <= room {
            windowTop = 0
        } else {
            windowTop = min(windowTop, layout.cursorRow)
            windowTop = max(windowTop, layout.cursorRow - room + 1)
            windowTop = min(windowTop, layout.rows.count - room)
        }
        let bottom = min(layout.rows.count, windowTop + room)
        draw(Array(layout.rows[windowTop..<bottom]) + below)
        move(to: layout.cursorRow - windowTop, column: layout.cursorColumn)
        flush()
    }

    /// Shows the cell as it is being run, whole and without the rows below, and leaves the cursor at its
    /// end; the caller goes to the next line.
    package func finish(_ layout: EditorLayout) {
        if layout.rows.count > shown.count, layout.rows.count >= output.size.rows {
            // Every row is written over. Nothing is erased before: some terminals keep what is erased.
            move(to: 0, column: 0)
            shown = []
        }
        draw(layout.rows)
        move(to: layout.rows.count - 1, column: layout.rows.last?.width ?? 0)
        flush()
        forget()
    }

    package func clearScreen() {
        pending += "\u{1B}[H\u{1B}[2J"
        flush()
        forget()
    }

    private var pending = ""

    private func flush() {
        guard !pending.isEmpty else { return }
        output.write(pending)
        pending = ""
    }

    private func draw(_ rows: [EditorLayout.Row]) {
        for (index, row) in rows.enumerated() {
            if index < shown.count, shown[index] == row { continue }
            move(to: index, column: 0)
            pending += row.text
            if row.width < columns { pending += "\u{1B}[K" }
            cursor = (index, row.width)
        }
        if rows.count < shown.count {
            move(to: rows.count, column: 0)
            pending += "\u{1B}[J"
        }
        shown = rows
    }

    private func move(to row: Int, column: Int) {
        if row < cursor.row {
            pending += "\u{1B}[\(cursor.row - row)A"
        } else if row > cursor.row {
            pending += String(repeating: "\r\n", count: row - cursor.row)
            cursor.column = 0
        }
        cursor.row = row
        if column != cursor.column || cursor.column >= columns {
            pending += column == 0 ? "\r" : "\r\u{1B}[\(min(column, columns - 1))C"
        } else if column == 0 {
            pending += "\r"
        }
        cursor.column = column
    }

    /// The terminal has folded the rows that were wider than it is now: goes up to where the first is
    /// and clears from there on.
    private func eraseAfterResize(columns new: Int) {
        func folds(_ width: Int) -> Int { max(1, (width + new - 1) / new) }
        var up = cursor.column / new
        for row in shown.prefix(cursor.row) { up += folds(row.width) }
        if up > 0 { pending += "\u{1B}[\(up)A" }
        pending += "\r\u{1B}[J"
        forget()
    }
}
