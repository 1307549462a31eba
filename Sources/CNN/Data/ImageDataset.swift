import Foundation

/// Labelled grey images in memory, as MNIST holds them: one byte a pixel, one byte a label.
public struct ImageDataset: Sendable, Equatable {
    /// Which half of a dataset: the one to learn from or the one to judge by.
    public enum Split: String, Sendable, CaseIterable {
        case train, test

        /// The beginning of MNIST's file names: `train` and `t10k`.
        var filePrefix: String { self == .train ? "train" : "t10k" }
    }

    /// Number of images.
    public let count: Int
    /// Height of an image in pixels.
    public let rows: Int
    /// Width of an image in pixels.
    public let columns: Int
    /// `(count, rows, columns)` bytes in row-major order, 0 for background and 255 for full ink.
    public let pixels: [UInt8]
    /// `count` class numbers.
    public let labels: [UInt8]

    /// - Throws: ``DataError`` when the labels do not fit the images.
    public init(images: IDXFile, labels: IDXFile, imagePath: String, labelPath: String) throws {
        func text(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: "×") }
        guard images.shape.count == 3 else {
            throw DataError(
                path: imagePath,
                problem: "should hold images (N×rows×columns), but is \(text(images.shape))")
        }
        guard labels.shape.count == 1 else {
            throw DataError(
                path: labelPath, problem: "should hold labels (N), but is \(text(labels.shape))")
        }
        guard images.shape[0] == labels.shape[0] else {
            throw DataError(
                path: labelPath,
                problem: "has \(labels.shape[0]) labels for the \(images.shape[0]) images of "
                    + (imagePath as NSString).lastPathComponent)
        }
        guard images.bytes.count > 0 else {
            throw DataError(path: imagePath, problem: "holds no pixels (\(text(images.shape)))")
        }
        if let label = labels.bytes.max(), label >= 100 {
            throw DataError(
                path: labelPath, problem: "has the label \(label); 0 to 99 are expected")
        }
        count = images.shape[0]
        rows = images.shape[1]
        columns = images.shape[2]
        pixels = images.bytes
        self.labels = labels.bytes
    }

    /// Reads `train-images-idx3-ubyte` and its labels (or `t10k-…`) from a folder, gzipped or not.
    ///
    /// - Throws: ``DataError`` naming the file that is missing or wrong.
    public init(folder: String, split: Split) throws {
        let imagePath = try Self.file(split.filePrefix + "-images-idx3-ubyte", in: folder)
        let labelPath = try Self.file(split.filePrefix + "-labels-idx1-ubyte", in: folder)
        try self.init(
            images: IDXFile(path: imagePath), labels: IDXFile(path: labelPath),
            imagePath: imagePath, labelPath: labelPath)
    }

    /// How many images each class has, from class 0 to the highest that occurs.
    public var classCounts: [Int] {
        var counts = [Int](repeating: 0, count: Int(labels.max() ?? 0) + 1)
        for label in labels { counts[Int(label)] += 1 }
        return counts
    }

    /// The IDX files of this split under MNIST's file names.
    func encoded(split: Split, gzip: Bool) throws -> [(name: String, bytes: [UInt8])] {
        let ending = gzip ? ".gz" : ""
        let images = IDXFile(shape: [count, rows, columns], bytes: pixels)
        let labels = IDXFile(shape: [count], bytes: labels)
        return [
            ("\(split.filePrefix)-images-idx3-ubyte\(ending)", try images.encoded(gzip: gzip)),
            ("\(split.filePrefix)-labels-idx1-ubyte\(ending)", try labels.encoded(gzip: gzip)),
        ]
    }

    /// The plain or gzipped file of that name; some copies of MNIST write `.` for the last dash.
    private static func file(_ name: String, in folder: String) throws -> String {
        let dotted = name.replacingOccurrences(of: "-idx", with: ".idx")
        let candidates = [name + ".gz", name, dotted + ".gz", dotted]
        for candidate in candidates {
            let path = (folder as NSString).appendingPathComponent(candidate)
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        throw DataError(path: folder, problem: "has no file \(name).gz and no \(name)")
    }
}
