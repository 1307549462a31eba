// What sets do with one another. Each operation takes the items in the order in which CPython takes them, because
// that decides where they come to lie in the result, and so the order in which it is printed.

extension VirtualMachine {
    /// Adds the items of any iterable.
    func fill(_ set: SetObject, _ iterable: Value) throws {
        if let other = iterable.set { return try set.merge(other, self) }
        if let dict = iterable.dict, dict.type === types.dict {
            try set.prepare(toAdd: dict.count, self)
        }
        try iterate(iterable) { item in try set.insert(item, self) }
    }

    func copySet(_ set: SetObject, frozen: Bool? = nil) throws -> SetObject {
        let made = makeSet(frozen: frozen ?? set.isFrozen)
        try made.merge(set, self)
        return made
    }

    /// `a | b`, `a & b`, `a - b`, `a ^ b`.
    func combine(_ op: BinaryOperator, _ a: SetObject, _ b: SetObject) throws -> SetObject {
        switch op {
        case .bitOr:
            let made = try copySet(a)
            if a !== b { try made.merge(b, self) }
            return made
        case .bitAnd: return try intersection(a, .object(b))
        case .subtract: return try difference(a, .object(b))
        default:
            let made = try copySet(b, frozen: a.isFrozen)
            try combineInPlace(.bitXor, made, a)
            return made
        }
    }

    func combineInPlace(_ op: BinaryOperator, _ a: SetObject, _ b: SetObject) throws {
        switch op {
        case .bitOr: try a.merge(b, self)
        case .bitAnd: a.replace(with: try intersection(a, .object(b)))
        case .subtract: try subtract(.object(b), from: a)
        default: try exchange(a, with: b)
        }
    }

    /// The items in both; of a set's kind.
    func intersection(_ set: SetObject, _ other: Value) throws -> SetObject {
        guard let second = other.set else {
            let made = makeSet(frozen: set.isFrozen)
            try iterate(other) { item in
                let slot = SetTable.Slot(hash: try hash(item), key: item)
                if try set.contains(slot, self) { try made.insert(slot, self) }
            }
            return made
        }
        if second === set { return try copySet(set) }
        let made = makeSet(frozen: set.isFrozen)
        let (small, large) = second.count > set.count ? (set, second) : (second, set)
        try forEach(small) { slot in
            if try large.contains(slot, self) { try made.insert(slot, self) }
        }
        return made
    }

    /// The items of a set that the other does not have.
    func difference(_ set: SetObject, _ other: Value) throws -> SetObject {
        let dict = other.dict.flatMap { $0.type === types.dict ? $0 : nil }
        guard let size = other.set?.count ?? dict?.count, set.count >> 2 <= size else {
            let made = try copySet(set)
            try subtract(other, from: made)
            return made
        }
        let made = makeSet(frozen: set.isFrozen)
        try forEach(set) { slot in
            let isShared =
                try other.set?.contains(slot, self) ?? (dict?.get(slot.key, self) != nil)
            if !isShared { try made.insert(slot, self) }
        }
        return made
    }

    /// Removes the items of another iterable.
    func subtract(_ other: Value, from set: SetObject) throws {
        if let second = other.set {
            if second === set { return set.removeAll() }
            let removed =
                second.count >> 3 > set.count ? try intersection(set, other) : second
            try forEach(removed) { slot in try set.remove(slot, self) }
        } else {
            try iterate(other) { item in try set.remove(item, self) }
        }
        set.tidy()
    }

    /// Removes the items that the other has too, and adds those that are only there.
    private func exchange(_ set: SetObject, with other: SetObject) throws {
        if other === set { return set.removeAll() }
        try forEach(other) { slot in
            if try !set.remove(slot, self) { try set.insert(slot, self) }
        }
    }

    /// As above, for the keys of a dictionary.
    func exchange(_ set: SetObject, with dict: DictObject) throws {
        try iterate(.object(dict)) { key in
            let slot = SetTable.Slot(hash: try hash(key), key: key)
            if try !set.remove(slot, self) { try set.insert(slot, self) }
        }
    }

    private func forEach(_ set: SetObject, _ body: (SetTable.Slot) throws -> Void) throws {
        var position = 0
        while let slot = set.nextSlot(&position) {
            try poll()
            try body(slot)
        }
    }

    func compareSets(_ op: ComparisonOperator, _ a: SetObject, _ b: SetObject) throws -> Bool {
        switch op {
        case .equal: return try a.count == b.count && isSubset(a, b)
        case .notEqual: return try !(a.count == b.count && isSubset(a, b))
        case .lessEqual: return try isSubset(a, b)
        case .less: return try a.count < b.count && isSubset(a, b)
        case .greaterEqual: return try isSubset(b, a)
        default: return try b.count < a.count && isSubset(b, a)
        }
    }

    func isSubset(_ a: SetObject, _ b: SetObject) throws -> Bool {
        if a.count > b.count { return false }
        var position = 0
        while let slot = a.nextSlot(&position) {
            try poll()
            if try !b.contains(slot, self) { return false }
        }
        return true
    }
}
