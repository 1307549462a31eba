// `locals()`, `vars()` and `dir()` without an object show the names of the scope that calls them. What they give is a
// copy: the names of a module and of a class body are fast because no dictionary stands for them.

extension VirtualMachine {
    func installScopeFunctions() {
        builtin("locals", "()", "The names of the current scope and their values.") { vm, _ in
            .object(vm.scopeDict())
        }
        builtin("vars", "(object=<unset>, /)", "The attributes of an object, as a dict.") {
            vm, arguments in
            guard arguments.isGiven(0) else { return .object(vm.scopeDict()) }
            guard let dict = try vm.attributeIfPresent(arguments[0], vm.names.dict) else {
                throw vm.typeError("vars() argument must have __dict__ attribute")
            }
            return dict
        }
        builtin("dir", "(*args)", "The names of an object's attributes, or of the current scope.") {
            vm, arguments in
            let given = arguments.variadic(0)
            if given.count > 1 {
                throw vm.typeError("dir expected at most 1 argument, got \(given.count)")
            }
            let found =
                try given.first.map { try vm.directory(of: $0) }
                ?? vm.scopeNames().map(\.name.swiftString).sortedAsInPython
            return vm.list(found.map { vm.string($0) })
        }
    }

    private func scopeDict() -> DictObject {
        let made = makeDict()
        for (name, value) in scopeNames() { made.setValue(value, forName: name) }
        return made
    }

    /// The names of the running scope that have a value: those of a function in the order of its code.
    private func scopeNames() -> [(name: StringObject, value: Value)] {
        guard let frame else { return [] }
        if let namespace = frame.pointee.namespace {
            return namespace._withUnsafeGuaranteedRef { $0.entries }
        }
        let code = frame.pointee.code._withUnsafeGuaranteedRef { $0.code }
        if code.flags.contains(.module) {
            return frame.pointee.globals._withUnsafeGuaranteedRef { $0.entries }
        }
        var found: [(name: StringObject, value: Value)] = []
        func add(_ name: String, _ value: Value) {
            if !value.isUndefined { found.append((intern(name), value)) }
        }
        let cells = code.cellVariables
        for (slot, name) in code.localNames.enumerated() {
            if let index = cells.firstIndex(where: { $0.parameterSlot == slot }) {
                add(name, cell(frame, index).value)
            } else {
                add(name, frame.pointee.locals[slot])
            }
        }
        for (index, variable) in cells.enumerated() where variable.parameterSlot < 0 {
            add(variable.name, cell(frame, index).value)
        }
        for (index, name) in code.freeVariables.enumerated() {
            add(name, cell(frame, cells.count + index).value)
        }
        return found
    }

    /// What `dir(value)` lists, sorted.
    package func directory(of value: Value) throws -> [String] {
        if value.type == nil, let method = lookUp(type(of: value), intern("__dir__")) {
            let bound = try bindDescriptor(method, instance: value, owner: type(of: value))
            return try elements(of: try call(bound, [])).compactMap { $0.string?.swiftString }
                .sortedAsInPython
        }
        return attributeNames(of: value).sortedAsInPython
    }

    /// The special methods of a native type that are made when they are asked for.
    func specialNames(_ type: TypeObject) -> [StringObject] {
        guard type.isNative else { return [] }
        let special =
            names.binary + names.reflected + names.inPlace + [
                names.repr, names.str, names.format, names.hash, names.bool, names.len,
                names.getItem, names.setItem, names.delItem, names.contains, names.iter,
                names.reversed, names.next, names.call, names.eq, names.ne, names.lt, names.le,
                names.gt, names.ge, names.neg, names.pos, names.invert, names.abs, names.int,
                names.float, names.index, names.divmod, names.rdivmod, names.get, names.new,
                names.setAttr, names.delAttr, names.getAttr,
            ]
        return special.filter { hasSlotWrapper(type, $0) }
    }
}

extension Sequence<String> {
    /// In the order of Python's strings, by code points.
    var sortedAsInPython: [String] {
        sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
}
