/// Formulas as text for a terminal.
///
/// Inside a sentence a formula is one line: fractions become `a/b` with the brackets they need, scripts
/// use Unicode's raised and lowered letters where all of them exist and `^(…)`, `_(…)` where not. On a line
/// of its own it is drawn in two dimensions when that says more: fractions over a bar, limits above and
/// below a sum, roots and brackets as tall as what they hold.
package enum FormulaText {
    /// The formula on one line. Spaces that must not break a line are no-break spaces.
    package static func inline(_ source: String) -> String {
        LinearFormula.text(FormulaParser.parse(source))
    }

    /// The formula on a block of lines, none wider than `width` if one line or two dimensions allow.
    package static func display(_ source: String, width: Int) -> [String] {
        let formula = FormulaParser.parse(source)
        let box = TallFormula.box(formula)
        if box.width <= width { return box.lines }
        if let lines = TallFormula.broken(formula, width: width) { return lines }
        let flat = LinearFormula.text(formula)
        return Wrapping.wrap([Span(flat)], width: width).map { $0.map(\.text).joined() }
    }
}

/// One line.
enum LinearFormula {
    private static let joint = String(Wrapping.noBreakSpace)

    static func text(_ formula: Formula) -> String {
        switch formula {
        case .row(let items): return row(items)
        case .symbol(let text, _): return text
        case .words(let text, _):
            return text.split(separator: " ", omittingEmptySubsequences: false)
                .joined(separator: joint)
        case .fraction(let upper, let lower, let bar):
            return grouped(upper) + (bar ? "/" : joint) + grouped(lower)
        case .root(let inner, let index):
            let sign: String
            switch index.map(text) {
            case nil: sign = "√"
            case "3": sign = "∛"
            case "4": sign = "∜"
            case .some(let text): sign = raised(text) + "√"
            }
            return sign + grouped(inner)
        case .scripts(let base, let below, let above):
            var result = isCompound(base) ? "(\(text(base)))" : text(base)
            if let below { result += lowered(text(below)) }
            if let above { result += raised(text(above)) }
            return result
        case .accent(let mark, let inner): return accented(text(inner), mark)
        case .fenced(let left, let inner, let right): return left + text(inner) + right
        case .matrix(let rows, let left, let right):
            let body = rows.map { $0.map(text).joined(separator: "," + joint) }
                .joined(separator: ";" + joint)
            return (left.isEmpty ? "" : left) + body + right
        case .space(let count): return String(repeating: joint, count: count)
        }
    }

    private static func row(_ items: [Formula]) -> String {
        var result = ""
        var operandBefore = false
        for (index, item) in items.enumerated() {
            let piece = text(item)
            switch spacing(of: item) {
            case .binary where operandBefore && index + 1 < items.count:
                result += joint + piece + joint
                operandBefore = false
            case .binary:
                result += piece
                operandBefore = false
            case .relation:
                result += (result.isEmpty ? "" : " ") + piece + (index + 1 < items.count ? " " : "")
                operandBefore = false
            case .punctuation:
                result += piece + (index + 1 < items.count ? joint : "")
                operandBefore = false
            case .large:
                result += (operandBefore ? joint : "") + piece
                if index + 1 < items.count { result += joint }
                operandBefore = false
            case .ordinary:
                let isFunction = LinearFormula.isFunction(item)
                if isFunction, operandBefore { result += joint }
                result += piece
                if isFunction, index + 1 < items.count, !startsWithBracket(items[index + 1]) {
                    result += joint
                }
                operandBefore = !isFunction && !["(", "[", "{"].contains(piece)
            }
        }
        return result
    }

    static func spacing(of formula: Formula) -> FormulaSymbols.Spacing {
        switch formula {
        case .symbol(_, let spacing): return spacing
        case .scripts(let base, _, _): return spacing(of: base)
        default: return .ordinary
        }
    }

    static func isFunction(_ formula: Formula) -> Bool {
        switch formula {
        case .words(_, let isFunction): return isFunction
        case .scripts(let base, _, _): return isFunction(base)
        default: return false
        }
    }

    static func startsWithBracket(_ formula: Formula) -> Bool {
        switch formula {
        case .symbol(let text, _): return text == "(" || text == "["
        case .fenced: return true
        default: return false
        }
    }

    /// Whether a script or a fraction line beside it would be read as belonging to its last part only.
    static func isCompound(_ formula: Formula) -> Bool {
        switch formula {
        case .row(let items): return items.count > 1
        case .fraction: return true
        default: return false
        }
    }

    private static func grouped(_ formula: Formula) -> String {
        let plain = text(formula)
        switch formula {
        case .row(let items) where items.count > 1:
            let digits = plain.allSatisfy { $0.isNumber || $0 == "." }
            return digits ? plain : "(\(plain))"
        case .fraction: return "(\(plain))"
        default: return plain
        }
    }

    static func accented(_ text: String, _ mark: Unicode.Scalar) -> String {
        let result = text.map { String($0) + String(Character(mark)) }.joined()
        return text.count == 1 ? FormulaSymbols.composed[result] ?? result : result
    }

    static func raised(_ text: String) -> String {
        let letters = text.filter { $0 != " " && $0 != Wrapping.noBreakSpace }
        let mapped = letters.map { FormulaSymbols.superscripts[$0] }
        if !mapped.contains(nil) { return String(mapped.compactMap(\.self)) }
        return letters.count == 1 ? "^" + letters : "^(" + text + ")"
    }

    static func lowered(_ text: String) -> String {
        let letters = text.filter { $0 != " " && $0 != Wrapping.noBreakSpace }
        let mapped = letters.map { FormulaSymbols.subscripts[$0] }
        if !mapped.contains(nil) { return String(mapped.compactMap(\.self)) }
        let word = letters.allSatisfy { $0.isLetter || $0.isNumber }
        return word ? "_" + letters : "_(" + text + ")"
    }
}

/// Two dimensions.
enum TallFormula {
    /// A formula that is too wide, on several lines: each but the first begins with a relation, an operator or the sign of a
    /// product. Nil where a part of it is too wide by itself.
    static func broken(_ formula: Formula, width: Int) -> [String]? {
        guard case .row(let items) = formula, items.count > 1 else { return nil }
        var lines: [String] = []
        var start = 0
        var isProduct = false
        while start < items.count {
            let margin = lines.isEmpty ? "" : "  "
            var best: (end: Int, box: FormulaBox)?
            var other: (end: Int, box: FormulaBox)?
            var hasClause = false
            for end in (start + 1)...items.count {
                let box = part(items[start..<end], isProduct: isProduct)
                if CellWidth.of(margin) + box.width > width { break }
                let endsClause = LinearFormula.spacing(of: items[end - 1]) == .punctuation
                if end == items.count || endsClause
                    || !hasClause && canBreak(items[end - 1], items[end])
                {
                    best = (end, box)
                    hasClause = endsClause
                } else if areFactors(items[end - 1], items[end]) {
                    other = (end, box)
                }
            }
            guard let chosen = best ?? other else { return nil }
            lines += chosen.box.lines.map { margin + $0 }
            isProduct = best == nil
            start = chosen.end
            while start < items.count, case .space = items[start] { start += 1 }
        }
        return lines
    }

    private static func part(_ items: ArraySlice<Formula>, isProduct: Bool) -> FormulaBox {
        if isProduct { return FormulaBox.beside([FormulaBox("· "), row(Array(items))]) }
        guard let first = items.first, LinearFormula.spacing(of: first) == .binary else {
            return row(Array(items))
        }
        return FormulaBox.beside([box(first), FormulaBox(" "), row(Array(items.dropFirst()))])
    }

    private static func canBreak(_ last: Formula, _ next: Formula) -> Bool {
        let spacing = LinearFormula.spacing(of: next)
        return spacing == .relation
            || spacing == .binary && LinearFormula.spacing(of: last) == .ordinary
    }

    private static func areFactors(_ last: Formula, _ next: Formula) -> Bool {
        for factor in [last, next] {
            if LinearFormula.spacing(of: factor) != .ordinary || LinearFormula.isFunction(factor) {
                return false
            }
            if case .space = factor { return false }
        }
        // What looks like a bracket by itself holds together what is in it.
        let signs = [last, next].map { LinearFormula.text($0) }
        return !["(", "[", "{"].contains(signs[0]) && ![")", "]", "}"].contains(signs[1])
    }

    static func box(_ formula: Formula) -> FormulaBox {
        switch formula {
        case .row(let items): return row(items)
        case .symbol, .words, .space, .accent: return flat(formula)
        case .fraction(let upper, let lower, let bar):
            let (top, bottom) = (box(upper), box(lower))
            let width = max(top.width, bottom.width) + (bar ? 2 : 0)
            let line = String(repeating: bar ? "─" : " ", count: width)
            return FormulaBox.stacked([top, FormulaBox(line), bottom], base: 1)
        case .root(let inner, let index):
            let body = box(inner)
            if body.height == 1, index == nil, !LinearFormula.isCompound(inner) {
                return flat(formula)
            }
            let degree = index.map { LinearFormula.raised(LinearFormula.text($0)) } ?? ""
            let roof = String(repeating: "_", count: body.width + 1)
            let pad = String(repeating: " ", count: CellWidth.of(degree))
            var lines = [pad + " " + roof]
            for (row, line) in body.lines.enumerated() {
                let last = row == body.height - 1
                lines.append((last ? degree + "√" : pad + "│") + line)
            }
            return FormulaBox(lines: lines, baseline: body.baseline + 1)
        case .scripts(let base, let below, let above):
            return scripts(base, below, above)
        case .fenced(let left, let inner, let right):
            return fence(left, box(inner), right)
        case .matrix(let rows, let left, let right):
            return matrix(rows, left, right)
        }
    }

    private static func flat(_ formula: Formula) -> FormulaBox {
        let text = LinearFormula.text(formula)
        return FormulaBox(String(text.map { $0 == Wrapping.noBreakSpace ? " " : $0 }))
    }

    private static func row(_ items: [Formula]) -> FormulaBox {
        var boxes: [FormulaBox] = []
        var operandBefore = false
        for (index, item) in items.enumerated() {
            let last = index + 1 == items.count
            let piece = box(item)
            var before = false
            var after = false
            var operand = false
            switch LinearFormula.spacing(of: item) {
            case .binary:
                before = operandBefore && !last
                after = before
            case .relation:
                before = index > 0
                after = !last
            case .punctuation: after = !last
            case .large:
                before = operandBefore
                after = !last
            case .ordinary:
                let function = LinearFormula.isFunction(item)
                before = function && operandBefore
                after = function && !last && !LinearFormula.startsWithBracket(items[index + 1])
                operand = !function && !["(", "[", "{"].contains(piece.lines.first ?? "")
            }
            if case .fraction = item, index > 0, case .fraction = items[index - 1] { before = true }
            if before { boxes.append(FormulaBox(" ")) }
            boxes.append(piece)
            if after { boxes.append(FormulaBox(" ")) }
            operandBefore = operand
        }
        return FormulaBox.beside(boxes)
    }

    private static func scripts(
        _ base: Formula, _ below: Formula?, _ above: Formula?
    ) -> FormulaBox {
        let isLimit = LinearFormula.spacing(of: base) == .large || limitsOf(base)
        let body = box(base)
        if isLimit {
            var boxes: [FormulaBox] = []
            if let above { boxes.append(box(above)) }
            boxes.append(body)
            if let below { boxes.append(box(below)) }
            return FormulaBox.stacked(boxes, base: above == nil ? 0 : 1)
        }
        let upper = above.map { LinearFormula.raised(LinearFormula.text($0)) }
        let lower = below.map { LinearFormula.lowered(LinearFormula.text($0)) }
        let simple = !(upper ?? "").hasPrefix("^") && !(lower ?? "").hasPrefix("_")
        if body.height == 1, simple {
            return flat(.scripts(base, below: below, above: above))
        }
        let bracketed: FormulaBox
        if LinearFormula.isCompound(base) {
            bracketed = fence("(", body, ")")
        } else {
            bracketed = body
        }
        var column: [String] = []
        let high = above.map { box($0) }
        let low = below.map { box($0) }
        let highLines = high.map { $0.height == 1 && simple ? [upper ?? ""] : $0.lines } ?? []
        let lowLines = low.map { $0.height == 1 && simple ? [lower ?? ""] : $0.lines } ?? []
        column += highLines
        // A raised letter already stands high: beside a tall base it goes on the base's first line.
        let inside = simple && bracketed.height > 1
        let blank = inside ? bracketed.height - highLines.count - lowLines.count : bracketed.height
        column += Array(repeating: "", count: max(0, blank))
        column += lowLines
        let offset = inside ? 0 : highLines.count
        let side = FormulaBox(lines: column, baseline: offset + bracketed.baseline)
        return FormulaBox.beside([bracketed, side])
    }

    private static func limitsOf(_ base: Formula) -> Bool {
        if case .words(let name, isFunction: true) = base {
            return ["max", "min", "argmax", "argmin", "lim", "sup", "inf"].contains(name)
        }
        return false
    }

    private static func fence(_ left: String, _ inner: FormulaBox, _ right: String) -> FormulaBox {
        FormulaBox.beside([
            FormulaBox.bracket(left, height: inner.height, baseline: inner.baseline),
            inner,
            FormulaBox.bracket(right, height: inner.height, baseline: inner.baseline),
        ])
    }

    private static func matrix(
        _ rows: [[Formula]], _ left: String, _ right: String
    ) -> FormulaBox {
        let cells = rows.map { $0.map(box) }
        let columns = cells.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
        }
        var lines: [String] = []
        for row in cells {
            var parts: [FormulaBox] = []
            for (column, cell) in row.enumerated() {
                if column > 0 { parts.append(FormulaBox(left.isEmpty ? " " : "  ")) }
                parts.append(cell)
                let gap = widths[column] - cell.width
                if gap > 0 { parts.append(FormulaBox(String(repeating: " ", count: gap))) }
            }
            lines += FormulaBox.beside(parts).lines
        }
        let body = FormulaBox(lines: lines, baseline: max(0, lines.count - 1) / 2)
        return fence(left, body, right)
    }
}
