/// `dict`: operators and protocols.
extension VirtualMachine {
    func installDict() {
        let type = types.dict
        type.doc = "A mapping from keys to values that keeps the order of insertion."
        type.allocate = { _, type in DictObject(type: type) }
        type.initializer(
            self, "(*args, **kwargs)", "Empty, from a mapping, from pairs, or from keywords."
        ) { vm, receiver, arguments in
            guard let dict = receiver.dict else { return }
            try vm.update(dict, arguments.variadic(0), keywords: arguments[1], function: "dict")
        }
        type.slots.isUnhashable = true
        type.slots.repr = { vm, value in
            guard let dict = value.dict else { return "{}" }
            return try vm.reprItems(of: dict)
        }
        type.slots.isTrue = { _, value in (value.dict?.count ?? 0) != 0 }
        type.slots.length = { _, value in value.dict?.count ?? 0 }
        type.slots.getItem = { vm, value, key in
            guard let dict = value.dict else { return .none }
            if let item = try dict.get(key, vm) { return item }
            if dict.type !== vm.types.dict, let missing = vm.lookUp(dict.type, vm.names.missing) {
                let bound = try vm.bindDescriptor(missing, instance: value, owner: dict.type)
                return try vm.call(bound, [key])
            }
            throw vm.keyError(key)
        }
        type.slots.setItem = { vm, value, key, item in try value.dict?.set(key, item, vm) }
        type.slots.deleteItem = { vm, value, key in
            guard let dict = value.dict else { return }
            guard let old = try dict.remove(key, vm) else { throw vm.keyError(key) }
            vm.heap.release(old)
        }
        type.slots.contains = { vm, value, key in
            try value.dict?.get(key, vm) != nil
        }
        type.slots.iterate = { vm, value in
            guard let dict = value.dict else { return .none }
            return .object(DictIterator(type: vm.auxiliary.dictKeyIterator, dict, .keys))
        }
        type.slots.reversed = { vm, value in
            guard let dict = value.dict else { return .none }
            return .object(
                DictIterator(
                    type: vm.auxiliary.dictReverseKeyIterator, dict, .keys, backwards: true)
            )
        }
        setComparisons(type, [.equal, .notEqual]) { vm, op, a, b in
            guard let x = a.dict, let y = b.dict else { return vm.notImplemented }
            return .bool(try vm.areEqual(x, y) == (op == .equal))
        }
        let or = Int(BinaryOperator.bitOr.rawValue)
        type.slots.binary[or] = { vm, a, b in
            guard let x = a.dict, let y = b.dict else { return vm.notImplemented }
            let made = x.copy()
            try vm.merge(y, into: made)
            return .object(made)
        }
        type.slots.inPlace[or] = { vm, a, b in
            guard let dict = a.dict else { return vm.notImplemented }
            try vm.update(dict, [b], keywords: .none, function: "dict")
            return a
        }
        installDictViews()
        installDictMethods()
    }

    /// `{key: value, …}`.
    func reprItems(of dict: DictObject) throws -> String {
        try containerRepr(dict, open: "{", close: "}", cycle: "{...}") { builder in
            var position = 0
            var first = true
            while let (key, value) = dict.nextEntry(&position) {
                if !first { try builder.append(", ", self) }
                first = false
                try builder.append(try repr(key), self)
                try builder.append(": ", self)
                try builder.append(try repr(value), self)
                try poll()
            }
        }
    }

    func areEqual(_ x: DictObject, _ y: DictObject) throws -> Bool {
        if x === y { return true }
        if x.count != y.count { return false }
        var position = 0
        while let (key, value) = x.nextEntry(&position) {
            try poll()
            guard let other = try y.get(key, self), try equals(value, other) else { return false }
        }
        return true
    }

    func merge(_ source: DictObject, into target: DictObject) throws {
        var position = 0
        while let (key, value) = source.nextEntry(&position) {
            try poll()
            try target.set(key, value, self)
        }
    }

    /// What `dict(…)` and `update(…)` do with their arguments.
    func update(
        _ dict: DictObject, _ positional: [Value], keywords: Value, function: String
    ) throws {
        if positional.count > 1 {
            throw typeError("\(function) expected at most 1 argument, got \(positional.count)")
        }
        if let source = positional.first {
            if let other = source.dict {
                try merge(other, into: dict)
            } else if let keys = try attribute(source, "keys") {
                try iterate(try call(keys, [])) { key in
                    try dict.set(key, try getItem(source, key), self)
                }
            } else {
                try update(dict, pairs: source)
            }
        }
        if let more = keywords.dict { try merge(more, into: dict) }
    }

    private func update(_ dict: DictObject, pairs: Value) throws {
        var number = 0
        try iterate(pairs) { pair in
            guard type(of: pair).slots.iterate != nil || type(of: pair).slots.getItem != nil else {
                throw typeError(
                    "cannot convert dictionary update sequence element #\(number) to a sequence")
            }
            var items: [Value] = []
            if pair.list != nil || pair.tuple != nil {
                items = try elements(of: pair)
            } else {
                // The pair's iterator is asked for its length, not the pair.
                items = try elements(of: try makeIterator(pair))
            }
            if items.count != 2 {
                throw valueError(
                    "dictionary update sequence element #\(number) has length \(items.count); "
                        + "2 is required")
            }
            try dict.set(items[0], items[1], self)
            number += 1
        }
    }

    /// An attribute, or nil when there is none.
    func attribute(_ value: Value, _ name: String) throws -> Value? {
        do {
            return try getAttribute(value, intern(name))
        } catch let failure as PythonError where isError(failure, .attributeError) {
            return nil
        }
    }
}
