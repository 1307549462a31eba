/// Values by name in the order of their first registration; a value may be absent (PyTorch's `None`).
///
/// A module holds few names, so they are found by comparing one after the other; with more than
/// sixteen, by a dictionary.
struct Registry<Value> {
    private(set) var names: [String] = []
    private(set) var values: [Value?] = []
    private var index: [String: Int]?

    private func place(of name: String) -> Int? {
        if let index { return index[name] }
        for i in names.indices where names[i] == name { return i }
        return nil
    }

    func contains(_ name: String) -> Bool { place(of: name) != nil }

    /// The value, or `nil` where the name is unknown or its value absent.
    func value(_ name: String) -> Value? {
        guard let i = place(of: name) else { return nil }
        return values[i]
    }

    mutating func set(_ name: String, _ value: Value?) {
        if let i = place(of: name) {
            values[i] = value
            return
        }
        names.append(name)
        values.append(value)
        if index != nil {
            index?[name] = names.count - 1
        } else if names.count > 16 {
            reindex()
        }
    }

    mutating func remove(_ name: String) {
        guard let i = place(of: name) else { return }
        names.remove(at: i)
        values.remove(at: i)
        if index != nil { reindex() }
    }

    private mutating func reindex() {
        index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    /// The names that have a value, with it.
    var present: [(name: String, value: Value)] {
        var result: [(name: String, value: Value)] = []
        for i in names.indices {
            if let value = values[i] { result.append((names[i], value)) }
        }
        return result
    }
}
