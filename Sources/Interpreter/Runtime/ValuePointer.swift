// The machine looks at values in place, by their tag and payload, because copying one out counts a reference.
// A value is a payload word and a tag byte behind it; `ValueLayout.isAsExpected` proves that this is so.

enum ValueLayout {
    static let bool: UInt8 = 0
    static let int: UInt8 = 1
    static let float: UInt8 = 2
    static let object: UInt8 = 3
    /// `undefined` (payload 0) and `none` (payload 1).
    static let trivial: UInt8 = 4

    /// Whether the compiler lays values out as this file reads them; checked when a machine is made.
    static func isAsExpected() -> Bool {
        let samples: [(Value, UInt8, Int?)] = [
            (.undefined, trivial, 0), (.none, trivial, 1), (.int(-5), int, -5),
            (.float(1), float, Int(bitPattern: UInt(1.0.bitPattern))),
        ]
        let slot = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        defer { slot.deallocate() }
        for (value, tag, payload) in samples {
            slot.initialize(to: value)
            if slot.tag != tag || payload.map({ $0 != slot.payload }) == true { return false }
        }
        slot.initialize(to: .bool(true))
        return slot.tag == bool && slot.payload & 1 == 1 && MemoryLayout<Value>.stride == 16
    }
}

extension [Value] {
    /// Whether none of the values can hold others, so that releasing them cannot nest. Long ones are not looked at.
    @inline(__always)
    var areLeaves: Bool {
        if count > 16 { return false }
        return withUnsafeBufferPointer { buffer in
            guard let first = buffer.baseAddress else { return true }
            let base = UnsafeMutablePointer(mutating: first)
            for index in 0..<buffer.count where !(base + index).isLeaf { return false }
            return true
        }
    }
}

extension UnsafeMutablePointer<Value> {
    /// Whether the value is no object, or text.
    @inline(__always)
    var isLeaf: Bool { tag != ValueLayout.object || kind == .string }

    @inline(__always)
    var tag: UInt8 { UnsafeRawPointer(self).load(fromByteOffset: 8, as: UInt8.self) }

    @inline(__always)
    var payload: Int { UnsafeRawPointer(self).load(as: Int.self) }

    @inline(__always)
    var double: Double { UnsafeRawPointer(self).load(as: Double.self) }

    @inline(__always)
    var isUndefined: Bool { tag == ValueLayout.trivial && payload == 0 }

    @inline(__always)
    var isNone: Bool { tag == ValueLayout.trivial && payload == 1 }

    /// The object's reference, not counted; only if the tag says that there is one.
    @inline(__always)
    var unmanaged: Unmanaged<Object> {
        UnsafeRawPointer(self).load(as: Unmanaged<Object>.self)
    }

    @inline(__always)
    var kind: ObjectKind { unmanaged._withUnsafeGuaranteedRef { $0.kind } }

    /// Overwrites memory that holds nothing to release.
    @inline(__always)
    func setInt(_ value: Int) {
        let raw = UnsafeMutableRawPointer(self)
        raw.storeBytes(of: value, as: Int.self)
        raw.storeBytes(of: ValueLayout.int, toByteOffset: 8, as: UInt8.self)
    }

    @inline(__always)
    func setDouble(_ value: Double) {
        let raw = UnsafeMutableRawPointer(self)
        raw.storeBytes(of: value, as: Double.self)
        raw.storeBytes(of: ValueLayout.float, toByteOffset: 8, as: UInt8.self)
    }

    @inline(__always)
    func setBool(_ value: Bool) {
        let raw = UnsafeMutableRawPointer(self)
        raw.storeBytes(of: value ? 1 : 0, as: Int.self)
        raw.storeBytes(of: ValueLayout.bool, toByteOffset: 8, as: UInt8.self)
    }

    @inline(__always)
    func setNone() {
        let raw = UnsafeMutableRawPointer(self)
        raw.storeBytes(of: 1, as: Int.self)
        raw.storeBytes(of: ValueLayout.trivial, toByteOffset: 8, as: UInt8.self)
    }

    @inline(__always)
    func setUndefined() {
        let raw = UnsafeMutableRawPointer(self)
        raw.storeBytes(of: 0, as: Int.self)
        raw.storeBytes(of: ValueLayout.trivial, toByteOffset: 8, as: UInt8.self)
    }

    /// Initializes this memory with a copy of a value, one more reference to its object.
    @inline(__always)
    func initializeCopy(of source: UnsafeMutablePointer<Value>) {
        if source.tag == ValueLayout.object { _ = source.unmanaged.retain() }
        initializeBits(of: source)
    }

    /// Initializes this memory with the value itself: `source` then holds nothing.
    @inline(__always)
    func initializeBits(of source: UnsafeMutablePointer<Value>) {
        let from = UnsafeRawPointer(source)
        let raw = UnsafeMutableRawPointer(self)
        raw.storeBytes(of: from.load(as: Int.self), as: Int.self)
        raw.storeBytes(
            of: from.load(fromByteOffset: 8, as: UInt8.self), toByteOffset: 8, as: UInt8.self)
    }

    /// Releases the value; the memory then holds nothing.
    @inline(__always)
    func drop() {
        if tag == ValueLayout.object { unmanaged.release() }
    }

    /// Initializes this memory with an object, taking over one reference.
    @inline(__always)
    func setObject(_ object: Unmanaged<Object>) {
        let raw = UnsafeMutableRawPointer(self)
        raw.storeBytes(of: object, as: Unmanaged<Object>.self)
        raw.storeBytes(of: ValueLayout.object, toByteOffset: 8, as: UInt8.self)
    }

    @inline(__always)
    func setObject(_ object: Object) { setObject(Unmanaged.passRetained(object)) }
}
