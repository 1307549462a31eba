/// Draws figures as lines of terminal text.
///
/// Line and scatter plots are Braille dots with a mark on points, bars and histograms are blocks,
/// images are half blocks in colour or shades of characters. With `isPlain` nothing but ASCII is
/// used, and without colours every series still has a mark of its own.
package struct TextRenderer {
    package enum Colours: Sendable { case none, sixteen, palette256, full }

    /// The most columns that a figure may take.
    package var width: Int
    package var colours: Colours
    /// Only ASCII characters.
    package var isPlain: Bool
    /// What the text stands on: sixteen colours are chosen by it, and shades are dark or bright by it.
    package var ground = Ground.unknown
    /// Whether images are left out: the terminal draws their pixels into the room that is left for them.
    package var leavesRoomForImages = false

    package init(width: Int = 80, colours: Colours = .none, isPlain: Bool = false) {
        self.width = min(max(width, 20), 400)
        self.colours = colours
        self.isPlain = isPlain
    }

    /// The figure's lines, none wider than `width`.
    package func lines(_ figure: Figure) -> [String] { drawing(figure).lines }

    /// The figure's lines, none wider than `width`, and the images that they leave room for.
    package func drawing(_ figure: Figure) -> (lines: [String], images: [PlacedImage]) {
        var lines: [String] = []
        var images: [PlacedImage] = []
        if let title = figure.title { lines.append(centred(title, in: width).bold(colours)) }
        let drawn = figure.axes.filter { !$0.marks.isEmpty || $0.title != nil }
        // Side by side as far as the width allows, at least 24 columns each.
        let isSmall = drawn.allSatisfy { axes in
            axes.marks.allSatisfy { if case .image = $0 { true } else { false } }
        }
        let least = isSmall ? 12 : 24
        let across = max(1, min(figure.columns, (width + 2) / (least + 2)))
        let each = across == 1 ? width : (width + 2) / across - 2
        for start in stride(from: 0, to: drawn.count, by: across) {
            let row = drawn[start..<min(start + across, drawn.count)].map { block($0, width: each) }
            let joined = TextBlock.beside(row, gap: 2)
            for var image in joined.images {
                image.line += lines.count
                images.append(image)
            }
            lines += joined.lines.map(\.text)
        }
        return (lines, images)
    }

    private func block(_ axes: Axes, width: Int) -> TextBlock {
        for case .image(let raster) in axes.marks {
            return imageBlock(raster, axes: axes, width: width)
        }
        if axes.marks.contains(where: { if case .bars = $0 { true } else { false } }) {
            return barBlock(axes, width: width)
        }
        return chartBlock(axes, width: width)
    }

    // MARK: - Text

    func styled(_ text: String, series: Int) -> String {
        guard colours != .none, series >= 0, !text.isEmpty else { return text }
        if colours == .sixteen {
            let basic = SeriesStyle.basicColours(on: ground)
            return "\u{1B}[\(basic[series % basic.count])m\(text)\u{1B}[39m"
        }
        if colours == .palette256 {
            let palette = SeriesStyle.palette(on: ground)
            let code = palette[series % palette.count]
            return "\u{1B}[38;5;\(code)m\(text)\u{1B}[39m"
        }
        let exact = SeriesStyle.colours(on: ground)
        return coloured(text, exact[series % exact.count], isText: true)
    }

    /// Text in a colour, or on it.
    func coloured(_ text: String, _ colour: RGB, isText: Bool) -> String {
        "\u{1B}[\(isText ? 38 : 48);\(code(colour))m\(text)\u{1B}[\(isText ? 39 : 49)m"
    }

    /// The parameters that follow 38 or 48 in an SGR sequence.
    func code(_ colour: RGB) -> String {
        if colours == .full { return "2;\(colour.red);\(colour.green);\(colour.blue)" }
        return "5;\(colour.palette)"
    }

    func mark(_ series: Int) -> Character {
        let marks = isPlain ? SeriesStyle.plainMarks : SeriesStyle.marks
        return marks[series % marks.count]
    }

    func centred(_ text: String, in width: Int) -> String {
        String(repeating: " ", count: max(0, (width - text.count) / 2)) + text.prefix(width)
    }

    func legend(_ axes: Axes, width: Int) -> [String] {
        let named = axes.marks.enumerated().compactMap { index, mark in
            mark.label.map { (index, $0) }
        }
        guard !named.isEmpty, axes.hasLegend || named.count > 1 else { return [] }
        var lines: [String] = []
        var line = "", used = 0
        for (index, label) in named {
            let text = "\(mark(index)) \(label.prefix(max(width - 2, 1)))"
            if used > 0, used + 3 + text.count > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            line += (used > 0 ? "   " : "") + styled(text, series: index)
            used += (used > 0 ? 3 : 0) + text.count
        }
        return lines + [line]
    }
}

extension String {
    func bold(_ colours: TextRenderer.Colours) -> String {
        colours == .none ? self : "\u{1B}[1m\(self)\u{1B}[22m"
    }
}

/// Lines with the number of columns that each takes (colour codes take none).
struct TextBlock {
    var lines: [(text: String, columns: Int)] = []
    var images: [PlacedImage] = []

    mutating func add(_ text: String, columns: Int? = nil) {
        lines.append((text, columns ?? text.count))
    }

    /// Blocks next to one another, aligned at the top.
    static func beside(_ blocks: [TextBlock], gap: Int) -> TextBlock {
        let widths = blocks.map { $0.lines.map(\.columns).max() ?? 0 }
        let height = blocks.map(\.lines.count).max() ?? 0
        var joined = TextBlock()
        for row in 0..<height {
            var line = ""
            var pending = 0
            for (block, width) in zip(blocks, widths) {
                if row < block.lines.count {
                    line += String(repeating: " ", count: pending) + block.lines[row].text
                    pending = width - block.lines[row].columns + gap
                } else {
                    pending += width + gap
                }
            }
            joined.add(line)
        }
        var left = 0
        for (block, width) in zip(blocks, widths) {
            for var image in block.images {
                image.column += left
                joined.images.append(image)
            }
            left += width + gap
        }
        return joined
    }
}
