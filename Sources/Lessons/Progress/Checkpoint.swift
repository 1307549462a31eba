import Foundation

/// A lesson's session as it was after so many runs, on disk: coming back, what had been trained need not be trained again.
///
/// The file is written beside the old one and put in its place as a whole. It says which runs it stands for and which
/// program made it; one that does not fit, is cut short or damaged is passed over, and the runs are repeated.
package struct CheckpointFile {
    package let path: String

    /// - Parameter directory: where checkpoints are. Default: the state directory.
    package init(lesson: String, directory: String = StateDirectory.path() + "/checkpoints") {
        let name = lesson.unicodeScalars.map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic
                    || "0123456789-_".unicodeScalars.contains(scalar))
                ? String(scalar) : "_\(scalar.value)"
        }.joined()
        path = directory + "/" + name + ".image"
    }

    private static let magic = "cnnlab image 1\n"

    /// How many of the runs a checkpoint stands for, and its bytes; nil where there is none that fits.
    package func read(for runs: [String], madeBy program: String) -> (runs: Int, image: [UInt8])? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let bytes = [UInt8](data)
        let lines = bytes.prefix(512).split(
            separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, String(decoding: lines[0], as: UTF8.self) + "\n" == Self.magic
        else {
            return nil
        }
        let head = String(decoding: lines[1], as: UTF8.self)
        let start = lines[0].count + lines[1].count + 2
        let image = Array(bytes[start...])
        let words = head.split(separator: " ")
        guard words.count == 4, let count = Int(words[0]), count >= 0, count <= runs.count,
            words[1] == Self.digest(of: runs.prefix(count)), words[2] == Self.digest(of: [program]),
            words[3] == Self.digest(of: image)
        else { return nil }
        return (count, image)
    }

    /// Keeps an image. Where that cannot be done, as on a full disk, there is none; nothing else is lost.
    ///
    /// - Returns: whether it is kept.
    @discardableResult
    package func write(_ image: [UInt8], after runs: [String], madeBy program: String) -> Bool {
        let head =
            "\(runs.count) \(Self.digest(of: runs[...])) \(Self.digest(of: [program])) "
            + "\(Self.digest(of: image))\n"
        let directory = (path as NSString).deletingLastPathComponent
        let temporary = path + ".\(getpid()).new"
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try Data(Array((Self.magic + head).utf8) + image).write(
                to: URL(fileURLWithPath: temporary))
            guard rename(temporary, path) == 0 else {
                unlink(temporary)
                return false
            }
            return true
        } catch {
            unlink(temporary)
            return false
        }
    }

    /// Takes the checkpoint away.
    package func remove() { unlink(path) }

    /// A sum that tells texts apart; nobody tries to deceive it.
    private static func digest(of texts: some Sequence<String>) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }

    /// The same of many bytes, eight at a time.
    private static func digest(of bytes: [UInt8]) -> String {
        var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        bytes.withUnsafeBytes { raw in
            for index in 0..<raw.count / 8 {
                let word = raw.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
                hash = (hash ^ word) &* 0x100_0000_01B3
                hash ^= hash >> 29
            }
            for index in raw.count / 8 * 8..<raw.count {
                hash = (hash ^ UInt64(raw[index])) &* 0x100_0000_01B3
            }
        }
        return String(hash, radix: 16)
    }
}
