/// Iterators of `itertools` that combine items, and those that group or share them.
extension VirtualMachine {
    // MARK: Combinations

    func addCombinatorics(to module: ModuleObject) {
        addIterator(
            module, "product", "(*iterables, repeat=1)", "All tuples of one item from each."
        ) {
            vm, arguments, _ in
            let times = try vm.index(arguments[1])
            if times < 0 { throw vm.valueError("repeat argument cannot be negative") }
            let pools = try arguments.variadic(0).map { try vm.elements(of: $0) }
            try vm.reserve(times, times: max(pools.count, 1) &* 16)
            let all = (0..<times).flatMap { _ in pools }
            var indices: [Int]? =
                all.contains { $0.isEmpty } ? nil : [Int](repeating: 0, count: all.count)
            return { vm in
                guard var current = indices else { return nil }
                let item = vm.tuple(current.enumerated().map { all[$0.offset][$0.element] })
                var place = current.count - 1
                while place >= 0 {
                    current[place] += 1
                    if current[place] < all[place].count { break }
                    current[place] = 0
                    place -= 1
                }
                indices = place < 0 ? nil : current
                return item
            }
        }
        addIterator(module, "permutations", "(iterable, r=None)", "All orders of r items.") {
            vm, arguments, _ in
            let pool = try vm.elements(of: arguments[0])
            if !arguments[1].isNone, !vm.isExactInteger(arguments[1]) {
                throw vm.typeError("Expected int as r")
            }
            let r = arguments[1].isNone ? pool.count : try vm.index(arguments[1])
            if r < 0 { throw vm.valueError("r must be non-negative") }
            var indices = Array(pool.indices)
            var cycles = r > pool.count ? [] : (0..<r).map { pool.count - $0 }
            var isFirst = true
            return { vm in
                if r > pool.count { return nil }
                if isFirst {
                    isFirst = false
                    return vm.tuple(indices[..<r].map { pool[$0] })
                }
                var place = r - 1
                while place >= 0 {
                    cycles[place] -= 1
                    if cycles[place] == 0 {
                        indices.append(indices.remove(at: place))
                        cycles[place] = pool.count - place
                        place -= 1
                    } else {
                        indices.swapAt(place, pool.count - cycles[place])
                        return vm.tuple(indices[..<r].map { pool[$0] })
                    }
                }
                return nil
            }
        }
        for (name, repeats, help) in [
            ("combinations", false, "All choices of r items."),
            ("combinations_with_replacement", true, "All choices of r items, repeats allowed."),
        ] {
            addIterator(module, name, "(iterable, r)", help) { vm, arguments, _ in
                let pool = try vm.elements(of: arguments[0])
                let r = try vm.index(arguments[1])
                if r < 0 { throw vm.valueError("r must be non-negative") }
                let isEmpty = repeats ? pool.isEmpty && r > 0 : r > pool.count
                if !isEmpty { try vm.reserve(r, times: 16) }
                var indices: [Int]? =
                    isEmpty ? nil : repeats ? [Int](repeating: 0, count: r) : Array(0..<r)
                return { vm in
                    guard var current = indices else { return nil }
                    let item = vm.tuple(current.map { pool[$0] })
                    indices = nil
                    for place in (0..<r).reversed() {
                        let last = repeats ? pool.count - 1 : pool.count - r + place
                        if current[place] == last { continue }
                        current[place] += 1
                        for later in (place + 1)..<max(r, place + 1) {
                            current[later] = repeats ? current[place] : current[later - 1] + 1
                        }
                        indices = current
                        break
                    }
                    return item
                }
            }
        }
    }

    // MARK: Grouping

    func addGrouping(to module: ModuleObject) {
        let grouper = makeIteratorType(name: "_grouper", module: "itertools")
        addIterator(module, "groupby", "(iterable, key=None)", "Runs of items with equal keys.") {
            vm, arguments, keep in
            let held = keep(HeldValues([try vm.makeIterator(arguments[0]), arguments[1]]))
            let state = GroupState()
            func advance(_ vm: VirtualMachine) throws -> Bool {
                guard let item = try vm.next(held[0]) else {
                    state.current = nil
                    return false
                }
                let key = held[1].isNone ? item : try vm.call(held[1], [item])
                state.current = (key, item)
                return true
            }
            return { vm in
                state.group += 1
                let group = state.group
                if !state.started {
                    state.started = true
                    guard try advance(vm) else { return nil }
                } else {
                    // Skip what is left of the group before.
                    while let current = state.current, let key = state.key,
                        try vm.equals(current.key, key)
                    {
                        try vm.poll()
                        guard try advance(vm) else { return nil }
                    }
                }
                guard let current = state.current else { return nil }
                state.key = current.key
                let items = ClosureIterator(type: grouper) { vm in
                    guard state.group == group, let current = state.current,
                        try vm.equals(current.key, state.key ?? .none)
                    else { return nil }
                    _ = try advance(vm)
                    return current.item
                }
                return vm.tuple([current.key, .object(items)])
            }
        }
        let tee = makeIteratorType(name: "_tee", module: "itertools")
        module.function(self, "tee", "(iterable, n=2, /)", "n independent iterators.") {
            vm, arguments in
            let count = try vm.index(arguments[1])
            if count < 0 { throw vm.valueError("n must be >= 0") }
            try vm.reserve(count, times: 128)
            let iterator = try vm.makeIterator(arguments[0])
            let shared = TeeState(readers: count)
            return vm.tuple(
                (0..<count).map { reader in
                    .object(
                        ClosureIterator(type: tee) { vm in
                            try shared.next(reader, vm) { try vm.next(iterator) }
                        })
                })
        }
    }
}

private final class GroupState {
    var current: (key: Value, item: Value)?
    var key: Value?
    var group = 0
    var started = false
}

/// Items that some of the iterators of `tee` have yet to see.
private final class TeeState {
    private var items: [Value] = []
    private var dropped = 0
    private var positions: [Int]

    init(readers: Int) { positions = [Int](repeating: 0, count: readers) }

    func next(
        _ reader: Int, _ vm: VirtualMachine, _ source: () throws -> Value?
    ) throws -> Value? {
        let place = positions[reader] - dropped
        if place == items.count {
            guard let item = try source() else { return nil }
            try vm.reserve(items.count, times: 16)
            items.append(item)
        }
        let item = items[place]
        positions[reader] += 1
        let seen = (positions.min() ?? 0) - dropped
        if seen > 64, seen * 2 > items.count {
            items.removeFirst(seen)
            dropped += seen
        }
        return item
    }
}
