/// `tuple`: operators, protocols and methods.
extension VirtualMachine {
    func installTuple() {
        let type = types.tuple
        type.doc = "Built-in immutable sequence."
        type.new(self, "(iterable=(), /)", "An empty tuple, or the items of an iterable.") {
            vm, type, arguments in
            if type === vm.types.tuple, let tuple = arguments[0].tuple, tuple.type === type {
                return arguments[0]
            }
            let items = try vm.elements(of: arguments[0])
            try vm.reserve(items.count, times: 16)
            return type === vm.types.tuple
                ? vm.tuple(items) : .object(TupleObject(type: type, items))
        }
        type.slots.repr = { vm, value in
            guard let tuple = value.tuple else { return "()" }
            let close = tuple.count == 1 ? ",)" : ")"
            return try vm.containerRepr(tuple, open: "(", close: close, cycle: "(...)") {
                try vm.appendReprs(tuple.elements, &$0)
            }
        }
        type.slots.hash = { vm, value in
            try vm.nested { try vm.tupleHash(value.tuple?.elements ?? []) }
        }
        type.slots.isTrue = { _, value in value.tuple?.elements.isEmpty == false }
        type.slots.length = { _, value in value.tuple?.elements.count ?? 0 }
        type.slots.getItem = { vm, value, key in
            guard let tuple = value.tuple else { return .none }
            if let slice = vm.sliceKey(key) {
                let bounds = try vm.bounds(slice, count: tuple.count)
                try vm.reserve(bounds.count, times: 16)
                return vm.tuple(bounds.indices.map { tuple.elements[$0] })
            }
            guard
                let index = try vm.sequenceIndex(
                    key, count: tuple.count,
                    refusal: "tuple indices must be integers or slices, not \(vm.typeName(key))")
            else { throw vm.indexError("tuple index out of range") }
            return tuple.elements[index]
        }
        type.slots.contains = { vm, value, item in
            for element in value.tuple?.elements ?? [] {
                try vm.poll()
                if try vm.equals(element, item) { return true }
            }
            return false
        }
        type.slots.iterate = { vm, value in
            guard let tuple = value.tuple else { return .none }
            return .object(TupleIterator(type: vm.types.tupleIterator, tuple))
        }
        let reversed = auxiliary.reversed
        type.slots.reversed = { vm, value in
            vm.iterator(over: (value.tuple?.elements ?? []).reversed(), reversed)
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = a.tuple, let y = b.tuple else { return vm.notImplemented }
            return try vm.compareSequences(op, { x.elements }, { y.elements })
        }
        let add = Int(BinaryOperator.add.rawValue)
        type.slots.binary[add] = { vm, a, b in
            guard let x = a.tuple else { return vm.notImplemented }
            guard let y = b.tuple else {
                return try vm.refuse(
                    .add, a, b, isLeft: true,
                    vm.typeError(
                        "can only concatenate tuple (not \"\(vm.typeName(b))\") to tuple"))
            }
            try vm.reserve(x.count &+ y.count, times: 16)
            return vm.tuple(x.elements + y.elements)
        }
        let multiply = Int(BinaryOperator.multiply.rawValue)
        type.slots.binary[multiply] = { vm, a, b in
            let (tuple, other) = a.tuple != nil ? (a.tuple, b) : (b.tuple, a)
            guard let tuple else { return vm.notImplemented }
            guard let count = try vm.repeatCount(other) else {
                return try vm.refuse(
                    .multiply, a, b, isLeft: a.tuple != nil, vm.cannotRepeat(other))
            }
            return vm.tuple(try vm.repeated(tuple.elements, count))
        }
        type.method(self, "count", "(value, /)", "How many items equal value.") {
            vm, receiver, arguments in
            var count = 0
            for element in receiver.tuple?.elements ?? [] {
                try vm.poll()
                if try vm.equals(element, arguments[0]) { count += 1 }
            }
            return .int(count)
        }
        type.method(
            self, "index", "(value, start=0, stop=9223372036854775807, /)",
            "The first position of value."
        ) { vm, receiver, arguments in
            let elements = receiver.tuple?.elements ?? []
            var start = try vm.sliceIndex(arguments[1])
            var stop = try vm.sliceIndex(arguments[2])
            if start < 0 { start = max(start &+ elements.count, 0) }
            if stop < 0 { stop = max(stop &+ elements.count, 0) }
            var index = start
            while index < min(stop, elements.count) {
                try vm.poll()
                if try vm.equals(elements[index], arguments[0]) { return .int(index) }
                index += 1
            }
            throw vm.valueError("tuple.index(x): x not in tuple")
        }
    }

    /// CPython's hash of a tuple, from the hashes of its items (xxHash's mixing).
    func tupleHash(_ elements: [Value]) throws -> Int {
        let prime1: UInt = 11_400_714_785_074_694_791
        let prime2: UInt = 14_029_467_366_897_019_727
        let prime5: UInt = 2_870_177_450_012_600_261
        var accumulator = prime5
        try elements.withUnsafeBufferPointer { buffer in
            for index in buffer.indices {
                let lane = UInt(bitPattern: try hash(buffer[index]))
                accumulator = accumulator &+ lane &* prime2
                accumulator = accumulator << 31 | accumulator >> 33
                accumulator = accumulator &* prime1
            }
        }
        accumulator = accumulator &+ (UInt(elements.count) ^ (prime5 ^ 3_527_539))
        if accumulator == UInt.max { return 1_546_275_796 }
        return Int(bitPattern: accumulator)
    }
}
