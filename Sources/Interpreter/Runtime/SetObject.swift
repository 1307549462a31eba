/// Python's `set` (kind `.set`) and `frozenset` (kind `.frozenSet`).
public final class SetObject: InstanceObject {
    private var table = SetTable()
    private var charged = 0

    package init(type: TypeObject, frozen: Bool = false) {
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
        try insert(key, hash: vm.hash(key), vm)
    }

    private func insert(_ key: Value, hash: Int, _ vm: VirtualMachine) throws -> Bool {
        if try place(of: key, hash: hash, vm) >= 0 { return false }
        table.insert(key, hash: hash)
        updateCharge()
        return true
    }

    /// Adds the elements of another set.
    package func merge(_ other: SetObject, _ vm: VirtualMachine) throws {
        if other === self || other.count == 0 { return }
        try vm.reserve(other.count, times: 64)
        table.prepare(toMerge: other.table)
        if table.isFresh, table.capacity == other.table.capacity, other.table.isDense {
            table = other.table
            updateCharge()
            return
        }
        let wasFresh = table.isFresh
        let source = other.table
        var position = 0
        while let (hash, key) = source.next(&position) {
            try vm.poll()
            if wasFresh {
                table.insert(key, hash: hash)
            } else {
                _ = try insert(key, hash: hash, vm)
            }
        }
        updateCharge()
    }

    /// Removes an element; false if it was not there.
    @discardableResult
    package func remove(_ key: Value, _ vm: VirtualMachine) throws -> Bool {
        let place = try place(of: key, hash: vm.hash(key), vm)
        if place < 0 { return false }
        type.heap.release(table.remove(at: place))
        return true
    }

    /// Takes some element out.
    package func popFirst() -> Value? { table.popFirst() }

    /// The element at a place of the table, from `position` on; see `DictObject.nextEntry`.
    package func nextElement(_ position: inout Int) -> Value? { table.next(&position)?.key }

    /// All elements, in CPython's order.
    package var elements: [Value] { table.keys }

    package func removeAll() {
        let taken = table.keys
        table.removeAll()
        type.heap.release(taken)
        updateCharge()
    }

    public override func clear() {
        super.clear()
        removeAll()
    }
}
