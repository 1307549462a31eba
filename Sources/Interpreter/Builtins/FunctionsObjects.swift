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
        installScopeFunctions()
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
            "breakpoint": "there is no debugger; print what you want to see",
            "memoryview": "there are no raw buffers; use lists or tensors",
            "bytearray": "bytes are for literals only; use lists or tensors",
            "complex": "it has no complex numbers",
            "ExceptionGroup": "it has no except* to take groups of exceptions apart",
            "BaseExceptionGroup": "it has no except* to take groups of exceptions apart",
            "aiter": "it has no async",
            "anext": "it has no async",
        ]
        for (name, reason) in reasons.sorted(by: { $0.key < $1.key }) {
            builtin(name, "(*args, **kwargs)", "Not in the lab's Python.") { vm, _ in
                throw vm.error(
                    .notImplementedError, "\(name)() is not in the lab's Python: \(reason)")
            }
        }
    }
}
