/// Python's `dict`: keeps the order of insertion.
public final class DictObject: InstanceObject {
    var table = HashTable()
    private var charged = 0

    package init(type: __shared TypeObject) {
        super.init(type: type, kind: .dict)
    }

    deinit {
        type.counts.pointee.liveBytes &-= charged
        if table.count > 0, !table.holdsLeaves { type.heap.release(takeAll()) }
    }

    private func takeAll() -> [HashTable.Entry] {
        var taken: [HashTable.Entry] = []
        swap(&taken, &table.entries)
        table.removeAll()
        return taken
    }

    private func updateCharge() {
        let size = table.size
        type.counts.pointee.liveBytes &+= size &- charged
        charged = size
    }

    package var count: Int { table.count }

    /// Grows with every insertion and removal (not with a new value for a present key).
    package var version: Int { table.version }

    /// The value of a key. Throws if the key cannot be hashed or its comparison fails.
    package func get(_ key: Value, _ vm: VirtualMachine) throws -> Value? {
        let hash = try vm.hash(key)
        let index = try index(of: key, hash: hash, vm)
        return index < 0 ? nil : table.entries[index].value
    }

    /// Index of the entry of a key, or -1. May run the keys' `__eq__`, which may change the table: then the search starts
    /// again.
    private func index(of key: Value, hash: Int, _ vm: VirtualMachine) throws -> Int {
        switch key {
        case .int(let number):
            let found = table.index(of: number, hash: hash)
            if found >= -1 { return found }
        case .object(let object) where object.kind == .string:
            // A string equals other strings only, unless a learner's class says otherwise.
            let found = table.index(of: unsafeDowncast(object, to: StringObject.self), hash: hash)
            if found >= 0 { return found }
        default: break
        }
        restart: while !table.isEmpty {
            var position = table.start(hash)
            let before = table.version
            while true {
                let index = table.candidate(hash, &position)
                if index < 0 { return -1 }
                let other = table.entries[index].key
                if other.isIdentical(to: key) { return index }
                switch (other, key) {
                case (.int, .int), (.none, _), (_, .none): continue
                default: break
                }
                let isEqual = try vm.equals(other, key)
                if table.version != before { continue restart }
                if isEqual { return index }
            }
        }
        return -1
    }

    package func set(_ key: Value, _ value: Value, _ vm: VirtualMachine) throws {
        let hash = try vm.hash(key)
        let index = try index(of: key, hash: hash, vm)
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
        let index = try index(of: key, hash: hash, vm)
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
        made.table = table.copy()
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
