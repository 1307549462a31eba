import CNN
import Foundation
import Testing

@Suite("Datasets")
struct DatasetCatalogTests {
    private func withCatalog(_ body: (DatasetCatalog, String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "cnnlab-data-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(DatasetCatalog(shipped: nil, imported: folder + "/imported"), folder)
    }

    private func digits(_ count: Int, split: ImageDataset.Split = .train) throws -> ImageDataset {
        try DigitSynthesizer.make(count: count, seed: 1, split: split)
    }

    @Test("an imported dataset is found and holds the same images")
    func imports() throws {
        try withCatalog { catalog, folder in
            let (train, test) = (try digits(20), try digits(10, split: .test))
            try DatasetCatalog.write(
                [(.train, train), (.test, test)], to: folder + "/source", gzip: true)
            try catalog.importDataset(from: folder + "/source", name: "mine", replacing: false)
            #expect(catalog.entries().map(\.name) == ["mine"])
            #expect(try catalog.load("MINE", split: .train) == train)
            #expect(try catalog.load("mine", split: .test) == test)
            #expect(throws: DataError.self) {
                try catalog.importDataset(from: folder + "/source", name: "mine", replacing: false)
            }
        }
    }

    @Test("nothing is imported from a folder with one bad file")
    func allOrNothing() throws {
        try withCatalog { catalog, folder in
            let source = folder + "/source"
            try DatasetCatalog.write(
                [(.train, digits(20)), (.test, digits(10))], to: source, gzip: false)
            let labels = IDXFile(shape: [9], bytes: Array(0..<9))
            try Data(labels.encoded(gzip: false)).write(
                to: URL(fileURLWithPath: source + "/t10k-labels-idx1-ubyte"))
            let error = try #require(throws: DataError.self) {
                try catalog.importDataset(from: source, name: "mine", replacing: false)
            }
            #expect(error.problem.contains("has 9 labels for the 10 images"))
            #expect(catalog.entries().isEmpty)
            #expect(!FileManager.default.fileExists(atPath: folder + "/imported/mine"))
        }
    }

    @Test(
        "a name that is no plain file name is refused",
        arguments: ["", "..", "a/b", "../x", ".hidden", "a b", String(repeating: "x", count: 65)])
    func names(name: String) throws {
        try withCatalog { catalog, folder in
            #expect(throws: DataError.self) {
                try catalog.importDataset(from: folder, name: name, replacing: false)
            }
        }
    }
}

@Suite("Drawn digits")
struct DigitSynthesizerTests {
    @Test("the same seed draws the same images; another seed or split does not")
    func deterministic() throws {
        let first = try DigitSynthesizer.make(count: 30, seed: 7, split: .train)
        #expect(try DigitSynthesizer.make(count: 30, seed: 7, split: .train) == first)
        #expect(try DigitSynthesizer.make(count: 30, seed: 8, split: .train) != first)
        #expect(try DigitSynthesizer.make(count: 30, seed: 7, split: .test) != first)
    }

    @Test("classes are balanced and every image has ink")
    func balanced() throws {
        let images = try DigitSynthesizer.make(count: 100, seed: 3, split: .train)
        #expect(images.classCounts == [Int](repeating: 10, count: 10))
        for index in 0..<images.count {
            let pixels = images.pixels[index * 784..<(index + 1) * 784]
            #expect(pixels.count { $0 > 128 } > 15, "image \(index)")
        }
    }

    @Test("the set that ships is what its seed draws")
    func shipped() throws {
        let folder = try #require(Installation.shippedFolder("datasets"))
        let shipped = try ImageDataset(folder: folder + "/digits", split: .test)
        let drawn = try DigitSynthesizer.make(
            count: DigitSynthesizer.shippedCounts.test, seed: DigitSynthesizer.shippedSeed,
            split: .test)
        #expect(shipped == drawn)
    }
}
