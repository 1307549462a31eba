/// `copy`: shallow and deep copies.
extension VirtualMachine {
    func makeCopyModule() -> ModuleObject {
        let module = makeModule("copy", doc: "Shallow and deep copies.")
        module.function(self, "copy", "(x)", "A copy that shares the items of x.") {
            vm, arguments in try vm.shallowCopy(arguments[0])
        }
        module.function(
            self, "deepcopy", "(x, memo=None)", "A copy that shares nothing changeable with x."
        ) { vm, arguments in
            let memo = arguments[1].dict ?? vm.makeDict()
            return try vm.deepCopy(arguments[0], memo)
        }
        let error = makeType(
            name: "Error", module: "copy", bases: [types.exception(.exception)],
            instanceAttributes: true, subclassable: true)
        module.set(self, "Error", .object(error))
        module.set(self, "error", .object(error))
        return module
    }

    /// Whether a copy of a value is the value itself.
    private func isAtomic(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return true }
        switch object.kind {
        case .string, .bytes, .bigInt, .range, .slice, .function, .nativeFunction, .type,
            .ellipsis, .notImplemented, .code, .property, .boundMethod:
            return true
        default: return false
        }
    }

    /// A method that the object's class defines, bound.
    private func special(_ value: Value, _ name: String) throws -> Value? {
        let type = type(of: value)
        guard let method = lookUp(type, intern(name)) else { return nil }
        return try bindDescriptor(method, instance: value, owner: type)
    }

    private func shallowCopy(_ value: Value) throws -> Value {
        if isAtomic(value) { return value }
        if let method = try special(value, "__copy__") { return try call(method, []) }
        if let tuple = value.tuple { return .object(tuple) }
        if let set = value.set, set.type === types.set { return .object(try copySet(set)) }
        return try reconstruct(value, enter: { _ in }, copy: { $0 })
    }

    /// A deep copy; `memo` maps the ids of what is copied already to the copies.
    package func deepCopy(_ value: Value, _ memo: DictObject) throws -> Value {
        guard case .object(let object) = value, !isAtomic(value) else { return value }
        try poll()
        let identity = Value.int(Int(bitPattern: ObjectIdentifier(object)))
        if let known = try memo.get(identity, self) { return known }
        return try nested {
            let made: Value
            if let method = try special(value, "__deepcopy__") {
                made = try call(method, [.object(memo)])
            } else if let tuple = value.tuple {
                var changed = false
                let items = try tuple.elements.map { item in
                    let copy = try deepCopy(item, memo)
                    if !copy.isIdentical(to: item) { changed = true }
                    return copy
                }
                if let known = try memo.get(identity, self) { return known }
                made = changed ? .object(TupleObject(type: tuple.type, items)) : value
            } else {
                made = try reconstruct(
                    value, enter: { try memo.set(identity, $0, self) },
                    copy: { try deepCopy($0, memo) })
            }
            if !made.isIdentical(to: value) {
                try memo.set(identity, made, self)
                // The original must live as long as its id stands in the memo.
                let keeper = Value.int(Int(bitPattern: ObjectIdentifier(memo)))
                if let kept = try memo.get(keeper, self)?.list {
                    kept.append(value)
                } else {
                    try memo.set(keeper, list([value]), self)
                }
            }
            return made
        }
    }

    /// Makes an object of the same class and fills it with copies.
    ///
    /// - Parameter enter: told the new object before it is filled, for objects within themselves
    private func reconstruct(
        _ value: Value, enter: (Value) throws -> Void, copy: (Value) throws -> Value
    ) throws -> Value {
        guard case .object(let source) = value, let instance = source as? InstanceObject else {
            throw typeError("cannot pickle '\(typeName(value))' object")
        }
        if source.kind == .frozenSet, let set = value.set {
            let made = SetObject(type: set.type, frozen: true)
            for item in set.elements { try made.insert(try copy(item), self) }
            return .object(made)
        }
        guard source.kind != .generator, source.kind != .iterator,
            source.type.allocate != nil || source.kind == .exception
        else { throw typeError("cannot pickle '\(typeName(value))' object") }
        let made = try makeInstance(of: source.type)
        let target = Value.object(made)
        try enter(target)
        if let list = value.list, let copied = target.list {
            for item in list.elements { copied.append(try copy(item)) }
        } else if let dict = value.dict, let copied = target.dict {
            for (key, item) in dict.items { try copied.set(try copy(key), try copy(item), self) }
        } else if let set = value.set, let copied = target.set {
            for item in set.elements { try copied.insert(try copy(item), self) }
        } else if let exception = source as? ExceptionObject, let copied = made as? ExceptionObject
        {
            copied.arguments = try exception.arguments.map(copy)
        }
        if let copied = made as? InstanceObject {
            for name in instance.ownAttributeNames {
                if let attribute = instance.ownAttribute(name) {
                    copied.setOwnAttribute(name, try copy(attribute))
                }
            }
        }
        return target
    }
}
