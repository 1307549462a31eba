import ArgumentParser
import CNN
import Foundation

/// `cnnlab data`: the datasets at hand, and how more come in.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "List, describe, import and make datasets.",
        subcommands: [List.self, Info.self, Import.self, Synthesize.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the datasets that lessons and scripts can load.")

        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            let entries = DatasetCatalog().entries()
            if json {
                try printJSON(
                    entries.map {
                        [
                            "name": $0.name, "folder": $0.folder,
                            "origin": $0.isShipped ? "shipped" : "imported",
                        ]
                    })
                return
            }
            guard !entries.isEmpty else {
                print("No datasets. 'cnnlab data import FOLDER --name NAME' adds one.")
                return
            }
            let width = entries.map(\.name.count).max() ?? 0
            for entry in entries {
                let name = entry.name.padding(toLength: width, withPad: " ", startingAt: 0)
                print("\(name)  \(entry.isShipped ? "shipped " : "imported")  \(entry.folder)")
            }
        }
    }

    struct Info: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Describe a dataset: sizes, classes, and where it lies.")

        @Argument(help: "The dataset's name.") var name: String
        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            try reportingDataErrors {
                let entry = try DatasetCatalog().entry(named: name)
                let splits = try ImageDataset.Split.allCases.map {
                    ($0.rawValue, try ImageDataset(folder: entry.folder, split: $0))
                }
                if json {
                    var object: [String: Any] = ["name": entry.name, "folder": entry.folder]
                    for (split, images) in splits {
                        object[split] = [
                            "images": images.count, "rows": images.rows,
                            "columns": images.columns, "classes": images.classCounts,
                        ]
                    }
                    try printJSON(object)
                    return
                }
                print("\(entry.name)  \(entry.folder)")
                for (split, images) in splits {
                    print("\(split): \(images.count) images of \(images.rows)×\(images.columns)")
                    let counts = images.classCounts.enumerated().map { "\($0): \($1)" }
                    print("  by class  " + counts.joined(separator: ", "))
                }
            }
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import a dataset in MNIST's IDX format, plain or gzipped.",
            discussion: """
                FOLDER holds train-images-idx3-ubyte, train-labels-idx1-ubyte and the same with \
                t10k, with or without .gz: MNIST, Fashion-MNIST, KMNIST, or your own. All four \
                are read and checked before anything is imported.
                """)

        @Argument(help: "The folder that holds the four files.") var folder: String
        @Option(help: "The name to import it under.") var name = "mnist"
        @Flag(help: "Import over a dataset of the same name.") var replace = false

        func run() throws {
            try reportingDataErrors {
                let catalog = DatasetCatalog()
                try catalog.importDataset(from: folder, name: name, replacing: replace)
                let train = try catalog.load(name, split: .train)
                let test = try catalog.load(name, split: .test)
                print(
                    "Imported \(name): \(train.count) images to train, \(test.count) to test, "
                        + "\(train.rows)×\(train.columns).")
            }
        }
    }

    struct Synthesize: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw the digits that ship, or others like them.",
            discussion: """
                The same seed and counts give the same images. Without options this makes the \
                set that ships.
                """)

        @Option(help: "The folder to write the four IDX files into.") var output: String
        @Option(help: "Images to train on, 10 to 60000.")
        var train = DigitSynthesizer.shippedCounts.train
        @Option(help: "Images to test on, 10 to 60000.")
        var test = DigitSynthesizer.shippedCounts.test
        @Option(help: "The seed of the random numbers.") var seed = DigitSynthesizer.shippedSeed
        @Option(help: "Also write a picture of samples (PNG) here.") var picture: String?

        func validate() throws {
            for (name, count) in [("--train", train), ("--test", test)] {
                guard (10...60_000).contains(count) else {
                    throw ValidationError("\(name) takes 10 to 60000; \(count) was given")
                }
            }
        }

        func run() throws {
            try reportingDataErrors {
                var splits: [(ImageDataset.Split, ImageDataset)] = []
                for (split, count) in [(ImageDataset.Split.train, train), (.test, test)] {
                    splits.append(
                        (split, try DigitSynthesizer.make(count: count, seed: seed, split: split)))
                }
                try DatasetCatalog.write(splits, to: output, gzip: true)
                if let picture {
                    let images = splits[0].1
                    let byClass = (0..<10).flatMap { label -> [Int] in
                        Array(
                            images.labels.indices.filter { images.labels[$0] == label }.prefix(16))
                    }
                    let sheet = GreyPicture(
                        sheetOf: images, indices: byClass, columns: 16, scale: 2)
                    try sheet.write(to: picture)
                }
                print("Wrote \(train) images to train and \(test) to test into \(output).")
            }
        }
    }
}

/// Runs `body`; a data error is told on stderr and ends the command with status 1.
private func reportingDataErrors(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as DataError {
        FileHandle.standardError.write(Data("cnnlab data: \(error)\n".utf8))
        throw ExitCode(1)
    }
}

private func printJSON(_ object: Any) throws {
    let data = try JSONSerialization.data(
        withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    print(String(decoding: data, as: UTF8.self))
}
