/// How `def` and `class` make their objects.
extension VirtualMachine {
    /// `makeFunction`; the new stack pointer.
    func makeFunction(
        _ frame: UnsafeMutablePointer<Frame>, _ constant: UnsafeMutablePointer<Value>,
        _ flags: FunctionFlags, _ sp: UnsafeMutablePointer<Value>
    ) -> UnsafeMutablePointer<Value> {
        var sp = sp
        func pop() -> Value {
            sp -= 1
            return sp.move()
        }
        guard case .object(let object) = constant.pointee, let reference = object as? CodeReference
        else { preconditionFailure("makeFunction needs code") }
        let globals = frame.pointee.globals.takeUnretainedValue()
        let function = FunctionObject(
            type: types.function, routine: routine(reference.code), globals: globals)
        if flags.contains(.closure) {
            function.closure = (pop().tuple?.elements ?? []).compactMap { value in
                guard case .object(let object) = value, object.kind == .cell else { return nil }
                return unsafeDowncast(object, to: CellObject.self)
            }
        }
        if flags.contains(.annotations) { function.annotations = pop().dict }
        if flags.contains(.keywordDefaults) {
            function.keywordDefaults = (pop().dict?.items ?? []).compactMap { key, value in
                key.string.map { (intern($0), value) }
            }
        }
        if flags.contains(.defaults) { function.defaults = pop().tuple?.elements ?? [] }
        function.module = globals[names.name] ?? .none
        if let doc = reference.code.docstring { function.doc = string(codePoints: doc) }
        sp.setObject(function)
        return sp + 1
    }

    /// `[body function, bases, keywords]` below `sp`.
    func buildClass(
        _ sp: UnsafeMutablePointer<Value>, _ nameConstant: UnsafeMutablePointer<Value>
    ) throws -> TypeObject {
        guard case .object(let object) = (sp - 3).pointee, object.kind == .function else {
            throw error(.systemError, "a class without a body")
        }
        let body = unsafeDowncast(object, to: FunctionObject.self)
        let namespace = NameTable(identity: heap.nextIdentity())
        let cell = try runClassBody(body, namespace)
        var keywords: [(name: StringObject, value: Value)] = []
        for (key, value) in (sp - 1).pointee.dict?.items ?? [] {
            if let name = key.string { keywords.append((intern(name), value)) }
        }
        let made = try makeClass(
            name: nameConstant.pointee.string?.swiftString ?? body.name,
            bases: (sp - 2).pointee.tuple?.elements ?? [], namespace: namespace,
            keywords: keywords,
            classCell: cell)
        return made
    }

    private func runClassBody(_ body: FunctionObject, _ namespace: NameTable) throws -> CellObject?
    {
        let made = try activate(body, frame, stack.top, 0, [], isInPlace: true)
        guard case .frame(let frame) = made else { return nil }
        frame.pointee.kind = .entry
        frame.pointee.namespace = .passUnretained(namespace)
        let result = try execute(frame)
        if case .object(let object) = result, object.kind == .cell {
            return unsafeDowncast(object, to: CellObject.self)
        }
        return nil
    }
}
