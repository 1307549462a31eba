/// Running code.
extension VirtualMachine {
    /// Runs a module's or cell's code with its globals, within fresh budgets.
    ///
    /// - Returns: the value of a cell's last expression or of an expression, if there is one
    /// - Throws: `PythonError`, or `ExecutionStop` when a budget ran out or the run was interrupted
    package func run(_ code: CodeObject, globals: NameTable) throws -> Value? {
        try surrounded { try runInside(code, globals: globals) }
    }

    private func runInside(_ code: CodeObject, globals: NameTable) throws -> Value? {
        if frame == nil { startBudget() }
        for warning in code.warnings { show(warning, code.filename) }
        let routine = routine(code)
        let base = stack.top
        if base + routine.frameSize > stack.end { throw tooDeep() }
        let count = routine.localCount + routine.cellCount
        for index in 0..<routine.localCount { (base + index).setUndefined() }
        for index in routine.localCount..<count {
            (base + index).setObject(CellObject(type: types.cell))
        }
        let made = stack.takeFrame()
        made.initialize(
            to: Frame(
                code: .passUnretained(routine), function: nil, globals: .passUnretained(globals),
                namespace: nil, locals: base, instruction: 0, stackPointer: base + count,
                result: base, dropEnd: base, previous: frame, kind: .entry, isDetached: false,
                isDelegating: false, instance: nil, retained: nil, generator: nil,
                savedTop: stack.top))
        stack.top = base + routine.frameSize
        depth += 1
        cellResult = .undefined
        let outerHandled = handled
        handled = nil
        defer { handled = outerHandled }
        let value: Value
        do {
            value = try withExtendedLifetime((routine, globals)) { try execute(made) }
        } catch var stop as ExecutionStop {
            if stop.traceback.isEmpty { stop.traceback = renderStop(stop) }
            stopTrace = []
            if frame == nil { budget.stop = nil }
            throw stop
        }
        if heap.hasAbandoned { try finishAbandoned() }
        if code.flags.contains(.hasResult) {
            let result = cellResult
            cellResult = .undefined
            return result.isUndefined ? nil : result
        }
        return code.flags.contains(.module) ? nil : value
    }

    /// A fresh namespace for `run`.
    package func makeGlobals(name: String = "__main__") -> NameTable {
        let made = NameTable(identity: heap.nextIdentity())
        made[names.name] = string(name)
        made[names.doc] = Value.none
        return made
    }

    /// Compiles and runs a source text; see `run(_:globals:)`. A syntax error is a Python SyntaxError.
    package func run(
        source: String, filename: String, mode: CompileMode, globals: NameTable
    ) throws -> Value? {
        sources[filename] = source.split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n" || $0 == "\r"
        }
        do {
            let code = try compile(source, filename: filename, mode: mode)
            if filename.hasPrefix("<") {
                libraryCode.append(LibraryCode(source: source, root: code, globals: globals))
            }
            return try run(code, globals: globals)
        } catch let failure as SyntaxFailure {
            throw error(for: failure)
        }
    }

    private func show(_ warning: SourceWarning, _ file: String) {
        var text = "\(file):\(warning.line): SyntaxWarning: \(warning.message)"
        if let lines = sources[file], lines.indices.contains(warning.line - 1) {
            text += "\n  " + lines[warning.line - 1].drop { $0 == " " || $0 == "\t" }
        }
        warningOutput?(text)
    }

    /// A syntax failure as the exception that Python raises.
    package func error(for failure: SyntaxFailure) -> PythonError {
        let kind: ErrorKind =
            switch failure.kind {
            case .syntaxError: .syntaxError
            case .indentationError: .indentationError
            case .tabError: .tabError
            }
        let made = error(kind, failure.message, hint: failure.hint)
        made.exception.syntaxFailure = failure
        made.exception.setOwnAttribute(names.msg, string(failure.message))
        made.exception.setOwnAttribute(names.lineno, .int(failure.line))
        made.exception.setOwnAttribute(names.offset, .int(failure.column))
        made.exception.setOwnAttribute(names.text, failure.text.map { string($0) } ?? .none)
        made.exception.setOwnAttribute(names.filename, string(failure.filename))
        return made
    }

    /// Breaks reference cycles so that everything the session held is freed.
    func tearDown() {
        heap.finishesGenerators = false
        heap.abandoned = []
        cellResult = .undefined
        handled = nil
        builtins.removeAll()
        // A function of a module may refer to the module.
        for module in modules.values { module.namespace.destroy() }
        modules = [:]
        moduleMakers = [:]
        methodCache.removeAll()
        var pending: [InstanceObject] = []
        while let object = heap.first {
            // Each object is taken off the list, kept alive until all are cleared, and emptied.
            object.unlinkForTearDown(heap)
            pending.append(object)
            object.clear()
        }
        pending = []
    }
}
