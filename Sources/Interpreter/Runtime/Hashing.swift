// The hash table under `dict`: entries in the order of insertion, and a table of their indices probed linearly.
// Nothing here runs the learner's code: the keys that may need it are the dictionary's to compare.

/// Entries of a dictionary.
///
/// It cannot be copied by the way: a look-up works on the table where it is, without counting references to its parts.
struct HashTable: ~Copyable {
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

    /// Index of the entry of an integer key, -1 if there is none, or -2 if a key that is no integer has its hash.
    func index(of number: Int, hash: Int) -> Int {
        if buckets.isEmpty { return -1 }
        let mask = buckets.count &- 1
        var position = Self.spread(hash) & mask
        return entries.withUnsafeBufferPointer { entries in
            buckets.withUnsafeBufferPointer { buckets in
                while true {
                    let index = buckets[position]
                    if index == Self.empty { return -1 }
                    if index >= 0, entries[Int(index)].hash == hash {
                        guard case .int(let other) = entries[Int(index)].key else { return -2 }
                        if other == number { return Int(index) }
                    }
                    position = (position &+ 1) & mask
                }
            }
        }
    }

    /// Where a search for a hash starts; not for an empty table.
    func start(_ hash: Int) -> Int { Self.spread(hash) & (buckets.count &- 1) }

    var isEmpty: Bool { buckets.isEmpty }

    /// Index of the next entry with a hash from a position on, which is moved behind it; -1 at the search's end.
    func candidate(_ hash: Int, _ position: inout Int) -> Int {
        let mask = buckets.count &- 1
        while true {
            let index = buckets[position]
            if index == Self.empty { return -1 }
            position = (position &+ 1) & mask
            if index >= 0, entries[Int(index)].hash == hash { return Int(index) }
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
        // Not `Array(repeating:count:)`, which looks the array's type up at run time: most tables are small.
        buckets.removeAll()
        buckets.reserveCapacity(size)
        for _ in 0..<size { buckets.append(Self.empty) }
        let mask = size &- 1
        for index in entries.indices {
            var position = Self.spread(entries[index].hash) & mask
            while buckets[position] >= 0 { position = (position &+ 1) & mask }
            buckets[position] = Int32(truncatingIfNeeded: index)
        }
        filled = count
    }

    /// Whether no key and no value can hold others, so that releasing them cannot nest. Large tables are not looked at.
    var holdsLeaves: Bool {
        if entries.count > 16 { return false }
        return entries.withUnsafeBufferPointer { entries in
            for index in entries.indices {
                guard case .object(let object) = entries[index].value else { continue }
                if object.kind != .string { return false }
            }
            for index in entries.indices {
                guard case .object(let object) = entries[index].key else { continue }
                if object.kind != .string { return false }
            }
            return true
        }
    }

    mutating func removeAll() {
        version &+= 1
        entries = []
        buckets = []
        count = 0
        filled = 0
    }

    /// A table with the same entries.
    func copy() -> HashTable {
        var made = HashTable()
        made.entries = entries
        made.count = count
        made.buckets = buckets
        made.filled = filled
        return made
    }

    /// Bytes the table takes, for the memory budget.
    var size: Int { entries.capacity &* 40 &+ buckets.count &* 4 }
}
