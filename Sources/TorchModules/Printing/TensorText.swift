// How PyTorch writes a tensor. One number format serves the whole tensor: it is chosen from the
// finite non-zero values (all whole numbers: "1."; a ratio above 1000, a magnitude above 1e8 or
// below 1e-4: scientific; else four decimals), and every number is padded to the widest. Rows are
// wrapped at the line width; a tensor of more than `threshold` elements shows `edgeItems` at both
// ends of each dimension, and only those decide the format.

/// A strided array of numbers to be written.
package struct TensorText {
    /// Reads one element at an offset of the storage.
    package enum Elements {
        case float((Int) -> Double)
        case integer((Int) -> Int)
        case bool((Int) -> Bool)
    }

    let shape: [Int]
    let strides: [Int]
    let offset: Int
    let elements: Elements
    let options: PrintOptions

    package init(
        shape: [Int], strides: [Int], offset: Int, elements: Elements, options: PrintOptions
    ) {
        self.shape = shape
        self.strides = strides
        self.offset = offset
        self.elements = elements
        self.options = options
    }

    /// The bracketed numbers, continued lines indented by `indent`.
    package func body(indent: Int) -> String {
        let count = shape.reduce(1) { $0 &* $1 }
        if count == 0 { return "[]" }
        let summarize = count > options.threshold
        let format = NumberFormat(self, summarize: summarize)
        return text(dimension: 0, at: offset, indent: indent, summarize: summarize, format: format)
    }

    /// `prefix` + body + `suffixes` + ")", a suffix that would pass the line width on a new line.
    package func text(prefix: String, suffixes: [String]) -> String {
        let indent = prefix.count
        var result = prefix + body(indent: indent)
        var lastLine: Int
        if let newline = result.lastIndex(of: "\n") {
            lastLine = result.distance(from: newline, to: result.endIndex) + 1
        } else {
            lastLine = result.count + 2
        }
        for suffix in suffixes {
            if lastLine + suffix.count + 2 > options.lineWidth {
                result += ",\n" + String(repeating: " ", count: indent) + suffix
                lastLine = indent + suffix.count
            } else {
                result += ", " + suffix
                lastLine += suffix.count + 2
            }
        }
        return result + ")"
    }

    private func text(
        dimension: Int, at start: Int, indent: Int, summarize: Bool, format: NumberFormat
    ) -> String {
        if dimension == shape.count { return format.string(read(start)) }
        let size = shape[dimension]
        let stride = strides[dimension]
        let edge = options.edgeItems
        let cut = summarize && size > 2 * edge
        let last = dimension == shape.count - 1
        if last && summarize && edge == 0 { return "[...]" }
        let shown = cut ? Array(0..<edge) + Array((size - edge)..<size) : Array(0..<size)
        var pieces = shown.map { index in
            last
                ? format.string(read(start + index * stride))
                : text(
                    dimension: dimension + 1, at: start + index * stride, indent: indent + 1,
                    summarize: summarize, format: format)
        }
        if cut { pieces.insert(last ? " ..." : "...", at: edge) }
        let margin = String(repeating: " ", count: indent + 1)
        guard last else {
            let newlines = String(repeating: "\n", count: shape.count - dimension - 1)
            return "[" + pieces.joined(separator: "," + newlines + margin) + "]"
        }
        let perLine = max(1, (options.lineWidth - indent) / (format.width + 2))
        var lines: [String] = []
        var next = 0
        while next < pieces.count {
            let end = min(next + perLine, pieces.count)
            lines.append(pieces[next..<end].joined(separator: ", "))
            next = end
        }
        return "[" + lines.joined(separator: ",\n" + margin) + "]"
    }

    fileprivate enum Element {
        case float(Double)
        case integer(Int)
        case bool(Bool)
    }

    private func read(_ offset: Int) -> Element {
        switch elements {
        case .float(let read): .float(read(offset))
        case .integer(let read): .integer(read(offset))
        case .bool(let read): .bool(read(offset))
        }
    }

    /// Visits the elements that are written (all, or those at the edges).
    fileprivate func visit(summarize: Bool, _ body: (Element) -> Void) {
        walk(0, offset, edge: summarize ? options.edgeItems : .max / 2, body)
    }

    private func walk(
        _ dimension: Int, _ start: Int, edge: Int, _ body: (Element) -> Void
    ) {
        if dimension == shape.count { return body(read(start)) }
        let size = shape[dimension]
        let stride = strides[dimension]
        let cut = size > 2 * edge
        for index in 0..<(cut ? edge : size) {
            walk(dimension + 1, start + index * stride, edge: edge, body)
        }
        guard cut else { return }
        for index in (size - edge)..<size {
            walk(dimension + 1, start + index * stride, edge: edge, body)
        }
    }
}

/// The one number format of a tensor.
private struct NumberFormat {
    enum Style { case plain, whole, fixed, scientific }

    var style = Style.plain
    var width = 1
    let precision: Int

    init(_ tensor: TensorText, summarize: Bool) {
        precision = tensor.options.precision
        guard case .float = tensor.elements else {
            var width = 1
            tensor.visit(summarize: summarize) { element in
                switch element {
                case .integer(let value): width = max(width, value.description.utf8.count)
                case .bool(let value): width = max(width, value ? 4 : 5)
                case .float: break
                }
            }
            self.width = width
            return
        }
        var values: [Double] = []
        tensor.visit(summarize: summarize) { element in
            if case .float(let value) = element, value.isFinite, value != 0 {
                values.append(value)
            }
        }
        style = .whole
        guard !values.isEmpty else { return }
        let magnitudes = values.lazy.map { abs($0) }
        let smallest = magnitudes.min() ?? 1
        let largest = magnitudes.max() ?? 1
        let whole = values.allSatisfy { $0 == $0.rounded(.up) }
        let scientific =
            tensor.options.scientific
            ?? (largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4)
        style = scientific ? .scientific : whole ? .whole : .fixed
        var width = 1
        for value in values {
            let length = string(finite: value).utf8.count
            width = max(width, length)
        }
        self.width = width
    }

    private func string(finite value: Double) -> String {
        switch style {
        case .scientific: NumberText.scientific(value, precision)
        case .whole: NumberText.fixed(value, 0) + (value.isFinite ? "." : "")
        case .fixed, .plain: NumberText.fixed(value, precision)
        }
    }

    func string(_ element: TensorText.Element) -> String {
        let text =
            switch element {
            case .float(let value): string(finite: value)
            case .integer(let value): value.description
            case .bool(let value): value ? "True" : "False"
            }
        let padding = width - text.utf8.count
        return padding > 0 ? String(repeating: " ", count: padding) + text : text
    }
}
