/// Python's `str`: an immutable sequence of code points, one byte each when all are below 256,
/// four bytes otherwise, so that indexing takes constant time. Lone surrogates are representable.
public final class StringObject: Object {
    /// Number of code points.
    package private(set) var count: Int
    package let isWide: Bool
    private(set) var storage: UnsafeMutableRawPointer
    /// Bytes that `storage` has room for.
    private var capacity: Int
    private var cachedHash = 0
    /// Names of variables and attributes are interned: equal names are one object. -1 if it is not.
    var internID: Int32 = -1
    /// The attributes of an instance of a learner's subclass of `str`.
    var holder: InstanceObject?

    /// Takes over storage of `count` code units (`UInt8`, or `UInt32` if wide) from `malloc`-like allocation.
    init(
        type: __shared TypeObject, takingOver storage: UnsafeMutableRawPointer, count: Int,
        isWide: Bool
    ) {
        self.storage = storage
        self.count = count
        self.isWide = isWide
        capacity = isWide ? count &* 4 : count
        super.init(type: type, kind: .string)
        type.heap.charge(capacity)
    }

    deinit {
        type.heap.discharge(capacity)
        storage.deallocate()
    }

    package convenience init(type: __shared TypeObject, _ text: some StringProtocol) {
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
    package convenience init(type: __shared TypeObject, codePoints: some Collection<UInt32>) {
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

    /// Appends in place. Only for a string that nobody else refers to; false when it cannot hold the addition.
    func append(_ addition: StringObject) -> Bool {
        guard internID < 0, holder == nil, isWide || !addition.isWide else { return false }
        let unit = isWide ? 4 : 1
        let size = count &* unit
        let needed = size &+ addition.count &* unit
        if needed > capacity {
            let grown = max(needed, min(capacity &* 2, capacity &+ 1 << 24), 32)
            let fresh = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 4)
            fresh.copyMemory(from: storage, byteCount: size)
            storage.deallocate()
            storage = fresh
            type.heap.charge(grown &- capacity)
            capacity = grown
        }
        copyUnits(of: addition, to: storage + size, wide: isWide)
        count &+= addition.count
        cachedHash = 0
        return true
    }

    private func copyUnits(of other: StringObject, to target: UnsafeMutableRawPointer, wide: Bool) {
        if wide == other.isWide {
            target.copyMemory(from: other.storage, byteCount: other.count &* (wide ? 4 : 1))
        } else {
            let units = target.assumingMemoryBound(to: UInt32.self)
            for (index, byte) in other.narrow.enumerated() { units[index] = UInt32(byte) }
        }
    }

    /// The same text as an instance of another type.
    func copy(type: TypeObject) -> StringObject {
        let size = max(isWide ? count &* 4 : count, 1)
        let fresh = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4)
        fresh.copyMemory(from: storage, byteCount: isWide ? count &* 4 : count)
        return StringObject(type: type, takingOver: fresh, count: count, isWide: isWide)
    }

    /// A new string of both.
    package func concatenated(with other: StringObject) -> StringObject {
        let wide = isWide || other.isWide
        let unit = wide ? 4 : 1
        let total = count &+ other.count
        let fresh = UnsafeMutableRawPointer.allocate(
            byteCount: max(total &* unit, 1), alignment: 4)
        copyUnits(of: self, to: fresh, wide: wide)
        copyUnits(of: other, to: fresh + count &* unit, wide: wide)
        return StringObject(
            type: type.heap.strType, takingOver: fresh, count: total, isWide: wide)
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

    /// Hash of the code points, the same in every session and as CPython has it: of the units that they take
    /// there, which are one, two or four bytes.
    package var hashValueOfText: Int {
        if cachedHash != 0 { return cachedHash }
        if !isWide {
            cachedHash = SipHash.hash(UnsafeRawBufferPointer(start: storage, count: count))
        } else if wide.contains(where: { $0 > 0xFFFF }) {
            cachedHash = SipHash.hash(UnsafeRawBufferPointer(start: storage, count: count &* 4))
        } else {
            cachedHash = wide.map { UInt16(truncatingIfNeeded: $0) }
                .withUnsafeBytes { SipHash.hash($0) }
        }
        return cachedHash
    }
}
