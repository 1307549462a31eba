/// Images: two rows of cells a line, as upper half blocks in two colours; without colours, one
/// character of rising density for two rows.
extension TextRenderer {
    func imageBlock(_ raster: Raster, axes: Axes, width: Int) -> TextBlock {
        var block = TextBlock()
        let step = max(1, (raster.columns + width - 1) / width)
        let columns = (raster.columns + step - 1) / step
        let rows = (raster.rows + step - 1) / step
        if let title = axes.title {
            let text = String(title.prefix(width))
            block.add(text.bold(colours), columns: text.count)
        }
        // Small grids are easier to see when each cell is several characters wide.
        let zoom = max(1, min(4, min(width, 40) / max(columns, 1) / 2))
        if leavesRoomForImages {
            let place = PlacedImage(
                raster: raster, line: block.lines.count, column: 0, lines: (rows * zoom + 1) / 2,
                columns: columns * zoom)
            for _ in 0..<place.lines {
                block.add(String(repeating: " ", count: place.columns), columns: place.columns)
            }
            block.images.append(place)
            if let label = axes.xLabel { block.add(String(label.prefix(width))) }
            addColourBar(of: raster, to: &block, width: width)
            return block
        }
        for row in stride(from: 0, to: rows * zoom, by: 2) {
            var line = ""
            for column in 0..<columns * zoom {
                let top = (row / zoom * step, column / zoom * step)
                let lower = (row + 1) / zoom * step
                let bottom = row + 1 < rows * zoom ? (lower, top.1) : nil
                line += cell(raster, top: top, bottom: bottom)
            }
            block.add(line, columns: columns * zoom)
        }
        if let label = axes.xLabel { block.add(String(label.prefix(width))) }
        addColourBar(of: raster, to: &block, width: width)
        return block
    }

    /// The least value, the colours between, the greatest value; and below, what they are.
    private func addColourBar(of raster: Raster, to block: inout TextBlock, width: Int) {
        guard let bar = raster.colourBar, raster.channels == 1 else { return }
        let range = raster.valueRange
        let low = AxisRange.short(range.lowerBound), high = AxisRange.short(range.upperBound)
        let steps = min(24, width - low.count - high.count - 2)
        guard steps >= 2,
            let colours = Raster(
                rows: 1, columns: steps, values: (0..<steps).map(Double.init),
                colours: raster.colours)
        else { return block.add(String("\(low) to \(high)".prefix(width))) }
        let strip = (0..<steps).map { cell(colours, top: (0, $0), bottom: (0, $0)) }.joined()
        block.add("\(low) \(strip) \(high)", columns: low.count + steps + high.count + 2)
        if !bar.label.isEmpty { block.add(String(bar.label.prefix(width))) }
    }

    private func cell(_ raster: Raster, top: (Int, Int), bottom: (Int, Int)?) -> String {
        guard colours == .full || colours == .palette256 else {
            let upper = raster.level(row: top.0, column: top.1) ?? 0
            let lower = bottom.map { raster.level(row: $0.0, column: $0.1) ?? 0 } ?? upper
            let shades: [Character] =
                isPlain ? Array(" .:-=+*#%@") : [" ", "░", "▒", "▓", "█"]
            // On a light ground it is the empty cell that is bright.
            let mean = min(max((upper + lower) / 2, 0), 1)
            let level = ground == .light ? 1 - mean : mean
            return String(shades[min(Int(level * Double(shades.count)), shades.count - 1)])
        }
        let upper = raster.colour(row: top.0, column: top.1)
        guard let bottom else { return coloured("▀", upper, isText: true) }
        let lower = raster.colour(row: bottom.0, column: bottom.1)
        return "\u{1B}[38;\(code(upper));48;\(code(lower))m▀\u{1B}[39;49m"
    }
}
