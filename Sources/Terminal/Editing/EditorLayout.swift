/// Where the characters of the edited cell stand on the screen.
///
/// A line of the cell begins with the prompt or the continuation prompt and goes on, without a prefix, on
/// the next row when it is wider than the terminal. Control characters are shown as `^X`, a tab as spaces.
package struct EditorLayout {
    package struct Row: Equatable {
        /// What is written, escape sequences included.
        package var text: String
        package var width: Int
    }

    package var rows: [Row] = []
    package var cursorRow = 0
    package var cursorColumn = 0

    package init(
        source: [UInt8], point: Int, prompt: Span, continuation: Span, columns: Int, theme: Theme
    ) {
        let tokens = theme.depth > .none ? PythonHighlighter.tokens(in: source) : []
        var token = 0
        var pen = Pen(columns: columns, theme: theme)
        pen.put(prompt)
        var position = 0
        while position < source.count {
            if position == point {
                pen.markCursor(beforeNewline: source[position] == UInt8(ascii: "\n"))
            }
            while token < tokens.count, tokens[token].range.upperBound <= position { token += 1 }
            let inside = token < tokens.count && tokens[token].range.contains(position)
            let role: Role = inside ? tokens[token].role : .plain
            let byte = source[position]
            if byte == UInt8(ascii: "\n") {
                pen.endLine()
                pen.put(continuation)
                position += 1
            } else if byte == UInt8(ascii: "\t") {
                pen.put("    ", width: 4, role)
                position += 1
            } else if byte < 0x20 || byte == 0x7F {
                let sign = Character(Unicode.Scalar(byte ^ 0x40))
                pen.put("^\(sign)", width: 2, .muted)
                position += 1
            } else if byte < 0x7F {
                pen.put(byte: byte, role)
                position += 1
            } else {
                position = Self.putCharacter(
                    from: position, in: source, point: point, role: role, with: &pen)
            }
        }
        if point >= source.count { pen.markCursor() }
        pen.finish()
        rows = pen.rows
        cursorRow = pen.cursor.row
        cursorColumn = pen.cursor.column
    }

    /// Puts one character as a person sees it and returns where the next begins.
    private static func putCharacter(
        from start: Int, in source: [UInt8], point: Int, role: Role, with pen: inout Pen
    ) -> Int {
        var end = start
        while end < source.count, source[end] >= 0x80 { end += 1 }
        let text = String(decoding: source[start..<end], as: UTF8.self)
        var position = start
        for character in text {
            if position == point, position > start { pen.markCursor() }
            pen.put(String(character), width: CellWidth.of(character), role)
            position += character.utf8.count
        }
        return end
    }

    /// Gathers rows.
    private struct Pen {
        let columns: Int
        let theme: Theme
        var rows: [Row] = []
        var cursor = (row: 0, column: 0)
        private var text = ""
        private var width = 0
        private var run = ""
        private var runRole = Role.plain

        init(columns: Int, theme: Theme) {
            self.columns = columns
            self.theme = theme
        }

        mutating func put(_ span: Span) {
            flushRun()
            text += theme.paint(span)
            width += CellWidth.of(span.text)
        }

        mutating func put(byte: UInt8, _ role: Role) {
            if width + 1 > columns { endLine() }
            if role != runRole { flushRun() }
            runRole = role
            run.unicodeScalars.append(Unicode.Scalar(byte))
            width += 1
        }

        mutating func put(_ piece: String, width pieceWidth: Int, _ role: Role) {
            if width + pieceWidth > columns { endLine() }
            if role != runRole { flushRun() }
            runRole = role
            run += piece
            width += pieceWidth
        }

        mutating func markCursor(beforeNewline: Bool = false) {
            // After a full row the cursor stands at the beginning of the next, if text goes on there.
            if width < columns {
                cursor = (rows.count, width)
            } else {
                cursor = beforeNewline ? (rows.count, columns - 1) : (rows.count + 1, 0)
            }
        }

        mutating func endLine() {
            flushRun()
            rows.append(Row(text: text, width: width))
            text = ""
            width = 0
        }

        mutating func finish() {
            endLine()
            if cursor.row >= rows.count { rows.append(Row(text: "", width: 0)) }
        }

        private mutating func flushRun() {
            if !run.isEmpty { text += theme.paint(run, runRole) }
            run = ""
        }
    }
}
