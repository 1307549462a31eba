/// `dataclasses`: classes whose methods follow from their annotated fields.
extension VirtualMachine {
    /// What `@dataclass(…)` was given.
    struct DataclassOptions {
        var initialize = true
        var repr = true
        var equal = true
        var order = false
        var unsafeHash = false
        var frozen = false
        var keywordOnly = false
        var slots = false

        /// As the class shows them.
        func shown(_ vm: VirtualMachine) -> InstanceObject {
            let made = InstanceObject(type: vm.dataclassParametersType())
            for (name, value) in [
                ("init", initialize), ("repr", repr), ("eq", equal), ("order", order),
                ("unsafe_hash", unsafeHash), ("frozen", frozen),
            ] {
                made.setOwnAttribute(vm.intern(name), .bool(value))
            }
            return made
        }
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
            var options = DataclassOptions()
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
                    throw vm.noAttribute(value, vm.names.module)
                }
                try vm.makeDataclass(
                    type, chosen, fieldType: fieldType, keywordOnly: keywordOnly,
                    frozenError: frozenError)
                return value
            }
            if !arguments[0].isNone { return try decorate(vm, arguments[0]) }
            return vm.function("wrap", "(cls)") { vm, arguments in try decorate(vm, arguments[0]) }
        }
        module.set(self, "_DataclassParams", .object(makeDataclassParametersType()))
        addInitVar(to: module)
        addDataclassFunctions(to: module)
        addMakeDataclass(to: module)
        return module
    }

    /// The type of `__dataclass_params__`.
    fileprivate func dataclassParametersType() -> TypeObject {
        modules["dataclasses"]?.namespace[intern("_DataclassParams")]?.type
            ?? makeDataclassParametersType()
    }

    private func makeDataclassParametersType() -> TypeObject {
        let type = makeType(
            name: "_DataclassParams", module: "dataclasses", instanceAttributes: true)
        type.slots.repr = { vm, value in
            guard case .object(let object) = value, let shown = object as? InstanceObject else {
                return ""
            }
            let parts = try shown.ownAttributeNames.map { name in
                "\(name.swiftString)=\(try vm.repr(shown.ownAttribute(name) ?? .none))"
            }
            return "_DataclassParams(\(parts.joined(separator: ",")))"
        }
        type.allocate = { _, type in InstanceObject(type: type) }
        return type
    }

    var fieldsName: StringObject { intern("__dataclass_fields__") }

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
        _ type: TypeObject, _ options: DataclassOptions, fieldType: TypeObject, keywordOnly: Value,
        frozenError: TypeObject
    ) throws {
        let table = makeDict()
        for base in type.mro.dropFirst().reversed() {
            guard let inherited = base.attributes[fieldsName]?.dict else { continue }
            try merge(inherited, into: table)
        }
        var markerSeen = options.keywordOnly
        let annotations = type.attributes[intern("__annotations__")]?.dict
        for (key, annotation) in annotations?.items ?? [] {
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
        for (name, value) in type.attributes.entries
        where field(value) != nil && annotations?.value(forName: name) == nil {
            throw typeError(
                "\(try repr(.object(name))) is a field but has no type annotation")
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
        try setAttribute(value, "__dataclass_params__", .object(options.shown(self)))
        try writeMethods(of: type, options, frozenError)
        if options.slots {
            if defines(type, "__slots__") {
                throw typeError("\(type.name) already specifies __slots__")
            }
            let own = (storedFields(type) ?? []).map { intern($0.name) }
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

    private func writeMethods(
        of type: TypeObject, _ options: DataclassOptions, _ frozenError: TypeObject
    ) throws {
        let fields = dataFields(type) ?? []
        let stored = fields.filter { !$0.isInitOnly }
        if options.initialize {
            try addInitializer(type, fields, isFrozen: options.frozen)
        }
        if options.repr, !defines(type, "__repr__") { try addRepr(type, stored) }
        try addComparisons(type, stored, options)
        if options.frozen { try addFreezing(type, stored, frozenError) }
        try addHash(type, stored, options)
    }

    // MARK: Images

    /// Whether native methods with these names are those that `@dataclass` wrote.
    func makesDataclassMethods(_ written: [String], of type: TypeObject) -> Bool {
        guard let options = dataclassOptions(type) else { return false }
        var known: Set<String> = ["__init__", "__repr__", "__eq__", "__hash__"]
        if options.order { known.formUnion(["__lt__", "__le__", "__gt__", "__ge__"]) }
        if options.frozen { known.formUnion(["__setattr__", "__delattr__"]) }
        return known.isSuperset(of: written)
    }

    /// Writes the methods of a dataclass that an image kept without them.
    func restoreDataclassMethods(of type: TypeObject) throws {
        guard let options = dataclassOptions(type),
            let frozenError = modules["dataclasses"]?.namespace[intern("FrozenInstanceError")]?.type
        else { return }
        try writeMethods(of: type, options, frozenError)
    }

    /// What the class itself says that `@dataclass` was given.
    private func dataclassOptions(_ type: TypeObject) -> DataclassOptions? {
        guard type.attributes[fieldsName]?.dict != nil,
            case .object(let object)? = type.attributes[intern("__dataclass_params__")],
            let shown = object as? InstanceObject
        else { return nil }
        func flag(_ name: String) -> Bool {
            if case .bool(let flag)? = shown.ownAttribute(intern(name)) { return flag }
            return false
        }
        var options = DataclassOptions()
        options.initialize = flag("init")
        options.repr = flag("repr")
        options.equal = flag("eq")
        options.order = flag("order")
        options.unsafeHash = flag("unsafe_hash")
        options.frozen = flag("frozen")
        return options
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
