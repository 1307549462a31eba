// How types come by their slots. A native type starts with those of its bases and sets its own. A learner's
// class takes, for each slot, whatever is nearest in its order: a special method of a learner's class, which the
// slot then calls, or the slot of a native one.

/// One slot as inheritance sees it.
private struct SlotRule {
    let names: [StringObject]
    /// Copies the slot if the source has it; says whether it had.
    let copy: (inout TypeSlots, TypeSlots) -> Bool
    /// Makes the slot call the special methods.
    let dispatch: (inout TypeSlots) -> Void
}

extension VirtualMachine {
    /// Fills the slots of a new native type from its bases.
    func inheritSlots(_ type: TypeObject) {
        if type.bases.count == 1 {
            type.slots = type.bases[0].slots
        } else {
            for rule in slotRules() {
                for base in type.mro.dropFirst() where rule.copy(&type.slots, base.slots) { break }
            }
        }
        inheritConstruction(type)
    }

    private func inheritConstruction(_ type: TypeObject) {
        for base in type.mro.dropFirst() {
            // What only Swift makes, such as a dtype, is no plain object, and nothing may take one for it.
            if base === types.object, type.isNative, !type.isSubclassable,
                !type.hasInstanceAttributes
            {
                continue
            }
            if type.allocate == nil, let allocate = base.allocate, base.definesAllocate {
                type.allocate = allocate
                type.definesAllocate = false
            }
            if type.constructor == nil, let constructor = base.constructor, base.definesConstructor
            {
                type.constructor = constructor
                type.definesConstructor = false
            }
        }
    }

    /// Fills the slots of a learner's class.
    func refreshSlots(_ type: TypeObject) {
        if type.isNative { return }
        var slots = TypeSlots()
        if type.bases.count == 1 {
            slots = type.bases[0].slots
            for rule in slotRules() where rule.names.contains(where: { type.attributes[$0] != nil })
            {
                rule.dispatch(&slots)
            }
            if let hash = type.attributes[names.hash] { slots.isUnhashable = hash.isNone }
            type.slots = slots
            if type.allocate == nil, type.constructor == nil { inheritConstruction(type) }
            return
        }
        for rule in slotRules() {
            search: for base in type.mro {
                if base.isNative {
                    if rule.copy(&slots, base.slots) { break search }
                } else {
                    for name in rule.names where base.attributes[name] != nil {
                        rule.dispatch(&slots)
                        break search
                    }
                }
            }
        }
        for base in type.mro {
            if base.isNative {
                slots.isUnhashable = base.slots.isUnhashable
                break
            }
            if let hash = base.attributes[names.hash] {
                slots.isUnhashable = hash.isNone
                break
            }
        }
        type.slots = slots
        if type.allocate == nil, type.constructor == nil { inheritConstruction(type) }
    }

    private func slotRules() -> [SlotRule] {
        if let rules = slotRuleStorage as? [SlotRule] { return rules }
        let rules = makeSlotRules()
        slotRuleStorage = rules
        return rules
    }

    private func rule<Slot>(
        _ names: [StringObject], _ path: WritableKeyPath<TypeSlots, Slot?>, _ slot: Slot
    ) -> SlotRule {
        SlotRule(
            names: names,
            copy: { target, source in
                guard let value = source[keyPath: path] else { return false }
                target[keyPath: path] = value
                return true
            },
            dispatch: { $0[keyPath: path] = slot })
    }

    private func unary(
        _ name: StringObject, _ path: WritableKeyPath<TypeSlots, TypeSlots.Unary?>
    ) -> SlotRule {
        rule(
            [name], path,
            { vm, value in
                if vm.lookUp(vm.type(of: value), name)?.isNone ?? false, name === vm.names.iter {
                    throw vm.typeError("'\(vm.typeName(value))' object is not iterable")
                }
                guard let result = try vm.callSpecial(value, name) else {
                    throw vm.typeError("'\(vm.typeName(value))' has no \(name.swiftString)")
                }
                return result
            })
    }

    private func comparison(
        _ name: StringObject, _ path: WritableKeyPath<TypeSlots, TypeSlots.Binary?>
    ) -> SlotRule {
        rule(
            [name], path,
            { vm, a, b in try vm.callSpecial(a, name, with: b) ?? vm.notImplemented })
    }

    private func makeSlotRules() -> [SlotRule] {
        let names = names
        var rules: [SlotRule] = [
            rule(
                [names.repr], \.repr,
                { vm, value in try vm.text(vm.callSpecial(value, names.repr), "__repr__") }),
            rule(
                [names.str], \.str,
                { vm, value in try vm.text(vm.callSpecial(value, names.str), "__str__") }),
            rule(
                [names.format], \.format,
                { vm, value, spec in
                    let result = try vm.callSpecial(value, names.format, [.object(spec)]) ?? .none
                    guard let text = result.string else {
                        throw vm.typeError(
                            "__format__ must return a str, not \(vm.typeName(result))")
                    }
                    return text.swiftString
                }),
            rule(
                [names.hash], \.hash,
                { vm, value in
                    switch try vm.callSpecial(value, names.hash) {
                    case .int(let hash): return hash == -1 ? -2 : hash
                    case .bool(let bool): return bool ? 1 : 0
                    case let other?:
                        if let big = other.bigInt { return Self.hash(big.value) }
                        throw vm.typeError("__hash__ method should return an integer")
                    case nil: throw vm.typeError("unhashable type: '\(vm.typeName(value))'")
                    }
                }),
            rule(
                [names.bool], \.isTrue,
                { vm, value in
                    let result = try vm.callSpecial(value, names.bool) ?? .none
                    if case .bool(let bool) = result { return bool }
                    throw vm.typeError(
                        "__bool__ should return bool, returned \(vm.typeName(result))")
                }),
            rule(
                [names.len], \.length,
                { vm, value in
                    let result = try vm.callSpecial(value, names.len) ?? .none
                    guard case .int(let count) = try vm.indexValue(result) else {
                        throw vm.overflowError("cannot fit 'int' into an index-sized integer")
                    }
                    if count < 0 { throw vm.valueError("__len__() should return >= 0") }
                    return count
                }),
            rule(
                [names.getItem], \.getItem,
                { vm, value, key in
                    try vm.callSpecial(value, names.getItem, with: key) ?? .none
                }),
            rule(
                [names.setItem], \.setItem,
                { vm, value, key, item in
                    _ = try vm.callSpecial(value, names.setItem, [key, item])
                }),
            rule(
                [names.delItem], \.deleteItem,
                { vm, value, key in _ = try vm.callSpecial(value, names.delItem, with: key) }),
            rule(
                [names.contains], \.contains,
                { vm, value, item in
                    if vm.lookUp(vm.type(of: value), names.contains)?.isNone ?? false {
                        throw vm.typeError("'\(vm.typeName(value))' object is not a container")
                    }
                    return try vm.isTrue(
                        vm.callSpecial(value, names.contains, [item]) ?? .bool(false))
                }),
            unary(names.iter, \.iterate),
            unary(names.reversed, \.reversed),
            rule(
                [names.next], \.next,
                { vm, value in
                    do {
                        return try vm.callSpecial(value, names.next)
                    } catch let error as PythonError where vm.isError(error, .stopIteration) {
                        return nil
                    }
                }),
            rule(
                [names.call], \.call,
                { vm, value, arguments in
                    guard let found = vm.lookUp(vm.type(of: value), names.call) else {
                        throw vm.notCallable(value)
                    }
                    if case .object(let function) = found, function.kind == .function {
                        return try vm.call(
                            found, receiver: value, arguments.positional,
                            keywords: arguments.keywords)
                    }
                    let bound = try vm.bindDescriptor(
                        found, instance: value, owner: vm.type(of: value))
                    return try vm.call(bound, arguments)
                }),
            rule(
                [names.getAttribute], \.getAttribute,
                { vm, value, name in
                    do {
                        return try vm.callSpecial(value, names.getAttribute, with: .object(name))
                    } catch let error as PythonError where vm.isError(error, .attributeError) {
                        guard let slot = vm.type(of: value).slots.missingAttribute else {
                            throw error
                        }
                        return try slot(vm, value, name)
                    }
                }),
            rule(
                [names.getAttr], \.missingAttribute,
                { vm, value, name in
                    try vm.nested {
                        try vm.callSpecial(value, names.getAttr, with: .object(name))
                    }
                }),
            rule(
                [names.setAttr, names.delAttr], \.setAttribute,
                { vm, value, name, new in
                    let type = vm.type(of: value)
                    if let new {
                        guard vm.definesSpecially(type, names.setAttr) else { return false }
                        return try vm.callSpecial(value, names.setAttr, [.object(name), new])
                            != nil
                    }
                    guard vm.definesSpecially(type, names.delAttr) else { return false }
                    return try vm.callSpecial(value, names.delAttr, with: .object(name)) != nil
                }),
            comparison(names.eq, \.equal),
            comparison(names.ne, \.notEqual),
            comparison(names.lt, \.less),
            comparison(names.le, \.lessEqual),
            comparison(names.gt, \.greater),
            comparison(names.ge, \.greaterEqual),
            unary(names.neg, \.negative),
            unary(names.pos, \.positive),
            unary(names.invert, \.invert),
            unary(names.abs, \.absolute),
            unary(names.int, \.toInt),
            unary(names.float, \.toFloat),
            rule(
                [names.index], \.toIndex,
                { vm, value in
                    let result = try vm.callSpecial(value, names.index) ?? .none
                    guard vm.isExactInteger(result) else {
                        throw vm.typeError(
                            "__index__ returned non-int (type \(vm.typeName(result)))")
                    }
                    return result
                }),
            rule(
                [names.divmod, names.rdivmod], \.divmod,
                { vm, a, b in
                    try vm.dispatch(names.divmod, names.rdivmod, a, b)
                }),
            rule(
                [names.get], \.descriptorGet,
                { vm, descriptor, instance, owner in
                    try vm.callSpecial(
                        descriptor, names.get, [instance ?? .none, .object(owner)]) ?? descriptor
                }),
            rule(
                [names.set, names.delete], \.descriptorSet,
                { vm, descriptor, instance, new in
                    let name = new == nil ? names.delete : names.set
                    let arguments = new.map { [instance, $0] } ?? [instance]
                    guard try vm.callSpecial(descriptor, name, arguments) != nil else {
                        throw vm.error(.attributeError, name.swiftString)
                    }
                }),
        ]
        for op in BinaryOperator.allCases {
            let index = Int(op.rawValue)
            let forward = names.binary[index]
            let reflected = names.reflected[index]
            rules.append(
                SlotRule(
                    names: [forward, reflected],
                    copy: { target, source in
                        guard let slot = source.binary[index] else { return false }
                        target.binary[index] = slot
                        if source.callsPython(op) { target.pythonBinary |= 1 << index }
                        return true
                    },
                    dispatch: { slots in
                        slots.pythonBinary |= 1 << index
                        slots.binary[index] = { vm, a, b in
                            try vm.dispatch(forward, reflected, a, b)
                        }
                    }))
            let inPlace = names.inPlace[index]
            rules.append(
                SlotRule(
                    names: [inPlace],
                    copy: { target, source in
                        guard let slot = source.inPlace[index] else { return false }
                        target.inPlace[index] = slot
                        return true
                    },
                    dispatch: {
                        $0.inPlace[index] = { vm, a, b in
                            try vm.callSpecial(a, inPlace, with: b) ?? vm.notImplemented
                        }
                    }))
        }
        return rules
    }

    /// Whether a learner's class in the order defines a special method before a native type does.
    func definesSpecially(_ type: TypeObject, _ name: StringObject) -> Bool {
        guard let found = lookUp(type, name) else { return false }
        guard case .object(let object) = found, let native = object as? NativeFunction else {
            return true
        }
        return native.owner !== types.object
    }

    /// The text that `__repr__` gave to `str()`.
    func textOfRepr(_ value: Value) throws -> String {
        try text(callSpecial(value, names.repr), "__str__")
    }

    private func text(_ value: Value?, _ method: String) throws -> String {
        if let string = value?.string { return string.swiftString }
        throw typeError("\(method) returned non-string (type \(typeName(value ?? .none)))")
    }

    /// Calls `a.__op__(b)` and `b.__rop__(a)` in the order that the classes ask for.
    func dispatch(
        _ forward: StringObject, _ reflected: StringObject, _ a: Value, _ b: Value
    ) throws -> Value {
        let left = type(of: a)
        let right = type(of: b)
        var tryRight = left !== right && lookUp(right, reflected) != nil
        if tryRight, right.isSubtype(of: left), isOverridden(right, left, reflected) {
            tryRight = false
            if let result = try callSpecial(b, reflected, with: a), !isNotImplemented(result) {
                return result
            }
        }
        if let result = try callSpecial(a, forward, with: b), !isNotImplemented(result) {
            return result
        }
        if tryRight, let result = try callSpecial(b, reflected, with: a) { return result }
        return notImplemented
    }

    private func isOverridden(
        _ type: TypeObject, _ base: TypeObject, _ name: StringObject
    ) -> Bool {
        guard let own = lookUp(type, name) else { return false }
        guard let inherited = lookUp(base, name) else { return true }
        return !own.isIdentical(to: inherited)
    }
}
