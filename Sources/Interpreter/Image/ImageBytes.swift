// An image is a session's state as bytes: the learner's names and everything that can be reached from them. Objects are
// records in the order in which they were found, and refer to one another by number. What belongs to a library is
// named (its module and attribute) rather than copied; code is named by its cell and its place in there, and is
// compiled again. Where something cannot be kept (a generator that waits, a graph that still has to be walked), writing
// fails as a whole, unless it was asked to leave such things out: then a `LostObject` stands for each, and a tensor
// is without its graph.

/// Why a session cannot be kept as an image, or an image not be read.
package struct ImageFailure: Error, CustomStringConvertible {
    package var description: String
    /// Whether even an image that leaves things out cannot be without this one.
    package var isFinal: Bool
    package init(_ description: String, isFinal: Bool = false) {
        self.description = description
        self.isFinal = isFinal
    }
}

/// Bytes being written.
package struct ImageOutput {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func put(byte: UInt8) { bytes.append(byte) }

    package mutating func put(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { bytes += $0 }
    }

    package mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    package mutating func put(_ text: String) { put(Array(text.utf8)) }

    package mutating func put(_ numbers: [Int]) {
        put(numbers.count)
        for number in numbers { put(number) }
    }

    package mutating func put(_ content: [UInt8]) {
        put(content.count)
        bytes += content
    }

    package mutating func put(_ content: UnsafeRawBufferPointer) {
        put(content.count)
        bytes += content
    }
}

/// Bytes being read; every read is checked.
package struct ImageInput {
    private let bytes: [UInt8]
    package private(set) var position: Int
    private let end: Int

    package init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        position = start
        self.end = end ?? bytes.count
    }

    package static let short = ImageFailure("the image ends too early")

    package mutating func byte() throws -> UInt8 {
        guard position < end else { throw Self.short }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func number() throws -> Int {
        guard end - position >= 8 else { throw Self.short }
        var value: UInt64 = 0
        for shift in 0..<8 { value |= UInt64(bytes[position + shift]) << UInt64(8 * shift) }
        position += 8
        return Int(Int64(bitPattern: value))
    }

    package mutating func flag() throws -> Bool { try byte() != 0 }

    /// A count of things that follow, each of which takes a byte or more.
    package mutating func count() throws -> Int {
        let count = try number()
        guard count >= 0, count <= end - position else { throw Self.short }
        return count
    }

    package mutating func text() throws -> String {
        let range = try range()
        guard let text = String(validating: bytes[range], as: UTF8.self) else {
            throw ImageFailure("a text of the image is damaged")
        }
        return text
    }

    package mutating func numbers() throws -> [Int] {
        let count = try count()
        return try (0..<count).map { _ in try number() }
    }

    package mutating func content() throws -> [UInt8] { Array(bytes[try range()]) }

    /// The place of bytes that follow their count, for reading them where they are.
    package mutating func range() throws -> Range<Int> {
        let count = try count()
        defer { position += count }
        return position..<position + count
    }

    package func withBytes<R>(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> R)
        rethrows -> R
    {
        try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}

/// What a record of an image is.
enum ImageTag: UInt8 {
    case string, bytes, bigInt, list, tuple, dict, set, range, slice, cell, function, boundMethod
    case property, wrapped, learnerType, named, module, instance, number, ellipsis, notImplemented
    case foreign, deque, libraryFunction
    case wrapper, dictView, field, exception, annotation, typeVariable, random, namedTuple, lost
}

/// Keeps the objects that a library makes in Swift.
package protocol ImageCodec: AnyObject {
    /// Writes what is special about an object; false where it is none of the library's.
    func write(_ object: Object, to writer: ImageWriter) throws -> Bool
    /// Makes an object that `write` wrote.
    func make(type: TypeObject, from reader: ImageReader, _ input: inout ImageInput) throws
        -> Object
    /// Fills it with what it refers to, now that all objects are made.
    func fill(_ object: Object, from reader: ImageReader, _ input: inout ImageInput) throws
    /// The library's own state, such as its random numbers. It is written last and read before any object is made.
    func writeState(to output: inout ImageOutput) throws
    func readState(_ input: inout ImageInput) throws
    /// Lets go of what writing or reading has gathered.
    func forgetStorages()
}
