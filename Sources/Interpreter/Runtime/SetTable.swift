// The hash table under `set`. Sets have no order of their own, but programs print them, and small integers
// print sorted in CPython more often than not. So that a program prints the same here, items are placed as
// CPython places them: a power-of-two table, nine neighbours tried behind each place, then a jump that takes in
// more of the hash's bits; and the table grows and shrinks when CPython's does.

/// The items of a set.
struct SetTable {
    struct Slot {
        var hash: Int
        /// `.undefined` where there is no item.
        var key: Value

        static var empty: Slot { Slot(hash: 0, key: .undefined) }
        /// What stands where an item was removed: no item has this hash.
        static var removed: Slot { Slot(hash: -1, key: .undefined) }

        var isItem: Bool {
            @inline(__always) get {
                if case .undefined = key { return false }
                return true
            }
        }

        var isEmpty: Bool {
            @inline(__always) get { hash == 0 && !isItem }
        }
    }

    private(set) var slots = [Slot](repeating: .empty, count: smallest)
    /// Items in the table.
    private(set) var count = 0
    /// Items and the marks of removed ones.
    private(set) var filled = 0
    /// Grows with every insertion and removal.
    private(set) var version = 0
    /// Where `popFirst` goes on.
    private var finger = 0

    private static let smallest = 8
    private static let neighbours = 9

    private var mask: Int { slots.count - 1 }

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

    /// The place of an item, or -1. May run the items' `__eq__`, after which the table may be another.
    func index(of key: Value, hash: Int, _ vm: VirtualMachine) throws -> Int {
        var found = -1
        try Self.probe(hash, mask: mask) { place in
            if slots[place].hash == hash, slots[place].isItem {
                let other = slots[place].key
                if try other.isIdentical(to: key) || vm.equals(other, key) {
                    found = place
                    return true
                }
                return false
            }
            return slots[place].isEmpty
        }
        return found
    }

    /// Adds an item that is not in the table.
    mutating func insert(_ key: Value, hash: Int) {
        version &+= 1
        var free = -1
        var target = 0
        Self.probe(hash, mask: mask) { place in
            if slots[place].isItem { return false }
            if slots[place].hash == 0 {
                target = place
                return true
            }
            free = place
            return false
        }
        count += 1
        if free >= 0 {
            slots[free] = Slot(hash: hash, key: key)
            return
        }
        slots[target] = Slot(hash: hash, key: key)
        filled += 1
        if filled * 5 >= mask * 3 { resize(grown) }
    }

    /// How many items a table that was filled is made for.
    private var grown: Int { count > 50000 ? count * 2 : count * 4 }

    /// Takes the item at a place out.
    mutating func remove(at place: Int) -> Value {
        guard slots[place].isItem else { return .undefined }
        version &+= 1
        let key = slots[place].key
        slots[place] = .removed
        count -= 1
        return key
    }

    /// Takes some item out.
    mutating func popFirst() -> Value? {
        if count == 0 { return nil }
        var place = finger & mask
        while !slots[place].isItem { place = (place + 1) & mask }
        finger = place + 1
        return remove(at: place)
    }

    /// Makes room for so many more items before they are added.
    mutating func prepare(toAdd more: Int) {
        if (filled + more) * 5 >= mask * 3 { resize((count + more) * 2) }
    }

    /// Takes over the items of another table, if that is possible without looking for equal ones.
    mutating func adopt(_ other: SetTable) -> Bool {
        guard filled == 0 else { return false }
        version &+= 1
        if slots.count == other.slots.count, other.filled == other.count {
            slots = other.slots
        } else {
            for slot in other.slots where slot.isItem { place(slot) }
        }
        count = other.count
        filled = count
        return true
    }

    /// Gives up the marks of removed items where there are many.
    mutating func tidy() {
        if filled - count > mask / 4 { resize(grown) }
    }

    private mutating func resize(_ least: Int) {
        var size = Self.smallest
        while size <= least { size *= 2 }
        if size == Self.smallest, slots.count == size, filled == count { return }
        let old = slots
        slots = [Slot](repeating: .empty, count: size)
        filled = count
        for slot in old where slot.isItem { place(slot) }
    }

    /// Puts an item that the table does not have at its place; the table has no marks of removed ones.
    private mutating func place(_ slot: Slot) {
        Self.probe(slot.hash, mask: mask) { place in
            if slots[place].isItem { return false }
            slots[place] = slot
            return true
        }
    }

    /// The item at a place or behind it; `position` is moved behind the item.
    func next(_ position: inout Int) -> Slot? {
        while position < slots.count {
            let slot = slots[position]
            position += 1
            if slot.isItem { return slot }
        }
        return nil
    }

    /// All items.
    var keys: [Value] { slots.compactMap { $0.isItem ? $0.key : nil } }

    mutating func removeAll() {
        let next = version &+ 1
        let finger = finger
        self = SetTable()
        version = next
        self.finger = finger
    }

    /// Takes over the table of a set that is given up.
    mutating func replace(with other: SetTable) {
        let next = version &+ 1
        let finger = finger
        self = other
        version = next
        self.finger = finger
    }

    /// Bytes the table takes, for the memory budget.
    var size: Int { slots.count &* 32 }

    /// Visits the items, for the collector, unless the slots are shared with another table.
    mutating func visitReferences(_ visitor: ReferenceVisitor) {
        if count == 0 || !visitor.isUnshared(&slots) { return }
        slots.withUnsafeMutableBufferPointer { slots in
            for index in slots.indices {
                withUnsafeMutablePointer(to: &slots[index].key) { visitor.value($0) }
            }
        }
    }
}
