/// `list`: operators and protocols.
extension VirtualMachine {
    func installList() {
        let type = types.list
        type.doc = "Built-in mutable sequence."
        type.allocate = { _, type in ListObject(type: type) }
        type.initializer(self, "(iterable=(), /)", "An empty list, or the items of an iterable.") {
            vm, receiver, arguments in
            guard let list = receiver.list else { return }
            let items = try vm.elements(of: arguments[0])
            try vm.reserve(items.count, times: 16)
            vm.replaceAll(list, items)
        }
        type.slots.isUnhashable = true
        type.slots.repr = { vm, value in
            guard let list = value.list else { return "[]" }
            return try vm.containerRepr(list, open: "[", close: "]", cycle: "[...]") { builder in
                var index = 0
                while index < list.elements.count {
                    if index > 0 { try builder.append(", ", vm) }
                    try builder.append(try vm.repr(list.elements[index]), vm)
                    try vm.poll()
                    index += 1
                }
            }
        }
        type.slots.isTrue = { _, value in value.list?.elements.isEmpty == false }
        type.slots.length = { _, value in value.list?.elements.count ?? 0 }
        type.slots.getItem = { vm, value, key in try vm.listItem(value, key) }
        type.slots.setItem = { vm, value, key, item in try vm.setListItem(value, key, item) }
        type.slots.deleteItem = { vm, value, key in try vm.deleteListItem(value, key) }
        type.slots.contains = { vm, value, item in
            guard let list = value.list else { return false }
            return try vm.find(item, in: list, from: 0, to: .max) != nil
        }
        type.slots.iterate = { vm, value in
            guard let list = value.list else { return .none }
            return .object(ListIterator(type: vm.types.listIterator, list))
        }
        let reversed = makeIteratorType(name: "list_reverseiterator")
        type.slots.reversed = { _, value in
            guard let list = value.list else { return .none }
            var index = list.elements.count
            return .object(
                ClosureIterator(type: reversed) { _ in
                    index = min(index, list.elements.count) - 1
                    return index >= 0 ? list.elements[index] : nil
                })
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = a.list, let y = b.list else { return vm.notImplemented }
            return try vm.compareSequences(op, { x.elements }, { y.elements })
        }
        type.slots.binary[Int(BinaryOperator.add.rawValue)] = { vm, a, b in
            guard let x = a.list else { return vm.notImplemented }
            guard let y = b.list else {
                return try vm.refuse(
                    .add, a, b, isLeft: true,
                    vm.typeError(
                        "can only concatenate list (not \"\(vm.typeName(b))\") to list"))
            }
            try vm.reserve(x.count &+ y.count, times: 16)
            return vm.list(x.elements + y.elements)
        }
        type.slots.binary[Int(BinaryOperator.multiply.rawValue)] = { vm, a, b in
            if let list = a.list {
                guard let count = try vm.repeatCount(b) else {
                    return try vm.refuse(.multiply, a, b, isLeft: true, vm.cannotRepeat(b))
                }
                return vm.list(try vm.repeated(list.elements, count))
            }
            guard let list = b.list else { return vm.notImplemented }
            guard let count = try vm.repeatCount(a) else {
                throw vm.cannotRepeat(a)
            }
            return vm.list(try vm.repeated(list.elements, count))
        }
        type.slots.inPlace[Int(BinaryOperator.add.rawValue)] = { vm, a, b in
            if let list = a.list { try vm.extend(list, b) }
            return a
        }
        type.slots.inPlace[Int(BinaryOperator.multiply.rawValue)] = { vm, a, b in
            guard let list = a.list else { return vm.notImplemented }
            guard let count = try vm.repeatCount(b) else { throw vm.cannotRepeat(b) }
            vm.replaceAll(list, try vm.repeated(list.elements, count))
            return a
        }
        installListMethods()
    }

    /// Puts other items in a list and lets go of the old ones.
    func replaceAll(_ list: ListObject, _ items: [Value]) {
        let old = list.elements
        list.elements = items
        list.updateCharge()
        heap.release(old)
    }

    /// Items `count` times over, refused before they are made when they are too many.
    func repeated(_ items: [Value], _ count: Int) throws -> [Value] {
        if items.isEmpty || count == 0 { return [] }
        let (total, overflow) = items.count.multipliedReportingOverflow(by: count)
        try reserve(overflow ? .max : total, times: 16)
        if items.count == 1 { return [Value](repeating: items[0], count: count) }
        var result: [Value] = []
        result.reserveCapacity(total)
        for _ in 0..<count { result.append(contentsOf: items) }
        return result
    }

    /// Appends the items of an iterable.
    func extend(_ list: ListObject, _ iterable: Value) throws {
        if let other = iterable.list {
            try reserve(list.count &+ other.count, times: 16)
            list.elements.append(contentsOf: other.elements)
        } else if let tuple = iterable.tuple, tuple.type === types.tuple {
            try reserve(list.count &+ tuple.count, times: 16)
            list.elements.append(contentsOf: tuple.elements)
        } else {
            try iterate(iterable) { list.append($0) }
        }
        list.updateCharge()
    }

    private func listItem(_ value: Value, _ key: Value) throws -> Value {
        guard let list = value.list else { return .none }
        if let slice = sliceKey(key) {
            let bounds = try bounds(slice, count: list.count)
            try reserve(bounds.count, times: 16)
            if bounds.step == 1 {
                return self.list(
                    bounds.count == 0 ? [] : Array(list.elements[bounds.start..<bounds.stop]))
            }
            return self.list(bounds.indices.map { list.elements[$0] })
        }
        guard
            let index = try sequenceIndex(
                key, count: list.count,
                refusal: "list indices must be integers or slices, not \(typeName(key))")
        else { throw indexError("list index out of range") }
        return list.elements[index]
    }

    private func setListItem(_ value: Value, _ key: Value, _ item: Value) throws {
        guard let list = value.list else { return }
        if let slice = sliceKey(key) {
            try setListSlice(list, slice, item)
            return
        }
        guard
            let index = try sequenceIndex(
                key, count: list.count,
                refusal: "list indices must be integers or slices, not \(typeName(key))")
        else { throw indexError("list assignment index out of range") }
        let old = list.elements[index]
        list.elements[index] = item
        heap.release(old)
    }

    private func setListSlice(_ list: ListObject, _ slice: SliceObject, _ item: Value) throws {
        let items: [Value]
        if type(of: item).slots.iterate == nil, type(of: item).slots.getItem == nil {
            // What is wrong with the slice itself is said first.
            throw typeError(
                try bounds(slice, count: list.count).step == 1
                    ? "can only assign an iterable"
                    : "must assign iterable to extended slice")
        }
        items = try elements(of: item)
        let bounds = try bounds(slice, count: list.count)
        if bounds.step == 1 {
            let end = max(bounds.start, bounds.stop)
            let old = Array(list.elements[bounds.start..<end])
            try reserve(list.count &+ items.count, times: 16)
            list.elements.replaceSubrange(bounds.start..<end, with: items)
            list.updateCharge()
            heap.release(old)
            return
        }
        if bounds.count != items.count {
            throw valueError(
                "attempt to assign sequence of size \(items.count) to extended slice of size "
                    + "\(bounds.count)")
        }
        var old: [Value] = []
        for (position, index) in bounds.indices.enumerated() {
            old.append(list.elements[index])
            list.elements[index] = items[position]
        }
        heap.release(old)
    }

    private func deleteListItem(_ value: Value, _ key: Value) throws {
        guard let list = value.list else { return }
        if let slice = sliceKey(key) {
            let bounds = try bounds(slice, count: list.count)
            if bounds.count == 0 { return }
            var old: [Value] = []
            if bounds.step == 1 {
                old = Array(list.elements[bounds.start..<bounds.stop])
                list.elements.removeSubrange(bounds.start..<bounds.stop)
            } else {
                var kept: [Value] = []
                let doomed = Set(bounds.indices)
                for (index, element) in list.elements.enumerated() {
                    if doomed.contains(index) { old.append(element) } else { kept.append(element) }
                }
                list.elements = kept
            }
            list.updateCharge()
            heap.release(old)
            return
        }
        guard
            let index = try sequenceIndex(
                key, count: list.count,
                refusal: "list indices must be integers or slices, not \(typeName(key))")
        else { throw indexError("list assignment index out of range") }
        heap.release(list.elements.remove(at: index))
    }

    /// The first position of an equal item; comparisons may change the list meanwhile.
    func find(_ item: Value, in list: ListObject, from start: Int, to end: Int) throws -> Int? {
        var index = max(start, 0)
        while index < min(end, list.elements.count) {
            if try equals(list.elements[index], item) { return index }
            try poll()
            index += 1
        }
        return nil
    }
}
