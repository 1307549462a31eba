/// `typing.NamedTuple`: tuples whose items have names, written as a class.
extension VirtualMachine {
    /// `class Point(NamedTuple): x: int`
    func addTypedNamedTuple(to module: ModuleObject) {
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
                    type: vm.nativePropertyType, name: name.swiftString,
                    help: "Alias for field number \(index)", owner: type,
                    getter: { _, value in value.tuple?.elements[index] ?? .none },
                    setter: { vm, _, _ in throw vm.error(.attributeError, "can't set attribute") })
                try vm.setAttribute(value, name, .object(property))
            }
            if type.attributes[vm.names.doc]?.isNone ?? true {
                let shown = try fields(type).map { try vm.str($0) }.joined(separator: ", ")
                try vm.setAttribute(value, vm.names.doc, vm.string("\(type.name)(\(shown))"))
            }
            try vm.setAttribute(value, "_fields", vm.tuple(fields(type)))
            try vm.setAttribute(value, "_field_defaults", .object(table))
            return .none
        }
        base.classMethod(self, "_make", "(iterable, /)", "From the values of all fields.") {
            vm, value, arguments in
            guard let type = value.type else { return .none }
            let items = try vm.elements(of: arguments[0])
            let count = fields(type).count
            guard items.count == count else {
                throw vm.typeError("Expected \(count) arguments, got \(items.count)")
            }
            return .object(TupleObject(type: type, items))
        }
        base.new(self, "(*args, **kwargs)", "From the values of the fields.") {
            vm, type, arguments in
            if type === base {
                // NamedTuple("Point", [("x", int)])
                let given = arguments.variadic(0)
                guard let name = given.first?.string else {
                    throw vm.typeError(
                        "NamedTuple.__new__() missing 1 required positional argument: 'typename'")
                }
                let pairs = given.count > 1 ? try vm.elements(of: given[1]) : []
                let names = try pairs.map { try vm.str(vm.getItem($0, .int(0))) }
                return .object(try vm.makeNamedTuple(name.swiftString, names, []))
            }
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
            let known = fields(tuple.type)
            let unknown = try (replaced?.keys ?? []).filter { key in
                try !known.contains { try vm.equals($0, key) }
            }
            if !unknown.isEmpty {
                throw vm.valueError(
                    "Got unexpected field names: \(try vm.repr(vm.list(unknown)))")
            }
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
