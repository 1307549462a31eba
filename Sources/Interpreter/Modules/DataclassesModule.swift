/// `dataclasses`: classes whose methods follow from their annotated fields.
extension VirtualMachine {
    /// One field of a dataclass.
    final class FieldObject: Object {
        var name = ""
        var annotation = Value.none
        var value: Value?
        var factory: Value?
        var inInit = true
        var inRepr = true
        var inCompare = true
        var inHash: Bool?
        var isKeywordOnly: Bool?
        /// `InitVar`: a parameter of `__init__` that goes to `__post_init__` and is no attribute.
        var isInitOnly = false
        var metadata = Value.none

        init(type: TypeObject) { super.init(type: type) }

        var hasDefault: Bool { value != nil || factory != nil }
    }

    private struct Options {
        var initialize = true
        var repr = true
        var equal = true
        var order = false
        var unsafeHash = false
        var frozen = false
        var keywordOnly = false
        var slots = false
    }

    func makeDataclassesModule() -> ModuleObject {
        let module = makeModule("dataclasses", doc: "Classes made from annotated fields.")
        let missingType = makeType(name: "_MISSING_TYPE", module: "dataclasses")
        let missing = Value.object(Object(type: missingType))
        module.set(self, "MISSING", missing)
        let marker = makeType(name: "_KW_ONLY_TYPE", module: "dataclasses")
        let keywordOnly = Value.object(Object(type: marker))
        module.set(self, "KW_ONLY", keywordOnly)
        let frozenError = makeType(
            name: "FrozenInstanceError", module: "dataclasses",
            bases: [types.exception(.attributeError)], instanceAttributes: true, subclassable: true)
        module.set(self, "FrozenInstanceError", .object(frozenError))
        let fieldType = makeFieldType(missing)
        module.set(self, "Field", .object(fieldType))
        module.function(
            self, "field",
            "(*, default=<unset>, default_factory=<unset>, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=<unset>)",
            "What a field of a dataclass is like."
        ) { vm, arguments in
            if arguments.isGiven(0), arguments.isGiven(1) {
                throw vm.valueError("cannot specify both default and default_factory")
            }
            let made = FieldObject(type: fieldType)
            if arguments.isGiven(0) { made.value = arguments[0] }
            if arguments.isGiven(1) { made.factory = arguments[1] }
            made.inInit = try vm.isTrue(arguments[2])
            made.inRepr = try vm.isTrue(arguments[3])
            made.inHash = arguments[4].isNone ? nil : try vm.isTrue(arguments[4])
            made.inCompare = try vm.isTrue(arguments[5])
            made.metadata = arguments[6]
            if arguments.isGiven(7) { made.isKeywordOnly = try vm.isTrue(arguments[7]) }
            return .object(made)
        }
        module.function(
            self, "dataclass",
            "(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)",
            "A decorator that writes a class's methods from its fields."
        ) { vm, arguments in
            var options = Options()
            options.initialize = try vm.isTrue(arguments[1])
            options.repr = try vm.isTrue(arguments[2])
            options.equal = try vm.isTrue(arguments[3])
            options.order = try vm.isTrue(arguments[4])
            options.unsafeHash = try vm.isTrue(arguments[5])
            options.frozen = try vm.isTrue(arguments[6])
            options.keywordOnly = try vm.isTrue(arguments[8])
            options.slots = try vm.isTrue(arguments[9])
            let chosen = options
            func decorate(_ vm: VirtualMachine, _ value: Value) throws -> Value {
                guard let type = value.type else {
                    throw vm.typeError("dataclass() should be used on classes")
                }
                try vm.makeDataclass(
                    type, chosen, fieldType: fieldType, keywordOnly: keywordOnly,
                    frozenError: frozenError)
                return value
            }
            if !arguments[0].isNone { return try decorate(vm, arguments[0]) }
            return vm.function("wrap", "(cls)") { vm, arguments in try decorate(vm, arguments[0]) }
        }
        addInitVar(to: module)
        addDataclassFunctions(to: module)
        addMakeDataclass(to: module)
        return module
    }

    private func makeFieldType(_ missing: Value) -> TypeObject {
        let type = makeType(name: "Field", module: "dataclasses")
        func field(_ value: Value) -> FieldObject? {
            if case .object(let object) = value { return object as? FieldObject }
            return nil
        }
        let properties: [(String, (VirtualMachine, FieldObject) -> Value)] = [
            ("name", { vm, field in vm.string(field.name) }),
            ("type", { _, field in field.annotation }),
            ("default", { _, field in field.value ?? missing }),
            ("default_factory", { _, field in field.factory ?? missing }),
            ("init", { _, field in .bool(field.inInit) }),
            ("repr", { _, field in .bool(field.inRepr) }),
            ("compare", { _, field in .bool(field.inCompare) }),
            ("hash", { _, field in field.inHash.map { .bool($0) } ?? .none }),
            ("kw_only", { _, field in .bool(field.isKeywordOnly ?? false) }),
            (
                "metadata",
                { vm, field in
                    let made = DictObject(type: vm.types.mappingProxy)
                    for (key, value) in field.metadata.dict?.items ?? [] {
                        try? made.set(key, value, vm)
                    }
                    return .object(made)
                }
            ),
        ]
        for (name, get) in properties {
            type.property(
                self, name, get: { vm, value in field(value).map { get(vm, $0) } ?? .none })
        }
        return type
    }

    private var fieldsName: StringObject { intern("__dataclass_fields__") }

    /// The fields of a dataclass, in order; nil for any other type.
    func dataFields(_ type: TypeObject) -> [FieldObject]? {
        guard let table = lookUp(type, fieldsName)?.dict else { return nil }
        return table.values.compactMap {
            if case .object(let object) = $0 { return object as? FieldObject }
            return nil
        }
    }

    /// The fields that instances keep.
    func storedFields(_ type: TypeObject) -> [FieldObject]? {
        dataFields(type)?.filter { !$0.isInitOnly }
    }

    private func makeDataclass(
        _ type: TypeObject, _ options: Options, fieldType: TypeObject, keywordOnly: Value,
        frozenError: TypeObject
    ) throws {
        let table = makeDict()
        for base in type.mro.dropFirst().reversed() {
            guard let inherited = base.attributes[fieldsName]?.dict else { continue }
            try merge(inherited, into: table)
        }
        var markerSeen = options.keywordOnly
        for (key, annotation) in type.attributes[intern("__annotations__")]?.dict?.items ?? [] {
            guard let name = key.string.map({ intern($0) }) else { continue }
            if annotation.isIdentical(to: keywordOnly) {
                markerSeen = true
                continue
            }
            let text = self.annotation(annotation)?.text ?? annotation.string?.swiftString ?? ""
            if text.hasPrefix("typing.ClassVar") || text.hasPrefix("ClassVar") { continue }
            let field = try ownField(type, name, fieldType)
            field.isInitOnly =
                text.hasPrefix("dataclasses.InitVar") || text.hasPrefix("InitVar")
            field.name = name.swiftString
            field.annotation = annotation
            if field.isKeywordOnly == nil { field.isKeywordOnly = markerSeen }
            try table.set(key, .object(field), self)
        }
        for base in type.mro.dropFirst() where base.attributes[fieldsName] != nil {
            let isFrozen = base.attributes[intern("__dataclass_frozen__")] != nil
            if isFrozen, !options.frozen {
                throw typeError("cannot inherit non-frozen dataclass from a frozen one")
            }
            if !isFrozen, options.frozen {
                throw typeError("cannot inherit frozen dataclass from a non-frozen one")
            }
        }
        let value = Value.object(type)
        if options.frozen { try setAttribute(value, "__dataclass_frozen__", .bool(true)) }
        try setAttribute(value, fieldsName, .object(table))
        let fields = dataFields(type) ?? []
        var defaultSeen = false
        for field in fields where field.inInit && field.isKeywordOnly != true {
            if field.hasDefault {
                defaultSeen = true
            } else if defaultSeen {
                throw typeError(
                    "non-default argument '\(field.name)' follows default argument")
            }
        }
        if options.initialize { try addInitializer(type, fields) }
        let stored = fields.filter { !$0.isInitOnly }
        if options.repr, !defines(type, "__repr__") { try addRepr(type, stored) }
        try addComparisons(type, stored, options)
        if options.frozen { try addFreezing(type, stored, frozenError) }
        try addHash(type, stored, options)
        if options.slots {
            let own = stored.map { intern($0.name) }
            try setAttribute(value, names.slots, tuple(own.map { .object($0) }))
            let inherited = type.mro.dropFirst().filter {
                !$0.isNative || $0.hasInstanceAttributes
            }
            if inherited.allSatisfy({ $0.slotNames != nil }) {
                type.slotNames = Set(own.map(\.internID)).union(
                    inherited.flatMap { $0.slotNames ?? [] })
            }
        }
        let matched = fields.filter { $0.inInit && $0.isKeywordOnly != true }.map {
            string($0.name)
        }
        try setAttribute(value, intern("__match_args__"), tuple(matched))
        if type.attributes[names.doc].map({ $0.isNone }) ?? true, type.doc == nil {
            try setAttribute(value, names.doc, string(try signatureText(type, fields)))
        }
    }

    /// The field that an annotation of the class declares, with its default taken from the class.
    private func ownField(
        _ type: TypeObject, _ name: StringObject, _ fieldType: TypeObject
    ) throws -> FieldObject {
        guard let value = type.attributes[name] else { return FieldObject(type: fieldType) }
        if case .object(let object) = value, let field = object as? FieldObject {
            if let value = field.value {
                try setAttribute(.object(type), name, value)
            } else {
                try deleteAttribute(.object(type), name)
            }
            return field
        }
        if self.type(of: value).slots.isUnhashable {
            throw valueError(
                "mutable default \(try repr(.object(self.type(of: value)))) for field "
                    + "\(name.swiftString) is not allowed: use default_factory")
        }
        let field = FieldObject(type: fieldType)
        field.value = value
        return field
    }

    private func defines(_ type: TypeObject, _ name: String) -> Bool {
        type.attributes[intern(name)] != nil
    }

    private func addMethod(
        _ type: TypeObject, _ name: String, _ signature: String,
        _ body: @escaping NativeFunction.MethodBody
    ) throws {
        let made = NativeFunction(
            type: types.methodDescriptor, name: name, signature: signature, help: "",
            code: .method(body))
        try setAttribute(.object(type), intern(name), .object(made))
    }

    private func addInitializer(_ type: TypeObject, _ fields: [FieldObject]) throws {
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
                if vm.lookUp(instance.type, vm.intern(field.name)).map(vm.isDataDescriptor) == true
                {
                    try vm.setAttribute(value, vm.intern(field.name), item)
                } else {
                    instance.setOwnAttribute(vm.intern(field.name), item)
                }
            }
            if vm.lookUp(instance.type, postInit) != nil {
                _ = try vm.callMethod(value, postInit, onlyForInit)
            }
            return .none
        }
    }

    private func addRepr(_ type: TypeObject, _ fields: [FieldObject]) throws {
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

    private func addComparisons(
        _ type: TypeObject, _ fields: [FieldObject], _ options: Options
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

    private func addFreezing(
        _ type: TypeObject, _ fields: [FieldObject], _ frozenError: TypeObject
    ) throws {
        let frozen = Set(fields.map(\.name))
        for (method, signature, verb) in [
            ("__setattr__", "(name, value, /)", "assign to"),
            ("__delattr__", "(name, /)", "delete"),
        ] {
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

    private func addHash(_ type: TypeObject, _ fields: [FieldObject], _ options: Options) throws {
        // A class that defines __eq__ alone gets __hash__ = None from Python itself.
        let own = type.attributes[names.hash]
        let explicit = own.map { !$0.isNone } ?? false
        if options.unsafeHash || (options.equal && options.frozen && !explicit) {
            let hashed = fields.filter { $0.inHash ?? $0.inCompare }.map { intern($0.name) }
            try addMethod(type, "__hash__", "()") { vm, value, _ in
                .int(try vm.hash(vm.values(value, hashed)))
            }
        } else if options.equal, !explicit {
            try setAttribute(.object(type), names.hash, .some(.none))
        }
    }

    /// "Point(x: int, y: float = 0.5)", for the class's documentation.
    private func signatureText(_ type: TypeObject, _ fields: [FieldObject]) throws -> String {
        let parts = try fields.filter(\.inInit).map { field -> String in
            var text = field.name
            if let annotated = field.annotation.type {
                text +=
                    ": \(annotated.module == "builtins" ? annotated.qualifiedName : annotated.displayName)"
            } else {
                text += ": \(try repr(field.annotation))"
            }
            if let value = field.value { text += " = \(try repr(value))" }
            if field.factory != nil { text += " = <factory>" }
            return text
        }
        return "\(type.name)(\(parts.joined(separator: ", ")))"
    }
}
