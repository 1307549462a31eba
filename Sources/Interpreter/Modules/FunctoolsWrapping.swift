/// `functools`: wrappers that look like what they wrap, and comparisons from one another.
extension VirtualMachine {
    // MARK: Wrapping

    /// Gives a wrapper the name, documentation and attributes of what it wraps.
    func copyIdentity(from wrapped: Value, to wrapper: Value) throws {
        func set(_ name: StringObject, _ value: Value) throws {
            if let object = self.wrapper(wrapper) {
                object.setOwnAttribute(name, value)
            } else {
                try setAttribute(wrapper, name, value)
            }
        }
        for name in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] {
            let interned = intern(name)
            if let value = try attributeIfPresent(wrapped, interned) {
                try set(interned, value)
            }
        }
        if case .object(let source) = wrapped, let instance = source as? InstanceObject,
            source.kind == .function || source.kind == .instance
        {
            for name in instance.ownAttributeNames {
                if let value = instance.ownAttribute(name) {
                    try set(intern(name), value)
                }
            }
        }
        try set(intern("__wrapped__"), wrapped)
    }

    func addWraps(to module: ModuleObject) {
        module.function(
            self, "update_wrapper", "(wrapper, wrapped, assigned=None, updated=None)",
            "Give a wrapper the name and documentation of what it wraps."
        ) { vm, arguments in
            try vm.copyIdentity(from: arguments[1], to: arguments[0])
            return arguments[0]
        }
        module.function(
            self, "wraps", "(wrapped, assigned=None, updated=None)",
            "A decorator that gives a wrapper the name and documentation of what it wraps."
        ) { vm, arguments in
            let wrapped = arguments[0]
            return vm.function("wraps", "(wrapper, /)") { vm, arguments in
                try vm.copyIdentity(from: wrapped, to: arguments[0])
                return arguments[0]
            }
        }
    }

    // MARK: Ordering

    func addOrdering(to module: ModuleObject) {
        let type = makeType(name: "KeyWrapper", module: "functools")
        module.function(
            self, "cmp_to_key", "(mycmp)", "A key function from a function that compares."
        ) { vm, arguments in
            let compare = arguments[0]
            return vm.function("K", "(obj)") { vm, arguments in
                let made = WrapperObject(type: type, arguments[0])
                made.arguments = [compare]
                return .object(made)
            }
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = vm.wrapper(a), let y = vm.wrapper(b), let compare = x.arguments.first
            else { return vm.notImplemented }
            let order = try vm.call(compare, [x.function, y.function])
            return try vm.compare(op, order, .int(0))
        }
        for op in Self.orderings {
            let compare = type.slots[comparison: op]
            let checked: TypeSlots.Binary = { vm, a, b in
                guard vm.wrapper(b)?.type === type else {
                    throw vm.typeError("other argument must be K instance")
                }
                return try compare?(vm, a, b) ?? vm.notImplemented
            }
            switch op {
            case .equal: type.slots.equal = checked
            case .notEqual: type.slots.notEqual = checked
            case .less: type.slots.less = checked
            case .lessEqual: type.slots.lessEqual = checked
            case .greater: type.slots.greater = checked
            case .greaterEqual: type.slots.greaterEqual = checked
            default: break
            }
        }
        type.slots.hash = { vm, _ in
            throw vm.typeError("unhashable type: 'functools.KeyWrapper'")
        }
        type.property(self, "obj", get: { vm, value in vm.wrapper(value)?.function ?? .none })
        module.function(
            self, "total_ordering", "(cls)", "A decorator that fills in missing comparisons."
        ) { vm, arguments in
            try vm.fillOrdering(arguments[0])
            return arguments[0]
        }
    }

    /// Defines the comparisons that a class lacks by the one that it has.
    private func fillOrdering(_ value: Value) throws {
        guard let type = value.type else { throw typeError("total_ordering expects a class") }
        let all = ["__lt__", "__le__", "__gt__", "__ge__"]
        func own(_ name: String) -> Bool {
            type.mro.contains { !$0.isNative && $0.attributes[intern(name)] != nil }
        }
        guard let root = ["__lt__", "__gt__", "__le__", "__ge__"].first(where: own) else {
            throw valueError(
                "must define at least one ordering operation: < > <= >=")
        }
        // Each from the root: whether the root's answer is negated, and what equality adds.
        enum Rule { case not, orEqual, notAndUnequal, notOrEqual, andUnequal }
        let rules: [String: [String: Rule]] = [
            "__lt__": ["__gt__": .notAndUnequal, "__le__": .orEqual, "__ge__": .not],
            "__le__": ["__ge__": .notOrEqual, "__lt__": .andUnequal, "__gt__": .not],
            "__gt__": ["__lt__": .notAndUnequal, "__ge__": .orEqual, "__le__": .not],
            "__ge__": ["__le__": .notOrEqual, "__gt__": .andUnequal, "__lt__": .not],
        ]
        let rootName = intern(root)
        for name in all where !own(name) {
            guard let rule = rules[root]?[name] else { continue }
            let method = NativeFunction(
                type: types.methodDescriptor, name: name, signature: "(other, /)", help: "",
                code: .method { vm, a, arguments in
                    let b = arguments[0]
                    let answer = try vm.callMethod(a, rootName, [b])
                    if vm.isNotImplemented(answer) { return answer }
                    let holds = try vm.isTrue(answer)
                    switch rule {
                    case .not: return .bool(!holds)
                    case .orEqual: return .bool(try holds || vm.equals(a, b))
                    case .notAndUnequal: return .bool(try !holds && !vm.equals(a, b))
                    case .notOrEqual: return .bool(try !holds || vm.equals(a, b))
                    case .andUnequal: return .bool(try holds && !vm.equals(a, b))
                    }
                })
            try setAttribute(value, intern(name), .object(method))
        }
    }
}
