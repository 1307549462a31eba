/// The methods that a dataclass gets from its fields.
extension VirtualMachine {
    func defines(_ type: TypeObject, _ name: String) -> Bool {
        type.attributes[intern(name)] != nil
    }

    private func addMethod(
        _ type: TypeObject, _ name: String, _ signature: String,
        _ body: @escaping NativeFunction.MethodBody
    ) throws {
        let made = NativeFunction(
            type: types.methodDescriptor, name: name, signature: signature, help: "",
            code: .method(body))
        made.owner = type
        try setAttribute(.object(type), intern(name), .object(made))
    }

    func addInitializer(
        _ type: TypeObject, _ fields: [FieldObject], isFrozen: Bool
    ) throws {
        let shown = fields.filter(\.inInit)
        // Keyword-only fields are bound by name, so their place among the others does not matter.
        let parameters = FieldParameters(
            function: "\(type.qualifiedName).__init__",
            fields: shown.map {
                .init(
                    name: $0.name, hasDefault: $0.hasDefault,
                    isKeywordOnly: $0.isKeywordOnly ?? false)
            })
        let postInit = intern("__post_init__")
        try addMethod(type, "__init__", "(*args, **kwargs)") { vm, value, arguments in
            let given = try parameters.bind(vm, arguments.variadic(0), arguments.keywords(1))
            guard case .object(let object) = value, let instance = object as? InstanceObject else {
                return .none
            }
            var place = 0
            var onlyForInit: [Value] = []
            for field in fields {
                var item: Value?
                if field.inInit {
                    item = given[place]
                    place += 1
                }
                if item == nil {
                    if let factory = field.factory {
                        item = try vm.call(factory, [])
                    } else {
                        item = field.value
                    }
                }
                guard let item else { continue }
                if field.isInitOnly {
                    onlyForInit.append(item)
                    continue
                }
                let name = vm.intern(field.name)
                if isFrozen {
                    try vm.setOrdinaryAttribute(value, name, item)
                } else if instance.type.slots.setAttribute != nil
                    || vm.lookUp(instance.type, name).map(vm.isDataDescriptor) == true
                {
                    try vm.setAttribute(value, name, item)
                } else {
                    instance.setOwnAttribute(name, item)
                }
            }
            if vm.lookUp(instance.type, postInit) != nil {
                _ = try vm.callMethod(value, postInit, onlyForInit)
            }
            return .none
        }
    }

    func addRepr(_ type: TypeObject, _ fields: [FieldObject]) throws {
        let shown = fields.filter(\.inRepr).map { intern($0.name) }
        try addMethod(type, "__repr__", "()") { vm, value, _ in
            guard case .object(let object) = value else { return .none }
            let text = try vm.containerRepr(
                object, open: "\(object.type.qualifiedName)(", close: ")", cycle: "..."
            ) { builder in
                for (index, name) in shown.enumerated() {
                    if index > 0 { try builder.append(", ", vm) }
                    try builder.append("\(name.swiftString)=", vm)
                    try builder.append(try vm.repr(vm.getAttribute(value, name)), vm)
                }
            }
            return vm.string(text)
        }
    }

    private func values(_ value: Value, _ names: [StringObject]) throws -> Value {
        tuple(try names.map { try getAttribute(value, $0) })
    }

    func addComparisons(
        _ type: TypeObject, _ fields: [FieldObject], _ options: DataclassOptions
    ) throws {
        let compared = fields.filter(\.inCompare).map { intern($0.name) }
        var operations: [(String, ComparisonOperator)] = []
        if options.equal, !defines(type, "__eq__") { operations.append(("__eq__", .equal)) }
        if options.order {
            if !options.equal { throw valueError("eq must be true if order is true") }
            operations += [
                ("__lt__", .less), ("__le__", .lessEqual), ("__gt__", .greater),
                ("__ge__", .greaterEqual),
            ]
            for (name, _) in operations where name != "__eq__" && defines(type, name) {
                throw typeError(
                    "Cannot overwrite attribute \(name) in class \(type.name). "
                        + "Consider using functools.total_ordering")
            }
        }
        for (name, op) in operations {
            try addMethod(type, name, "(other, /)") { vm, a, arguments in
                let b = arguments[0]
                guard vm.type(of: a) === vm.type(of: b) else { return vm.notImplemented }
                return try vm.nested {
                    try vm.compare(op, try vm.values(a, compared), try vm.values(b, compared))
                }
            }
        }
    }

    func addFreezing(
        _ type: TypeObject, _ fields: [FieldObject], _ frozenError: TypeObject
    ) throws {
        let frozen = Set(fields.map(\.name))
        for (method, signature, verb) in [
            ("__setattr__", "(name, value, /)", "assign to"),
            ("__delattr__", "(name, /)", "delete"),
        ] {
            if defines(type, method) {
                throw typeError("Cannot overwrite attribute \(method) in class \(type.name)")
            }
            try addMethod(type, method, signature) { vm, value, arguments in
                let name = try vm.attributeName(arguments[0])
                if vm.type(of: value) === type || frozen.contains(name.swiftString) {
                    throw PythonError(
                        exception: vm.makeException(
                            frozenError,
                            arguments: [
                                vm.string("cannot \(verb) field \(try vm.repr(arguments[0]))")
                            ]))
                }
                try vm.setOrdinaryAttribute(
                    value, name, method == "__setattr__" ? arguments[1] : nil)
                return .none
            }
        }
    }

    func addHash(_ type: TypeObject, _ fields: [FieldObject], _ options: DataclassOptions) throws {
        // A class that defines __eq__ alone gets __hash__ = None from Python itself.
        let own = type.attributes[names.hash]
        let explicit = own.map { !$0.isNone } ?? false
        if options.unsafeHash, explicit {
            throw typeError("Cannot overwrite attribute __hash__ in class \(type.name)")
        }
        if options.unsafeHash || (options.equal && options.frozen && !explicit) {
            let hashed = fields.filter { $0.inHash ?? $0.inCompare }.map { intern($0.name) }
            try addMethod(type, "__hash__", "()") { vm, value, _ in
                .int(try vm.hash(vm.values(value, hashed)))
            }
        } else if options.equal, !explicit {
            try setAttribute(.object(type), names.hash, .some(.none))
        }
    }
}
