import Figures

/// How a terminal shows images as pixels.
package enum Graphics: Sendable, Equatable {
    case none, sixel, kitty

    /// What `CNNLAB_GRAPHICS` says: `none`, `sixel` or `kitty`.
    init?(named name: String?) {
        switch name {
        case "none": self = .none
        case "sixel": self = .sixel
        case "kitty": self = .kitty
        default: return nil
        }
    }

    /// What writes images into the room that a figure left for them, once the cursor is on the line below it.
    ///
    /// - Parameters:
    ///   - lines: how many lines the figure has.
    ///   - cell: a character's size in pixels.
    func sequence(_ images: [PlacedImage], lines: Int, cell: (width: Int, height: Int)) -> String {
        images.map { image in
            let pixels = PixelImage(
                image.raster, width: image.columns * cell.width, height: image.lines * cell.height)
            let drawn =
                self == .sixel
                ? Sixel.sequence(pixels)
                : KittyGraphics.sequence(pixels, columns: image.columns, lines: image.lines)
            let right = image.column > 0 ? "\u{1B}[\(image.column)C" : ""
            return "\u{1B}7\u{1B}[\(lines - image.line)A\r\(right)\(drawn)\u{1B}8"
        }.joined()
    }
}
