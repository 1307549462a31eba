// The hash table under `set`. Sets have no order of their own, but programs print them, and small integers
// print sorted in CPython more often than not. So that a program prints the same here, items are placed as
// CPython places them: a power-of-two table, ten neighbours tried at each place, then a jump that takes in
// more of the hash's bits.

/// The items of a set.
struct SetTable {
    private enum Slot {
        case empty
        case removed
        case item(hash: Int, key: Value)
    }

    private var slots = [Slot](repeating: .empty, count: 8)
    /// Items in the table.
    private(set) var count = 0
    /// Items and the marks of removed ones.
    private var filled = 0
    /// Grows with every insertion and removal.
    private(set) var version = 0
    /// Where `popFirst` goes on.
    private var finger = 0

    private static let neighbours = 9

    /// Calls `body` with each place where an item of this hash may be, until it returns true.
    ///
    /// A function of the type: one of the value would hold a second reference to the slots, and each insertion
    /// would copy them.
    @inline(__always)
    private static func probe(
        _ hash: Int, mask: Int, _ body: (Int) throws -> Bool
    ) rethrows {
        var perturbation = UInt(bitPattern: hash)
        var start = hash & mask
        while true {
            let run = start + neighbours <= mask ? neighbours : 0
            for place in start...(start + run) {
                if try body(place) { return }
            }
            perturbation >>= 5
            start = Int(truncatingIfNeeded: UInt(start) &* 5 &+ 1 &+ perturbation) & mask
        }
    }

    /// The place of an item, or -1. May run the items' `__eq__`.
    func index(of key: Value, hash: Int, _ vm: VirtualMachine) throws -> Int {
        var found = -1
        try Self.probe(hash, mask: slots.count - 1) { place in
            switch slots[place] {
            case .empty: return true
            case .item(hash, let other):
                if try other.isIdentical(to: key) || vm.equals(other, key) {
                    found = place
                    return true
                }
                return false
            default: return false
            }
        }
        return found
    }

    /// Adds an item that is not in the table.
    mutating func insert(_ key: Value, hash: Int) {
        version &+= 1
        var free = -1
        var target = 0
        Self.probe(hash, mask: slots.count - 1) { place in
            switch slots[place] {
            case .empty:
                target = place
                return true
            case .removed:
                if free < 0 { free = place }
                return false
            case .item: return false
            }
        }
        count += 1
        if free >= 0 {
            slots[free] = .item(hash: hash, key: key)
            return
        }
        slots[target] = .item(hash: hash, key: key)
        filled += 1
        if filled * 5 >= (slots.count - 1) * 3 {
            resize(count > 50000 ? count * 2 : count * 4)
        }
    }

    /// Takes the item at a place out.
    mutating func remove(at place: Int) -> Value {
        version &+= 1
        guard case .item(_, let key) = slots[place] else { return .undefined }
        slots[place] = .removed
        count -= 1
        return key
    }

    /// Takes some item out.
    mutating func popFirst() -> Value? {
        if count == 0 { return nil }
        var place = finger & (slots.count - 1)
        while true {
            if case .item = slots[place] { break }
            place = (place + 1) & (slots.count - 1)
        }
        finger = place + 1
        return remove(at: place)
    }

    /// Makes room for the items of another table before they are added.
    mutating func prepare(toMerge other: SetTable) {
        if (filled + other.count) * 5 >= (slots.count - 1) * 3 {
            resize((count + other.count) * 2)
        }
    }

    /// Whether nothing was ever put in.
    var isFresh: Bool { filled == 0 }

    /// Whether it holds no marks of removed items.
    var isDense: Bool { filled == count }

    var capacity: Int { slots.count }

    private mutating func resize(_ least: Int) {
        var size = 8
        while size <= least { size *= 2 }
        let old = slots
        slots = [Slot](repeating: .empty, count: size)
        filled = count
        for slot in old {
            guard case .item(let hash, _) = slot else { continue }
            Self.probe(hash, mask: slots.count - 1) { place in
                guard case .empty = slots[place] else { return false }
                slots[place] = slot
                return true
            }
        }
    }

    /// The item at a place or behind it; `position` is moved behind the item.
    func next(_ position: inout Int) -> (hash: Int, key: Value)? {
        while position < slots.count {
            let slot = slots[position]
            position += 1
            if case .item(let hash, let key) = slot { return (hash, key) }
        }
        return nil
    }

    /// All items.
    var keys: [Value] {
        slots.compactMap { slot in
            if case .item(_, let key) = slot { return key }
            return nil
        }
    }

    mutating func removeAll() {
        let next = version &+ 1
        self = SetTable()
        version = next
    }

    /// Bytes the table takes, for the memory budget.
    var size: Int { slots.count &* 32 }
}
