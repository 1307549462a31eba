/// What `itemgetter`, `attrgetter` and `methodcaller` make: a callable that remembers what to get.
private final class GetterObject: InstanceObject {
    var arguments: [Value]
    var keywords: DictObject?

    init(type: TypeObject, _ arguments: [Value], _ keywords: DictObject? = nil) {
        self.arguments = arguments
        self.keywords = keywords
        super.init(type: type)
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        visitor.elements(&arguments)
        visitor.linked(keywords)
    }

    override func clear() {
        super.clear()
        arguments = []
        keywords = nil
    }
}

/// `operator`: the operators as functions.
extension VirtualMachine {
    func makeOperatorModule() -> ModuleObject {
        let module = makeModule("operator", doc: "The operators as functions.")
        addBinaryOperators(to: module)
        addUnaryOperators(to: module)
        addSequenceOperators(to: module)
        addGetters(to: module)
        for entry in module.namespace.entries {
            let plain = entry.name.swiftString
            var name = plain
            while name.hasSuffix("_") { name.removeLast() }
            guard !plain.hasPrefix("_"), Self.specials.contains(name) else { continue }
            module.set(self, "__\(name)__", entry.value)
        }
        return module
    }

    /// Functions that are also there by the name of the special method.
    private static let specials: Set<String> = [
        "abs", "add", "and", "call", "concat", "contains", "delitem", "eq", "floordiv", "ge",
        "getitem",
        "gt", "iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul", "index",
        "inv", "invert", "ior", "ipow", "irshift", "isub", "itruediv", "ixor", "le", "lshift", "lt",
        "matmul", "mod", "mul", "ne", "neg", "not", "or", "pos", "pow", "rshift", "setitem", "sub",
        "truediv", "xor",
    ]

    private func addBinaryOperators(to module: ModuleObject) {
        let binaries: [(String, BinaryOperator)] = [
            ("add", .add), ("sub", .subtract), ("mul", .multiply), ("matmul", .matrixMultiply),
            ("truediv", .divide), ("mod", .remainder), ("pow", .power), ("lshift", .leftShift),
            ("rshift", .rightShift), ("or_", .bitOr), ("xor", .bitXor), ("and_", .bitAnd),
            ("floordiv", .floorDivide),
        ]
        for (name, op) in binaries {
            module.function(self, name, "(a, b, /)", "a \(op.symbol) b") { vm, arguments in
                try vm.binary(op, arguments[0], arguments[1])
            }
            let inPlace = "i" + name.replacing("_", with: "")
            module.function(self, inPlace, "(a, b, /)", "a \(op.symbol)= b") { vm, arguments in
                try vm.inPlace(op, arguments[0], arguments[1])
            }
        }
        let comparisons: [(String, ComparisonOperator)] = [
            ("eq", .equal), ("ne", .notEqual), ("lt", .less), ("le", .lessEqual),
            ("gt", .greater), ("ge", .greaterEqual), ("is_", .is), ("is_not", .isNot),
        ]
        for (name, op) in comparisons {
            module.function(self, name, "(a, b, /)", "a \(op.symbol) b") { vm, arguments in
                try vm.compare(op, arguments[0], arguments[1])
            }
        }
    }

    private func addUnaryOperators(to module: ModuleObject) {
        let unaries: [(String, String, (VirtualMachine, Value) throws -> Value)] = [
            ("neg", "-a", { try $0.negative($1) }), ("pos", "+a", { try $0.positive($1) }),
            ("invert", "~a", { try $0.inverted($1) }), ("inv", "~a", { try $0.inverted($1) }),
            ("abs", "abs(a)", { try $0.absolute($1) }),
            ("not_", "not a", { .bool(try !$0.isTrue($1)) }),
            ("truth", "bool(a)", { .bool(try $0.isTrue($1)) }),
            ("index", "a as an integer", { try $0.indexValue($1) }),
        ]
        for (name, help, body) in unaries {
            module.function(self, name, "(a, /)", help) { vm, arguments in
                try body(vm, arguments[0])
            }
        }
        module.function(self, "call", "(obj, /, *args, **kwargs)", "obj(*args, **kwargs)") {
            vm, arguments in
            try vm.call(
                arguments[0],
                CallArguments(
                    arguments.variadic(1),
                    keywords: arguments.keywords(2).map { (vm.intern($0.name), $0.value) }))
        }
    }

    private func addSequenceOperators(to module: ModuleObject) {
        module.function(self, "contains", "(a, b, /)", "b in a") { vm, arguments in
            .bool(try vm.contains(arguments[0], arguments[1]))
        }
        module.function(self, "getitem", "(a, b, /)", "a[b]") { vm, arguments in
            try vm.getItem(arguments[0], arguments[1])
        }
        module.function(self, "setitem", "(a, b, c, /)", "a[b] = c") { vm, arguments in
            try vm.setItem(arguments[0], arguments[1], arguments[2])
            return .none
        }
        module.function(self, "delitem", "(a, b, /)", "del a[b]") { vm, arguments in
            try vm.deleteItem(arguments[0], arguments[1])
            return .none
        }
        for (name, op) in [("concat", "+"), ("iconcat", "+=")] {
            module.function(self, name, "(a, b, /)", "a \(op) b, for sequences") { vm, arguments in
                guard vm.type(of: arguments[0]).slots.getItem != nil, arguments[0].dict == nil
                else {
                    throw vm.typeError(
                        "'\(vm.typeName(arguments[0]))' object can't be concatenated")
                }
                return name == "concat"
                    ? try vm.binary(.add, arguments[0], arguments[1])
                    : try vm.inPlace(.add, arguments[0], arguments[1])
            }
        }
        module.function(self, "countOf", "(a, b, /)", "How often b is in a.") { vm, arguments in
            var count = 0
            try vm.iterate(arguments[0]) { item in
                if try item.isIdentical(to: arguments[1]) || vm.equals(item, arguments[1]) {
                    count += 1
                }
            }
            return .int(count)
        }
        module.function(self, "indexOf", "(a, b, /)", "The first index of b in a.") {
            vm, arguments in
            let iterator = try vm.makeIterator(arguments[0])
            var index = 0
            while let item = try vm.next(iterator) {
                try vm.poll()
                if try item.isIdentical(to: arguments[1]) || vm.equals(item, arguments[1]) {
                    return .int(index)
                }
                index += 1
            }
            throw vm.valueError("sequence.index(x): x not in sequence")
        }
        module.function(
            self, "length_hint", "(obj, default=0, /)", "About how many items there are."
        ) { vm, arguments in
            guard vm.bigInt(arguments[1]) != nil else {
                throw vm.typeError(
                    "'\(vm.typeName(arguments[1]))' object cannot be interpreted as an integer")
            }
            return try vm.lengthHint(arguments[0]).map { .int($0) } ?? arguments[1]
        }
    }

    // MARK: Getters

    private func getter(_ value: Value) -> GetterObject? {
        guard case .object(let object) = value else { return nil }
        return object as? GetterObject
    }

    private func addGetters(to module: ModuleObject) {
        addGetter(
            to: module, "itemgetter", "(item, /, *items)", "A function that gets items.",
            check: { _, _ in }
        ) { vm, keys, object in
            let items = try keys.map { try vm.getItem(object, $0) }
            return items.count == 1 ? items[0] : vm.tuple(items)
        }
        addGetter(
            to: module, "attrgetter", "(attr, /, *attrs)", "A function that gets attributes.",
            check: { vm, name in
                if name.string == nil { throw vm.typeError("attribute name must be a string") }
            }
        ) { vm, names, object in
            let values = try names.map { path in
                try vm.str(path).split(separator: ".", omittingEmptySubsequences: false).reduce(
                    object
                ) { try vm.getAttribute($0, vm.intern(String($1))) }
            }
            return values.count == 1 ? values[0] : vm.tuple(values)
        }
        let type = makeType(name: "methodcaller", module: "operator")
        type.new(self, "(*args, **kwargs)", "A function that calls a method.") {
            vm, type, arguments in
            guard let name = arguments.variadic(0).first else {
                throw vm.typeError("methodcaller needs at least one argument, the method name")
            }
            if name.string == nil { throw vm.typeError("method name must be a string") }
            return .object(
                GetterObject(type: type, arguments.variadic(0), arguments[1].dict))
        }
        type.slots.call = { vm, value, call in
            guard let getter = vm.getter(value), let name = getter.arguments.first?.string else {
                return .none
            }
            let object = try vm.onlyArgument(call, "methodcaller")
            let keywords = (getter.keywords?.items ?? []).compactMap { key, value in
                key.string.map { (vm.intern($0), value) }
            }
            return try vm.call(
                try vm.getAttribute(object, vm.intern(name)),
                CallArguments(Array(getter.arguments.dropFirst()), keywords: keywords))
        }
        addGetterRepr(type)
        module.set(self, "methodcaller", .object(type))
    }

    private func addGetter(
        to module: ModuleObject, _ name: String, _ signature: String, _ help: String,
        check: @escaping (VirtualMachine, Value) throws -> Void,
        _ get: @escaping (VirtualMachine, [Value], Value) throws -> Value
    ) {
        let type = makeType(name: name, module: "operator")
        type.new(self, "(*items)", help) { vm, type, arguments in
            let given = arguments.variadic(0)
            if given.isEmpty { throw vm.typeError("\(name) expected 1 argument, got 0") }
            for item in given { try check(vm, item) }
            return .object(GetterObject(type: type, given))
        }
        type.slots.call = { vm, value, call in
            let object = try vm.onlyArgument(call, name)
            return try get(vm, vm.getter(value)?.arguments ?? [], object)
        }
        addGetterRepr(type)
        module.set(self, name, .object(type))
    }

    private func onlyArgument(_ call: CallArguments, _ name: String) throws -> Value {
        if !call.keywords.isEmpty { throw typeError("\(name)() takes no keyword arguments") }
        guard call.positional.count == 1 else {
            throw typeError("\(name) expected 1 argument, got \(call.positional.count)")
        }
        return call.positional[0]
    }

    private func addGetterRepr(_ type: TypeObject) {
        type.slots.repr = { vm, value in
            guard let getter = vm.getter(value) else { return "" }
            var parts = try getter.arguments.map { try vm.repr($0) }
            for (key, value) in getter.keywords?.items ?? [] {
                parts.append("\(try vm.str(key))=\(try vm.repr(value))")
            }
            return "operator.\(type.name)(\(parts.joined(separator: ", ")))"
        }
    }
}
