// The hash table under `dict` and `set`: entries in the order of insertion, and a table of their
// indices probed linearly. Keys that are strings, numbers or tuples of such are compared without
// running Python code; other keys may have an `__eq__` that changes the table while it is searched, so
// the search starts again when the table's version moved.

/// Entries of a dictionary or set.
struct HashTable {
    struct Entry {
        var hash: Int
        /// `.undefined` marks a removed entry.
        var key: Value
        var value: Value
    }

    var entries: [Entry] = []
    /// Number of entries that are not removed.
    var count = 0
    private var buckets: [Int32] = []
    /// Buckets that are not empty: a search ends at an empty one, so some must stay so.
    private var filled = 0
    /// Grows with every insertion and removal.
    var version = 0

    private static let removed: Int32 = -2
    private static let empty: Int32 = -1

    @inline(__always)
    private static func spread(_ hash: Int) -> Int {
        let mixed = UInt64(bitPattern: Int64(hash)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 20)
    }

    /// Index of the entry of a string key, or -1.
    func index(of name: StringObject, hash: Int) -> Int {
        if buckets.isEmpty { return -1 }
        let mask = buckets.count &- 1
        var position = Self.spread(hash) & mask
        return entries.withUnsafeBufferPointer { entries in
            buckets.withUnsafeBufferPointer { buckets in
                while true {
                    let index = buckets[position]
                    if index == Self.empty { return -1 }
                    if index >= 0, entries[Int(index)].hash == hash,
                        case .object(let other) = entries[Int(index)].key, other.kind == .string,
                        unsafeDowncast(other, to: StringObject.self).isEqual(to: name)
                    {
                        return Int(index)
                    }
                    position = (position &+ 1) & mask
                }
            }
        }
    }

    /// Index of the entry of a key, or -1. May run the keys' `__eq__`.
    func index(of key: Value, hash: Int, _ vm: VirtualMachine) throws -> Int {
        if case .object(let object) = key, object.kind == .string {
            // A string equals other strings only, unless a learner's class says otherwise.
            let found = index(of: unsafeDowncast(object, to: StringObject.self), hash: hash)
            if found >= 0 { return found }
        }
        if buckets.isEmpty { return -1 }
        let mask = buckets.count &- 1
        var position = Self.spread(hash) & mask
        while true {
            let index = buckets[position]
            if index == Self.empty { return -1 }
            if index >= 0, entries[Int(index)].hash == hash {
                let other = entries[Int(index)].key
                if other.isIdentical(to: key) { return Int(index) }
                switch (other, key) {
                case (.int, .int), (.none, _), (_, .none): break
                default:
                    let before = version
                    if try vm.equals(other, key) { return Int(index) }
                    if version != before { return try self.index(of: key, hash: hash, vm) }
                }
            }
            position = (position &+ 1) & mask
        }
    }

    /// Adds an entry whose key is not in the table.
    mutating func append(_ key: Value, hash: Int, _ value: Value) {
        version &+= 1
        if (max(filled, entries.count) &+ 1) &* 3 > buckets.count &* 2 { rebuild() }
        let mask = buckets.count &- 1
        var position = Self.spread(hash) & mask
        while buckets[position] >= 0 { position = (position &+ 1) & mask }
        if buckets[position] == Self.empty { filled &+= 1 }
        buckets[position] = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(hash: hash, key: key, value: value))
        count &+= 1
    }

    /// Takes the entry at an index out.
    mutating func remove(at index: Int) -> Entry {
        version &+= 1
        let entry = entries[index]
        let mask = buckets.count &- 1
        var position = Self.spread(entry.hash) & mask
        while buckets[position] != Int32(truncatingIfNeeded: index) {
            position = (position &+ 1) & mask
        }
        buckets[position] = Self.removed
        entries[index].key = .undefined
        entries[index].value = .undefined
        count &-= 1
        if index == entries.count &- 1 {
            while let last = entries.last, last.key.isUndefined { entries.removeLast() }
        }
        return entry
    }

    private mutating func rebuild() {
        if count < entries.count { entries.removeAll { $0.key.isUndefined } }
        var size = 8
        while size < (count &+ 1) &* 3 { size &*= 2 }
        buckets = [Int32](repeating: Self.empty, count: size)
        let mask = size &- 1
        for index in entries.indices {
            var position = Self.spread(entries[index].hash) & mask
            while buckets[position] >= 0 { position = (position &+ 1) & mask }
            buckets[position] = Int32(truncatingIfNeeded: index)
        }
        filled = count
    }

    mutating func removeAll() {
        version &+= 1
        entries = []
        buckets = []
        count = 0
        filled = 0
    }

    /// Bytes the table takes, for the memory budget.
    var size: Int { entries.capacity &* 40 &+ buckets.count &* 4 }
}
