/// Python's `set` (kind `.set`) and `frozenset` (kind `.frozenSet`).
public final class SetObject: InstanceObject {
    private var table = SetTable()
    private var charged = 0

    package init(type: __shared TypeObject, frozen: Bool = false) {
        super.init(type: type, kind: frozen ? .frozenSet : .set)
        updateCharge()
    }

    deinit {
        type.heap.discharge(charged)
        if table.count > 0 { type.heap.release(table.keys) }
    }

    private func updateCharge() {
        let size = table.size
        type.heap.charge(size &- charged)
        charged = size
    }

    package var count: Int { table.count }
    package var version: Int { table.version }
    package var isFrozen: Bool { kind == .frozenSet }

    package func contains(_ key: Value, _ vm: VirtualMachine) throws -> Bool {
        try place(of: key, hash: vm.hash(key), vm) >= 0
    }

    /// As `contains`, for an item of another set.
    func contains(_ slot: SetTable.Slot, _ vm: VirtualMachine) throws -> Bool {
        try place(of: slot.key, hash: slot.hash, vm) >= 0
    }

    /// The place of an item or -1; the search starts again when an `__eq__` changed the set.
    private func place(of key: Value, hash: Int, _ vm: VirtualMachine) throws -> Int {
        while true {
            let before = table.version
            let place = try table.index(of: key, hash: hash, vm)
            if table.version == before { return place }
            try vm.poll()
        }
    }

    /// Adds an element; false if it was there already.
    @discardableResult
    package func insert(_ key: Value, _ vm: VirtualMachine) throws -> Bool {
        try insert(SetTable.Slot(hash: vm.hash(key), key: key), vm)
    }

    /// As `insert`, for an item of another set.
    @discardableResult
    func insert(_ slot: SetTable.Slot, _ vm: VirtualMachine) throws -> Bool {
        if try place(of: slot.key, hash: slot.hash, vm) >= 0 { return false }
        table.insert(slot.key, hash: slot.hash)
        updateCharge()
        return true
    }

    /// Makes room for so many more items before they are added.
    func prepare(toAdd more: Int, _ vm: VirtualMachine) throws {
        try vm.reserve(more, times: 64)
        table.prepare(toAdd: more)
        updateCharge()
    }

    /// Adds the elements of another set.
    package func merge(_ other: SetObject, _ vm: VirtualMachine) throws {
        if other === self || other.count == 0 { return }
        try prepare(toAdd: other.count, vm)
        if !table.adopt(other.table) {
            var position = 0
            while let slot = other.nextSlot(&position) {
                try vm.poll()
                _ = try insert(slot, vm)
            }
        }
        updateCharge()
    }

    /// Removes an element; false if it was not there.
    @discardableResult
    package func remove(_ key: Value, _ vm: VirtualMachine) throws -> Bool {
        try remove(SetTable.Slot(hash: vm.hash(key), key: key), vm)
    }

    /// As `remove`, for an item of another set.
    @discardableResult
    func remove(_ slot: SetTable.Slot, _ vm: VirtualMachine) throws -> Bool {
        let place = try place(of: slot.key, hash: slot.hash, vm)
        if place < 0 { return false }
        type.heap.release(table.remove(at: place))
        return true
    }

    /// After many removals: gives up what they left.
    func tidy() {
        table.tidy()
        updateCharge()
    }

    /// Takes over the items of a set that nobody else has.
    func replace(with other: SetObject) {
        let old = table.keys
        table.replace(with: other.table)
        other.table = SetTable()
        other.updateCharge()
        updateCharge()
        type.heap.release(old)
    }

    /// Takes some element out.
    package func popFirst() -> Value? { table.popFirst() }

    /// The element at a place of the table, from `position` on; see `DictObject.nextEntry`.
    package func nextElement(_ position: inout Int) -> Value? { table.next(&position)?.key }

    /// As `nextElement`, with its hash.
    func nextSlot(_ position: inout Int) -> SetTable.Slot? { table.next(&position) }

    /// All elements, in CPython's order.
    package var elements: [Value] { table.keys }

    package func removeAll() {
        let taken = table.keys
        table.removeAll()
        type.heap.release(taken)
        updateCharge()
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        table.visitReferences(visitor)
    }

    public override func clear() {
        super.clear()
        removeAll()
    }
}
