import Foundation

/// The datasets at hand: those that ship (`digits`) and those the user imported.
package struct DatasetCatalog {
    /// A dataset on disk.
    package struct Entry: Equatable {
        package let name: String
        package let folder: String
        /// Whether it came with the program.
        package let isShipped: Bool
    }

    package let shippedFolder: String?
    package let importedFolder: String

    /// - Parameters:
    ///   - shipped: the folder whose subfolders ship; the installation's by default.
    ///   - imported: where imports go; under the XDG data directory by default.
    package init(
        shipped: String? = Installation.shippedFolder("datasets"),
        imported: String = (Installation.dataFolder as NSString).appendingPathComponent("datasets")
    ) {
        shippedFolder = shipped
        importedFolder = imported
    }

    /// All datasets by name; an imported one hides a shipped one of the same name.
    package func entries() -> [Entry] {
        var found: [String: Entry] = [:]
        for (folder, isShipped) in [(shippedFolder, true), (importedFolder, false)] {
            guard let folder else { continue }
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names where !name.hasPrefix(".") {
                let path = (folder as NSString).appendingPathComponent(name)
                guard Installation.isFolder(path), hasImages(path) else { continue }
                found[name] = Entry(name: name, folder: path, isShipped: isShipped)
            }
        }
        return found.values.sorted { $0.name < $1.name }
    }

    /// The dataset of that name.
    ///
    /// - Throws: ``DataError`` that lists what there is and how more is imported.
    package func entry(named name: String) throws -> Entry {
        let all = entries()
        if let entry = all.first(where: { $0.name.lowercased() == name.lowercased() }) {
            return entry
        }
        let names = all.map(\.name).joined(separator: ", ")
        throw DataError(
            path: name,
            problem: "no dataset of this name; there is \(names.isEmpty ? "none" : names). "
                + "'cnnlab data import FOLDER --name \(name)' adds one from files in MNIST's format"
        )
    }

    /// One half of a dataset, read whole.
    package func load(_ name: String, split: ImageDataset.Split) throws -> ImageDataset {
        try ImageDataset(folder: entry(named: name).folder, split: split)
    }

    /// Copies the four IDX files of a folder in under a name, after reading all of them.
    ///
    /// The dataset appears under its name whole or not at all: it is written beside it first and
    /// then renamed.
    ///
    /// - Throws: ``DataError`` for a name that cannot be one, a name that is taken (unless
    ///   `replacing`), and for any file that is missing or wrong; nothing is imported then.
    @discardableResult
    package func importDataset(from source: String, name: String, replacing: Bool) throws -> Entry {
        try Self.check(name: name)
        guard Installation.isFolder(source) else {
            let exists = FileManager.default.fileExists(atPath: source)
            throw DataError(
                path: source,
                problem: exists
                    ? "is a file; name the folder that holds the four IDX files" : "no such folder")
        }
        let target = (importedFolder as NSString).appendingPathComponent(name)
        guard replacing || !FileManager.default.fileExists(atPath: target) else {
            throw DataError(
                path: target, problem: "is there already; --replace imports over it")
        }
        let train = try ImageDataset(folder: source, split: .train)
        let test = try ImageDataset(folder: source, split: .test)
        guard (train.rows, train.columns) == (test.rows, test.columns) else {
            throw DataError(
                path: source,
                problem: "its training images are \(train.rows)×\(train.columns), "
                    + "but its test images \(test.rows)×\(test.columns)")
        }
        try Self.write([(.train, train), (.test, test)], to: target, gzip: false)
        return Entry(name: name, folder: target, isShipped: false)
    }

    /// Writes both splits as IDX files into a folder, over those that it has.
    ///
    /// - Parameter gzip: packed for shipping, or plain, which is quicker to write and to load.
    package static func write(
        _ splits: [(ImageDataset.Split, ImageDataset)], to target: String, gzip: Bool
    ) throws {
        let manager = FileManager.default
        let parent = (target as NSString).deletingLastPathComponent
        let unfinished = (parent as NSString).appendingPathComponent(
            ".unfinished-\(getpid())-\((target as NSString).lastPathComponent)")
        do {
            try manager.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
        } catch {
            throw DataError(path: parent, problem: "cannot be written to: \(reason(error))")
        }
        defer { try? manager.removeItem(atPath: unfinished) }
        for (split, images) in splits {
            for file in try images.encoded(split: split, gzip: gzip) {
                try FileReading.write(
                    file.bytes, path: (unfinished as NSString).appendingPathComponent(file.name))
            }
        }
        do {
            // What stands there keeps its other files (a data card); only the IDX files change.
            if manager.fileExists(atPath: target) {
                for name in try manager.contentsOfDirectory(atPath: unfinished) {
                    let from = (unfinished as NSString).appendingPathComponent(name)
                    let to = (target as NSString).appendingPathComponent(name)
                    guard rename(from, to) == 0 else {
                        throw DataError(path: to, problem: String(cString: strerror(errno)))
                    }
                }
            } else {
                try manager.moveItem(atPath: unfinished, toPath: target)
            }
        } catch let error as DataError {
            throw error
        } catch {
            throw DataError(path: target, problem: "cannot be written: \(reason(error))")
        }
    }

    private func hasImages(_ folder: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.contains { $0.hasPrefix("train-images") }
    }

    /// A name is a plain file name, so that it can neither leave the folder nor hide in it.
    private static func check(name: String) throws {
        let allowed = name.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || $0 == "-" || $0 == "_"
        }
        guard allowed, !name.isEmpty, name.count <= 64 else {
            throw DataError(
                path: name,
                problem: "cannot name a dataset; use up to 64 letters, digits, '-' and '_'")
        }
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return (underlying ?? error as NSError).localizedDescription
    }
}
