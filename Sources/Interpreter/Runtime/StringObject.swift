import Glibc

/// Python's `str`: an immutable sequence of code points, one byte each when all are below 256,
/// four bytes otherwise, so that indexing takes constant time. Lone surrogates are representable.
///
/// Up to `roomSize` bytes live in the object itself, which most strings of a program need; more are allocated.
public final class StringObject: Object {
    package let isWide: Bool
    /// Names of variables and attributes are interned: equal names are one object. -1 if it is not.
    var internID: Int32 = -1
    /// Number of code points.
    package private(set) var count: Int
    private(set) var storage: UnsafeMutableRawPointer
    /// Bytes that `storage` has room for.
    private var capacity: Int
    private var cachedHash = 0
    /// The attributes of an instance of a learner's subclass of `str`.
    var holder: InstanceObject?
    /// Where `storage` points when the text is short.
    private var room: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private static let roomSize = 32

    /// A string whose `count` code units (`UInt8`, or `UInt32` if wide) the caller writes to `storage` at once.
    init(type: __shared TypeObject, count: Int, isWide: Bool) {
        self.count = count
        self.isWide = isWide
        let size = isWide ? count &* 4 : count
        capacity = Self.roomSize
        storage = Self.placeholder
        super.init(type: type, kind: .string)
        if size <= Self.roomSize {
            // The fields of an object do not move while it lives.
            storage = withUnsafeMutablePointer(to: &room) { UnsafeMutableRawPointer($0) }
        } else {
            storage = Self.allocate(size)
            capacity = size
            type.counts.pointee.liveBytes &+= size
        }
    }

    deinit {
        if capacity > Self.roomSize {
            type.counts.pointee.liveBytes &-= capacity
            free(storage)
        }
    }

    /// Stands for no address until the object is made; never read or written.
    private static var placeholder: UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: 16).unsafelyUnwrapped
    }

    private static func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        guard let storage = malloc(size) else { fatalError("the machine is out of memory") }
        return storage
    }

    package convenience init(type: __shared TypeObject, _ text: some StringProtocol) {
        var text = String(text)
        let points: [UInt32]? = text.withUTF8 { utf8 in
            Self.isASCII(utf8)
                ? nil : String(decoding: utf8, as: UTF8.self).unicodeScalars.map(\.value)
        }
        if let points {
            self.init(type: type, codePoints: points)
        } else {
            self.init(type: type, count: text.utf8.count, isWide: false)
            text.withUTF8 { utf8 in
                if let base = utf8.baseAddress {
                    storage.copyMemory(from: base, byteCount: utf8.count)
                }
            }
        }
    }

    /// A string of code points below 256.
    package convenience init(type: __shared TypeObject, latin1 bytes: UnsafeBufferPointer<UInt8>) {
        self.init(type: type, count: bytes.count, isWide: false)
        if let base = bytes.baseAddress { storage.copyMemory(from: base, byteCount: bytes.count) }
    }

    /// A string of the code points given, each at most 0x10FFFF; surrogates are allowed.
    package convenience init(type: __shared TypeObject, codePoints: some Collection<UInt32>) {
        let count = codePoints.count
        let isWide = codePoints.contains { $0 > 0xFF }
        self.init(type: type, count: count, isWide: isWide)
        if isWide {
            let units = UnsafeMutableBufferPointer(
                start: storage.assumingMemoryBound(to: UInt32.self), count: count)
            _ = units.initialize(from: codePoints)
        } else {
            let bytes = storage.assumingMemoryBound(to: UInt8.self)
            for (index, point) in codePoints.enumerated() {
                bytes[index] = UInt8(truncatingIfNeeded: point)
            }
        }
    }

    /// The bytes of a string that is not wide, each replaced by what `change` gives for it and the one before.
    convenience init(
        type: __shared TypeObject, mapping text: StringObject,
        _ change: (_ byte: UInt8, _ before: UInt8?) -> UInt8
    ) {
        self.init(type: type, count: text.narrow.count, isWide: false)
        let bytes = storage.assumingMemoryBound(to: UInt8.self)
        var before: UInt8?
        for (index, byte) in text.narrow.enumerated() {
            bytes[index] = change(byte, before)
            before = byte
        }
    }

    /// An integer's decimal digits.
    convenience init(type: __shared TypeObject, decimal value: Int) {
        self.init(
            type: type, decimal: UInt64(value.magnitude), places: 0, isNegative: value < 0)
    }

    /// `±magnitude / 10^places` in decimal digits, `places` of them behind the point.
    convenience init(
        type: __shared TypeObject, decimal magnitude: UInt64, places: Int, isNegative: Bool
    ) {
        let text = DecimalText(magnitude, places: places, isNegative: isNegative)
        self.init(type: type, count: text.count, isWide: false)
        text.write(to: storage.assumingMemoryBound(to: UInt8.self))
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

    /// The first place of a code unit within `start..<end` of a string that is not wide.
    func place(of unit: UInt8, _ start: Int, _ end: Int) -> Int? {
        precondition(!isWide && start >= 0 && start <= end && end <= count, "no such range")
        guard let found = memchr(storage + start, Int32(unit), end &- start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(storage)
    }

    /// All code points.
    package var codePoints: [UInt32] {
        isWide ? Array(wide) : narrow.map(UInt32.init)
    }

    /// Whether all code points are below 128.
    package var isASCII: Bool { !isWide && Self.isASCII(narrow) }

    private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index &+ 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { return false }
            index &+= 8
        }
        while index < raw.count {
            if raw[index] >= 0x80 { return false }
            index &+= 1
        }
        return true
    }

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
        if needed > capacity { grow(to: needed, keeping: size) }
        copyUnits(of: addition, to: storage + size, wide: isWide)
        count &+= addition.count
        cachedHash = 0
        return true
    }

    private func grow(to needed: Int, keeping size: Int) {
        let wasInside = capacity == Self.roomSize
        let grown = max(needed, min(capacity &* 2, capacity &+ 1 << 24))
        if wasInside {
            let fresh = Self.allocate(grown)
            fresh.copyMemory(from: storage, byteCount: size)
            storage = fresh
        } else {
            guard let moved = realloc(storage, grown) else {
                fatalError("the machine is out of memory")
            }
            storage = moved
        }
        type.counts.pointee.liveBytes &+= grown &- (wasInside ? 0 : capacity)
        capacity = grown
    }

    func copyUnits(of other: StringObject, to target: UnsafeMutableRawPointer, wide: Bool) {
        if wide == other.isWide {
            target.copyMemory(from: other.storage, byteCount: other.count &* (wide ? 4 : 1))
        } else {
            let units = target.assumingMemoryBound(to: UInt32.self)
            for (index, byte) in other.narrow.enumerated() { units[index] = UInt32(byte) }
        }
    }

    /// The same text as an instance of another type.
    func copy(type: TypeObject) -> StringObject {
        let made = StringObject(type: type, count: count, isWide: isWide)
        made.storage.copyMemory(from: storage, byteCount: isWide ? count &* 4 : count)
        return made
    }

    /// A new string of both.
    package func concatenated(with other: StringObject) -> StringObject {
        let made = StringObject(
            type: type.heap.strType, count: count &+ other.count, isWide: isWide || other.isWide)
        made.write(self, at: 0)
        made.write(other, at: count)
        return made
    }

    /// Writes the code units of a string that is no wider from a position on, into a string that is being made.
    func write(_ part: StringObject, at position: Int) {
        copyUnits(of: part, to: storage + (isWide ? position &* 4 : position), wide: isWide)
    }

    /// Whether two strings have the same code points.
    package func isEqual(to other: StringObject) -> Bool {
        if self === other { return true }
        if count != other.count || isWide != other.isWide { return false }
        return memcmp(storage, other.storage, isWide ? count &* 4 : count) == 0
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
