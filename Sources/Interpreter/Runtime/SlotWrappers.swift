/// Special methods of native types as Python sees them: `list.__len__`, `super().__repr__()`, `(1).__add__`.
extension VirtualMachine {
    /// The native method for a slot that a native type has, made on demand; `nil` when it has no such slot.
    func slotWrapper(_ type: TypeObject, _ name: StringObject) -> Value? {
        if name === names.hash, type.slots.isUnhashable { return Value.none }
        guard let (signature, body) = wrapperBody(type, name) else { return nil }
        let made = NativeFunction(
            type: types.methodDescriptor, name: name.swiftString, signature: signature, help: "",
            code: .method(body))
        if name !== names.new {
            made.owner = type
            if made.isSlotWrapper { made.type = types.wrapperDescriptor }
        } else {
            made.type = types.nativeFunction
        }
        type.attributes[name] = .object(made)
        typeChanged(type, name)
        return .object(made)
    }

    /// Whether `slotWrapper` would make one.
    func hasSlotWrapper(_ type: TypeObject, _ name: StringObject) -> Bool {
        wrapperBody(type, name) != nil
    }

    private func wrapperBody(
        _ type: TypeObject, _ name: StringObject
    ) -> (String, NativeFunction.MethodBody)? {
        let slots = type.slots
        let isNumber = type === types.int || type === types.float || type === types.bool
        if let index = names.binary.firstIndex(where: { $0 === name }),
            let op = BinaryOperator(rawValue: UInt8(index))
        {
            if let slot = slots.binary[index], type !== types.noneType {
                return ("(value, /)", { vm, value, arguments in try slot(vm, value, arguments[0]) })
            }
            guard isNumber, hasNumberOperator(type, op) else { return nil }
            return (
                "(value, /)",
                { vm, value, arguments in
                    guard vm.takes(type, arguments[0]) else { return vm.notImplemented }
                    return try vm.numberBinary(op, value, arguments[0]) ?? vm.notImplemented
                }
            )
        }
        if let index = names.reflected.firstIndex(where: { $0 === name }),
            let op = BinaryOperator(rawValue: UInt8(index))
        {
            if let slot = slots.binary[index], hasReflected(type, op) {
                return ("(value, /)", { vm, value, arguments in try slot(vm, arguments[0], value) })
            }
            guard isNumber, hasNumberOperator(type, op) else { return nil }
            return (
                "(value, /)",
                { vm, value, arguments in
                    guard vm.takes(type, arguments[0]) else { return vm.notImplemented }
                    return try vm.numberBinary(op, arguments[0], value) ?? vm.notImplemented
                }
            )
        }
        if let index = names.inPlace.firstIndex(where: { $0 === name }) {
            guard let slot = slots.inPlace[index] else { return nil }
            return ("(value, /)", { vm, value, arguments in try slot(vm, value, arguments[0]) })
        }
        if let comparison = comparisonOperator(name) {
            if let slot = slots[comparison: comparison] {
                return ("(value, /)", { vm, value, arguments in try slot(vm, value, arguments[0]) })
            }
            if type === types.object { return ("(value, /)", { vm, _, _ in vm.notImplemented }) }
            guard isNumber || type === types.str else { return nil }
            return (
                "(value, /)",
                { vm, value, arguments in
                    if isNumber, !vm.takes(type, arguments[0]) { return vm.notImplemented }
                    if let result = vm.numberCompare(comparison, value, arguments[0]) {
                        return .bool(result)
                    }
                    if let x = value.string, let y = arguments[0].string {
                        return .bool(comparison.holds(x.order(against: y)))
                    }
                    return vm.notImplemented
                }
            )
        }
        return otherWrapper(type, name)
    }

    private func hasNumberOperator(_ type: TypeObject, _ op: BinaryOperator) -> Bool {
        switch op {
        case .matrixMultiply: false
        case .leftShift, .rightShift, .bitOr, .bitXor, .bitAnd: type !== types.float
        default: true
        }
    }

    /// Whether CPython has the reflected method: sequences have it of the operators that take a number.
    private func hasReflected(_ type: TypeObject, _ op: BinaryOperator) -> Bool {
        if type === types.noneType || type.name == "Counter" { return false }
        let isSequence =
            [types.str, types.list, types.tuple, types.bytes].contains { type.isSubtype(of: $0) }
            || type.name == "deque"
        return !isSequence || op == .multiply
            || op == .remainder && (type === types.str || type === types.bytes)
    }

    /// Whether a method of a number type works with an operand: those of `int` leave floats to `float`.
    private func takes(_ type: TypeObject, _ operand: Value) -> Bool {
        switch number(operand) {
        case nil: false
        case .float: type === types.float
        default: true
        }
    }

    private func comparisonOperator(_ name: StringObject) -> ComparisonOperator? {
        if name === names.eq { return .equal }
        if name === names.ne { return .notEqual }
        if name === names.lt { return .less }
        if name === names.le { return .lessEqual }
        if name === names.gt { return .greater }
        if name === names.ge { return .greaterEqual }
        return nil
    }

    private func otherWrapper(
        _ type: TypeObject, _ name: StringObject
    ) -> (String, NativeFunction.MethodBody)? {
        let slots = type.slots
        func unary(_ slot: TypeSlots.Unary?) -> (String, NativeFunction.MethodBody)? {
            slot.map { slot in ("()", { vm, value, _ in try slot(vm, value) }) }
        }
        switch name.swiftString {
        case "__repr__":
            return slots.repr.map { slot in
                ("()", { vm, value, _ in vm.string(try slot(vm, value)) })
            }
        case "__str__":
            return slots.str.map { slot in
                ("()", { vm, value, _ in vm.string(try slot(vm, value)) })
            }
        case "__format__":
            return slots.format.map { slot in
                (
                    "(format_spec, /)",
                    { vm, value, arguments in
                        guard let spec = arguments[0].string else {
                            throw vm.typeError(
                                "__format__() argument must be str, not "
                                    + vm.typeNameOrNone(arguments[0])
                            )
                        }
                        return vm.string(try slot(vm, value, spec))
                    }
                )
            }
        case "__hash__":
            if slots.isUnhashable { return nil }
            if slots.hash == nil, type !== types.int, type !== types.float, type !== types.str {
                return nil
            }
            return ("()", { vm, value, _ in .int(try slots.hash?(vm, value) ?? vm.hash(value)) })
        case "__bool__":
            if let slot = slots.isTrue, slots.length == nil || type === types.range {
                return ("()", { vm, value, _ in .bool(try slot(vm, value)) })
            }
            guard type === types.int || type === types.float else { return nil }
            return ("()", { vm, value, _ in .bool(try vm.isTrue(value)) })
        case "__len__":
            return slots.length.map { slot in
                ("()", { vm, value, _ in .int(try slot(vm, value)) })
            }
        case "__getitem__":
            return slots.getItem.map { slot in
                ("(key, /)", { vm, value, arguments in try slot(vm, value, arguments[0]) })
            }
        case "__setitem__":
            return slots.setItem.map { slot in
                (
                    "(key, value, /)",
                    { vm, value, arguments in
                        try slot(vm, value, arguments[0], arguments[1])
                        return .none
                    }
                )
            }
        case "__delitem__":
            return slots.deleteItem.map { slot in
                (
                    "(key, /)",
                    { vm, value, arguments in
                        try slot(vm, value, arguments[0])
                        return .none
                    }
                )
            }
        case "__contains__":
            return slots.contains.map { slot in
                ("(key, /)", { vm, value, arguments in .bool(try slot(vm, value, arguments[0])) })
            }
        case "__iter__": return unary(slots.iterate)
        case "__reversed__":
            return type === types.str || type.isSubtype(of: types.tuple)
                ? nil : unary(slots.reversed)
        case "__divmod__", "__rdivmod__":
            guard type === types.int || type === types.float else { return nil }
            let isReflected = name === names.rdivmod
            return (
                "(value, /)",
                { vm, value, arguments in
                    guard vm.takes(type, arguments[0]) else { return vm.notImplemented }
                    return isReflected
                        ? try vm.divmod(arguments[0], value) : try vm.divmod(value, arguments[0])
                }
            )
        case "__getnewargs__":
            guard
                type === types.int || type === types.float || type === types.str
                    || type === types.tuple || type === types.bytes
            else { return nil }
            return ("()", { vm, value, _ in vm.tuple([value]) })
        case "__next__":
            return slots.next.map { slot in
                (
                    "()",
                    { vm, value, _ in
                        guard let item = try slot(vm, value) else {
                            throw vm.error(.stopIteration, arguments: [])
                        }
                        return item
                    }
                )
            }
        case "__call__":
            if let slot = slots.call {
                return (
                    "(*args, **kwargs)",
                    { vm, value, arguments in
                        try slot(vm, value, vm.callArguments(arguments))
                    }
                )
            }
            guard
                type === types.function || type === types.method || type === types.type
                    || type === types.nativeFunction
            else { return nil }
            return (
                "(*args, **kwargs)",
                { vm, value, arguments in try vm.call(value, vm.callArguments(arguments)) }
            )
        case "__neg__": return unary(slots.negative ?? numeric(type) { try $0.negative($1) })
        case "__pos__": return unary(slots.positive ?? numeric(type) { try $0.positive($1) })
        case "__invert__":
            return unary(
                slots.invert ?? (type === types.float ? nil : numeric(type) { try $0.inverted($1) })
            )
        case "__abs__": return unary(slots.absolute ?? numeric(type) { try $0.absolute($1) })
        case "__int__", "__trunc__":
            return unary(slots.toInt ?? numeric(type) { try $0.truncated($1) })
        case "__float__":
            return unary(slots.toFloat ?? numeric(type) { .float(try $0.float($1)) })
        case "__index__":
            return unary(
                slots.toIndex
                    ?? (type === types.float ? nil : numeric(type) { try $0.indexValue($1) }))
        case "__setattr__":
            guard slots.setAttribute != nil, type !== types.object else { return nil }
            return (
                "(name, value, /)",
                { vm, value, arguments in
                    try vm.setAttributeNatively(type, value, arguments[0], arguments[1])
                    return .none
                }
            )
        case "__delattr__":
            guard slots.setAttribute != nil, type !== types.object else { return nil }
            return (
                "(name, /)",
                { vm, value, arguments in
                    try vm.setAttributeNatively(type, value, arguments[0], nil)
                    return .none
                }
            )
        case "__getattr__":
            guard let slot = slots.missingAttribute else { return nil }
            return (
                "(name, /)",
                { vm, value, arguments in
                    let name = try vm.attributeName(arguments[0])
                    guard let found = try slot(vm, value, name) else {
                        throw vm.noAttribute(value, name)
                    }
                    return found
                }
            )
        case "__get__":
            return slots.descriptorGet.map { slot in
                (
                    "(instance, owner=None, /)",
                    { vm, value, arguments in
                        let instance = arguments[0].isNone ? nil : arguments[0]
                        let owner = arguments[1].type ?? vm.type(of: arguments[0])
                        return try slot(vm, value, instance, owner)
                    }
                )
            }
        case "__new__":
            return (
                "(*args, **kwargs)",
                { vm, value, arguments in
                    // Reached through the class as a static method: `value` is the class to make.
                    if let made = value.type { try vm.checkMaker(type, of: made) }
                    return try vm.makeNatively(value, arguments)
                }
            )
        default: return nil
        }
    }

    private func numeric(
        _ type: TypeObject, _ body: @escaping (VirtualMachine, Value) throws -> Value
    ) -> TypeSlots.Unary? {
        type === types.int || type === types.float || type === types.bool ? body : nil
    }

    func callArguments(_ arguments: Arguments) -> CallArguments {
        var made = CallArguments(arguments.variadic(0))
        for (key, value) in arguments[1].dict?.items ?? [] {
            if let name = key.string { made.keywords.append((intern(name), value)) }
        }
        return made
    }

    /// The name of an attribute given as a value: "attribute name must be string, not 'int'".
    package func attributeName(_ value: Value) throws -> StringObject {
        guard let name = value.string else {
            throw typeError("attribute name must be string, not '\(typeName(value))'")
        }
        return intern(name)
    }
}
