import CZlib

/// A grey picture that can be written as PNG (W3C, *Portable Network Graphics*), for data cards.
package struct GreyPicture {
    package let width: Int
    package let height: Int
    private var pixels: [UInt8]

    /// A sheet of images in rows of `columns`, two pixels apart, each image pixel `scale` wide.
    package init(sheetOf images: ImageDataset, indices: [Int], columns: Int, scale: Int) {
        let columns = max(columns, 1)
        let cell = (width: images.columns * scale + 2, height: images.rows * scale + 2)
        width = cell.width * columns
        height = cell.height * ((indices.count + columns - 1) / columns)
        pixels = [UInt8](repeating: 96, count: width * height)
        let size = images.rows * images.columns
        for (place, index) in indices.enumerated() where (0..<images.count).contains(index) {
            let left = place % columns * cell.width + 1
            let top = place / columns * cell.height + 1
            for row in 0..<images.rows * scale {
                for column in 0..<images.columns * scale {
                    let source = index * size + row / scale * images.columns + column / scale
                    pixels[(top + row) * width + left + column] = images.pixels[source]
                }
            }
        }
    }

    /// The picture as a PNG file of eight-bit greys.
    package func png() throws -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((width + 1) * height)
        for row in 0..<height {
            lines.append(0)
            lines += pixels[row * width..<(row + 1) * width]
        }
        var packed = [UInt8](repeating: 0, count: Int(compressBound(UInt(lines.count))))
        var size = uLongf(packed.count)
        guard compress2(&packed, &size, lines, uLong(lines.count), Z_BEST_COMPRESSION) == Z_OK
        else { throw Gzip.Failure.corrupt("zlib could not pack the picture") }
        packed.removeLast(packed.count - Int(size))

        var file: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        let header = Self.bigEndian(width) + Self.bigEndian(height) + [8, 0, 0, 0, 0]
        for (name, content) in [("IHDR", header), ("IDAT", packed), ("IEND", [])] {
            let body = Array(name.utf8) + content
            file += Self.bigEndian(content.count) + body
            file += Self.bigEndian(Int(crc32(0, body, UInt32(clamping: body.count))))
        }
        return file
    }

    /// Writes the picture as a PNG file.
    package func write(to path: String) throws {
        try FileReading.write(png(), path: path)
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
