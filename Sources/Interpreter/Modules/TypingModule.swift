/// A form of annotation, such as `List[int]` or `Optional`: it has a text and is not enforced.
final class AnnotationObject: Object {
    let text: String
    /// What it stands for when it is called or asked about, if it is a class.
    let origin: Value
    let arguments: [Value]

    init(type: TypeObject, text: String, origin: Value = .none, arguments: [Value] = []) {
        self.text = text
        self.origin = origin
        self.arguments = arguments
        super.init(type: type)
    }
}

/// `typing`, and the annotations `list[int]` and `int | None` of the built-in classes.
extension VirtualMachine {
    func annotation(_ value: Value) -> AnnotationObject? {
        guard case .object(let object) = value else { return nil }
        return object as? AnnotationObject
    }

    /// Lets built-in classes be written with brackets and joined by `|`.
    func installAnnotations() {
        let alias = auxiliary.genericAlias
        let union = auxiliary.unionType
        for type in [alias, union] { addAnnotationSlots(type) }
        for type in [
            types.list, types.dict, types.tuple, types.set, types.frozenset, types.type,
        ] {
            type.classMethod(self, "__class_getitem__", "(item, /)", "") { vm, type, arguments in
                let items = arguments[0].tuple?.elements ?? [arguments[0]]
                let inner = try items.map { try vm.annotationText($0) }.joined(separator: ", ")
                return .object(
                    AnnotationObject(
                        type: alias, text: "\(try vm.annotationText(type))[\(inner)]",
                        origin: type, arguments: items))
            }
        }
        let or: TypeSlots.Binary = { vm, a, b in
            for value in [a, b] where value.type == nil && !value.isNone {
                guard vm.annotation(value) != nil else { return vm.notImplemented }
            }
            if a.isNone, b.isNone { return vm.notImplemented }
            var members: [Value] = []
            for value in [a, b] {
                if let inner = vm.annotation(value), inner.type === union {
                    members += inner.arguments
                } else {
                    members.append(value)
                }
            }
            var unique: [Value] = []
            for member in members where !unique.contains(where: { $0.isIdentical(to: member) }) {
                unique.append(member)
            }
            if unique.count == 1 { return unique[0] }
            let text = try unique.map { try vm.annotationText($0) }.joined(separator: " | ")
            return .object(AnnotationObject(type: union, text: text, arguments: unique))
        }
        for type in [types.type, types.noneType, alias, union] {
            type.slots.binary[Int(BinaryOperator.bitOr.rawValue)] = or
        }
    }

    private func addAnnotationSlots(_ type: TypeObject) {
        type.slots.repr = { vm, value in vm.annotation(value)?.text ?? "" }
        type.slots.hash = { vm, value in
            vm.string(vm.annotation(value)?.text ?? "").string?.hashValueOfText ?? 0
        }
        setComparisons(type, [.equal, .notEqual]) { vm, op, a, b in
            guard let x = vm.annotation(a), let y = vm.annotation(b) else {
                return vm.notImplemented
            }
            return .bool((x.text == y.text) == (op == .equal))
        }
        type.slots.call = { vm, value, call in
            guard let form = vm.annotation(value), form.origin.type != nil else {
                throw vm.typeError("Cannot instantiate \(try vm.repr(value))")
            }
            return try vm.call(form.origin, call)
        }
        type.property(
            self, "__origin__", get: { vm, value in vm.annotation(value)?.origin ?? .none })
        type.property(
            self, "__args__",
            get: { vm, value in
                vm.tuple(vm.annotation(value)?.arguments ?? [])
            })
    }

    /// A part of an annotation as its text shows it.
    private func annotationText(_ value: Value) throws -> String {
        if value.isNone { return "None" }
        if let type = value.type {
            if type === types.noneType { return "None" }
            return type.module == "builtins"
                ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
        }
        if let form = annotation(value) { return form.text }
        if case .object(let object) = value, object.kind == .ellipsis { return "..." }
        if let list = value.list {
            return "[" + (try list.elements.map { try annotationText($0) }).joined(separator: ", ")
                + "]"
        }
        if value.string != nil { return "ForwardRef(\(try repr(value)))" }
        return try repr(value)
    }

    func makeTypingModule() -> ModuleObject {
        let module = makeModule("typing", doc: "Names for annotations, which are not enforced.")
        let type = makeType(name: "_GenericAlias", module: "typing")
        addAnnotationSlots(type)
        type.slots.binary[Int(BinaryOperator.bitOr.rawValue)] = { vm, a, b in
            let text = try [a, b].map { try vm.annotationText($0) }.joined(separator: ", ")
            return .object(AnnotationObject(type: type, text: "typing.Union[\(text)]"))
        }
        type.slots.getItem = { vm, value, key in
            guard let form = vm.annotation(value) else { return value }
            let items = key.tuple?.elements ?? [key]
            var inner = try items.map {
                form.text == "typing.Literal" ? try vm.repr($0) : try vm.annotationText($0)
            }
            var name = form.text
            if name == "typing.Union", inner.count == 2, let none = inner.firstIndex(of: "None") {
                inner.remove(at: none)
                name = "typing.Optional"
            }
            if name == "typing.Annotated", let first = items.first { return first }
            return .object(
                AnnotationObject(
                    type: type, text: "\(name)[\(inner.joined(separator: ", "))]",
                    origin: form.origin, arguments: items))
        }
        let origins: [String: TypeObject] = [
            "List": types.list, "Dict": types.dict, "Tuple": types.tuple, "Set": types.set,
            "FrozenSet": types.frozenset, "Type": types.type,
        ]
        for name in [
            "Any", "Optional", "Union", "List", "Dict", "Tuple", "Set", "FrozenSet", "Type",
            "Callable", "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence",
            "Mapping", "MutableMapping", "Collection", "Container", "Hashable", "Sized",
            "Reversible", "DefaultDict", "OrderedDict", "Counter", "Deque", "ClassVar", "Final",
            "Literal", "Annotated", "NoReturn", "Never", "Self", "LiteralString", "TypeAlias",
            "Text", "AnyStr", "SupportsFloat", "SupportsInt", "SupportsIndex", "Concatenate",
            "TypeGuard", "Required", "NotRequired", "Unpack", "Awaitable", "Coroutine",
        ] {
            let origin = origins[name].map { Value.object($0) } ?? .none
            module.set(
                self, name,
                .object(AnnotationObject(type: type, text: "typing.\(name)", origin: origin)))
        }
        module.set(self, "TYPE_CHECKING", .bool(false))
        addTypingFunctions(to: module, type)
        for name in ["Generic", "Protocol"] {
            let base = makeType(
                name: name, module: "typing", doc: "A base for classes with type parameters.",
                instanceAttributes: true, subclassable: true)
            base.allocate = { _, type in InstanceObject(type: type) }
            base.classMethod(self, "__class_getitem__", "(item, /)", "") { _, type, _ in type }
            module.set(self, name, .object(base))
        }
        addTypedNamedTuple(to: module)
        return module
    }

    private func addTypingFunctions(to module: ModuleObject, _ type: TypeObject) {
        module.function(self, "cast", "(typ, val)", "The value, unchanged.") { _, arguments in
            arguments[1]
        }
        for name in ["TypeVar", "ParamSpec", "TypeVarTuple"] {
            module.function(
                self, name, "(name, *constraints, **options)", "A name for a type."
            ) { vm, arguments in
                .object(
                    AnnotationObject(
                        type: type,
                        text: "\(name == "TypeVarTuple" ? "" : "~")\(try vm.str(arguments[0]))"))
            }
        }
        module.function(self, "NewType", "(name, tp)", "A function that gives its argument back.") {
            vm, arguments in
            vm.function(try vm.str(arguments[0]), "(x)") { _, arguments in arguments[0] }
        }
        for name in ["overload", "final", "no_type_check", "runtime_checkable", "override"] {
            module.function(self, name, "(func)", "The function, unchanged.") { _, arguments in
                arguments[0]
            }
        }
        module.function(self, "get_type_hints", "(obj)", "The annotations of an object.") {
            vm, arguments in
            try vm.attributeIfPresent(arguments[0], vm.intern("__annotations__"))
                ?? .object(vm.makeDict())
        }
    }

    /// `class Point(NamedTuple): x: int`
    private func addTypedNamedTuple(to module: ModuleObject) {
        let base = makeType(
            name: "NamedTuple", module: "typing", bases: [types.tuple],
            doc: "A base for tuples whose items have names.", subclassable: true)
        let annotations = intern("__annotations__")
        let defaultsName = intern("_field_defaults")
        func fields(_ type: TypeObject) -> [Value] {
            for base in type.mro {
                if let table = base.attributes[annotations]?.dict { return table.keys }
            }
            return []
        }
        func defaults(_ vm: VirtualMachine, _ type: TypeObject) -> DictObject? {
            vm.lookUp(type, defaultsName)?.dict
        }
        base.classMethod(self, "__init_subclass__", "(**kwargs)", "") { vm, value, _ in
            guard let type = value.type else { return .none }
            let table = vm.makeDict()
            for (index, field) in fields(type).enumerated() {
                guard let name = field.string.map({ vm.intern($0) }) else { continue }
                if let value = type.attributes[name] { try table.set(field, value, vm) }
                let property = NativeProperty(
                    type: vm.nativePropertyType, name: name.swiftString, help: "", owner: type,
                    getter: { _, value in value.tuple?.elements[index] ?? .none }, setter: nil)
                try vm.setAttribute(value, name, .object(property))
            }
            try vm.setAttribute(value, "_fields", vm.tuple(fields(type)))
            try vm.setAttribute(value, "_field_defaults", .object(table))
            return .none
        }
        base.new(self, "(*args, **kwargs)", "From the values of the fields.") {
            vm, type, arguments in
            let table = defaults(vm, type)
            let parameters = FieldParameters(
                function: "\(type.name).__new__",
                fields: try fields(type).map {
                    .init(name: try vm.str($0), hasDefault: try table?.get($0, vm) != nil)
                })
            let values = try parameters.bind(vm, arguments.variadic(0), arguments.keywords(1))
            return .object(
                TupleObject(
                    type: type,
                    try zip(fields(type), values).map { try $1 ?? table?.get($0, vm) ?? .none }))
        }
        base.slots.repr = { vm, value in
            guard let tuple = value.tuple else { return "" }
            let shown = try zip(fields(tuple.type), tuple.elements).map {
                "\(try vm.str($0))=\(try vm.repr($1))"
            }
            return "\(tuple.type.name)(\(shown.joined(separator: ", ")))"
        }
        base.method(self, "_asdict", "()", "The fields as a dict.") { vm, value, _ in
            let made = vm.makeDict()
            guard let tuple = value.tuple else { return .none }
            for (name, item) in zip(fields(tuple.type), tuple.elements) {
                try made.set(name, item, vm)
            }
            return .object(made)
        }
        base.method(self, "_replace", "(**kwds)", "A copy with some fields replaced.") {
            vm, value, arguments in
            guard let tuple = value.tuple else { return .none }
            let replaced = arguments[0].dict
            return .object(
                TupleObject(
                    type: tuple.type,
                    try zip(fields(tuple.type), tuple.elements).map {
                        try replaced?.get($0, vm) ?? $1
                    }))
        }
        module.set(self, "NamedTuple", .object(base))
    }
}
