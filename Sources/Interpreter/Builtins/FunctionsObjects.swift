/// The built-in functions about objects: `isinstance`, `getattr`, `dir`, `hash`, …
extension VirtualMachine {
    func installObjectFunctions() {
        builtin("isinstance", "(obj, class_or_tuple, /)", "Whether an object is of a class.") {
            vm, arguments in .bool(try vm.isInstance(arguments[0], arguments[1]))
        }
        builtin("issubclass", "(cls, class_or_tuple, /)", "Whether a class inherits from another.")
        {
            vm, arguments in .bool(try vm.isSubclass(arguments[0], arguments[1]))
        }
        builtin("len", "(obj, /)", "The number of items.") { vm, arguments in
            .int(try vm.length(arguments[0]))
        }
        builtin("hash", "(obj, /)", "The hash of an object.") { vm, arguments in
            .int(try vm.hash(arguments[0]))
        }
        builtin("id", "(obj, /)", "A number that no other living object has.") { _, arguments in
            switch arguments[0] {
            case .undefined, .none: .int(0x5000_0000_0010)
            case .bool(let bool): .int(bool ? 0x5000_0000_0020 : 0x5000_0000_0030)
            case .int(let int): .int((0x6000_0000_0000 &+ int &* 32) & Int.max)
            case .float(let float): .int(Int(float.bitPattern >> 1))
            case .object(let object): .int(Int(bitPattern: ObjectIdentifier(object)))
            }
        }
        builtin("callable", "(obj, /)", "Whether an object can be called.") { vm, arguments in
            .bool(vm.isCallable(arguments[0]))
        }
        builtin(
            "getattr", "(object, name, default=<unset>, /)", "An attribute, or the default."
        ) { vm, arguments in
            let name = try vm.attributeName(arguments[1])
            guard arguments.isGiven(2) else { return try vm.getAttribute(arguments[0], name) }
            return try vm.attributeIfPresent(arguments[0], name) ?? arguments[2]
        }
        builtin("hasattr", "(obj, name, /)", "Whether an object has an attribute.") {
            vm, arguments in
            guard let name = arguments[1].string else {
                throw vm.typeError(
                    "attribute name must be string, not '\(vm.typeName(arguments[1]))'")
            }
            return .bool(try vm.attributeIfPresent(arguments[0], vm.intern(name)) != nil)
        }
        builtin("setattr", "(obj, name, value, /)", "Set an attribute.") { vm, arguments in
            try vm.setAttribute(
                arguments[0], try vm.attributeName(arguments[1]), arguments[2])
            return .none
        }
        builtin("delattr", "(obj, name, /)", "Delete an attribute.") { vm, arguments in
            try vm.deleteAttribute(arguments[0], try vm.attributeName(arguments[1]))
            return .none
        }
        builtin("vars", "(object=<unset>, /)", "The attributes of an object, as a dict.") {
            vm, arguments in
            guard arguments.isGiven(0) else {
                throw vm.error(
                    .notImplementedError, "vars() without an object is not in the lab's Python")
            }
            guard let dict = try vm.attributeIfPresent(arguments[0], vm.intern("__dict__")) else {
                throw vm.typeError("vars() argument must have __dict__ attribute")
            }
            return dict
        }
        builtin("dir", "(*args)", "The names of an object's attributes.") { vm, arguments in
            let given = arguments.variadic(0)
            if given.count > 1 {
                throw vm.typeError("dir expected at most 1 argument, got \(given.count)")
            }
            guard let object = given.first else {
                throw vm.error(
                    .notImplementedError, "dir() without an object is not in the lab's Python")
            }
            return vm.list(try vm.directory(of: object).map { vm.string($0) })
        }
        for name in ["exit", "quit"] {
            builtin(name, "(code=None)", "End the program.") { vm, arguments in
                throw vm.error(.systemExit, arguments: [arguments[0]])
            }
        }
        installRefusedFunctions()
    }

    /// Names that exist in Python and not here, each with its reason.
    private func installRefusedFunctions() {
        let reasons = [
            "exec":
                "code is run by typing it, so that every line can be checked and shown in errors",
            "eval":
                "code is run by typing it, so that every line can be checked and shown in errors",
            "compile":
                "code is run by typing it, so that every line can be checked and shown in errors",
            "open":
                "it has no files, so that anyone's code can be run safely; use torch.save or the lab's datasets",
            "__import__": "use the import statement",
            "globals": "variables are reached by their names",
            "locals": "variables are reached by their names",
            "breakpoint": "there is no debugger; print what you want to see",
            "memoryview": "there are no raw buffers; use lists or tensors",
            "bytearray": "bytes are for literals only; use lists or tensors",
            "complex": "it has no complex numbers",
        ]
        for (name, reason) in reasons.sorted(by: { $0.key < $1.key }) {
            builtin(name, "(*args, **kwargs)", "Not in the lab's Python.") { vm, _ in
                throw vm.error(
                    .notImplementedError, "\(name)() is not in the lab's Python: \(reason)")
            }
        }
    }

    /// What `dir(value)` lists, sorted.
    package func directory(of value: Value) throws -> [String] {
        if let method = lookUp(type(of: value), intern("__dir__")), value.type == nil {
            let bound = try bindDescriptor(method, instance: value, owner: type(of: value))
            return try elements(of: try call(bound, [])).compactMap { $0.string?.swiftString }
                .sorted()
        }
        var found: Set<String> = []
        func add(_ type: TypeObject) {
            for base in type.mro {
                for (name, _) in base.attributes.entries { found.insert(name.swiftString) }
                for name in slotNames(base) { found.insert(name) }
            }
        }
        if let type = value.type {
            add(type)
        } else {
            add(type(of: value))
            if case .object(let object) = value {
                if let module = object as? ModuleObject {
                    found = Set(module.namespace.entries.map(\.name.swiftString))
                } else if let instance = object as? InstanceObject {
                    for name in instance.ownAttributeNames { found.insert(name.swiftString) }
                }
            }
        }
        return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// The special methods that a native type has without an entry in its attributes.
    private func slotNames(_ type: TypeObject) -> [String] {
        guard type.isNative else { return [] }
        var names = ["__class__", "__doc__"]
        let slots = type.slots
        if slots.repr != nil { names.append("__repr__") }
        if slots.str != nil { names.append("__str__") }
        if slots.format != nil { names.append("__format__") }
        if slots.length != nil { names.append("__len__") }
        if slots.getItem != nil { names.append("__getitem__") }
        if slots.setItem != nil { names.append("__setitem__") }
        if slots.deleteItem != nil { names.append("__delitem__") }
        if slots.contains != nil { names.append("__contains__") }
        if slots.iterate != nil { names.append("__iter__") }
        if slots.next != nil { names.append("__next__") }
        if slots.call != nil { names.append("__call__") }
        if slots.equal != nil { names.append("__eq__") }
        if slots.less != nil { names.append("__lt__") }
        if slots.hash != nil { names.append("__hash__") }
        return names
    }
}
