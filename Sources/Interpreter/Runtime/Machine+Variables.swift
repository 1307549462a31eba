/// Globals, names of class bodies, cells: what the loop does not do in place.
extension VirtualMachine {
    @inline(__always)
    func name(_ frame: UnsafeMutablePointer<Frame>, _ index: Int) -> StringObject {
        frame.pointee.code._withUnsafeGuaranteedRef { $0.names[index] }
    }

    @inline(never)
    func loadGlobal(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int,
        _ cache: UnsafeMutablePointer<InlineCache>, into target: UnsafeMutablePointer<Value>
    ) throws {
        let name = name(frame, index)
        let globals = frame.pointee.globals.takeUnretainedValue()
        let position = globals.index(of: name)
        if position >= 0, !(globals.values + position).isUndefined {
            cache.pointee.form = CacheForm.global
            cache.pointee.shape = UnsafeRawPointer(frame.pointee.globals.toOpaque())
            cache.pointee.index = Int32(truncatingIfNeeded: position)
            target.initializeCopy(of: globals.values + position)
            return
        }
        let builtin = builtins.index(of: name)
        guard builtin >= 0, !(builtins.values + builtin).isUndefined else {
            throw nameError(frame, name)
        }
        cache.pointee.form = CacheForm.builtin
        cache.pointee.shape = UnsafeRawPointer(frame.pointee.globals.toOpaque())
        cache.pointee.key = globals.layoutVersion
        cache.pointee.index = Int32(truncatingIfNeeded: builtin)
        target.initializeCopy(of: builtins.values + builtin)
    }

    @inline(never)
    func storeGlobal(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int, _ source: UnsafeMutablePointer<Value>
    ) {
        let globals = frame.pointee.globals.takeUnretainedValue()
        let position = globals.indexForDefinition(of: name(frame, index))
        let slot = globals.values + position
        if slot.isUndefined {
            globals.store(source.move(), at: position)
            return
        }
        let old = slot.tag == ValueLayout.object ? slot.unmanaged : nil
        slot.initializeBits(of: source)
        old?.release()
    }

    @inline(never)
    func deleteGlobal(_ frame: UnsafeMutablePointer<Frame>, _ index: Int) throws {
        let name = name(frame, index)
        let globals = frame.pointee.globals.takeUnretainedValue()
        if globals[name] == nil { throw nameError(frame, name) }
        globals[name] = nil
    }

    @inline(never)
    func loadName(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int,
        into target: UnsafeMutablePointer<Value>
    ) throws {
        let name = name(frame, index)
        if let value = frame.pointee.namespace?.takeUnretainedValue()[name]
            ?? frame.pointee.globals.takeUnretainedValue()[name] ?? builtins[name]
        {
            target.initialize(to: value)
            return
        }
        throw nameError(frame, name)
    }

    @inline(never)
    func storeName(_ frame: UnsafeMutablePointer<Frame>, _ index: Int, _ value: Value) {
        let table =
            frame.pointee.namespace?.takeUnretainedValue()
            ?? frame.pointee.globals.takeUnretainedValue()
        table[name(frame, index)] = value
    }

    @inline(never)
    func deleteName(_ frame: UnsafeMutablePointer<Frame>, _ index: Int) throws {
        let name = name(frame, index)
        guard let table = frame.pointee.namespace?.takeUnretainedValue(), table[name] != nil else {
            throw nameError(frame, name)
        }
        table[name] = nil
    }

    // MARK: Cells

    @inline(__always)
    func cell(_ frame: UnsafeMutablePointer<Frame>, _ index: Int) -> CellObject {
        let (localCount, cellCount) = frame.pointee.code._withUnsafeGuaranteedRef {
            ($0.localCount, $0.cellCount)
        }
        if index < cellCount {
            let slot = frame.pointee.locals + localCount + index
            return unsafeDowncast(slot.unmanaged.takeUnretainedValue(), to: CellObject.self)
        }
        guard let function = frame.pointee.function else {
            preconditionFailure("a free variable outside a function")
        }
        return function._withUnsafeGuaranteedRef { $0.closure[index - cellCount] }
    }

    @inline(never)
    func loadClassCell(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int,
        into target: UnsafeMutablePointer<Value>
    ) throws {
        let code = frame.pointee.code._withUnsafeGuaranteedRef { $0.code }
        let text =
            index < code.cellVariables.count
            ? code.cellVariables[index].name
            : code.freeVariables[index - code.cellVariables.count]
        if let value = frame.pointee.namespace?.takeUnretainedValue()[intern(text)] {
            target.initialize(to: value)
            return
        }
        let cell = cell(frame, index)
        if cell.value.isUndefined { throw unboundCell(frame, index) }
        target.initialize(to: cell.value)
    }

    // MARK: Annotations

    private func annotations(_ frame: UnsafeMutablePointer<Frame>) -> DictObject {
        let table =
            frame.pointee.namespace?.takeUnretainedValue()
            ?? frame.pointee.globals.takeUnretainedValue()
        if let present = table[names.annotations]?.dict { return present }
        let made = makeDict()
        table[names.annotations] = .object(made)
        return made
    }

    func setUpAnnotations(_ frame: UnsafeMutablePointer<Frame>) { _ = annotations(frame) }

    func storeAnnotation(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int, _ value: Value
    ) throws {
        annotations(frame).setValue(value, forName: name(frame, index))
    }

    // MARK: Imports

    func importModule(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int, _ detail: Int
    ) throws -> ModuleObject {
        let path = name(frame, index).swiftString
        if path.hasPrefix(".") {
            throw error(
                .importError, "attempted relative import with no known parent package",
                hint: "The lab's own modules are imported by their names.")
        }
        let module = try importModule(path)
        if detail == 1 { return module }
        return try importModule(String(path.prefix { $0 != "." }))
    }

    func importFrom(_ module: Value, _ name: StringObject) throws -> Value {
        guard case .object(let object) = module, object.kind == .module else {
            return try getAttribute(module, name)
        }
        let module = unsafeDowncast(object, to: ModuleObject.self)
        if let value = module.namespace[name] { return value }
        let text = name.swiftString
        if moduleMakers["\(module.name).\(text)"] != nil {
            return .object(try importModule("\(module.name).\(text)"))
        }
        let known = module.namespace.entries.map(\.name.swiftString)
        let failure = error(
            .importError,
            "cannot import name '\(text)' from '\(module.name)' (unknown location)",
            hint: module.missingHint?(text)
                ?? Self.closest(text, known).map { "Did you mean '\($0)'?" })
        failure.exception.setOwnAttribute(names.plainName, string(module.name))
        throw failure
    }

    func importStar(_ frame: UnsafeMutablePointer<Frame>, _ module: Value) throws {
        guard case .object(let object) = module, object.kind == .module else { return }
        let table = unsafeDowncast(object, to: ModuleObject.self).namespace
        let globals = frame.pointee.globals.takeUnretainedValue()
        if let all = table[names.all] {
            for item in try elements(of: all) {
                guard let name = item.string else { continue }
                globals[intern(name)] = try getAttribute(module, intern(name))
            }
            return
        }
        for (name, value) in table.entries where name.count == 0 || name[0] != 0x5F {
            globals[name] = value
        }
    }
}
