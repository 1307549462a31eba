/// Python's `str`: an immutable sequence of code points, one byte each when all are below 256,
/// four bytes otherwise, so that indexing takes constant time. Lone surrogates are representable.
public final class StringObject: Object {
    /// Number of code points.
    package let count: Int
    package let isWide: Bool
    let storage: UnsafeMutableRawPointer
    private var cachedHash = 0
    /// Names of variables and attributes are interned: equal names are one object. -1 if it is not.
    var internID: Int32 = -1
    /// The attributes of an instance of a learner's subclass of `str`.
    var holder: InstanceObject?

    /// Takes over storage of `count` code units (`UInt8`, or `UInt32` if wide) from `malloc`-like allocation.
    init(type: TypeObject, takingOver storage: UnsafeMutableRawPointer, count: Int, isWide: Bool) {
        self.storage = storage
        self.count = count
        self.isWide = isWide
        super.init(type: type, kind: .string)
        type.heap.charge(isWide ? count &* 4 : count)
    }

    deinit {
        type.heap.discharge(isWide ? count &* 4 : count)
        storage.deallocate()
    }

    package convenience init(type: TypeObject, _ text: some StringProtocol) {
        var text = String(text)
        let made: (UnsafeMutableRawPointer, Int, Bool) = text.withUTF8 { utf8 in
            if utf8.allSatisfy({ $0 < 0x80 }) {
                let storage = UnsafeMutableRawPointer.allocate(
                    byteCount: max(utf8.count, 1), alignment: 4)
                if let base = utf8.baseAddress {
                    storage.copyMemory(from: base, byteCount: utf8.count)
                }
                return (storage, utf8.count, false)
            }
            let scalars = Array(String(decoding: utf8, as: UTF8.self).unicodeScalars.map(\.value))
            return Self.pack(scalars)
        }
        self.init(type: type, takingOver: made.0, count: made.1, isWide: made.2)
    }

    /// A string of the code points given, each at most 0x10FFFF; surrogates are allowed.
    package convenience init(type: TypeObject, codePoints: some Collection<UInt32>) {
        let made = Self.pack(Array(codePoints))
        self.init(type: type, takingOver: made.0, count: made.1, isWide: made.2)
    }

    private static func pack(_ points: [UInt32]) -> (UnsafeMutableRawPointer, Int, Bool) {
        let isWide = points.contains { $0 > 0xFF }
        let storage = UnsafeMutableRawPointer.allocate(
            byteCount: max(points.count * (isWide ? 4 : 1), 1), alignment: 4)
        if isWide {
            storage.initializeMemory(as: UInt32.self, from: points, count: points.count)
        } else {
            let bytes = storage.bindMemory(to: UInt8.self, capacity: points.count)
            for (index, point) in points.enumerated() {
                bytes[index] = UInt8(truncatingIfNeeded: point)
            }
        }
        return (storage, points.count, isWide)
    }

    /// The code units when no code point is above 255; empty if the string is wide.
    @inline(__always)
    package var narrow: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: storage.assumingMemoryBound(to: UInt8.self), count: isWide ? 0 : count)
    }

    /// The code points of a wide string; empty if it is not.
    @inline(__always)
    package var wide: UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(
            start: storage.assumingMemoryBound(to: UInt32.self), count: isWide ? count : 0)
    }

    /// The code point at an index, which must be in `0..<count`.
    @inline(__always)
    package subscript(index: Int) -> UInt32 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "string index out of range")
        return isWide
            ? storage.assumingMemoryBound(to: UInt32.self)[index]
            : UInt32(storage.assumingMemoryBound(to: UInt8.self)[index])
    }

    /// All code points.
    package var codePoints: [UInt32] {
        isWide ? Array(wide) : narrow.map(UInt32.init)
    }

    /// Whether all code points are below 128.
    package var isASCII: Bool { !isWide && narrow.allSatisfy { $0 < 0x80 } }

    /// The text; lone surrogates become U+FFFD.
    package var swiftString: String {
        if isASCII { return String(decoding: narrow, as: UTF8.self) }
        var text = ""
        text.unicodeScalars.reserveCapacity(count)
        for index in 0..<count {
            text.unicodeScalars.append(Unicode.Scalar(self[index]) ?? "\u{FFFD}")
        }
        return text
    }

    /// Whether two strings have the same code points.
    package func isEqual(to other: StringObject) -> Bool {
        if self === other { return true }
        if count != other.count || isWide != other.isWide { return false }
        let size = isWide ? count &* 4 : count
        let a = UnsafeRawBufferPointer(start: storage, count: size)
        let b = UnsafeRawBufferPointer(start: other.storage, count: size)
        if size >= 16 { return a.elementsEqual(b) }
        for index in 0..<size where a[index] != b[index] { return false }
        return true
    }

    /// Order by code points: negative, zero or positive.
    package func order(against other: StringObject) -> Int {
        let shared = min(count, other.count)
        if !isWide && !other.isWide {
            let a = narrow
            let b = other.narrow
            for index in 0..<shared where a[index] != b[index] {
                return Int(a[index]) - Int(b[index])
            }
        } else {
            for index in 0..<shared where self[index] != other[index] {
                return Int(self[index]) - Int(other[index])
            }
        }
        return count - other.count
    }

    /// Hash of the code points, never 0; the same in every session.
    package var hashValueOfText: Int {
        if cachedHash != 0 { return cachedHash }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        if isWide {
            for point in wide { hash = (hash ^ UInt64(point)) &* 0x0000_0100_0000_01b3 }
        } else {
            for byte in narrow { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        hash ^= hash >> 29
        let result = Int(bitPattern: UInt(hash))
        cachedHash = result == 0 ? 1 : result
        return cachedHash
    }
}
