import Figures
import Foundation
import Testing

@Suite("Images as pixels")
struct PixelTests {
    /// Draws a sequence of sixels as a terminal would: the colour of each pixel, in percent.
    private func draw(_ sequence: String) throws -> [[[Int]?]] {
        let body = try #require(
            sequence.dropFirst(2).dropLast(2).split(separator: "q", maxSplits: 1).last)
        var text = Array(body.utf8)[...]
        func number() -> Int {
            var value = 0
            while let digit = text.first, (0x30...0x39).contains(digit) {
                value = value * 10 + Int(digit - 0x30)
                text.removeFirst()
            }
            return value
        }
        func numbers() -> [Int] {
            var values = [number()]
            while text.first == UInt8(ascii: ";") {
                text.removeFirst()
                values.append(number())
            }
            return values
        }
        var palette: [Int: [Int]] = [:]
        var screen: [[[Int]?]] = []
        var (x, top, colour) = (0, 0, 0)
        while let next = text.popFirst() {
            switch next {
            case UInt8(ascii: "\""):
                let size = numbers()
                screen = .init(repeating: .init(repeating: nil, count: size[2]), count: size[3])
            case UInt8(ascii: "#"):
                let values = numbers()
                colour = values[0]
                if values.count == 5 { palette[colour] = Array(values[2...]) }
            case UInt8(ascii: "$"): x = 0
            case UInt8(ascii: "-"): (x, top) = (0, top + 6)
            default:
                var count = 1
                var sixel = next
                if next == UInt8(ascii: "!") {
                    count = number()
                    let repeated = text.popFirst()
                    sixel = try #require(repeated)
                }
                for _ in 0..<count {
                    for bit in 0..<6 where (sixel - 0x3F) >> bit & 1 == 1 {
                        try #require(top + bit < screen.count && x < screen[top + bit].count)
                        screen[top + bit][x] = palette[colour]
                    }
                    x += 1
                }
            }
        }
        return screen
    }

    private func raster(rows: Int, columns: Int, channels: Int) throws -> Raster {
        let values = (0..<rows * columns * channels).map { Double($0 * 7919 % 97) / 96 }
        return try #require(
            Raster(rows: rows, columns: columns, channels: channels, values: values))
    }

    @Test("sixels hold every pixel", arguments: [1, 3])
    func sixels(channels: Int) throws {
        for (width, height) in [(1, 1), (5, 7), (64, 36), (40, 13)] {
            let image = PixelImage(
                try raster(rows: 9, columns: 8, channels: channels), width: width, height: height)
            let shown = try draw(Sixel.sequence(image))
            try #require(shown.count == height && shown[0].count == width)
            for (index, pixel) in image.pixels.enumerated() {
                let wanted = [pixel.red, pixel.green, pixel.blue].map { Int($0) * 100 / 255 }
                let found = try #require(shown[index / width][index % width])
                #expect(zip(wanted, found).allSatisfy { abs($0 - $1) <= 1 })
            }
        }
    }

    @Test("more colours than sixels have become the nearest of six levels a part")
    func manyColours() throws {
        let image = PixelImage(
            try raster(rows: 60, columns: 60, channels: 3), width: 60, height: 60)
        let shown = try draw(Sixel.sequence(image))
        for (index, pixel) in image.pixels.enumerated() {
            let wanted = [pixel.red, pixel.green, pixel.blue].map { Int($0) * 100 / 255 }
            let found = try #require(shown[index / 60][index % 60])
            #expect(zip(wanted, found).allSatisfy { abs($0 - $1) <= 13 })
        }
    }

    @Test("kitty's sequences hold the pixels in pieces of 4,096 bytes")
    func kitty() throws {
        let image = PixelImage(try raster(rows: 9, columns: 8, channels: 1), width: 80, height: 90)
        let sequence = KittyGraphics.sequence(image, columns: 8, lines: 5)
        var data = ""
        let pieces = sequence.components(separatedBy: "\u{1B}\\").dropLast()
        for (index, piece) in pieces.enumerated() {
            let parts = piece.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            #expect(parts[0].hasPrefix("\u{1B}_G"))
            #expect(parts[0].hasSuffix(index == pieces.count - 1 ? "m=0" : "m=1"))
            #expect(parts[1].utf8.count <= 4096)
            data += parts[1]
        }
        #expect(pieces.first?.contains("a=T,f=24,s=80,v=90,c=8,r=5,C=1,q=2") ?? false)
        let bytes = try #require(Data(base64Encoded: data))
        #expect(Array(bytes) == image.pixels.flatMap { [$0.red, $0.green, $0.blue] })
    }

    @Test("lines leave room for images side by side, as much as half blocks would take")
    func room() throws {
        var figure = Figure(title: "Maps", rows: 2, columns: 2, axes: [])
        for number in 0..<3 {
            var axes = Axes()
            axes.title = "map \(number)"
            axes.marks = [.image(try raster(rows: 28, columns: 28, channels: 1))]
            figure.axes.append(axes)
        }
        var renderer = TextRenderer(width: 80, colours: .full)
        let plain = renderer.lines(figure)
        renderer.leavesRoomForImages = true
        let (lines, images) = renderer.drawing(figure)
        #expect(lines.count == plain.count)
        #expect(images.map(\.line) == [2, 2, 17])
        #expect(images.map(\.column) == [0, 30, 0])
        #expect(images.allSatisfy { $0.lines == 14 && $0.columns == 28 })
        #expect(!lines.contains { $0.contains("▀") })
    }
}
