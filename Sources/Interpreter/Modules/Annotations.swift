// Annotations are read and shown, never enforced: `list[int]`, `int | None`, and the forms of `typing`. Each is an
// object with the class it stands for, what was written in its brackets, and its text. Type variables within can be
// replaced by a second pair of brackets.

/// A form of annotation, such as `List[int]`, `int | None` or a bare `Optional`.
final class AnnotationObject: Object {
    let text: String
    /// The class or form that it stands for; none for a bare special form such as `Any`.
    let origin: Value
    let arguments: [Value]
    /// The name in `typing`, "List"; nil for `list[int]` and `int | str`.
    let name: String?
    /// Whether brackets were written.
    let isSubscripted: Bool

    init(
        type: TypeObject, text: String, origin: Value = .none, arguments: [Value] = [],
        name: String? = nil, isSubscripted: Bool = true
    ) {
        self.text = text
        self.origin = origin
        self.arguments = arguments
        self.name = name
        self.isSubscripted = isSubscripted
        super.init(type: type)
    }
}

/// `TypeVar("T")`.
final class TypeVariable: Object {
    let name: String
    let constraints: [Value]
    let bound: Value
    /// "~", "+" or "-".
    let sign: String

    init(type: TypeObject, name: String, constraints: [Value], bound: Value, sign: String) {
        self.name = name
        self.constraints = constraints
        self.bound = bound
        self.sign = sign
        super.init(type: type)
    }
}

extension VirtualMachine {
    func annotation(_ value: Value) -> AnnotationObject? {
        guard case .object(let object) = value else { return nil }
        return object as? AnnotationObject
    }

    func typeVariable(_ value: Value) -> TypeVariable? {
        guard case .object(let object) = value else { return nil }
        return object as? TypeVariable
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
                try vm.alias(of: type, arguments[0])
            }
        }
        alias.slots.getItem = { vm, value, key in try vm.replaceVariables(value, key) }
        alias.slots.missingAttribute = { vm, value, name in
            guard let form = vm.annotation(value) else { return nil }
            return try vm.getAttribute(form.origin, name)
        }
        for type in [types.type, types.noneType, alias, union] {
            type.slots.binary[Int(BinaryOperator.bitOr.rawValue)] = { vm, a, b in
                try vm.joined(a, b)
            }
        }
    }

    /// `list[item]`: an alias of a class.
    func alias(of type: Value, _ item: Value) throws -> Value {
        let items = item.tuple?.elements ?? [item]
        let inner = try items.map { try aliasText($0) }.joined(separator: ", ")
        return .object(
            AnnotationObject(
                type: auxiliary.genericAlias,
                text: "\(try aliasText(type))[\(items.isEmpty ? "()" : inner)]", origin: type,
                arguments: items))
    }

    /// `a | b` of classes and annotations.
    private func joined(_ a: Value, _ b: Value) throws -> Value {
        for value in [a, b] where value.type == nil && !value.isNone {
            guard annotation(value) != nil else { return notImplemented }
        }
        if a.isNone, b.isNone { return notImplemented }
        if let special = [a, b].lazy.compactMap({ self.annotation($0) }).first(where: {
            $0.name != nil
        }) {
            return try makeUnion([a, b], special.type)
        }
        var members: [Value] = []
        for value in [a, b] {
            let inner = annotation(value)
            for member in inner?.type === auxiliary.unionType ? inner?.arguments ?? [] : [value] {
                let member = member.isNone ? .object(types.noneType) : member
                if try !members.contains(where: { try equals($0, member) }) {
                    members.append(member)
                }
            }
        }
        if members.count == 1 { return members[0] }
        let text = try members.map { try aliasText($0, none: "None") }.joined(separator: " | ")
        return .object(
            AnnotationObject(type: auxiliary.unionType, text: text, arguments: members))
    }

    /// `Union[…]`: flat, without repetitions, a single member standing for itself.
    func makeUnion(_ items: [Value], _ type: TypeObject) throws -> Value {
        var members: [Value] = []
        for item in items {
            let inner = annotation(item)
            let isUnion = inner?.type === auxiliary.unionType || inner?.isTypingUnion ?? false
            for member in isUnion ? inner?.arguments ?? [] : [item] {
                let member = member.isNone ? .object(types.noneType) : member
                if try !members.contains(where: { try equals($0, member) }) {
                    members.append(member)
                }
            }
        }
        if members.isEmpty { throw typeError("Cannot take a Union of no types.") }
        if members.count == 1 { return members[0] }
        let others = members.filter { $0.type !== types.noneType }
        let text: String
        if others.count == 1, members.count == 2 {
            text = "typing.Optional[\(try typingText(others[0]))]"
        } else {
            text =
                "typing.Union["
                + (try members.map { try typingText($0) }).joined(separator: ", ") + "]"
        }
        return .object(
            AnnotationObject(type: type, text: text, arguments: members, name: "Union"))
    }

    func addAnnotationSlots(_ type: TypeObject) {
        type.slots.repr = { vm, value in vm.annotation(value)?.text ?? "" }
        type.slots.hash = { vm, value in
            guard let form = vm.annotation(value) else { return 0 }
            if form.isAnyUnion(vm) {
                return try form.arguments.reduce(0) { try $0 ^ vm.hash($1) }
            }
            return vm.string(form.text).string?.hashValueOfText ?? 0
        }
        // What is asked of a form and is no special name is asked of what it stands for.
        type.slots.missingAttribute = { vm, value, name in
            guard let form = vm.annotation(value) else { return nil }
            if let short = form.name, !form.origin.isNone,
                ["__name__", "__qualname__", "_name"].contains(name.swiftString)
            {
                return vm.string(short)
            }
            if form.origin.type == nil || name.swiftString.hasPrefix("__") { return nil }
            return try vm.getAttribute(form.origin, name)
        }
        setComparisons(type, [.equal, .notEqual]) { vm, op, a, b in
            guard let x = vm.annotation(a), let y = vm.annotation(b) else {
                return vm.notImplemented
            }
            return .bool(try vm.isSame(x, y) == (op == .equal))
        }
        type.slots.call = { vm, value, call in
            guard let form = vm.annotation(value) else { return .none }
            if let name = form.name {
                guard let origin = form.origin.type else {
                    throw vm.typeError(
                        name == "Any"
                            ? "Any cannot be instantiated" : "Cannot instantiate \(form.text)")
                }
                let isOfCollections = [
                    "DefaultDict", "OrderedDict", "Counter", "ChainMap", "Deque",
                ].contains(name)
                guard isOfCollections else {
                    throw vm.typeError(
                        "Type \(name) cannot be instantiated; use \(origin.name)() instead")
                }
                return try vm.call(form.origin, call)
            }
            guard form.origin.type != nil else {
                throw vm.typeError("Cannot instantiate \(form.text)")
            }
            return try vm.call(form.origin, call)
        }
        type.property(
            self, "__origin__", get: { vm, value in vm.annotation(value)?.origin ?? .none })
        type.property(
            self, "__args__",
            get: { vm, value in vm.tuple(vm.annotation(value)?.flatArguments ?? []) })
        type.property(
            self, "__parameters__",
            get: { vm, value in vm.tuple(vm.variables(in: value)) })
    }

    private func isSame(_ x: AnnotationObject, _ y: AnnotationObject) throws -> Bool {
        if x.isAnyUnion(self), y.isAnyUnion(self) {
            return try x.arguments.count == y.arguments.count
                && x.arguments.allSatisfy { item in
                    try y.arguments.contains { try equals($0, item) }
                }
        }
        return x.text == y.text
    }

    // MARK: Type variables

    /// The type variables within an annotation, each once.
    func variables(in value: Value) -> [Value] {
        if typeVariable(value) != nil { return [value] }
        var found: [Value] = []
        let inner = annotation(value)?.arguments ?? value.list?.elements ?? []
        for item in inner {
            for variable in variables(in: item)
            where !found.contains(where: { $0.isIdentical(to: variable) }) {
                found.append(variable)
            }
        }
        return found
    }

    /// `alias[key]`: with types in the place of its variables.
    func replaceVariables(_ value: Value, _ key: Value) throws -> Value {
        let variables = variables(in: value)
        let items = key.tuple?.elements ?? [key]
        guard let form = annotation(value), !variables.isEmpty else {
            throw typeError("\(try repr(value)) is not a generic class")
        }
        guard variables.count == items.count else {
            throw typeError(
                "Too \(items.count < variables.count ? "few" : "many") arguments for "
                    + "\(form.text); actual \(items.count), expected \(variables.count)")
        }
        return try substitute(value, variables, items)
    }

    private func substitute(_ value: Value, _ variables: [Value], _ items: [Value]) throws -> Value
    {
        if let index = variables.firstIndex(where: { $0.isIdentical(to: value) }) {
            return items[index]
        }
        if let list = value.list {
            return self.list(try list.elements.map { try substitute($0, variables, items) })
        }
        guard let form = annotation(value), !form.arguments.isEmpty else { return value }
        let inner = try form.arguments.map { try substitute($0, variables, items) }
        if form.isTypingUnion { return try makeUnion(inner, form.type) }
        if form.type === auxiliary.unionType {
            return try inner.dropFirst().reduce(inner[0]) { try joined($0, $1) }
        }
        guard let name = form.name else { return try alias(of: form.origin, tuple(inner)) }
        return try makeForm(name, form.origin, inner, form.type)
    }

    /// `typing.NAME[arguments]`.
    func makeForm(
        _ name: String, _ origin: Value, _ arguments: [Value], _ type: TypeObject
    ) throws -> Value {
        let inner = try arguments.map { try typingText($0) }.joined(separator: ", ")
        return .object(
            AnnotationObject(
                type: type, text: "typing.\(name)[\(arguments.isEmpty ? "()" : inner)]",
                origin: origin, arguments: arguments, name: name))
    }

    // MARK: Text

    /// A part of an annotation as the forms of `typing` show it.
    func typingText(_ value: Value) throws -> String {
        if value.isNone { return "NoneType" }
        if value.string != nil { return "ForwardRef(\(try repr(value)))" }
        if let list = value.list {
            return "[" + (try list.elements.map { try typingText($0) }).joined(separator: ", ")
                + "]"
        }
        return try aliasText(value)
    }

    /// A part of an annotation as `list[…]` shows it.
    func aliasText(_ value: Value, none: String = "NoneType") throws -> String {
        if let type = value.type {
            if type === types.noneType { return none }
            return type.module == "builtins"
                ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
        }
        if case .object(let object) = value, object.kind == .ellipsis { return "..." }
        if let list = value.list {
            return "[" + (try list.elements.map { try aliasText($0) }).joined(separator: ", ") + "]"
        }
        return try repr(value)
    }
}

extension AnnotationObject {
    var isTypingUnion: Bool { name == "Union" && isSubscripted }

    /// The arguments as `__args__` has them: those of a callable in a row with its result.
    var flatArguments: [Value] {
        guard name == "Callable" || arguments.count == 2, let list = arguments.first?.list else {
            return arguments
        }
        return list.elements + arguments.dropFirst()
    }

    fileprivate func isAnyUnion(_ vm: VirtualMachine) -> Bool {
        isTypingUnion || type === vm.auxiliary.unionType
    }
}
