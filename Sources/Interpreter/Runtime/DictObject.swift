/// Python's `dict`: keeps the order of insertion.
public final class DictObject: InstanceObject {
    var table = HashTable()
    private var charged = 0

    package init(type: __shared TypeObject) {
        super.init(type: type, kind: .dict)
    }

    deinit {
        type.heap.discharge(charged)
        if table.count > 0 { type.heap.release(takeAll()) }
    }

    private func takeAll() -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(table.entries.count * 2)
        for entry in table.entries {
            values.append(entry.key)
            values.append(entry.value)
        }
        table.removeAll()
        return values
    }

    private func updateCharge() {
        let size = table.size
        type.heap.charge(size &- charged)
        charged = size
    }

    package var count: Int { table.count }

    /// Grows with every insertion and removal (not with a new value for a present key).
    package var version: Int { table.version }

    /// The value of a key. Throws if the key cannot be hashed or its comparison fails.
    package func get(_ key: Value, _ vm: VirtualMachine) throws -> Value? {
        let hash = try vm.hash(key)
        let index = try table.index(of: key, hash: hash, vm)
        return index < 0 ? nil : table.entries[index].value
    }

    package func set(_ key: Value, _ value: Value, _ vm: VirtualMachine) throws {
        let hash = try vm.hash(key)
        let index = try table.index(of: key, hash: hash, vm)
        if index >= 0 {
            let old = table.entries[index].value
            table.entries[index].value = value
            type.heap.release(old)
        } else {
            table.append(key, hash: hash, value)
            updateCharge()
        }
    }

    /// Removes a key; the value it had, or `nil` if it was not there.
    @discardableResult
    package func remove(_ key: Value, _ vm: VirtualMachine) throws -> Value? {
        let hash = try vm.hash(key)
        let index = try table.index(of: key, hash: hash, vm)
        return index < 0 ? nil : table.remove(at: index).value
    }

    package func value(forName name: StringObject) -> Value? {
        let index = table.index(of: name, hash: name.hashValueOfText)
        return index < 0 ? nil : table.entries[index].value
    }

    package func setValue(_ value: Value, forName name: StringObject) {
        let index = table.index(of: name, hash: name.hashValueOfText)
        if index >= 0 {
            table.entries[index].value = value
        } else {
            table.append(.object(name), hash: name.hashValueOfText, value)
            updateCharge()
        }
    }

    package func removeValue(forName name: StringObject) -> Bool {
        let index = table.index(of: name, hash: name.hashValueOfText)
        if index < 0 { return false }
        _ = table.remove(at: index)
        return true
    }

    /// The entry at a position of the insertion order, from `position` on, or `nil` past the end.
    /// `position` is moved behind it. For iteration that tolerates changes; compare `version` to see them.
    package func nextEntry(_ position: inout Int) -> (key: Value, value: Value)? {
        while position < table.entries.count {
            let entry = table.entries[position]
            position += 1
            if !entry.key.isUndefined { return (entry.key, entry.value) }
        }
        return nil
    }

    /// Like `nextEntry`, backwards: `position` starts at `endPosition`.
    package func previousEntry(_ position: inout Int) -> (key: Value, value: Value)? {
        while position > 0 {
            position -= 1
            if position < table.entries.count {
                let entry = table.entries[position]
                if !entry.key.isUndefined { return (entry.key, entry.value) }
            }
        }
        return nil
    }

    package var endPosition: Int { table.entries.count }

    /// Keys in order.
    package var keys: [Value] {
        table.entries.compactMap { $0.key.isUndefined ? nil : $0.key }
    }

    /// Values in order.
    package var values: [Value] {
        table.entries.compactMap { $0.key.isUndefined ? nil : $0.value }
    }

    /// Entries in order.
    package var items: [(key: Value, value: Value)] {
        table.entries.compactMap { $0.key.isUndefined ? nil : ($0.key, $0.value) }
    }

    package func removeAll() {
        type.heap.release(takeAll())
        updateCharge()
    }

    /// Takes the last entry out.
    package func popLast() -> (key: Value, value: Value)? {
        guard let index = table.entries.lastIndex(where: { !$0.key.isUndefined }) else {
            return nil
        }
        let entry = table.remove(at: index)
        return (entry.key, entry.value)
    }

    /// A copy of the table, of the plain type `dict` unless another is given.
    package func copy(type: TypeObject? = nil) -> DictObject {
        let made = DictObject(type: type ?? self.type.heap.dictType)
        made.table = table
        made.updateCharge()
        return made
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        if table.entries.isEmpty || !visitor.isUnshared(&table.entries) { return }
        table.entries.withUnsafeMutableBufferPointer { entries in
            for index in entries.indices {
                withUnsafeMutablePointer(to: &entries[index].key) { visitor.value($0) }
                withUnsafeMutablePointer(to: &entries[index].value) { visitor.value($0) }
            }
        }
    }

    public override func clear() {
        super.clear()
        removeAll()
    }
}
