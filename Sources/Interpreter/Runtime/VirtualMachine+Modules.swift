/// Modules. Only registered modules can be imported; each is made on its first import.
extension VirtualMachine {
    /// Registers a module under its dotted name, "torch.nn".
    package func registerModule(
        _ name: String, _ make: @escaping (VirtualMachine) throws -> ModuleObject
    ) {
        moduleMakers[name] = make
    }

    /// Makes a module object to be filled with `set(_:_:in:)`.
    package func makeModule(_ name: String, doc: String? = nil) -> ModuleObject {
        let namespace = NameTable(identity: heap.nextIdentity())
        let made = ModuleObject(
            type: types.module, name: name, namespace: namespace, doc: doc)
        namespace[names.name] = string(name)
        namespace[names.doc] = doc.map { string($0) } ?? Value.none
        return made
    }

    /// Names of the modules that can be imported.
    package var moduleNames: [String] { moduleMakers.keys.sorted() }

    /// The module of a dotted name, imported if it was not yet.
    package func importModule(_ name: String) throws -> ModuleObject {
        if let module = modules[name] { return module }
        guard let make = moduleMakers[name] else { throw noModule(name) }
        var parent: ModuleObject?
        let parts = name.split(separator: ".")
        if parts.count > 1 {
            parent = try importModule(parts.dropLast().joined(separator: "."))
            if let module = modules[name] { return module }
        }
        importDepth += 1
        defer { importDepth -= 1 }
        let module = try make(self)
        modules[name] = module
        if let parent, let last = parts.last {
            parent.namespace[intern(String(last))] = .object(module)
        }
        return module
    }

    private func noModule(_ name: String) -> PythonError {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        var known = ""
        for part in parts {
            let next = known.isEmpty ? String(part) : "\(known).\(part)"
            if moduleMakers[next] == nil {
                var message = "No module named '\(next)'"
                if !known.isEmpty, !moduleMakers.keys.contains(where: { $0.hasPrefix(known + ".") })
                {
                    message += "; '\(known)' is not a package"
                }
                let reason =
                    known.isEmpty
                    ? Self.reasonAgainst(next)
                    : modules[known]?.missingHint?(String(part))
                        ?? "import \(next): the lab's \(known) does not have that part of it."
                let error = error(.moduleNotFoundError, message, hint: reason)
                error.exception.setOwnAttribute(names.plainName, string(next))
                return error
            }
            known = next
        }
        return error(.moduleNotFoundError, "No module named '\(name)'")
    }

    /// Why a well-known module is not in the lab.
    private static func reasonAgainst(_ name: String) -> String {
        switch name {
        case "os", "sys", "io", "pathlib", "shutil", "glob", "tempfile", "subprocess",
            "multiprocessing", "signal", "ctypes":
            "import \(name): the lab's Python has no files, network or processes, "
                + "so that anyone's code can be run safely."
        case "socket", "urllib", "requests", "http", "ssl":
            "import \(name): the lab's Python has no network; its datasets are on this machine."
        case "threading", "asyncio", "concurrent", "queue":
            "import \(name): the lab's Python runs one thing at a time; torch uses all cores by itself."
        case "numpy", "pandas", "scipy", "sklearn", "tensorflow", "jax", "keras":
            "import \(name): the lab has torch only; its tensors do what the lessons need."
        case "builtins", "importlib", "inspect", "gc", "dis", "ast", "types", "pickle", "marshal":
            "import \(name): the lab's Python keeps its own machinery out of reach."
        default:
            "import \(name): the lab has its own modules only, such as torch, math and random."
        }
    }
}

extension ModuleObject {
    /// Adds a name to the module.
    @discardableResult
    package func set(_ vm: VirtualMachine, _ name: String, _ value: Value) -> ModuleObject {
        if case .object(let object) = value, let native = object as? NativeFunction,
            native.module == nil
        {
            native.module = self.name
        }
        namespace[vm.intern(name)] = value
        return self
    }

    /// Adds a function to the module.
    @discardableResult
    package func function(
        _ vm: VirtualMachine, _ name: String, _ signature: String, _ help: String = "",
        _ body: @escaping NativeFunction.Body
    ) -> ModuleObject {
        set(vm, name, vm.function(name, signature, help, body))
    }
}
