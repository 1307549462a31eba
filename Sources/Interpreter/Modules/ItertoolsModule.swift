/// `itertools`: iterators from iterators.
extension VirtualMachine {
    /// The body that makes an iterator: given the arguments and where to keep what it works with, the function that
    /// gives the items.
    typealias IteratorMaker = (VirtualMachine, Arguments, (HeldValues) -> HeldValues) throws -> (
        VirtualMachine
    ) throws -> Value?

    func makeItertoolsModule() -> ModuleObject {
        let module = makeModule("itertools", doc: "Iterators made from iterators.")
        addEndless(to: module)
        addSimple(to: module)
        addCombinatorics(to: module)
        addGrouping(to: module)
        return module
    }

    @discardableResult
    func addIterator(
        _ module: ModuleObject, _ name: String, _ signature: String, _ help: String,
        _ make: @escaping IteratorMaker
    ) -> TypeObject {
        let type = makeIteratorType(name: name, module: "itertools")
        type.doc = help
        type.new(self, signature, help) { vm, type, arguments in
            var held: HeldValues?
            let body = try make(vm, arguments) {
                held = $0
                return $0
            }
            return .object(ClosureIterator(type: type, holding: held, body))
        }
        module.set(self, name, .object(type))
        return type
    }

    private func addEndless(to module: ModuleObject) {
        let count = makeIteratorType(name: "count", module: "itertools")
        count.new(self, "(start=0, step=1)", "start, start + step, …") { vm, type, arguments in
            for index in 0..<2 where vm.number(arguments[index]) == nil {
                throw vm.typeError("a number is required")
            }
            return .object(CountIterator(type: type, arguments[0], arguments[1]))
        }
        count.slots.repr = { vm, value in
            guard case .object(let object) = value, let count = object as? CountIterator else {
                return ""
            }
            let step = count.step.isIdentical(to: .int(1)) ? "" : ", \(try vm.repr(count.step))"
            return "count(\(try vm.repr(count.value))\(step))"
        }
        module.set(self, "count", .object(count))
        let again = makeIteratorType(name: "repeat", module: "itertools")
        again.new(self, "(object, times=<unset>)", "The object, times times or forever.") {
            vm, type, arguments in
            let times = arguments.isGiven(1) ? max(0, try vm.index(arguments[1])) : nil
            return .object(RepeatIterator(type: type, arguments[0], times))
        }
        again.slots.repr = { vm, value in
            guard case .object(let object) = value, let again = object as? RepeatIterator else {
                return ""
            }
            let times = again.times.map { ", \($0)" } ?? ""
            return "repeat(\(try vm.repr(again.value))\(times))"
        }
        module.set(self, "repeat", .object(again))
        addIterator(module, "cycle", "(iterable, /)", "The items over and over.") {
            vm, arguments, keep in
            let held = keep(HeldValues([try vm.makeIterator(arguments[0])]))
            var saved: [Value] = []
            var ended = false
            var index = 0
            return { vm in
                if !ended {
                    if let item = try vm.next(held[0]) {
                        try vm.reserve(saved.count, times: 16)
                        saved.append(item)
                        return item
                    }
                    ended = true
                }
                if saved.isEmpty { return nil }
                defer { index = (index + 1) % saved.count }
                return saved[index]
            }
        }
    }

    /// Of two values: the iterator over iterables, and the one over the present iterable.
    private static func chained(_ held: HeldValues) -> (VirtualMachine) throws -> Value? {
        { vm in
            while true {
                try vm.poll()
                if !held[1].isNone {
                    if let item = try vm.next(held[1]) { return item }
                    held[1] = .none
                }
                guard let following = try vm.next(held[0]) else { return nil }
                held[1] = try vm.makeIterator(following)
            }
        }
    }

    private func addSimple(to module: ModuleObject) {
        let chain = addIterator(
            module, "chain", "(*iterables)", "The items of one after the other."
        ) {
            vm, arguments, keep in
            Self.chained(keep(HeldValues([try vm.makeIterator(arguments[0]), .none])))
        }
        chain.classMethod(
            self, "from_iterable", "(iterable, /)", "The items of the iterables in an iterable."
        ) { vm, _, arguments in
            let held = HeldValues([try vm.makeIterator(arguments[0]), .none])
            return .object(ClosureIterator(type: chain, holding: held, Self.chained(held)))
        }
        addIterator(module, "islice", "(*args)", "The items that a slice names.") {
            vm, arguments, keep in
            try vm.makeSlice(arguments.variadic(0), keep)
        }
        for (name, wanted, help) in [
            ("takewhile", true, "Items as long as a condition holds."),
            ("dropwhile", false, "Items from the first for which a condition does not hold."),
        ] {
            addIterator(module, name, "(predicate, iterable, /)", help) { vm, arguments, keep in
                let held = keep(HeldValues([arguments[0], try vm.makeIterator(arguments[1])]))
                var decided = false
                return { vm in
                    if decided { return wanted ? nil : try vm.next(held[1]) }
                    while let item = try vm.next(held[1]) {
                        try vm.poll()
                        let holds = try vm.isTrue(vm.call(held[0], [item]))
                        if !holds { decided = true }
                        if holds == wanted { return item }
                        if wanted { return nil }
                    }
                    return nil
                }
            }
        }
        addIterator(
            module, "filterfalse", "(function, iterable, /)", "Items for which a function is false."
        ) { vm, arguments, keep in
            let held = keep(HeldValues([arguments[0], try vm.makeIterator(arguments[1])]))
            return { vm in
                while let item = try vm.next(held[1]) {
                    try vm.poll()
                    let result = held[0].isNone ? item : try vm.call(held[0], [item])
                    if try !vm.isTrue(result) { return item }
                }
                return nil
            }
        }
        addIterator(module, "compress", "(data, selectors)", "Items where the selector is true.") {
            vm, arguments, keep in
            let held = keep(
                HeldValues([
                    try vm.makeIterator(arguments[0]), try vm.makeIterator(arguments[1]),
                ]))
            return { vm in
                while let item = try vm.next(held[0]), let selector = try vm.next(held[1]) {
                    try vm.poll()
                    if try vm.isTrue(selector) { return item }
                }
                return nil
            }
        }
        addIterator(module, "starmap", "(function, iterable, /)", "function(*item) of each item.") {
            vm, arguments, keep in
            let held = keep(HeldValues([arguments[0], try vm.makeIterator(arguments[1])]))
            return { vm in
                guard let item = try vm.next(held[1]) else { return nil }
                return try vm.call(held[0], try vm.elements(of: item))
            }
        }
        addIterator(
            module, "accumulate", "(iterable, func=None, *, initial=None)", "Running totals."
        ) { vm, arguments, keep in
            // The source, the function, the total.
            let held = keep(
                HeldValues([try vm.makeIterator(arguments[0]), arguments[1], arguments[2]]))
            var started = !arguments[2].isNone
            var pending = started
            return { vm in
                if pending {
                    pending = false
                    return held[2]
                }
                guard let item = try vm.next(held[0]) else { return nil }
                if started {
                    held[2] =
                        held[1].isNone
                        ? try vm.binary(.add, held[2], item)
                        : try vm.call(held[1], [held[2], item])
                } else {
                    held[2] = item
                    started = true
                }
                return held[2]
            }
        }
        addIterator(module, "pairwise", "(iterable, /)", "Each item with the next.") {
            vm, arguments, keep in
            let held = keep(HeldValues([try vm.makeIterator(arguments[0]), .undefined]))
            return { vm in
                if held[1].isUndefined { held[1] = try vm.next(held[0]) ?? .undefined }
                let first = held[1]
                guard !first.isUndefined, let second = try vm.next(held[0]) else { return nil }
                held[1] = second
                return vm.tuple([first, second])
            }
        }
        addIterator(
            module, "zip_longest", "(*iterables, fillvalue=None)",
            "Tuples of items until the longest ends."
        ) { vm, arguments, keep in
            let sources = try arguments.variadic(0).map { try vm.makeIterator($0) }
            let held = keep(HeldValues(sources + [arguments[1]]))
            let count = sources.count
            return { vm in
                var items: [Value] = []
                var alive = false
                for index in 0..<count {
                    guard !held[index].isUndefined, let item = try vm.next(held[index]) else {
                        held[index] = .undefined
                        items.append(held[held.count - 1])
                        continue
                    }
                    alive = true
                    items.append(item)
                }
                return alive ? vm.tuple(items) : nil
            }
        }
    }

    private func makeSlice(
        _ given: [Value], _ keep: (HeldValues) -> HeldValues
    ) throws -> (VirtualMachine) throws -> Value? {
        if given.count < 2 || given.count > 4 {
            throw typeError(
                "islice expected at \(given.count < 2 ? "least 2" : "most 4") arguments, got \(given.count)"
            )
        }
        func place(_ value: Value, _ message: String) throws -> Int? {
            if value.isNone { return nil }
            guard isIndex(value) else { throw valueError(message) }
            let index = try sliceIndex(value)
            if index < 0 { throw valueError(message) }
            return index
        }
        let general = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        let stopOnly =
            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        let start = given.count > 2 ? try place(given[1], general) ?? 0 : 0
        let stop =
            try place(given[given.count > 2 ? 2 : 1], stopOnly) ?? .max
        var step = 1
        if given.count == 4, !given[3].isNone {
            let message = "Step for islice() must be a positive integer or None."
            step = try place(given[3], message) ?? 1
            if step == 0 { throw valueError(message) }
        }
        let held = keep(HeldValues([try makeIterator(given[0])]))
        var position = 0
        var wanted = start
        return { vm in
            if wanted >= stop {
                while position < stop, stop < .max, try vm.next(held[0]) != nil {
                    try vm.poll()
                    position += 1
                }
                return nil
            }
            while let item = try vm.next(held[0]) {
                try vm.poll()
                position += 1
                if position - 1 == wanted {
                    wanted = wanted.addingReportingOverflow(step).overflow ? .max : wanted + step
                    return item
                }
            }
            return nil
        }
    }
}

private final class CountIterator: IteratorObject {
    var value: Value
    let step: Value

    init(type: TypeObject, _ value: Value, _ step: Value) {
        self.value = value
        self.step = step
        super.init(type: type)
    }

    override func next(_ vm: VirtualMachine) throws -> Value? {
        let current = value
        value = try vm.binary(.add, value, step)
        return current
    }
}

private final class RepeatIterator: IteratorObject {
    let value: Value
    var times: Int?

    override var lengthHint: Int? { times }

    init(type: TypeObject, _ value: Value, _ times: Int?) {
        self.value = value
        self.times = times
        super.init(type: type)
    }

    override func next(_ vm: VirtualMachine) -> Value? {
        guard let left = times else { return value }
        if left == 0 { return nil }
        times = left - 1
        return value
    }
}
