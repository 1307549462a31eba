/// The methods of `list`.
extension VirtualMachine {
    func installListMethods() {
        let type = types.list
        type.method(self, "append", "(object, /)", "Append object to the end of the list.") {
            _, receiver, arguments in
            receiver.list?.append(arguments[0])
            return .none
        }
        type.method(self, "extend", "(iterable, /)", "Append the items of an iterable.") {
            vm, receiver, arguments in
            if let list = receiver.list { try vm.extend(list, arguments[0]) }
            return .none
        }
        type.method(self, "insert", "(index, object, /)", "Insert object before index.") {
            vm, receiver, arguments in
            guard let list = receiver.list else { return .none }
            var index = try vm.index(arguments[0])
            if index < 0 { index = max(index &+ list.count, 0) }
            list.elements.insert(arguments[1], at: min(index, list.count))
            list.updateCharge()
            return .none
        }
        type.method(self, "pop", "(index=-1, /)", "Remove and return the item at index.") {
            vm, receiver, arguments in
            guard let list = receiver.list else { return .none }
            var index = try vm.index(arguments[0])
            if list.elements.isEmpty { throw vm.indexError("pop from empty list") }
            if index < 0 { index &+= list.count }
            guard index >= 0, index < list.count else {
                throw vm.indexError("pop index out of range")
            }
            return list.elements.remove(at: index)
        }
        type.method(self, "remove", "(value, /)", "Remove the first item equal to value.") {
            vm, receiver, arguments in
            guard let list = receiver.list else { return .none }
            guard let index = try vm.find(arguments[0], in: list, from: 0, to: .max) else {
                throw vm.valueError("list.remove(x): x not in list")
            }
            // The comparison may have changed the list.
            if index < list.count { vm.heap.release(list.elements.remove(at: index)) }
            return .none
        }
        type.method(self, "clear", "()", "Remove all items.") { vm, receiver, _ in
            if let list = receiver.list { vm.replaceAll(list, []) }
            return .none
        }
        type.method(self, "copy", "()", "A list of the same items.") { vm, receiver, _ in
            let items = receiver.list?.elements ?? []
            try vm.reserve(items.count, times: 16)
            return vm.list(items)
        }
        type.method(self, "reverse", "()", "Reverse in place.") { _, receiver, _ in
            receiver.list?.elements.reverse()
            return .none
        }
        type.method(self, "count", "(value, /)", "How many items equal value.") {
            vm, receiver, arguments in
            guard let list = receiver.list else { return .none }
            var count = 0
            var index = 0
            while index < list.count {
                if try vm.equals(list.elements[index], arguments[0]) { count += 1 }
                try vm.poll()
                index += 1
            }
            return .int(count)
        }
        type.method(
            self, "index", "(value, start=0, stop=9223372036854775807, /)",
            "The first position of value."
        ) { vm, receiver, arguments in
            guard let list = receiver.list else { return .none }
            var start = try vm.searchBound(arguments[1])
            var stop = try vm.searchBound(arguments[2])
            if start < 0 { start = max(start &+ list.count, 0) }
            if stop < 0 { stop = max(stop &+ list.count, 0) }
            guard let index = try vm.find(arguments[0], in: list, from: start, to: stop) else {
                throw vm.valueError("\(try vm.repr(arguments[0])) is not in list")
            }
            return .int(index)
        }
        type.method(
            self, "sort", "(*, key=None, reverse=False)",
            "Sort in place, stably; key gives what is compared."
        ) { vm, receiver, arguments in
            guard let list = receiver.list else { return .none }
            // Meanwhile the list is empty; afterwards it has its items again, as far as they were sorted.
            var items = list.elements
            list.elements = []
            var untouched = true
            do {
                defer {
                    untouched = list.elements.isEmpty
                    list.elements = items
                    list.updateCharge()
                }
                try vm.sort(&items, key: arguments[0], reverse: try vm.index(arguments[1]) != 0)
            }
            if !untouched { throw vm.valueError("list modified during sort") }
            return .none
        }
    }

    /// Items in order, stably.
    func sorted(_ items: [Value], key: Value, reverse: Bool) throws -> [Value] {
        var items = items
        try sort(&items, key: key, reverse: reverse)
        return items
    }

    /// Brings items in order, stably; an error leaves them as far as they were sorted.
    private func sort(_ items: inout [Value], key: Value, reverse: Bool) throws {
        var keys = items
        if !key.isNone {
            try reserve(items.count, times: 16)
            keys.removeAll(keepingCapacity: true)
            for item in items {
                try poll()
                keys.append(try call(key, with: item))
            }
        }
        try sort(&items, by: keys, reverse: reverse)
    }

    /// As `sort`, by keys that are there already, one for each item.
    func sort(_ items: inout [Value], by keys: [Value], reverse: Bool) throws {
        try reserve(items.count, times: 32)
        if items.count < 2 { return }
        var keys = keys
        if reverse {
            items.reverse()
            keys.reverse()
        }
        defer { if reverse { items.reverse() } }
        if let plain = SortKeys(keys, types) {
            items = try plain.order { try poll() }.map { items[$0] }
            return
        }
        var order = MergeSort(count: keys.count) { [keys] a, b in
            try self.poll()
            return try self.isLess(keys[a], keys[b])
        }
        defer { items = order.places.map { items[$0] } }
        try order.sort()
    }
}
