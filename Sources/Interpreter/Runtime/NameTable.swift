/// A map from interned names to values that keeps the order of insertion: type dictionaries, module
/// attributes, a cell's globals. A name keeps its index for the table's whole life, so that code can
/// remember the index; a deleted name leaves `.undefined` behind.
public final class NameTable {
    /// Distinguishes tables in inline caches.
    let identity: Int
    package private(set) var names: [StringObject] = []
    private(set) var values: UnsafeMutablePointer<Value>
    private var capacity: Int
    private var buckets: [Int32]
    /// Grows whenever a name becomes defined or undefined.
    private(set) var layoutVersion = 0

    package init(identity: Int = 0) {
        self.identity = identity
        capacity = 8
        values = .allocate(capacity: 8)
        buckets = [Int32](repeating: -1, count: 16)
    }

    deinit {
        values.deinitialize(count: names.count)
        values.deallocate()
    }

    /// Index of a name, or -1; the index may hold `.undefined`.
    func index(of name: StringObject) -> Int {
        let mask = buckets.count - 1
        var position = Int(name.internID) & mask
        while true {
            let index = Int(buckets[position])
            if index < 0 { return -1 }
            if names[index] === name { return index }
            position = (position + 1) & mask
        }
    }

    /// Index of a name, which is added as undefined if it was not there.
    func indexForDefinition(of name: StringObject) -> Int {
        let found = index(of: name)
        if found >= 0 { return found }
        if names.count == capacity {
            let grown = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
            grown.moveInitialize(from: values, count: names.count)
            values.deallocate()
            values = grown
            capacity *= 2
        }
        let index = names.count
        (values + index).initialize(to: .undefined)
        names.append(name)
        if names.count * 2 > buckets.count {
            buckets = [Int32](repeating: -1, count: buckets.count * 2)
            for (index, name) in names.enumerated() { insert(index, name) }
        } else {
            insert(index, name)
        }
        return index
    }

    private func insert(_ index: Int, _ name: StringObject) {
        let mask = buckets.count - 1
        var position = Int(name.internID) & mask
        while buckets[position] >= 0 { position = (position + 1) & mask }
        buckets[position] = Int32(truncatingIfNeeded: index)
    }

    /// The value of a name (an interned string), `nil` where it is not defined; setting `nil` deletes.
    package subscript(name: StringObject) -> Value? {
        get {
            let index = index(of: name)
            guard index >= 0 else { return nil }
            let value = values[index]
            return value.isUndefined ? nil : value
        }
        set {
            if let newValue {
                store(newValue, at: indexForDefinition(of: name))
            } else {
                let index = index(of: name)
                if index >= 0 { store(.undefined, at: index) }
            }
        }
    }

    func store(_ value: Value, at index: Int) {
        if values[index].isUndefined != value.isUndefined { layoutVersion &+= 1 }
        values[index] = value
    }

    /// The defined names and values, in the order in which the names first appeared.
    package var entries: [(name: StringObject, value: Value)] {
        names.indices.compactMap { index in
            values[index].isUndefined ? nil : (names[index], values[index])
        }
    }

    /// Forgets the names too; for the end of a session.
    func destroy() {
        values.deinitialize(count: names.count)
        names = []
        buckets = [Int32](repeating: -1, count: 16)
        layoutVersion &+= 1
    }

    package func removeAll() {
        for index in names.indices { values[index] = .undefined }
        layoutVersion &+= 1
    }
}
