/// An image in pixels, for terminals that show graphics.
package struct PixelImage: Equatable, Sendable {
    package let width: Int
    package let height: Int
    /// Row by row.
    package let pixels: [RGB]

    /// The most pixels a side.
    static let limit = 2000

    /// A raster with its cells as rectangles, nothing smoothed.
    ///
    /// - Parameters:
    ///   - width: the image's width in pixels, at least 1.
    ///   - height: its height.
    package init(_ raster: Raster, width: Int, height: Int) {
        let width = min(max(width, 1), Self.limit)
        let height = min(max(height, 1), Self.limit)
        var pixels: [RGB] = []
        pixels.reserveCapacity(width * height)
        for y in 0..<height {
            let row = y * raster.rows / height
            var column = -1
            var colour = RGB(0, 0, 0)
            for x in 0..<width {
                let next = x * raster.columns / width
                if next != column {
                    column = next
                    colour = raster.colour(row: row, column: column)
                }
                pixels.append(colour)
            }
        }
        self.width = width
        self.height = height
        self.pixels = pixels
    }
}

/// A raster in its place among a figure's lines of text, which leave room for it.
package struct PlacedImage: Equatable, Sendable {
    package var raster: Raster
    /// The first line and the first column, from 0.
    package var line: Int
    package var column: Int
    /// Its size in characters.
    package var lines: Int
    package var columns: Int
}
