/// The methods of `set` and `frozenset`.
extension VirtualMachine {
    func installSetMethods() {
        for type in [types.set, types.frozenset] { installCommonSetMethods(type) }
        let type = types.set
        type.method(self, "add", "(item, /)", "Add an item.") { vm, receiver, arguments in
            try receiver.set?.insert(arguments[0], vm)
            return .none
        }
        type.method(self, "discard", "(item, /)", "Remove an item if it is there.") {
            vm, receiver, arguments in
            try receiver.set?.remove(try vm.asSetItem(arguments[0]), vm)
            return .none
        }
        type.method(self, "remove", "(item, /)", "Remove an item that must be there.") {
            vm, receiver, arguments in
            guard try receiver.set?.remove(try vm.asSetItem(arguments[0]), vm) == true else {
                throw vm.keyError(arguments[0])
            }
            return .none
        }
        type.method(self, "pop", "()", "Remove and return an item.") { vm, receiver, _ in
            guard let set = receiver.set, let item = set.popFirst() else {
                throw vm.keyError(vm.string("pop from an empty set"))
            }
            return item
        }
        type.method(self, "clear", "()", "Remove all items.") { _, receiver, _ in
            receiver.set?.removeAll()
            return .none
        }
        type.method(self, "update", "(*others)", "Add the items of others.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            for other in arguments.variadic(0) { try vm.fill(set, other) }
            return .none
        }
        type.method(self, "intersection_update", "(*others)", "Keep only items that others have.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            set.replace(with: try vm.intersection(set, all: arguments.variadic(0)))
            return .none
        }
        type.method(self, "difference_update", "(*others)", "Remove the items of others.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            for other in arguments.variadic(0) { try vm.subtract(other, from: set) }
            return .none
        }
        type.method(
            self, "symmetric_difference_update", "(other, /)", "Keep what is in one of the two."
        ) { vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            if let dict = arguments[0].dict, dict.type === vm.types.dict {
                try vm.exchange(set, with: dict)
            } else {
                try vm.combineInPlace(.bitXor, set, try vm.asSet(arguments[0]))
            }
            return .none
        }
    }

    private func intersection(_ set: SetObject, all others: [Value]) throws -> SetObject {
        guard let first = others.first else { return try copySet(set) }
        return try others.dropFirst().reduce(intersection(set, first)) { try intersection($0, $1) }
    }

    private func asSet(_ value: Value) throws -> SetObject {
        try value.set ?? newSet(value)
    }

    /// A set as an item to look for: a frozenset of the same items.
    private func asSetItem(_ value: Value) throws -> Value {
        guard let set = value.set, !set.isFrozen else { return value }
        return .object(try copySet(set, frozen: true))
    }

    private func installCommonSetMethods(_ type: TypeObject) {
        type.method(self, "copy", "()", "A set of the same items.") { vm, receiver, _ in
            guard let set = receiver.set else { return .none }
            if set.isFrozen, set.type === vm.types.frozenset { return receiver }
            return .object(try vm.copySet(set))
        }
        type.method(self, "union", "(*others)", "All items of the set and others.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            let result = try vm.copySet(set)
            for other in arguments.variadic(0) where other.set !== set {
                try vm.fill(result, other)
            }
            return .object(result)
        }
        type.method(self, "intersection", "(*others)", "The items in the set and all others.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            return .object(try vm.intersection(set, all: arguments.variadic(0)))
        }
        type.method(
            self, "difference", "(*others)", "The items of the set that are in no other."
        ) { vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            let others = arguments.variadic(0)
            guard let first = others.first else { return .object(try vm.copySet(set)) }
            let result = try vm.difference(set, first)
            for other in others.dropFirst() { try vm.subtract(other, from: result) }
            return .object(result)
        }
        type.method(
            self, "symmetric_difference", "(other, /)", "The items in just one of the two."
        ) { vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            let made = try vm.newSet(arguments[0], frozen: set.isFrozen)
            try vm.combineInPlace(.bitXor, made, set)
            return .object(made)
        }
        type.method(self, "issubset", "(other, /)", "Whether other has all items.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            return .bool(try vm.isSubset(set, try vm.asSet(arguments[0])))
        }
        type.method(self, "issuperset", "(other, /)", "Whether the set has all items of other.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            if let other = arguments[0].set { return .bool(try vm.isSubset(other, set)) }
            return .bool(try vm.haveAll(arguments[0]) { try set.contains($0, vm) })
        }
        type.method(self, "isdisjoint", "(other, /)", "Whether nothing is in both.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return .none }
            return .bool(try vm.haveAll(arguments[0]) { try !set.contains($0, vm) })
        }
    }

    /// Whether a test holds for all items; ends at the first for which it does not.
    private func haveAll(_ items: Value, _ test: (Value) throws -> Bool) throws -> Bool {
        let iterator = try makeIterator(items)
        while let item = try next(iterator) {
            try poll()
            if try !test(item) { return false }
        }
        return true
    }
}
