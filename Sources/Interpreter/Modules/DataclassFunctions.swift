/// The functions of `dataclasses` about classes that are made: `fields`, `asdict`, `replace`, and `make_dataclass`.
extension VirtualMachine {
    /// `InitVar[int]`.
    func addInitVar(to module: ModuleObject) {
        let type = makeType(name: "InitVar", module: "dataclasses")
        addAnnotationSlots(type)
        type.classMethod(self, "__class_getitem__", "(item, /)", "") { vm, _, arguments in
            .object(
                AnnotationObject(
                    type: type, text: "dataclasses.InitVar[\(try vm.aliasText(arguments[0]))]",
                    origin: .none, arguments: [arguments[0]], name: "InitVar"))
        }
        module.set(self, "InitVar", .object(type))
    }

    func addMakeDataclass(to module: ModuleObject) {
        module.function(
            self, "make_dataclass",
            "(cls_name, fields, *, bases=(), namespace=None, **options)",
            "A dataclass from the names and types of its fields."
        ) { vm, arguments in
            let namespace = NameTable(identity: vm.heap.nextIdentity())
            for (key, value) in arguments[3].dict?.items ?? [] {
                if let key = key.string { namespace[vm.intern(key)] = value }
            }
            let annotations = vm.makeDict()
            func check(_ name: StringObject) throws {
                guard Self.isIdentifier(name.codePoints) else {
                    throw vm.typeError(
                        "Field names must be valid identifiers: \(try vm.repr(.object(name)))")
                }
                if Self.keywords.contains(name.swiftString) {
                    throw vm.typeError(
                        "Field names must not be keywords: \(try vm.repr(.object(name)))")
                }
                if annotations.value(forName: name) != nil {
                    throw vm.typeError("Field name duplicated: \(try vm.repr(.object(name)))")
                }
            }
            for item in try vm.elements(of: arguments[1]) {
                if let name = item.string {
                    try check(name)
                    try annotations.set(item, vm.string("typing.Any"), vm)
                    continue
                }
                if vm.type(of: item).slots.length == nil {
                    throw vm.typeError("object of type '\(vm.typeName(item))' has no len()")
                }
                let parts = try vm.elements(of: item)
                guard parts.count == 2 || parts.count == 3, let name = parts[0].string else {
                    throw vm.typeError("Invalid field: \(try vm.repr(item))")
                }
                try check(name)
                try annotations.set(parts[0], parts[1], vm)
                if parts.count == 3 { namespace[vm.intern(name)] = parts[2] }
            }
            namespace[vm.intern("__annotations__")] = .object(annotations)
            namespace[vm.names.module] = vm.string("types")
            let made = try vm.makeClass(
                name: try vm.str(arguments[0]), bases: try vm.elements(of: arguments[2]),
                namespace: namespace)
            let decorate = try vm.getAttribute(.object(module), "dataclass")
            return try vm.call(
                decorate, [.object(made)],
                keywords: arguments.keywords(4).map { (vm.intern($0.name), $0.value) })
        }
    }

    func addDataclassFunctions(to module: ModuleObject) {
        module.function(self, "is_dataclass", "(obj)", "Whether it is a dataclass or of one.") {
            vm, arguments in
            .bool(vm.dataFields(arguments[0].type ?? vm.type(of: arguments[0])) != nil)
        }
        module.function(self, "fields", "(class_or_instance)", "The fields of a dataclass.") {
            vm, arguments in
            guard let fields = vm.storedFields(arguments[0].type ?? vm.type(of: arguments[0]))
            else {
                throw vm.typeError("must be called with a dataclass type or instance")
            }
            return vm.tuple(fields.map { .object($0) })
        }
        for (name, asDict) in [("asdict", true), ("astuple", false)] {
            module.function(
                self, name, "(obj, *, \(asDict ? "dict_factory" : "tuple_factory")=None)",
                "The fields as a \(asDict ? "dict" : "tuple"), those inside too."
            ) { vm, arguments in
                guard arguments[0].type == nil, vm.dataFields(vm.type(of: arguments[0])) != nil
                else { throw vm.typeError("\(name)() should be called on dataclass instances") }
                return try vm.unfold(arguments[0], asDict: asDict, factory: arguments[1])
            }
        }
        module.function(self, "replace", "(obj, /, **changes)", "A copy with fields changed.") {
            vm, arguments in
            guard arguments[0].type == nil,
                let fields = vm.dataFields(vm.type(of: arguments[0]))
            else { throw vm.typeError("replace() should be called on dataclass instances") }
            let changes = arguments.keywords(1)
            var keywords = changes.map { (name: vm.intern($0.name), value: $0.value) }
            for field in fields {
                let isChanged = changes.contains { $0.name == field.name }
                if isChanged, !field.inInit {
                    throw vm.valueError(
                        "field \(field.name) is declared with init=False, it cannot be specified "
                            + "with replace()")
                }
                if isChanged || !field.inInit { continue }
                if field.isInitOnly {
                    if field.hasDefault { continue }
                    throw vm.valueError(
                        "InitVar '\(field.name)' must be specified with replace()")
                }
                let name = vm.intern(field.name)
                keywords.append((name, try vm.getAttribute(arguments[0], name)))
            }
            return try vm.call(
                .object(vm.type(of: arguments[0])), CallArguments([], keywords: keywords))
        }
    }

    private func unfold(_ value: Value, asDict: Bool, factory: Value) throws -> Value {
        try poll()
        return try nested {
            if value.type == nil, let fields = storedFields(type(of: value)) {
                let items = try fields.map { field in
                    try unfold(
                        try getAttribute(value, intern(field.name)), asDict: asDict,
                        factory: factory)
                }
                if !asDict {
                    return factory.isNone ? tuple(items) : try call(factory, [list(items)])
                }
                if !factory.isNone {
                    let pairs = zip(fields, items).map { tuple([string($0.name), $1]) }
                    return try call(factory, [list(pairs)])
                }
                let made = makeDict()
                for (field, item) in zip(fields, items) {
                    try made.set(string(field.name), item, self)
                }
                return .object(made)
            }
            if let inner = value.list {
                return list(
                    try inner.elements.map { try unfold($0, asDict: asDict, factory: factory) })
            }
            if let inner = value.tuple {
                let items = try inner.elements.map {
                    try unfold($0, asDict: asDict, factory: factory)
                }
                return .object(TupleObject(type: inner.type, items))
            }
            if let inner = value.dict {
                let made = makeDict()
                for (key, item) in inner.items {
                    try made.set(
                        try unfold(key, asDict: asDict, factory: factory),
                        try unfold(item, asDict: asDict, factory: factory), self)
                }
                return .object(made)
            }
            return try deepCopy(value, makeDict())
        }
    }
}
