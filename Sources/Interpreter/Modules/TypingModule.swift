/// `typing`: names for annotations, and the few that do something, such as `NamedTuple`.
extension VirtualMachine {
    func makeTypingModule() throws -> ModuleObject {
        let module = makeModule("typing", doc: "Names for annotations, which are not enforced.")
        let type = makeType(name: "_GenericAlias", module: "typing")
        addAnnotationSlots(type)
        let or: TypeSlots.Binary = { vm, a, b in
            for value in [a, b] where value.type == nil && !value.isNone && value.string == nil {
                guard vm.annotation(value) != nil || vm.typeVariable(value) != nil else {
                    return vm.notImplemented
                }
            }
            return try vm.makeUnion([a, b], type)
        }
        type.slots.binary[Int(BinaryOperator.bitOr.rawValue)] = or
        type.slots.getItem = { vm, value, key in
            guard let form = vm.annotation(value), let name = form.name else { return value }
            if form.isSubscripted { return try vm.replaceVariables(value, key) }
            return try vm.subscripted(name, form.origin, key, type)
        }
        try addForms(to: module, type)
        module.set(self, "TYPE_CHECKING", .bool(false))
        module.set(self, "Text", .object(types.str))
        addTypeVariables(to: module, or)
        addTypingFunctions(to: module)
        addGeneric(to: module)
        addProtocol(to: module)
        addTypedDict(to: module)
        addTypedNamedTuple(to: module)
        addTypingChecks(to: module)
        return module
    }

    /// How many types the brackets of a form take; absent: any number.
    private static let arity: [String: Int] = [
        "List": 1, "Dict": 2, "Set": 1, "FrozenSet": 1, "Type": 1, "Iterable": 1, "Iterator": 1,
        "Sequence": 1, "MutableSequence": 1, "Mapping": 2, "MutableMapping": 2, "Collection": 1,
        "Container": 1, "Reversible": 1, "DefaultDict": 2, "OrderedDict": 2, "Counter": 1,
        "Deque": 1, "Generator": 3, "ChainMap": 2, "AbstractSet": 1, "MutableSet": 1,
        "Awaitable": 1, "Coroutine": 3, "AsyncIterator": 1, "AsyncIterable": 1,
        "ContextManager": 1, "KeysView": 1, "ValuesView": 1, "ItemsView": 2,
    ]

    /// `typing.NAME[key]`.
    private func subscripted(
        _ name: String, _ origin: Value, _ key: Value, _ type: TypeObject
    ) throws -> Value {
        let items = key.tuple?.elements ?? [key]
        func single(_ message: String) throws {
            guard items.count == 1 else {
                throw typeError("\(message) Got \(try repr(key)).")
            }
        }
        switch name {
        case "Union": return try makeUnion(items, type)
        case "Optional":
            try single("typing.Optional requires a single type.")
            return try makeUnion([items[0], .none], type)
        case "ClassVar", "Final":
            try single("typing.\(name) accepts only single type.")
        case "Literal":
            var values: [Value] = []
            for item in items.flatMap({ item in
                annotation(item).flatMap { $0.name == "Literal" ? $0.arguments : nil } ?? [item]
            }) {
                let isKnown = try values.contains {
                    try self.type(of: $0) === self.type(of: item) && equals($0, item)
                }
                if !isKnown { values.append(item) }
            }
            let inner = try values.map { try repr($0) }.joined(separator: ", ")
            return .object(
                AnnotationObject(
                    type: type, text: "typing.Literal[\(values.isEmpty ? "()" : inner)]",
                    origin: origin, arguments: values, name: name))
        case "Annotated":
            guard items.count > 1 else {
                throw typeError(
                    "Annotated[...] should be used with at least two arguments (a type and an "
                        + "annotation).")
            }
            let inner =
                try [typingText(items[0])] + items.dropFirst().map { try repr($0) }
            return .object(
                AnnotationObject(
                    type: type, text: "typing.Annotated[\(inner.joined(separator: ", "))]",
                    origin: items[0], arguments: items, name: name))
        case "Callable":
            guard items.count == 2 else {
                throw typeError("Callable must be used as Callable[[arg, ...], result].")
            }
            if items[0].list == nil, !isEllipsis(items[0]), typeVariable(items[0]) == nil,
                annotation(items[0])?.name != "Concatenate"
            {
                return try makeForm(name, origin, [list([items[0]]), items[1]], type)
            }
        case "Any", "NoReturn", "Never", "Self", "LiteralString", "TypeAlias":
            throw typeError("typing.\(name) is not subscriptable")
        default:
            if let count = Self.arity[name], count != items.count {
                throw typeError(
                    "Too \(items.count < count ? "few" : "many") arguments for typing.\(name); "
                        + "actual \(items.count), expected \(count)")
            }
        }
        let arguments = items.map { $0.isNone ? .object(types.noneType) : $0 }
        return try makeForm(name, origin, arguments, type)
    }

    private func isEllipsis(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object.kind == .ellipsis
    }

    private func addForms(to module: ModuleObject, _ type: TypeObject) throws {
        var origins: [String: TypeObject] = [
            "List": types.list, "Dict": types.dict, "Tuple": types.tuple, "Set": types.set,
            "FrozenSet": types.frozenset, "Type": types.type,
        ]
        for (name, abstract) in try abstractTypes() {
            origins[name == "Set" ? "AbstractSet" : name] = abstract
        }
        let collections = try importModule("collections")
        for (name, from) in [
            ("DefaultDict", "defaultdict"), ("OrderedDict", "OrderedDict"), ("Counter", "Counter"),
            ("Deque", "deque"), ("ChainMap", "ChainMap"),
        ] {
            origins[name] = collections.namespace[intern(from)]?.type
        }
        let special = [
            "Any", "Optional", "Union", "ClassVar", "Final", "Literal", "Annotated", "NoReturn",
            "Never", "Self", "LiteralString", "TypeAlias", "Concatenate", "TypeGuard", "Required",
            "NotRequired", "Unpack", "Awaitable", "Coroutine", "AsyncIterator", "AsyncIterable",
            "ContextManager", "IO", "TextIO", "BinaryIO", "Pattern", "Match", "AsyncGenerator",
            "AsyncContextManager",
        ]
        for name in special + origins.keys {
            let origin = origins[name].map { Value.object($0) } ?? .none
            module.set(
                self, name,
                .object(
                    AnnotationObject(
                        type: type, text: "typing.\(name)", origin: origin, name: name,
                        isSubscripted: false)))
        }
    }

    private func addTypeVariables(to module: ModuleObject, _ or: @escaping TypeSlots.Binary) {
        for name in ["TypeVar", "ParamSpec", "TypeVarTuple"] {
            let type = makeType(name: name, module: "typing", doc: "A name for a type.")
            type.new(
                self,
                "(name, *constraints, bound=None, covariant=False, contravariant=False)",
                "A name for a type."
            ) { vm, type, arguments in
                let constraints = arguments.variadic(1)
                if constraints.count == 1, name == "TypeVar" {
                    throw vm.typeError("A single constraint is not allowed")
                }
                if name == "TypeVar", try vm.isTrue(arguments[3]), try vm.isTrue(arguments[4]) {
                    throw vm.valueError("Bivariant types are not supported.")
                }
                let sign =
                    name == "TypeVarTuple"
                    ? ""
                    : try vm.isTrue(arguments[3])
                        ? "+" : try vm.isTrue(arguments[4]) ? "-" : "~"
                return .object(
                    TypeVariable(
                        type: type, name: try vm.str(arguments[0]), constraints: constraints,
                        bound: arguments[2], sign: sign))
            }
            type.slots.repr = { vm, value in
                vm.typeVariable(value).map { $0.sign + $0.name } ?? ""
            }
            type.slots.binary[Int(BinaryOperator.bitOr.rawValue)] = or
            let properties: [(String, (TypeVariable) -> Value)] = [
                ("__name__", { [unowned self] in string($0.name) }),
                ("__constraints__", { [unowned self] in tuple($0.constraints) }),
                ("__bound__", { $0.bound }),
                ("__covariant__", { .bool($0.sign == "+") }),
                ("__contravariant__", { .bool($0.sign == "-") }),
            ]
            for (name, get) in properties {
                type.property(
                    self, name, get: { vm, value in vm.typeVariable(value).map(get) ?? .none })
            }
            module.set(self, name, .object(type))
            if name == "TypeVar" {
                module.set(
                    self, "AnyStr",
                    .object(
                        TypeVariable(
                            type: type, name: "AnyStr",
                            constraints: [.object(types.bytes), .object(types.str)], bound: .none,
                            sign: "~")))
            }
        }
    }

    private func addTypingFunctions(to module: ModuleObject) {
        module.function(self, "cast", "(typ, val)", "The value, unchanged.") { _, arguments in
            arguments[1]
        }
        let newType = makeType(name: "NewType", module: "typing", instanceAttributes: true)
        newType.allocate = { _, type in InstanceObject(type: type) }
        newType.initializer(self, "(name, tp)") { vm, value, arguments in
            try vm.setAttribute(value, "__name__", arguments[0])
            try vm.setAttribute(value, "__qualname__", arguments[0])
            try vm.setAttribute(value, "__supertype__", arguments[1])
        }
        newType.slots.call = { vm, _, call in
            guard call.positional.count == 1, call.keywords.isEmpty else {
                throw vm.typeError(
                    "NewType.__call__() takes 2 positional arguments but "
                        + "\(call.positional.count + 1) were given")
            }
            return call.positional[0]
        }
        newType.slots.repr = { vm, value in
            "__main__.\(try vm.str(vm.getAttribute(value, "__name__")))"
        }
        module.set(self, "NewType", .object(newType))
        module.function(self, "get_origin", "(tp)", "The class behind an annotation.") {
            vm, arguments in
            if let type = arguments[0].type, type.isNative, type.name == "Generic",
                type.module == "typing"
            {
                return arguments[0]
            }
            guard let form = vm.annotation(arguments[0]) else { return .none }
            guard form.isSubscripted else { return form.origin }
            if form.isTypingUnion { return try vm.getAttribute(.object(module), "Union") }
            if form.type === vm.auxiliary.unionType { return .object(vm.auxiliary.unionType) }
            if form.origin.isNone || form.name == "Annotated", let name = form.name {
                return try vm.getAttribute(.object(module), name)
            }
            return form.origin
        }
        module.function(self, "get_args", "(tp)", "What an annotation has in its brackets.") {
            vm, arguments in vm.tuple(vm.annotation(arguments[0])?.arguments ?? [])
        }
    }

    // MARK: Bases of classes

    private func addProtocol(to module: ModuleObject) {
        let base = makeType(
            name: "Protocol", module: "typing",
            doc: "A base for classes that say what others can do.",
            instanceAttributes: true, subclassable: true)
        base.allocate = { _, type in InstanceObject(type: type) }
        base.definesAllocate = false
        addParameters(to: base)
        base.classMethod(self, "__init_subclass__", "(**kwargs)", "") { vm, value, _ in
            guard let type = value.type, type.bases.contains(where: { $0 === base }) else {
                return .none
            }
            type.recognizes = { vm, _ in
                throw vm.typeError(
                    "Instance and class checks can only be used with @runtime_checkable protocols")
            }
            return .none
        }
        module.set(self, "Protocol", .object(base))
        module.function(
            self, "runtime_checkable", "(cls)", "Let isinstance() ask for a protocol's methods."
        ) { vm, arguments in
            guard let type = arguments[0].type, type.isSubtype(of: base) else {
                throw vm.typeError(
                    "@runtime_checkable can be only applied to protocol classes, got "
                        + (try vm.repr(arguments[0])))
            }
            let skipped: Set<String> = [
                "__module__", "__qualname__", "__doc__", "__annotations__", "__dict__", "__init__",
                "__slots__", "__hash__", "__parameters__", "__orig_bases__",
            ]
            let members = type.attributes.entries.map(\.name).filter {
                !skipped.contains($0.swiftString)
            }
            type.recognizes = { vm, other in
                members.allSatisfy { vm.lookUp(other, $0).map { !$0.isNone } ?? false }
            }
            return arguments[0]
        }
        for (name, method) in [
            ("SupportsInt", "__int__"), ("SupportsFloat", "__float__"),
            ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"),
            ("SupportsRound", "__round__"), ("SupportsBytes", "__bytes__"),
        ] {
            let type = makeType(name: name, module: "typing")
            type.recognizes = { vm, other in vm.lookUp(other, vm.intern(method)) != nil }
            type.classMethod(self, "__class_getitem__", "(item, /)", "") { vm, type, arguments in
                try vm.alias(of: type, arguments[0])
            }
            module.set(self, name, .object(type))
        }
    }

    /// `class Movie(TypedDict): name: str`: a call gives a plain dict.
    private func addTypedDict(to module: ModuleObject) {
        let base = makeType(
            name: "TypedDict", module: "typing", doc: "A base that names the keys of dicts.",
            subclassable: true)
        base.new(self, "(*args, **kwargs)", "A dict.") { vm, type, arguments in
            if type === base {
                return .object(try vm.makeTypedDict(base, arguments))
            }
            let made = vm.makeDict()
            if let source = arguments.variadic(0).first?.dict {
                for (key, value) in source.items { try made.set(key, value, vm) }
            }
            for (key, value) in arguments[1].dict?.items ?? [] { try made.set(key, value, vm) }
            return .object(made)
        }
        base.definesConstructor = true
        base.classMethod(self, "__init_subclass__", "(*, total=True)", "") { vm, value, arguments in
            guard let type = value.type else { return .none }
            try vm.setAttribute(value, "__total__", .bool(try vm.isTrue(arguments[0])))
            type.recognizes = { vm, _ in
                throw vm.typeError("TypedDict does not support instance and class checks")
            }
            return .none
        }
        module.set(self, "TypedDict", .object(base))
    }
}
