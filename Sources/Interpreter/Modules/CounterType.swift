/// `collections.Counter`.
extension VirtualMachine {
    func addCounter(to module: ModuleObject) {
        let type = makeType(
            name: "Counter", module: "collections", bases: [types.dict],
            doc: "A dict that counts.", instanceAttributes: true, subclassable: true)
        type.initializer(
            self, "(*args, **kwds)", "Counts of the items, or counts given."
        ) { vm, value, arguments in
            guard let dict = value.dict else { return }
            let given = arguments.variadic(0)
            if given.count > 1 {
                throw vm.typeError(
                    "Counter.__init__() takes from 1 to 2 positional arguments but "
                        + "\(given.count + 1) were given")
            }
            try vm.count(given.first ?? .none, arguments[1], into: dict, by: 1)
        }
        for (name, step, help) in [
            ("update", 1, "Add counts."), ("subtract", -1, "Subtract counts."),
        ] {
            type.method(self, name, "(iterable=None, /, **kwds)", help) { vm, value, arguments in
                guard let dict = value.dict else { return .none }
                try vm.count(arguments[0], arguments[1], into: dict, by: step)
                return .none
            }
        }
        type.method(self, "__missing__", "(key, /)", "") { _, _, _ in .int(0) }
        type.classMethod(self, "fromkeys", "(iterable, v=None)", "") { vm, _, _ in
            throw vm.error(
                .notImplementedError,
                "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
        }
        type.slots.deleteItem = { vm, value, key in try value.dict?.remove(key, vm) }
        type.method(
            self, "most_common", "(n=None)", "Items and their counts, the largest count first."
        ) { vm, value, arguments in
            guard let dict = value.dict else { return .none }
            let pairs = try vm.byCount(dict)
            if arguments[0].isNone { return vm.list(pairs) }
            // As in CPython, where the count is compared first.
            _ = try vm.compare(.greaterEqual, arguments[0], .int(pairs.count))
            let n = max(0, try vm.index(arguments[0]))
            return vm.list(Array(pairs.prefix(n)))
        }
        type.method(self, "elements", "()", "Each item as often as it was counted.") {
            vm, value, _ in
            var entries = (value.dict?.items ?? [])[...]
            var left = 0
            var item = Value.none
            return .object(
                ClosureIterator(type: vm.auxiliary.map) { vm in
                    while left <= 0 {
                        guard let entry = entries.popFirst() else { return nil }
                        item = entry.key
                        left = try vm.index(entry.value)
                    }
                    left -= 1
                    return item
                })
        }
        type.method(self, "total", "()", "The sum of the counts.") { vm, value, _ in
            try (value.dict?.values ?? []).reduce(.int(0)) { try vm.binary(.add, $0, $1) }
        }
        type.method(self, "copy", "()", "A Counter of the same counts.") { _, value, _ in
            guard let dict = value.dict else { return .none }
            return .object(dict.copy(type: dict.type))
        }
        type.slots.repr = { vm, value in
            guard let dict = value.dict else { return "" }
            if dict.count == 0 { return "\(dict.type.name)()" }
            let pairs =
                (try? vm.byCount(dict)) ?? dict.items.map { vm.tuple([$0.key, $0.value]) }
            return try vm.containerRepr(
                dict, open: "\(dict.type.name)({", close: "})", cycle: "..."
            ) { builder in
                for (index, pair) in pairs.enumerated() {
                    if index > 0 { try builder.append(", ", vm) }
                    for (place, part) in (pair.tuple?.elements ?? []).enumerated() {
                        if place > 0 { try builder.append(": ", vm) }
                        try builder.append(try vm.repr(part), vm)
                    }
                }
            }
        }
        addCounterArithmetic(type)
        module.set(self, "Counter", .object(type))
    }

    /// The pairs of item and count, sorted as CPython sorts them.
    func byCount(_ dict: DictObject) throws -> [Value] {
        var pairs = dict.items.map { tuple([$0.key, $0.value]) }
        try sort(&pairs, by: dict.values, reverse: true)
        return pairs
    }

    private func count(_ source: Value, _ keywords: Value, into dict: DictObject, by step: Int)
        throws
    {
        if step > 0, dict.count == 0, let other = source.dict ?? (source.isNone ? makeDict() : nil)
        {
            // Counts taken over into an empty Counter are not added to anything.
            try merge(other, into: dict)
            if dict.count == 0, let named = keywords.dict { return try merge(named, into: dict) }
            for (key, amount) in keywords.dict?.items ?? [] {
                let before = try dict.get(key, self) ?? .int(0)
                try dict.set(key, try binary(.add, before, amount), self)
            }
            return
        }
        func add(_ key: Value, _ amount: Value) throws {
            let before = try dict.get(key, self) ?? .int(0)
            try dict.set(key, try binary(step > 0 ? .add : .subtract, before, amount), self)
        }
        if let other = source.dict {
            for (key, amount) in other.items { try add(key, amount) }
        } else if !source.isNone {
            try iterate(source) { try add($0, .int(1)) }
        }
        for (key, amount) in keywords.dict?.items ?? [] { try add(key, amount) }
    }

    private func addCounterArithmetic(_ type: TypeObject) {
        func isPositive(_ vm: VirtualMachine, _ value: Value) throws -> Bool {
            try vm.isTrue(vm.compare(.greater, value, .int(0)))
        }
        typealias Combine = (VirtualMachine, Value, Value) throws -> Value
        let operations: [(BinaryOperator, Combine)] = [
            (.add, { vm, a, b in try vm.binary(.add, a, b) }),
            (.subtract, { vm, a, b in try vm.binary(.subtract, a, b) }),
            (.bitAnd, { vm, a, b in try vm.isLess(b, a) ? b : a }),
            (.bitOr, { vm, a, b in try vm.isLess(a, b) ? b : a }),
        ]
        func combined(
            _ vm: VirtualMachine, _ x: DictObject, _ y: DictObject, _ combine: Combine
        ) throws -> DictObject {
            let made = DictObject(type: type)
            for (key, count) in x.items {
                let result = try combine(vm, count, try y.get(key, vm) ?? .int(0))
                if try isPositive(vm, result) { try made.set(key, result, vm) }
            }
            for (key, count) in y.items where try x.get(key, vm) == nil {
                let result = try combine(vm, .int(0), count)
                if try isPositive(vm, result) { try made.set(key, result, vm) }
            }
            return made
        }
        for (op, combine) in operations {
            type.slots.binary[Int(op.rawValue)] = { vm, a, b in
                guard let x = a.dict, let y = b.dict, x.type.isSubtype(of: type),
                    y.type.isSubtype(of: type)
                else { return vm.notImplemented }
                return .object(try combined(vm, x, y, combine))
            }
            type.slots.inPlace[Int(op.rawValue)] = { vm, a, b in
                guard let x = a.dict, let y = b.dict else { return vm.notImplemented }
                let result = try combined(vm, x, y, combine)
                x.removeAll()
                try vm.merge(result, into: x)
                return a
            }
        }
        for (path, factor) in [(\TypeSlots.positive, 1), (\TypeSlots.negative, -1)] {
            type.slots[keyPath: path] = { vm, value in
                let made = DictObject(type: type)
                for (key, count) in value.dict?.items ?? [] {
                    let result = try vm.binary(.multiply, count, .int(factor))
                    if try isPositive(vm, result) { try made.set(key, result, vm) }
                }
                return .object(made)
            }
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = a.dict, let y = b.dict, y.type.isSubtype(of: type) else {
                guard let x = a.dict, let y = b.dict, op == .equal || op == .notEqual else {
                    return vm.notImplemented
                }
                return .bool(try vm.areEqual(x, y) == (op == .equal))
            }
            var equal = true
            var ordered = true
            let direction: ComparisonOperator =
                op == .less || op == .lessEqual ? .lessEqual : .greaterEqual
            for key in x.keys + y.keys {
                let (p, q) = (try x.get(key, vm) ?? .int(0), try y.get(key, vm) ?? .int(0))
                if try !vm.equals(p, q) { equal = false }
                if try !vm.isTrue(vm.compare(direction, p, q)) { ordered = false }
            }
            switch op {
            case .equal: return .bool(equal)
            case .notEqual: return .bool(!equal)
            case .lessEqual, .greaterEqual: return .bool(ordered)
            default: return .bool(ordered && !equal)
            }
        }
    }
}
