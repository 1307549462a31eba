import BigInt

/// `range` and `slice`.
extension VirtualMachine {
    func installRange() {
        let type = types.range
        type.doc = "An immutable sequence of integers."
        type.isSubclassable = false
        type.new(
            self, "(*args)", "The integers from start up to, not including, stop, by step."
        ) { vm, _, arguments in
            let given = arguments.variadic(0)
            if given.isEmpty {
                throw vm.typeError("range expected at least 1 argument, got 0")
            }
            if given.count > 3 {
                throw vm.typeError("range expected at most 3 arguments, got \(given.count)")
            }
            let ends = try given.map { try vm.indexValue($0) }
            let step = ends.count == 3 ? ends[2] : .int(1)
            if case .int(0) = step { throw vm.valueError("range() arg 3 must not be zero") }
            return ends.count == 1
                ? vm.range(.int(0), ends[0], step) : vm.range(ends[0], ends[1], step)
        }
        type.slots.repr = { vm, value in
            guard let range = vm.rangeObject(value) else { return "" }
            let ends = "\(try vm.repr(range.start)), \(try vm.repr(range.stop))"
            if case .int(1) = range.step { return "range(\(ends))" }
            return "range(\(ends), \(try vm.repr(range.step)))"
        }
        type.slots.hash = { vm, value in
            guard let range = vm.rangeObject(value) else { return 0 }
            let count = vm.rangeCount(range)
            if count == 0 { return try vm.hash(vm.tuple([.int(0), .none, .none])) }
            let step = count == 1 ? .none : range.step
            return try vm.hash(vm.tuple([vm.integer(count), range.start, step]))
        }
        type.slots.isTrue = { vm, value in
            vm.rangeObject(value).map { vm.rangeCount($0) != 0 } ?? false
        }
        type.slots.length = { vm, value in
            guard let range = vm.rangeObject(value) else { return 0 }
            guard let count = Int(exactly: vm.rangeCount(range)) else {
                throw vm.overflowError("Python int too large to convert to C ssize_t")
            }
            return count
        }
        type.slots.getItem = { vm, value, key in
            guard let range = vm.rangeObject(value) else { return .none }
            return try vm.rangeItem(range, key)
        }
        type.slots.contains = { vm, value, item in
            guard let range = vm.rangeObject(value) else { return false }
            return try vm.rangeIndex(range, item) != nil
        }
        type.slots.iterate = { vm, value in
            guard let range = vm.rangeObject(value) else { return .none }
            return vm.iterator(range, backwards: false)
        }
        type.slots.reversed = { vm, value in
            guard let range = vm.rangeObject(value) else { return .none }
            return vm.iterator(range, backwards: true)
        }
        setComparisons(type, [.equal, .notEqual]) { vm, op, a, b in
            guard let x = vm.rangeObject(a), let y = vm.rangeObject(b) else {
                return vm.notImplemented
            }
            let count = vm.rangeCount(x)
            var same = count == vm.rangeCount(y)
            if same, count > 0 { same = try vm.equals(x.start, y.start) }
            if same, count > 1 { same = try vm.equals(x.step, y.step) }
            return .bool(same == (op == .equal))
        }
        for (name, path) in [
            ("start", \RangeObject.start), ("stop", \RangeObject.stop), ("step", \RangeObject.step),
        ] {
            type.property(
                self, name,
                get: { vm, value in
                    vm.rangeObject(value)?[keyPath: path] ?? .none
                })
        }
        type.method(self, "count", "(value, /)", "How often the value is in the range.") {
            vm, receiver, arguments in
            guard let range = vm.rangeObject(receiver) else { return .none }
            return .int(try vm.rangeIndex(range, arguments[0]) == nil ? 0 : 1)
        }
        type.method(self, "index", "(value, /)", "The position of the value.") {
            vm, receiver, arguments in
            guard let range = vm.rangeObject(receiver) else { return .none }
            guard let index = try vm.rangeIndex(range, arguments[0]) else {
                switch arguments[0] {
                case .int, .bool:
                    throw vm.valueError("\(try vm.repr(arguments[0])) is not in range")
                case let other where other.bigInt != nil:
                    throw vm.valueError("\(try vm.repr(arguments[0])) is not in range")
                default: throw vm.valueError("sequence.index(x): x not in sequence")
                }
            }
            return vm.integer(index)
        }
    }

    func rangeObject(_ value: Value) -> RangeObject? {
        guard case .object(let object) = value, object.kind == .range else { return nil }
        return unsafeDowncast(object, to: RangeObject.self)
    }

    private func parts(_ range: RangeObject) -> (start: BigInt, stop: BigInt, step: BigInt) {
        (bigInt(range.start) ?? 0, bigInt(range.stop) ?? 0, bigInt(range.step) ?? 1)
    }

    func rangeCount(_ range: RangeObject) -> BigInt {
        if let small = range.small {
            let count = RangeObject.count(small)
            if count < Int.max { return BigInt(count) }
        }
        let (start, stop, step) = parts(range)
        if step > 0 { return start < stop ? (stop - start - 1) / step + 1 : 0 }
        return start > stop ? (start - stop - 1) / -step + 1 : 0
    }

    private func rangeItem(_ range: RangeObject, _ key: Value) throws -> Value {
        let count = rangeCount(range)
        let (start, _, step) = parts(range)
        if let slice = sliceKey(key) {
            guard let small = Int(exactly: count) else {
                throw overflowError("Python int too large to convert to C ssize_t")
            }
            let bounds = try bounds(slice, count: small)
            return self.range(
                integer(start + BigInt(bounds.start) * step),
                integer(start + BigInt(bounds.stop) * step), integer(step * BigInt(bounds.step)))
        }
        guard isIndex(key) else {
            throw typeError("range indices must be integers or slices, not \(typeName(key))")
        }
        var index = bigInt(try indexValue(key)) ?? 0
        if index < 0 { index += count }
        if index < 0 || index >= count { throw indexError("range object index out of range") }
        return integer(start + index * step)
    }

    /// The position of a value in a range, if it is there.
    private func rangeIndex(_ range: RangeObject, _ value: Value) throws -> BigInt? {
        let whole: BigInt?
        switch value {
        case .int, .bool: whole = bigInt(value)
        case .float(let float):
            whole = float.isFinite && float == float.rounded() ? BigInt(float) : nil
        default:
            if let big = value.bigInt {
                whole = big.value
            } else {
                // Anything else is found by comparing, as it may say that it equals a number.
                guard type(of: value).slots.equal != nil, value.string == nil else { return nil }
                var found: BigInt?
                var position = BigInt(0)
                try iterate(.object(range)) { item in
                    if found == nil, try equals(item, value) { found = position }
                    position += 1
                }
                return found
            }
        }
        guard let whole else { return nil }
        let (start, _, step) = parts(range)
        let distance = whole - start
        let (position, rest) = Self.floorDivide(distance, step)
        return rest == 0 && position >= 0 && position < rangeCount(range) ? position : nil
    }

    private func iterator(_ range: RangeObject, backwards: Bool) -> Value {
        let count = rangeCount(range)
        let (start, _, step) = parts(range)
        if let small = range.small, let length = Int(exactly: count) {
            if !backwards {
                return .object(RangeIterator(type: types.rangeIterator, small))
            }
            if length == 0 {
                return .object(RangeIterator(type: types.rangeIterator, (0, 0, 1)))
            }
            let last = start + BigInt(length - 1) * step
            if let last = Int(exactly: last), small.step > Int.min,
                let end = Int(exactly: BigInt(last) - BigInt(length) * step)
            {
                return .object(
                    RangeIterator(type: types.rangeIterator, (last, end, -small.step)))
            }
        }
        var remaining = count
        var item = backwards ? start + (count - 1) * step : start
        let stride = backwards ? -step : step
        return .object(
            ClosureIterator(type: auxiliary.longRangeIterator) { vm in
                if remaining <= 0 { return nil }
                remaining -= 1
                defer { item += stride }
                return vm.integer(item)
            })
    }

    /// Start, stop and step of a slice of a sequence of a length, all of any size.
    private func indices(_ slice: SliceObject, _ length: BigInt) throws -> [BigInt] {
        func part(_ value: Value) throws -> BigInt? {
            if value.isNone { return nil }
            guard isIndex(value) else {
                throw typeError(
                    "slice indices must be integers or None or have an __index__ method")
            }
            return bigInt(try indexValue(value))
        }
        let step = try part(slice.step) ?? 1
        if step == 0 { throw valueError("slice step cannot be zero") }
        let lower: BigInt = step < 0 ? -1 : 0
        let upper = length + lower
        func clamp(_ value: BigInt?, _ missing: BigInt) -> BigInt {
            guard let value else { return missing }
            return value < 0 ? max(value + length, lower) : min(value, upper)
        }
        let start = clamp(try part(slice.start), step < 0 ? upper : lower)
        let stop = clamp(try part(slice.stop), step < 0 ? lower : upper)
        return [start, stop, step]
    }

    func installSlice() {
        let type = types.slice
        type.doc = "What stands between the brackets of a[start:stop:step]."
        type.isSubclassable = false
        type.slots.isUnhashable = true
        type.new(self, "(*args)", "slice(stop) or slice(start, stop, step).") {
            vm, _, arguments in
            let given = arguments.variadic(0)
            if given.isEmpty { throw vm.typeError("slice expected at least 1 argument, got 0") }
            if given.count > 3 {
                throw vm.typeError("slice expected at most 3 arguments, got \(given.count)")
            }
            if given.count == 1 { return vm.slice(.none, given[0], .none) }
            return vm.slice(given[0], given[1], given.count == 3 ? given[2] : .none)
        }
        type.slots.repr = { vm, value in
            guard let slice = vm.sliceKey(value) else { return "" }
            return "slice(\(try vm.repr(slice.start)), \(try vm.repr(slice.stop)), "
                + "\(try vm.repr(slice.step)))"
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = vm.sliceKey(a), let y = vm.sliceKey(b) else { return vm.notImplemented }
            func parts(_ slice: SliceObject) -> Value {
                vm.tuple([slice.start, slice.stop, slice.step])
            }
            return try vm.compare(op, parts(x), parts(y))
        }
        for (name, path) in [
            ("start", \SliceObject.start), ("stop", \SliceObject.stop), ("step", \SliceObject.step),
        ] {
            type.property(
                self, name,
                get: { vm, value in
                    vm.sliceKey(value)?[keyPath: path] ?? .none
                })
        }
        type.method(
            self, "indices", "(length, /)", "start, stop and step for a sequence of that length."
        ) { vm, receiver, arguments in
            guard let slice = vm.sliceKey(receiver) else { return .none }
            let length = vm.bigInt(try vm.indexValue(arguments[0])) ?? 0
            if length < 0 { throw vm.valueError("length should not be negative") }
            return vm.tuple(try vm.indices(slice, length).map { vm.integer($0) })
        }
    }
}
