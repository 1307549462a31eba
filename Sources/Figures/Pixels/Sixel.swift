/// Images as sixels: DEC's graphics, six rows of pixels a band, as in the VT330/VT340 Programmer Reference Manual,
/// chapter 14.
package enum Sixel {
    /// The sequence that draws an image at the cursor.
    package static func sequence(_ image: PixelImage) -> String {
        let (palette, indices) = palette(image)
        // Pixels are square, and all of them are drawn.
        var bytes = Array("\u{1B}P0;1;0q\"1;1;\(image.width);\(image.height)".utf8)
        for (number, colour) in palette.enumerated() {
            bytes += Array("#\(number);2;\(percent(colour.red));".utf8)
            bytes += Array("\(percent(colour.green));\(percent(colour.blue))".utf8)
        }
        var columns = [UInt8](repeating: 0, count: palette.count * image.width)
        for top in stride(from: 0, to: image.height, by: 6) {
            var used: [Int] = []
            var isUsed = [Bool](repeating: false, count: palette.count)
            for row in top..<min(top + 6, image.height) {
                let bit = UInt8(1) << UInt8(row - top)
                for column in 0..<image.width {
                    let colour = Int(indices[row * image.width + column])
                    if !isUsed[colour] {
                        isUsed[colour] = true
                        used.append(colour)
                    }
                    columns[colour * image.width + column] |= bit
                }
            }
            for (turn, colour) in used.enumerated() {
                if turn > 0 { bytes.append(UInt8(ascii: "$")) }
                bytes += Array("#\(colour)".utf8)
                let range = colour * image.width..<(colour + 1) * image.width
                append(columns[range], to: &bytes)
                for index in range { columns[index] = 0 }
            }
            bytes.append(UInt8(ascii: "-"))
        }
        bytes += [0x1B, 0x5C]
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func percent(_ part: UInt8) -> Int { (Int(part) * 100 + 127) / 255 }

    /// The colours, at most 256, and which of them each pixel has. Where there are more, colours lose their lowest bits
    /// one by one, and at last each part is one of six levels.
    private static func palette(_ image: PixelImage) -> ([RGB], [UInt8]) {
        if let exact = distinct(image.pixels) { return exact }
        for bits in 1...5 {
            // The lost bits repeat the highest, so that white stays white.
            func rounded(_ part: UInt8) -> UInt8 { (part >> bits) << bits | part >> (8 - bits) }
            let pixels = image.pixels.map {
                RGB(rounded($0.red), rounded($0.green), rounded($0.blue))
            }
            if let found = distinct(pixels) { return found }
        }
        func level(_ part: UInt8) -> UInt8 { UInt8((Int(part) * 5 + 127) / 255 * 51) }
        let coarse = image.pixels.map { RGB(level($0.red), level($0.green), level($0.blue)) }
        return distinct(coarse) ?? ([RGB(0, 0, 0)], [UInt8](repeating: 0, count: coarse.count))
    }

    private static func distinct(_ pixels: [RGB]) -> ([RGB], [UInt8])? {
        var numbers: [Int: UInt8] = [:]
        var palette: [RGB] = []
        var indices: [UInt8] = []
        indices.reserveCapacity(pixels.count)
        for pixel in pixels {
            let key = Int(pixel.red) << 16 | Int(pixel.green) << 8 | Int(pixel.blue)
            if let number = numbers[key] {
                indices.append(number)
                continue
            }
            guard palette.count < 256 else { return nil }
            numbers[key] = UInt8(palette.count)
            indices.append(UInt8(palette.count))
            palette.append(pixel)
        }
        return (palette, indices)
    }

    /// Six rows of one colour: a character a column, or `!` and a number before one that repeats.
    private static func append(_ columns: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        var index = columns.startIndex
        while index < columns.endIndex {
            var end = index + 1
            while end < columns.endIndex, columns[end] == columns[index] { end += 1 }
            let character = columns[index] + 0x3F
            let count = end - index
            if end == columns.endIndex, columns[index] == 0 { return }
            if count > 3 {
                bytes += Array("!\(count)".utf8)
                bytes.append(character)
            } else {
                bytes += [UInt8](repeating: character, count: count)
            }
            index = end
        }
    }
}
