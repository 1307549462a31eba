import Foundation

/// A file in MNIST's IDX format: a four-byte magic number (two zeros, the element type, the number
/// of dimensions), each dimension as a big-endian 32-bit count, then the elements in row-major order.
///
/// Only unsigned bytes, which is what MNIST and its relatives hold, are read; another element type
/// is refused by name. Source: Y. LeCun, C. Cortes, C. Burges, *The MNIST database*.
public struct IDXFile: Sendable, Equatable {
    /// The size of each dimension: `(N, rows, columns)` for images, `(N)` for labels.
    public let shape: [Int]
    /// The elements in row-major order, `shape` multiplied out.
    public let bytes: [UInt8]

    /// The largest payload that is read: sixteen times MNIST's training images.
    public static let largestPayload = 16 * 60_000 * 784

    public init(shape: [Int], bytes: [UInt8]) {
        precondition(shape.reduce(1, *) == bytes.count, "IDXFile: shape and bytes disagree")
        self.shape = shape
        self.bytes = bytes
    }

    /// Reads a file, plain or gzipped (told by its first bytes, not by its name).
    ///
    /// - Throws: ``DataError`` naming the file and what is wrong with it.
    public init(path: String) throws {
        let raw = try FileReading.bytes(path: path, limit: Self.largestPayload + (1 << 20))
        guard !raw.isEmpty else { throw DataError(path: path, problem: "the file is empty") }
        try self.init(content: raw, path: path)
    }

    /// Reads IDX from bytes, plain or gzipped; `path` is for messages only.
    init(content raw: [UInt8], path: String) throws {
        // A packed file is unpacked no further than its own header says that it goes.
        let start = try Self.unpack(raw, path: path, stoppingAfter: 20)
        let (shape, header, total) = try Self.header(of: start, path: path)
        let content = try Self.unpack(raw, path: path, stoppingAfter: header + total)
        let found = content.count - header
        guard found == total else {
            throw DataError(
                path: path,
                problem: "its header promises \(Self.text(shape)) = \(total) bytes, but "
                    + (found < total ? "\(found) follow; the file is truncated" : "more follow"))
        }
        self.shape = shape
        bytes = Array(content[header...])
    }

    /// The bytes themselves, or what they unpack to: not much more than `limit` bytes of it.
    private static func unpack(
        _ raw: [UInt8], path: String, stoppingAfter limit: Int
    ) throws -> [UInt8] {
        guard Gzip.isCompressed(raw) else { return raw }
        do {
            return try Gzip.unpack(raw, stoppingAfter: limit)
        } catch Gzip.Failure.truncated {
            throw DataError(
                path: path, problem: "the gzip data ends too early; the file is not whole")
        } catch Gzip.Failure.corrupt(let reason) {
            throw DataError(path: path, problem: "the gzip data is damaged (\(reason))")
        }
    }

    /// The dimensions, the header's length and the number of elements that the header promises.
    private static func header(
        of content: [UInt8], path: String
    ) throws -> (shape: [Int], length: Int, total: Int) {
        func fail(_ problem: String) -> DataError { DataError(path: path, problem: problem) }
        guard content.count >= 4, content[0] == 0, content[1] == 0 else {
            let start = content.prefix(4).map { String($0) }.joined(separator: " ")
            throw fail("not an IDX file: it should begin with two zero bytes, but begins \(start)")
        }
        guard content[2] == 0x08 else {
            let name = elementNames[content[2]]
            throw fail(
                "holds elements of type \(name ?? "number \(content[2])"); "
                    + "only unsigned bytes (type 8) are read")
        }
        let rank = Int(content[3])
        guard (1...4).contains(rank) else {
            throw fail("has \(rank) dimensions; 1 (labels) to 4 are expected")
        }
        let length = 4 + 4 * rank
        guard content.count >= length else {
            throw fail("ends inside its header: \(length) bytes expected, \(content.count) found")
        }
        var shape: [Int] = []
        var total = 1
        for index in 0..<rank {
            let at = 4 + 4 * index
            let size = content[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
            shape.append(size)
            let (product, overflow) = total.multipliedReportingOverflow(by: size)
            guard !overflow, product <= largestPayload else {
                throw fail(
                    "claims \(text(shape)) elements or more; "
                        + "\(largestPayload) bytes are the most that is read")
            }
            total = product
        }
        return (shape, length, total)
    }

    /// The file's bytes, gzipped if asked. Equal content gives equal bytes.
    public func encoded(gzip: Bool) throws -> [UInt8] {
        var content: [UInt8] = [0, 0, 0x08, UInt8(shape.count)]
        for size in shape {
            for shift in [24, 16, 8, 0] { content.append(UInt8(truncatingIfNeeded: size >> shift)) }
        }
        content += bytes
        return gzip ? try Gzip.pack(content) : content
    }

    private static let elementNames: [UInt8: String] = [
        0x09: "signed byte (9)", 0x0B: "16-bit integer (11)", 0x0C: "32-bit integer (12)",
        0x0D: "32-bit float (13)", 0x0E: "64-bit float (14)",
    ]

    private static func text(_ shape: [Int]) -> String {
        shape.map(String.init).joined(separator: "×")
    }
}
