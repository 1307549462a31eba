// Tensors in a file, in the safetensors format: eight bytes, the length of a JSON header; the header, which
// gives each tensor's type, shape and place; the bytes, row-major and little-endian. Metadata goes under
// "__metadata__"; what is written here has a checksum of the bytes there, and a file that has one is checked.
//
// Source: https://github.com/huggingface/safetensors

public import OrderedCollections
import CZlib
public import Foundation

/// What is wrong with a file of tensors.
public struct CheckpointError: Error, CustomStringConvertible, Equatable {
    public let description: String

    init(_ file: String, _ problem: String) { description = "\(file): \(problem)" }
}

/// Named tensors in memory or a file, with text that describes them.
public struct SafeTensors {
    /// The tensors by name, in the file's order.
    public var tensors: OrderedDictionary<String, Tensor>
    /// Text by name.
    public var metadata: [String: String]

    public init(
        _ tensors: OrderedDictionary<String, Tensor> = [:], metadata: [String: String] = [:]
    ) {
        self.tensors = tensors
        self.metadata = metadata
    }

    /// The tensors' names, in the file's order.
    public var names: [String] { Array(tensors.keys) }

    /// The tensor of that name; `nil` takes it out.
    public subscript(name: String) -> Tensor? {
        get { tensors[name] }
        set { tensors[name] = newValue }
    }

    private static let checksumKey = "crc32"
    /// Headers beyond this are taken for damage.
    private static let headerLimit = 100 << 20

    private static let typeNames: [(DType, String)] = [
        (.float32, "F32"), (.float64, "F64"), (.int64, "I64"), (.int32, "I32"), (.uint8, "U8"),
        (.bool, "BOOL"),
    ]

    private struct Entry: Codable {
        var dtype: String
        var shape: [Int]
        var data_offsets: [Int]
    }

    private enum Header: Codable {
        case entry(Entry)
        case text([String: String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode([String: String].self) {
                self = .text(text)
            } else {
                self = .entry(try container.decode(Entry.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .entry(let entry): try container.encode(entry)
            case .text(let text): try container.encode(text)
            }
        }
    }

    private static func checksum(_ data: Data) -> String {
        var sum = crc32(0, nil, 0)
        data.withUnsafeBytes { raw in
            var rest = raw.bindMemory(to: UInt8.self)[...]
            while !rest.isEmpty {
                let part = rest.prefix(1 << 30)
                let bytes = UnsafeBufferPointer(rebasing: part)
                sum = crc32(sum, bytes.baseAddress, UInt32(bytes.count))
                rest = rest.dropFirst(part.count)
            }
        }
        return String(sum, radix: 16)
    }

    /// The file's bytes.
    public func encoded() throws -> Data {
        var body = Data()
        var fields: [String] = []
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func text(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        for (name, tensor) in tensors {
            let plain = try tensor.plain()
            let size = plain.count * plain.dtype.itemSize
            let start = body.count
            plain.access { body.append(Data(bytes: $0, count: size)) }
            let type = Self.typeNames.first { $0.0 == plain.dtype }?.1 ?? ""
            let entry = Entry(dtype: type, shape: plain.shape, data_offsets: [start, body.count])
            fields.append("\(try text(name)):\(try text(entry))")
        }
        var metadata = metadata
        metadata[Self.checksumKey] = Self.checksum(body)
        fields.insert("\"__metadata__\":\(try text(metadata))", at: 0)
        var header = Data("{\(fields.joined(separator: ","))}".utf8)
        while header.count % 8 != 0 { header.append(0x20) }
        var result = Data()
        withUnsafeBytes(of: UInt64(header.count).littleEndian) { result.append(contentsOf: $0) }
        result.append(header)
        result.append(body)
        return result
    }

    /// Writes the file as a whole: whoever reads it meanwhile, or after a crash, finds the old or the new one.
    public func write(to path: String) throws {
        let data = try encoded()
        let target = URL(fileURLWithPath: path)
        let name = ".\(target.lastPathComponent).\(UInt64.random(in: 0 ... .max))"
        let temporary = target.deletingLastPathComponent().appendingPathComponent(name)
        do {
            guard
                FileManager.default.createFile(
                    atPath: temporary.path, contents: nil, attributes: [.posixPermissions: 0o644])
            else { throw CheckpointError(path, "cannot be written") }
            let handle = try FileHandle(forWritingTo: temporary)
            try handle.write(contentsOf: data)
            try handle.synchronize()
            try handle.close()
            guard rename(temporary.path, target.path) == 0 else {
                throw CheckpointError(path, String(cString: strerror(errno)))
            }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw error as? CheckpointError ?? CheckpointError(path, error.localizedDescription)
        }
    }

    /// Reads a file.
    /// - Throws: ``CheckpointError`` that names the file and what is wrong with it.
    public init(path: String) throws {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw CheckpointError(path, error.localizedDescription)
        }
        try self.init(decoding: data, file: path)
    }

    /// Reads a file's bytes; `file` is what errors call it.
    public init(decoding data: Data, file: String = "tensors") throws {
        guard data.count >= 8 else { throw CheckpointError(file, "too short for a header") }
        var length: UInt64 = 0
        for byte in data.prefix(8).reversed() { length = length << 8 | UInt64(byte) }
        guard length <= UInt64(Self.headerLimit), Int(length) <= data.count - 8 else {
            throw CheckpointError(file, "not a safetensors file, or cut short")
        }
        let start = data.startIndex + 8
        let header: OrderedDictionary<String, Header>
        do {
            let text = data[start..<start + Int(length)]
            let fields = try JSONDecoder().decode([String: Header].self, from: text)
            header = OrderedDictionary(
                uniqueKeysWithValues: fields.sorted { Self.start($0.value) < Self.start($1.value) }
                    .map { ($0.key, $0.value) })
        } catch {
            throw CheckpointError(file, "the header is damaged")
        }
        let body = data[(start + Int(length))...]
        tensors = [:]
        metadata = [:]
        for (name, field) in header {
            switch field {
            case .text(let text) where name == "__metadata__": metadata = text
            case .text: throw CheckpointError(file, "\(name) is not a tensor")
            case .entry(let entry): tensors[name] = try Self.tensor(entry, name, body, file)
            }
        }
        if let expected = metadata.removeValue(forKey: Self.checksumKey),
            expected != Self.checksum(Data(body))
        {
            throw CheckpointError(file, "the checksum does not match: the file is damaged")
        }
    }

    private static func start(_ header: Header) -> Int {
        if case .entry(let entry) = header { return entry.data_offsets.first ?? 0 }
        return -1
    }

    private static func tensor(
        _ entry: Entry, _ name: String, _ body: Data, _ file: String
    ) throws -> Tensor {
        guard let dtype = typeNames.first(where: { $0.1 == entry.dtype })?.0 else {
            throw CheckpointError(
                file, "\(name) has the type \(entry.dtype), which is not supported")
        }
        let count = try Shape.count(entry.shape, itemSize: dtype.itemSize)
        guard entry.data_offsets.count == 2, let from = entry.data_offsets.first,
            let to = entry.data_offsets.last, from >= 0, from <= to, to <= body.count,
            to - from == count * dtype.itemSize
        else {
            throw CheckpointError(file, "\(name) does not lie within the file")
        }
        let tensor = try Tensor.empty(entry.shape, dtype: dtype)
        tensor.access { memory in
            let target = UnsafeMutableRawBufferPointer(start: memory, count: to - from)
            _ = body[(body.startIndex + from)..<(body.startIndex + to)].copyBytes(to: target)
        }
        return tensor
    }
}
