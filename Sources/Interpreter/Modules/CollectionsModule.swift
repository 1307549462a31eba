/// `collections`.
extension VirtualMachine {
    func makeCollectionsModule() throws -> ModuleObject {
        let module = makeModule("collections", doc: "Containers for special purposes.")
        addNamedTuple(to: module)
        addDefaultDict(to: module)
        addOrderedDict(to: module)
        addCounter(to: module)
        addDeque(to: module)
        try addUserCollections(to: module)
        module.lazySubmodules = ["abc"]
        return module
    }

    // MARK: namedtuple

    static let keywords: Set<String> = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
        "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
        "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return",
        "try", "while", "with", "yield",
    ]

    private func addNamedTuple(to module: ModuleObject) {
        module.function(
            self, "namedtuple",
            "(typename, field_names, *, rename=False, defaults=None, module=None)",
            "A subtype of tuple whose items have names."
        ) { vm, arguments in
            let name = try vm.str(arguments[0])
            var fields: [String]
            if let text = arguments[1].string {
                fields = text.swiftString.replacing(",", with: " ").split(
                    whereSeparator: \.isWhitespace
                ).map(String.init)
            } else {
                fields = try vm.elements(of: arguments[1]).map { try vm.str($0) }
            }
            let defaults = arguments[3].isNone ? [] : try vm.elements(of: arguments[3])
            if try vm.isTrue(arguments[2]) {
                var seen: Set<String> = []
                for (index, field) in fields.enumerated() {
                    if !Self.isName(field) || Self.keywords.contains(field) || field.hasPrefix("_")
                        || !seen.insert(field).inserted
                    {
                        fields[index] = "_\(index)"
                    }
                }
            }
            try vm.checkFieldNames(name, fields, rename: try vm.isTrue(arguments[2]))
            if defaults.count > fields.count {
                throw vm.typeError("Got more default values than field names")
            }
            let made = try vm.makeNamedTuple(name, fields, defaults)
            if let module = arguments[4].string { made.module = module.swiftString }
            return .object(made)
        }
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first,
            first == "_" || first.properties.isXIDStart
        else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
    }

    private func checkFieldNames(_ name: String, _ fields: [String], rename: Bool) throws {
        for field in [name] + fields {
            if !Self.isName(field) {
                throw valueError(
                    "Type names and field names must be valid identifiers: \(try repr(string(field)))"
                )
            }
            if Self.keywords.contains(field) {
                throw valueError(
                    "Type names and field names cannot be a keyword: \(try repr(string(field)))")
            }
        }
        var seen: Set<String> = []
        for field in fields {
            if field.hasPrefix("_"), !rename {
                throw valueError(
                    "Field names cannot start with an underscore: \(try repr(string(field)))")
            }
            if !seen.insert(field).inserted {
                throw valueError("Encountered duplicate field name: \(try repr(string(field)))")
            }
        }
    }

    /// What a type that `makeNamedTuple` made was made of; nil for any other.
    func namedTupleParts(_ type: TypeObject) -> (fields: [String], defaults: [Value])? {
        guard type.isNative, type.bases.first === types.tuple,
            let defaults = type.attributes[intern("_field_defaults")]?.dict,
            let fields = type.attributes[intern("_fields")]?.tuple?.elements.compactMap(\.string),
            defaults.count <= fields.count
        else { return nil }
        return (fields.map(\.swiftString), defaults.values)
    }

    /// Makes the type; the defaults belong to the last fields.
    func makeNamedTuple(_ name: String, _ fields: [String], _ defaults: [Value]) throws
        -> TypeObject
    {
        let type = makeTupleType(
            name: name, module: "__main__", fields: fields, subclassable: true)
        let firstDefault = fields.count - defaults.count
        let parameters = FieldParameters(
            function: "\(name).__new__",
            fields: fields.enumerated().map {
                .init(name: $0.element, hasDefault: $0.offset >= firstDefault)
            })
        type.new(self, "(*args, **kwargs)", "\(name)(\(fields.joined(separator: ", ")))") {
            vm, type, arguments in
            let values = try parameters.bind(vm, arguments.variadic(0), arguments.keywords(1))
            return .object(
                TupleObject(
                    type: type,
                    values.enumerated().map { $0.element ?? defaults[$0.offset - firstDefault] }))
        }
        type.doc = "\(name)(\(fields.joined(separator: ", ")))"
        let names = fields.map { string($0) }
        type.constant(self, "_fields", tuple(names))
        type.constant(self, "__match_args__", tuple(names))
        type.constant(self, "__slots__", tuple([]))
        type.property(
            self, "__module__", get: { vm, value in vm.string(vm.type(of: value).module) })
        type.method(self, "__getnewargs__", "()", "") { vm, value, _ in
            vm.tuple(value.tuple?.elements ?? [])
        }
        let table = makeDict()
        for (name, value) in zip(fields[firstDefault...], defaults) {
            try table.set(string(name), value, self)
        }
        type.constant(self, "_field_defaults", .object(table))
        type.method(self, "_asdict", "()", "The fields as a dict.") { vm, value, _ in
            let made = vm.makeDict()
            for (name, item) in zip(names, value.tuple?.elements ?? []) {
                try made.set(name, item, vm)
            }
            return .object(made)
        }
        type.method(self, "_replace", "(**kwds)", "A copy with some fields replaced.") {
            vm, value, arguments in
            guard let tuple = value.tuple else { return .none }
            var items = tuple.elements
            var unknown: [Value] = []
            for (name, item) in arguments.keywords(0) {
                if let index = fields.firstIndex(of: name) {
                    items[index] = item
                } else {
                    unknown.append(vm.string(name))
                }
            }
            if !unknown.isEmpty {
                throw vm.valueError(
                    "Got unexpected field names: \(try vm.repr(vm.list(unknown)))")
            }
            return .object(TupleObject(type: tuple.type, items))
        }
        type.classMethod(self, "_make", "(iterable, /)", "From the values of all fields.") {
            vm, type, arguments in
            let items = try vm.elements(of: arguments[0])
            if items.count != fields.count {
                throw vm.typeError("Expected \(fields.count) arguments, got \(items.count)")
            }
            guard let type = type.type else { return .none }
            return .object(TupleObject(type: type, items))
        }
        return type
    }

    // MARK: defaultdict

    private func addDefaultDict(to module: ModuleObject) {
        let type = makeType(
            name: "defaultdict", module: "collections", bases: [types.dict],
            doc: "A dict that makes missing values.", instanceAttributes: true, subclassable: true)
        let factory = intern("default_factory")
        func dict(_ value: Value) -> DictObject? { value.dict }
        type.initializer(
            self, "(default_factory=None, /, *args, **kwargs)",
            "default_factory() makes the value of a missing key."
        ) { vm, value, arguments in
            guard let dict = value.dict else { return }
            guard arguments[0].isNone || vm.isCallable(arguments[0]) else {
                throw vm.typeError("first argument must be callable or None")
            }
            dict.setOwnAttribute(factory, arguments[0])
            try vm.update(dict, arguments.variadic(1), keywords: arguments[2], function: "dict")
        }
        type.method(self, "__missing__", "(key, /)", "") { vm, value, arguments in
            guard let dict = value.dict, let make = dict.ownAttribute(factory), !make.isNone else {
                throw vm.keyError(arguments[0])
            }
            let made = try vm.call(make, [])
            try dict.set(arguments[0], made, vm)
            return made
        }
        type.slots.repr = { vm, value in
            guard let dict = value.dict else { return "" }
            let make = dict.ownAttribute(factory) ?? .none
            return "\(dict.type.name)(\(try vm.repr(make)), \(try vm.reprItems(of: dict)))"
        }
        func duplicate(_ vm: VirtualMachine, _ dict: DictObject) throws -> DictObject {
            let made = DictObject(type: dict.type)
            made.setOwnAttribute(factory, dict.ownAttribute(factory) ?? .none)
            try vm.merge(dict, into: made)
            return made
        }
        addUnion(to: type, duplicate)
        let copy: NativeFunction.MethodBody = { vm, value, _ in
            guard let dict = value.dict else { return .none }
            return .object(try duplicate(vm, dict))
        }
        type.method(self, "copy", "()", "A defaultdict of the same entries.", copy)
        type.method(self, "__copy__", "()", "", copy)
        module.set(self, "defaultdict", .object(type))
    }

    // MARK: OrderedDict

    private func addOrderedDict(to module: ModuleObject) {
        let type = makeType(
            name: "OrderedDict", module: "collections", bases: [types.dict],
            doc: "A dict whose order can be changed and counts in comparisons.",
            instanceAttributes: true, subclassable: true)
        type.slots.repr = { vm, value in
            guard let dict = value.dict else { return "" }
            if dict.count == 0 { return "\(dict.type.name)()" }
            return try vm.containerRepr(
                dict, open: "\(dict.type.name)([", close: "])", cycle: "..."
            ) { builder in
                try vm.appendReprs(
                    dict.items.map { vm.tuple([$0.key, $0.value]) }, &builder)
            }
        }
        setComparisons(type, [.equal, .notEqual]) { vm, op, a, b in
            guard let x = a.dict, let y = b.dict else { return vm.notImplemented }
            var same = try vm.areEqual(x, y)
            if same, x.type.isSubtype(of: type), y.type.isSubtype(of: type) {
                same = try zip(x.keys, y.keys).allSatisfy { try vm.equals($0, $1) }
            }
            return .bool(same == (op == .equal))
        }
        type.method(self, "move_to_end", "(key, last=True)", "Move a key to an end.") {
            vm, value, arguments in
            guard let dict = value.dict else { return .none }
            guard let item = try dict.remove(arguments[0], vm) else {
                throw vm.keyError(arguments[0])
            }
            if try vm.isTrue(arguments[1]) {
                try dict.set(arguments[0], item, vm)
                return .none
            }
            let rest = dict.items
            dict.removeAll()
            try dict.set(arguments[0], item, vm)
            for (key, item) in rest { try dict.set(key, item, vm) }
            return .none
        }
        type.method(self, "popitem", "(last=True)", "Remove and return the pair at an end.") {
            vm, value, arguments in
            guard let dict = value.dict, dict.count > 0 else {
                throw vm.keyError(vm.string("dictionary is empty"))
            }
            if try vm.isTrue(arguments[0]), let (key, item) = dict.popLast() {
                return vm.tuple([key, item])
            }
            var position = 0
            guard let (key, item) = dict.nextEntry(&position) else { return .none }
            try dict.remove(key, vm)
            return vm.tuple([key, item])
        }
        type.initializer(self, "(*args, **kwds)", "The entries of a dict, or pairs.") {
            vm, value, arguments in
            guard let dict = value.dict else { return }
            let given = arguments.variadic(0)
            if given.count > 1 {
                throw vm.typeError("expected at most 1 arguments, got \(given.count)")
            }
            try vm.update(dict, given, keywords: arguments[1], function: "OrderedDict")
        }
        let iterator = auxiliary.orderedDictIterator
        type.slots.iterate = { vm, value in
            value.dict.map { .object(DictIterator(type: iterator, $0, .keys)) } ?? .none
        }
        type.slots.reversed = { vm, value in
            value.dict.map {
                .object(DictIterator(type: iterator, $0, .keys, backwards: true))
            } ?? .none
        }
        heap.orderedDictType = type
        addUnion(to: type) { vm, left in left.copy(type: left.type) }
        type.method(self, "copy", "()", "An OrderedDict of the same entries.") { vm, value, _ in
            guard let dict = value.dict else { return .none }
            return .object(dict.copy(type: dict.type))
        }
        module.set(self, "OrderedDict", .object(type))
    }

    /// `a | b` keeps the left side's type.
    private func addUnion(
        to type: TypeObject, _ copy: @escaping (VirtualMachine, DictObject) throws -> DictObject
    ) {
        type.slots.binary[Int(BinaryOperator.bitOr.rawValue)] = { vm, a, b in
            guard let left = a.dict, let right = b.dict else { return vm.notImplemented }
            let made: DictObject
            if left.type.isSubtype(of: type) {
                made = try copy(vm, left)
            } else {
                made = try copy(vm, right)
                made.removeAll()
                try vm.merge(left, into: made)
            }
            try vm.merge(right, into: made)
            return .object(made)
        }
    }
}
