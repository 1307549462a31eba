/// `set` and `frozenset`: operators and protocols.
extension VirtualMachine {
    func installSets() {
        types.set.doc = "An unordered collection of unique items."
        types.frozenset.doc = "An immutable, unordered collection of unique items."
        types.set.allocate = { _, type in SetObject(type: type) }
        types.set.initializer(self, "(iterable=(), /)", "Empty, or the items of an iterable.") {
            vm, receiver, arguments in
            guard let set = receiver.set else { return }
            set.removeAll()
            try vm.fill(set, arguments[0])
        }
        types.frozenset.new(self, "(iterable=(), /)", "Empty, or the items of an iterable.") {
            vm, type, arguments in
            if type === vm.types.frozenset, let set = arguments[0].set, set.type === type {
                return arguments[0]
            }
            let made = SetObject(type: type, frozen: true)
            try vm.fill(made, arguments[0])
            return .object(made)
        }
        for type in [types.set, types.frozenset] { installSetSlots(type) }
        types.set.slots.isUnhashable = true
        types.frozenset.slots.hash = { vm, value in
            try vm.frozenHash(value.set?.elements ?? [])
        }
        installSetMethods()
    }

    private func installSetSlots(_ type: TypeObject) {
        let frozen = type === types.frozenset
        type.slots.repr = { vm, value in
            guard let set = value.set else { return "" }
            let name = set.type.name
            if set.count == 0 { return "\(name)()" }
            let isPlain = set.type === vm.types.set
            return try vm.containerRepr(
                set, open: isPlain ? "{" : "\(name)({", close: isPlain ? "}" : "})",
                cycle: "\(name)(...)"
            ) { try vm.appendReprs(set.elements, &$0) }
        }
        type.slots.isTrue = { _, value in (value.set?.count ?? 0) != 0 }
        type.slots.length = { _, value in value.set?.count ?? 0 }
        type.slots.contains = { vm, value, item in
            // A set looked for in a set is taken as the frozenset of its items.
            if let inner = item.set, !inner.isFrozen {
                return try value.set?.contains(.object(try vm.newSet(item, frozen: true)), vm)
                    ?? false
            }
            return try value.set?.contains(item, vm) ?? false
        }
        type.slots.iterate = { vm, value in
            guard let set = value.set else { return .none }
            return .object(SetIterator(type: vm.auxiliary.setIterator, set))
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = a.set, let y = b.set else { return vm.notImplemented }
            return .bool(try vm.compareSets(op, x, y))
        }
        for op in [BinaryOperator.bitAnd, .bitOr, .bitXor, .subtract] {
            type.slots.binary[Int(op.rawValue)] = { vm, a, b in
                guard let x = a.set, let y = b.set else { return vm.notImplemented }
                return .object(try vm.combine(op, x, y))
            }
            if frozen { continue }
            type.slots.inPlace[Int(op.rawValue)] = { vm, a, b in
                guard let x = a.set, let y = b.set else { return vm.notImplemented }
                try vm.combineInPlace(op, x, y)
                return a
            }
        }
    }

    /// CPython's hash of a frozenset: independent of the order of the items.
    private func frozenHash(_ elements: [Value]) throws -> Int {
        var hash: UInt = 0
        for element in elements {
            let item = UInt(bitPattern: try self.hash(element))
            hash ^= ((item ^ 89_869_747) ^ (item << 16)) &* 3_644_798_167
        }
        hash ^= (UInt(elements.count) &+ 1) &* 1_927_868_237
        hash ^= (hash >> 11) ^ (hash >> 25)
        hash = hash &* 69069 &+ 907_133_923
        if hash == UInt.max { hash = 590_923_713 }
        return Int(bitPattern: hash)
    }
}

/// Iterates over a set, and notices when it changes size meanwhile.
final class SetIterator: IteratorObject {
    private var set: SetObject?
    private let count: Int
    private var position = 0

    init(type: TypeObject, _ set: SetObject) {
        self.set = set
        count = set.count
        super.init(type: type)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) { visitor.linked(set) }

    override func next(_ vm: VirtualMachine) throws -> Value? {
        guard let set else { return nil }
        if set.count != count {
            throw vm.error(.runtimeError, "Set changed size during iteration")
        }
        if let item = set.nextElement(&position) { return item }
        self.set = nil
        return nil
    }
}
