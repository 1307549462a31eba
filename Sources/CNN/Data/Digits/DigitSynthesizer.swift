/// Makes a dataset of handwritten-looking digits, the same for the same seed.
package enum DigitSynthesizer {
    /// The seed of the set that ships.
    package static let shippedSeed: UInt64 = 2026
    /// How many images ship: those to learn from, those to judge by.
    package static let shippedCounts = (train: 16_000, test: 2_000)

    /// Draws `count` digits, as many of each class as of any other (up to one), in random order.
    ///
    /// - Parameters:
    ///   - seed: the same seed gives the same bytes.
    ///   - split: the two splits share no image and no random stream.
    ///   - poll: called between images; throws to stop.
    /// - Returns: `(count, 28, 28)` pixels with labels 0 to 9.
    package static func make(
        count: Int, seed: UInt64, split: ImageDataset.Split, style: DigitStyle = DigitStyle(),
        poll: (Int) throws -> Void = { _ in }
    ) throws -> ImageDataset {
        let stream: UInt64 = split == .train ? 1 : 2
        var labels = (0..<count).map { UInt8($0 % 10) }
        var order = SplitMix(seed: seed, stream: stream &+ 100, index: 0)
        for index in stride(from: count - 1, to: 0, by: -1) {
            labels.swapAt(index, order.index(below: index + 1))
        }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(count * DigitPainter.side * DigitPainter.side)
        for (index, label) in labels.enumerated() {
            try poll(index)
            var painter = DigitPainter(
                random: SplitMix(seed: seed, stream: stream, index: index), style: style)
            pixels += painter.paint(Int(label))
        }
        let side = DigitPainter.side
        return try ImageDataset(
            images: IDXFile(shape: [count, side, side], bytes: pixels),
            labels: IDXFile(shape: [count], bytes: labels),
            imagePath: "digits", labelPath: "digits")
    }
}
