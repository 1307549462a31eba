/// The built-in functions that work on iterables.
extension VirtualMachine {
    func installIterationFunctions() {
        builtin("iter", "(object, sentinel=<unset>, /)", "An iterator over an object.") {
            vm, arguments in
            guard arguments.isGiven(1) else { return try vm.makeIterator(arguments[0]) }
            let held = HeldValues([arguments[0], arguments[1]])
            guard vm.isCallable(held[0]) else {
                throw vm.typeError("iter(v, w): v must be callable")
            }
            return .object(
                ClosureIterator(type: vm.types.callableIterator, holding: held) { vm in
                    do {
                        let value = try vm.call(held[0], [])
                        return try vm.equals(value, held[1]) ? nil : value
                    } catch let failure as PythonError where vm.isError(failure, .stopIteration) {
                        return nil
                    }
                })
        }
        builtin("next", "(iterator, default=<unset>, /)", "The next item of an iterator.") {
            vm, arguments in
            if let item = try vm.next(arguments[0]) { return item }
            if arguments.isGiven(1) { return arguments[1] }
            throw vm.stopIteration(arguments[0])
        }
        builtin("any", "(iterable, /)", "Whether any item is true.") { vm, arguments in
            let iterator = try vm.makeIterator(arguments[0])
            while let item = try vm.next(iterator) {
                try vm.poll()
                if try vm.isTrue(item) { return .bool(true) }
            }
            return .bool(false)
        }
        builtin("all", "(iterable, /)", "Whether all items are true.") { vm, arguments in
            let iterator = try vm.makeIterator(arguments[0])
            while let item = try vm.next(iterator) {
                try vm.poll()
                if try !vm.isTrue(item) { return .bool(false) }
            }
            return .bool(true)
        }
        builtin("sum", "(iterable, /, start=0)", "start plus all items.") { vm, arguments in
            var total = arguments[1]
            if total.string != nil {
                throw vm.typeError("sum() can't sum strings [use ''.join(seq) instead]")
            }
            if vm.bytesObject(total) != nil {
                throw vm.typeError("sum() can't sum bytes [use b''.join(seq) instead]")
            }
            try vm.iterate(arguments[0]) { item in total = try vm.binary(.add, total, item) }
            return total
        }
        builtin(
            "sorted", "(iterable, /, *, key=None, reverse=False)", "A sorted list of the items."
        ) { vm, arguments in
            let items = try vm.elements(of: arguments[0])
            let isReversed = try vm.index(arguments[2]) != 0
            return vm.list(try vm.sorted(items, key: arguments[1], reverse: isReversed))
        }
        for (name, op) in [("max", ComparisonOperator.greater), ("min", .less)] {
            builtin(
                name, "(*args, key=None, default=<unset>)",
                "The \(name == "max" ? "largest" : "smallest") item or argument."
            ) { vm, arguments in
                try vm.extreme(
                    name, op, arguments.variadic(0), key: arguments[1], missing: arguments[2])
            }
        }
        builtin("reversed", "(sequence=<unset>, /)", "An iterator from the end to the start.") {
            vm, arguments in
            guard arguments.isGiven(0) else {
                throw vm.typeError("reversed expected 1 argument, got 0")
            }
            return try vm.reversedIterator(arguments[0])
        }
        types.listIterator.isSubclassable = false
        installIteratorTypes()
    }

    private func extreme(
        _ name: String, _ op: ComparisonOperator, _ given: [Value], key: Value, missing: Value
    ) throws -> Value {
        if given.isEmpty { throw typeError("\(name) expected at least 1 argument, got 0") }
        if given.count > 1, !missing.isUndefined {
            throw typeError(
                "Cannot specify a default for \(name)() with multiple positional arguments")
        }
        var best: Value?
        var bestKey = Value.none
        func consider(_ item: Value) throws {
            let itemKey = key.isNone ? item : try call(key, with: item)
            if best == nil {
                best = item
                bestKey = itemKey
            } else if try isTrue(compare(op, itemKey, bestKey)) {
                best = item
                bestKey = itemKey
            }
        }
        if given.count > 1 {
            for item in given { try consider(item) }
        } else {
            try iterate(given[0], consider)
        }
        if let best { return best }
        if !missing.isUndefined { return missing }
        throw valueError("\(name)() arg is an empty sequence")
    }

    func reversedIterator(_ value: Value) throws -> Value {
        let type = type(of: value)
        let isRefused = !type.isNative && lookUp(type, names.reversed)?.isNone ?? false
        if let slot = type.slots.reversed, !isRefused { return try slot(self, value) }
        guard type.slots.getItem != nil, value.dict == nil, !isRefused else {
            throw typeError("'\(type.name)' object is not reversible")
        }
        var index = try length(value)
        let held = HeldValues([value])
        return .object(
            ClosureIterator(type: auxiliary.reversed, holding: held) { vm in
                if index <= 0 { return nil }
                index -= 1
                do {
                    return try vm.getItem(held[0], .int(index))
                } catch let failure as PythonError where vm.isError(failure, .indexError) {
                    return nil
                }
            })
    }

    private func installIteratorTypes() {
        auxiliary.enumerate.doc = "Pairs of a running number and an item."
        auxiliary.enumerate.new(
            self, "(iterable, start=0)", "Pairs of a running number and an item."
        ) { vm, type, arguments in
            var count = try vm.indexValue(arguments[1])
            let held = HeldValues([try vm.makeIterator(arguments[0])])
            return .object(
                ClosureIterator(type: type, holding: held) { vm in
                    guard let item = try vm.next(held[0]) else { return nil }
                    let pair = vm.tuple([count, item])
                    count = try vm.binary(.add, count, .int(1))
                    return pair
                })
        }
        auxiliary.zip.doc = "Tuples of the items of several iterables."
        auxiliary.zip.new(
            self, "(*iterables, strict=False)", "Tuples of the items of several iterables."
        ) { vm, type, arguments in
            let sources = arguments.variadic(0)
            var iterators: [Value] = []
            for source in sources {
                guard vm.isIterable(source) else {
                    throw vm.typeError("'\(vm.typeName(source))' object is not iterable")
                }
                iterators.append(try vm.makeIterator(source))
            }
            let strict = try vm.isTrue(arguments[1])
            let held = HeldValues(iterators)
            return .object(
                ClosureIterator(type: type, holding: held) { vm in
                    try vm.nextTuple(held, strict: strict)
                })
        }
        auxiliary.map.doc = "The results of a function for each item."
        auxiliary.map.new(self, "(*args)", "The results of a function for each item.") {
            vm, type, arguments in
            let given = arguments.variadic(0)
            if given.count < 2 {
                throw vm.typeError("map() must have at least two arguments.")
            }
            let held = HeldValues(
                try [given[0]] + given.dropFirst().map { try vm.makeIterator($0) })
            return .object(
                ClosureIterator(type: type, holding: held) { vm in
                    if held.count == 2 {
                        guard let item = try vm.next(held[1]) else { return nil }
                        return try vm.call(held[0], with: item)
                    }
                    var items: [Value] = []
                    for index in 1..<held.count {
                        guard let item = try vm.next(held[index]) else { return nil }
                        items.append(item)
                    }
                    return try vm.call(held[0], items)
                })
        }
        auxiliary.filter.doc = "The items for which a function is true."
        auxiliary.filter.new(
            self, "(function, iterable, /)", "The items for which a function is true."
        ) { vm, type, arguments in
            let held = HeldValues([arguments[0], try vm.makeIterator(arguments[1])])
            return .object(
                ClosureIterator(type: type, holding: held) { vm in
                    while let item = try vm.next(held[1]) {
                        try vm.poll()
                        let keep =
                            held[0].isNone ? item : try vm.call(held[0], with: item)
                        if try vm.isTrue(keep) { return item }
                    }
                    return nil
                })
        }
    }

    func isIterable(_ value: Value) -> Bool {
        let slots = type(of: value).slots
        if case .object(let object) = value, object.kind == .iterator || object.kind == .generator {
            return true
        }
        return slots.iterate != nil || (slots.getItem != nil && value.dict == nil)
    }

    private func nextTuple(_ iterators: HeldValues, strict: Bool) throws -> Value? {
        if iterators.count == 0 { return nil }
        var items: [Value] = []
        items.reserveCapacity(iterators.count)
        for index in 0..<iterators.count {
            if let item = try next(iterators[index]) {
                items.append(item)
                continue
            }
            guard strict else { return nil }
            if index > 0 {
                throw valueError(
                    "zip() argument \(index + 1) is shorter than "
                        + (index == 1 ? "argument 1" : "arguments 1-\(index)"))
            }
            for other in 1..<max(iterators.count, 1) where try next(iterators[other]) != nil {
                throw valueError(
                    "zip() argument \(other + 1) is longer than "
                        + (other == 1 ? "argument 1" : "arguments 1-\(other)"))
            }
            return nil
        }
        return tuple(items)
    }
}
