/// A rectangle of characters with a line that the rest of the formula stands on.
struct FormulaBox {
    var lines: [String]
    var width: Int
    /// The index of the line that carries the formula.
    var baseline: Int

    init(_ text: String) {
        lines = [text]
        width = CellWidth.of(text)
        baseline = 0
    }

    init(lines: [String], baseline: Int) {
        let width = lines.map { CellWidth.of($0) }.max() ?? 0
        self.lines = lines.map { CellWidth.padded($0, to: width) }
        self.width = width
        self.baseline = baseline
    }

    var height: Int { lines.count }
    var below: Int { height - baseline - 1 }

    /// Boxes side by side on one base line.
    static func beside(_ boxes: [FormulaBox]) -> FormulaBox {
        guard let first = boxes.first else { return FormulaBox("") }
        if boxes.count == 1 { return first }
        let above = boxes.map(\.baseline).max() ?? 0
        let below = boxes.map(\.below).max() ?? 0
        var lines = Array(repeating: "", count: above + below + 1)
        for box in boxes {
            let shift = above - box.baseline
            let blank = String(repeating: " ", count: box.width)
            for index in lines.indices {
                let row = index - shift
                lines[index] += row >= 0 && row < box.height ? box.lines[row] : blank
            }
        }
        return FormulaBox(lines: lines, baseline: above)
    }

    /// Boxes one over the other, centred; the base line is that of the box at an index.
    static func stacked(_ boxes: [FormulaBox], base: Int) -> FormulaBox {
        let width = boxes.map(\.width).max() ?? 0
        var lines: [String] = []
        var baseline = 0
        for (index, box) in boxes.enumerated() {
            if index == base { baseline = lines.count + box.baseline }
            let margin = String(repeating: " ", count: (width - box.width) / 2)
            lines += box.lines.map { margin + $0 }
        }
        return FormulaBox(lines: lines, baseline: baseline)
    }

    /// A bracket as tall as a box; nothing for an empty sign.
    static func bracket(_ sign: String, height: Int, baseline: Int) -> FormulaBox {
        if height <= 1 || sign.isEmpty { return FormulaBox(sign) }
        let parts: (top: String, middle: String, bottom: String, waist: String)
        switch sign {
        case "(": parts = ("⎛", "⎜", "⎝", "⎜")
        case ")": parts = ("⎞", "⎟", "⎠", "⎟")
        case "[": parts = ("⎡", "⎢", "⎣", "⎢")
        case "]": parts = ("⎤", "⎥", "⎦", "⎥")
        case "{": parts = ("⎧", "⎪", "⎩", "⎨")
        case "}": parts = ("⎫", "⎪", "⎭", "⎬")
        case "|": parts = ("│", "│", "│", "│")
        case "‖": parts = ("║", "║", "║", "║")
        default: return FormulaBox(sign)
        }
        var lines = Array(repeating: parts.middle, count: height)
        lines[0] = parts.top
        lines[height - 1] = parts.bottom
        if height > 2 { lines[height / 2] = parts.waist }
        return FormulaBox(lines: lines, baseline: baseline)
    }
}
