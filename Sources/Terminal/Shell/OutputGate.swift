/// Lets a cell's output through as far as a person can read it, and keeps the rest to be seen on request.
package struct OutputGate {
    /// Rows of the terminal that one cell may fill.
    package static let rowLimit = 200
    /// So many bytes are kept; a cell that floods further is only counted.
    static let keptLimit = 16 << 20

    private(set) var columns: Int
    private var rows = 0
    /// Width of the line that is not yet ended.
    private var width = 0
    /// What was held back.
    private(set) var kept: [UInt8] = []
    /// Lines that ended after the gate had closed, kept or not.
    package private(set) var hiddenLines = 0
    /// The last lines of all, which say how it ended.
    private var tail: [[UInt8]] = [[]]
    package private(set) var isClosed = false
    private static let tailCount = 5

    package init(columns: Int) { self.columns = max(columns, 1) }

    /// Takes text and returns what is to be shown of it.
    package mutating func take(_ text: String) -> String {
        if isClosed {
            hide(Array(text.utf8)[...])
            return ""
        }
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                rows += 1 + max(0, width - 1) / columns
                width = 0
            } else if byte & 0xC0 != 0x80 {
                width += 1
            }
            guard rows + width / columns >= Self.rowLimit else { continue }
            isClosed = true
            // A character is not cut in two.
            var end = index + 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            hide(bytes[end...])
            return String(decoding: bytes[..<end], as: UTF8.self)
        }
        return text
    }

    private mutating func hide(_ bytes: ArraySlice<UInt8>) {
        if kept.count < Self.keptLimit { kept += bytes.prefix(Self.keptLimit - kept.count) }
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                hiddenLines += 1
                tail.append([])
                if tail.count > Self.tailCount + 1 { tail.removeFirst() }
            } else if tail[tail.count - 1].count < 4096 {
                tail[tail.count - 1].append(byte)
            }
        }
    }

    /// The last lines that were held back, when more were than these.
    package var lastLines: [String] {
        var lines = tail
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.map { CellWidth.truncated(String(decoding: $0, as: UTF8.self), to: columns) }
    }
}

/// Output that was held back, shown page by page.
package struct HeldOutput {
    private let lines: [Substring]
    private var next = 0
    /// Lines beyond those that were kept.
    package let lost: Int

    package init(_ gate: OutputGate) {
        let text = String(decoding: gate.kept, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        self.lines = lines
        lost = max(0, gate.hiddenLines - lines.count)
    }

    package var remaining: Int { lines.count - next }

    /// The next lines, as many as fill so many rows.
    package mutating func page(rows: Int, columns: Int) -> [String] {
        var page: [String] = []
        var used = 0
        while next < lines.count, used < rows {
            let line = String(lines[next])
            used += 1 + max(0, CellWidth.of(line) - 1) / max(columns, 1)
            page.append(line)
            next += 1
        }
        return page
    }
}
