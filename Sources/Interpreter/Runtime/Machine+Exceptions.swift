/// Exceptions within the machine: where they are handled, and the statements that raise and match them.
extension VirtualMachine {
    /// Finds the frame that goes on after an error in the instruction `index` of `frame`, whose stack pointer is up to
    /// date. Frames that end are freed; where the last is one that Swift code entered, the error is thrown.
    @inline(never)
    func unwind(
        _ error: any Error, _ start: UnsafeMutablePointer<Frame>, at startIndex: Int
    ) throws -> UnsafeMutablePointer<Frame> {
        var frame = start
        var index = startIndex
        var error = error
        var exception = (error as? PythonError)?.exception
        if exception == nil { noteStop(error) }
        if let exception, exception.traceback.isEmpty, exception.context == nil, let handled,
            handled !== exception
        {
            // Just made, so in no chain yet: nothing to look for in that of `handled`.
            exception.context = handled
        }
        while true {
            let code = frame.pointee.code._withUnsafeGuaranteedRef { $0.code }
            let routine = frame.pointee.code
            let instruction = code.instructions[index]
            if let exception {
                switch instruction.opcode {
                case .reraise, .endFinally, .abandonFinally: break
                // Where nothing was handled, the error is new and has no place yet.
                case .raise where instruction.operand == 0 && !exception.traceback.isEmpty: break
                case .returnValue where frame.pointee.kind == .initializer:
                    // What it returned is refused by the call.
                    break
                default: exception.appendPlace(TracebackEntry(code: code, instruction: index))
                }
                if let range = code.handler(at: index) {
                    let base =
                        frame.pointee.locals
                        + routine._withUnsafeGuaranteedRef { $0.localCount + $0.cellCount }
                    let target = base + Int(range.depth)
                    var sp = frame.pointee.stackPointer
                    while sp > target {
                        sp -= 1
                        sp.drop()
                    }
                    target.setObject(exception)
                    frame.pointee.stackPointer = target + 1
                    frame.pointee.instruction = Int(range.handler)
                    self.frame = frame
                    return frame
                }
            } else {
                stopTrace.append(TracebackEntry(code: code, instruction: index))
            }
            let previous = frame.pointee.previous
            switch frame.pointee.kind {
            case .entry:
                dropLocals(frame)
                _ = leave(frame)
                self.frame = previous
                throw error
            case .generatorEntry:
                end(frame)
                self.frame = previous
                throw stopIterationReplaced(&exception) ?? error
            case .iteration:
                end(frame)
                if let replaced = stopIterationReplaced(&exception) { error = replaced }
            case .plain, .initializer:
                dropLocals(frame)
                frame.pointee.instance?.release()
                frame.pointee.retained?.release()
                let result = frame.pointee.result
                let end = frame.pointee.dropEnd
                var slot = result
                while slot < end {
                    slot.drop()
                    slot += 1
                }
                let caller = leave(frame)
                caller.pointee.stackPointer = result
            }
            guard let previous else { throw error }
            frame = previous
            index = max(frame.pointee.instruction - 1, 0)
        }
    }

    /// A StopIteration that leaves a generator becomes a RuntimeError.
    private func stopIterationReplaced(_ exception: inout ExceptionObject?) -> PythonError? {
        guard let raised = exception, raised.type.isSubtype(of: types.exception(.stopIteration))
        else { return nil }
        let replaced = error(.runtimeError, "generator raised StopIteration")
        replaced.exception.cause = raised
        replaced.exception.context = raised
        replaced.exception.suppressesContext = true
        exception = replaced.exception
        return replaced
    }

    private func noteStop(_ error: any Error) {
        if let stop = error as? ExecutionStop, budget.stop == nil { budget.stop = stop }
    }

    /// Makes `context` the exception during whose handling `exception` was raised; a circle is cut.
    func setContext(_ exception: ExceptionObject, _ context: ExceptionObject) {
        if exception === context { return }
        // A new exception is in no chain; walking the chain each time would take quadratic time.
        var link: ExceptionObject? = exception.isContext ? context : nil
        while let current = link {
            budget.ticks &-= 1
            if let next = current.context, next === exception {
                current.context = nil
                break
            }
            link = current.context
        }
        exception.context = context
    }

    func restoreHandled(_ previous: Value) {
        if case .object(let object) = previous, object.kind == .exception {
            handled = unsafeDowncast(object, to: ExceptionObject.self)
        } else {
            handled = nil
        }
    }

    /// An exception object as the error that carries it.
    func carried(_ value: Value) -> any Error {
        if case .object(let object) = value, object.kind == .exception {
            return PythonError(exception: unsafeDowncast(object, to: ExceptionObject.self))
        }
        return error(.systemError, "a value that is no exception was raised again")
    }

    /// The error of a `raise` statement, whose operands lie below `sp`.
    func raised(_ sp: UnsafeMutablePointer<Value>, _ count: Int) throws -> any Error {
        if count == 0 {
            guard let handled else {
                throw error(.runtimeError, "No active exception to reraise")
            }
            return PythonError(exception: handled)
        }
        let exception = try instantiate(
            (sp - count).pointee, "exceptions must derive from BaseException")
        if count == 2 {
            let cause = (sp - 1).pointee
            if cause.isNone {
                exception.cause = nil
            } else {
                exception.cause = try instantiate(
                    cause, "exception causes must derive from BaseException")
            }
            exception.suppressesContext = true
        }
        if let handled, handled !== exception { setContext(exception, handled) }
        return PythonError(exception: exception)
    }

    /// An exception from what was raised: an instance, or a class that is called.
    func instantiate(_ value: Value, _ message: String) throws -> ExceptionObject {
        if case .object(let object) = value {
            if object.kind == .exception {
                return unsafeDowncast(object, to: ExceptionObject.self)
            }
            if let type = value.type, type.isSubtype(of: types.exception(.baseException)) {
                let made = try call(value)
                if case .object(let object) = made, object.kind == .exception {
                    return unsafeDowncast(object, to: ExceptionObject.self)
                }
                throw typeError(
                    "calling \(type.name) should have returned an instance of BaseException, not "
                        + typeName(made))
            }
        }
        throw typeError(message)
    }

    /// Whether an `except` clause for `pattern` handles an exception.
    func matches(_ exception: Value, _ pattern: Value) throws -> Bool {
        if let type = pattern.type, type.isSubtype(of: types.exception(.baseException)) {
            return isInstance(exception, type)
        }
        if let tuple = pattern.tuple {
            for element in tuple.elements {
                guard let type = element.type,
                    type.isSubtype(of: types.exception(.baseException))
                else { throw wrongPattern() }
                if isInstance(exception, type) { return true }
            }
            return false
        }
        throw wrongPattern()
    }

    private func wrongPattern() -> PythonError {
        typeError(
            "catching classes that do not inherit from BaseException is not allowed")
    }

    // MARK: with

    func enterWith(_ manager: Value) throws -> (exit: Value, result: Value) {
        let type = type(of: manager)
        guard let enter = lookUp(type, names.enter) else {
            throw typeError(
                "'\(type.name)' object does not support the context manager protocol")
        }
        guard let exit = lookUp(type, names.exit) else {
            throw typeError(
                "'\(type.name)' object does not support the context manager protocol "
                    + "(missed __exit__ method)")
        }
        let bound = try bindDescriptor(exit, instance: manager, owner: type)
        let result: Value
        if case .object(let function) = enter, function.kind == .function {
            result = try call(enter, receiver: manager, [])
        } else {
            result = try call(bindDescriptor(enter, instance: manager, owner: type))
        }
        return (bound, result)
    }

    func exitWith(_ exit: Value, _ exception: Value) throws -> Value {
        guard case .object(let object) = exception, object.kind == .exception else {
            return try call(exit, [.none, .none, .none])
        }
        let error = unsafeDowncast(object, to: ExceptionObject.self)
        return try call(
            exit, [.object(error.type), exception, tracebackValue(error)])
    }

    /// `exception.__traceback__`.
    func tracebackValue(_ exception: ExceptionObject) -> Value {
        if exception.traceback.isEmpty { return .none }
        return .object(TracebackObject(type: types.traceback, exception.traceback))
    }

    // MARK: Unbound variables

    func unboundLocal(_ frame: UnsafeMutablePointer<Frame>, _ index: Int) -> PythonError {
        let name = frame.pointee.code._withUnsafeGuaranteedRef { $0.code.localNames[index] }
        let error = error(
            .unboundLocalError,
            "cannot access local variable '\(name)' where it is not associated with a value",
            hint: nil)
        error.exception.setOwnAttribute(names.plainName, string(name))
        return error
    }

    func unboundCell(_ frame: UnsafeMutablePointer<Frame>, _ index: Int) -> PythonError {
        let code = frame.pointee.code._withUnsafeGuaranteedRef { $0.code }
        if index < code.cellVariables.count {
            let name = code.cellVariables[index].name
            return error(
                .unboundLocalError,
                "cannot access local variable '\(name)' where it is not associated with a value")
        }
        let name = code.freeVariables[index - code.cellVariables.count]
        let made = error(
            .nameError,
            "cannot access free variable '\(name)' where it is not associated with a value in "
                + "enclosing scope")
        made.exception.setOwnAttribute(names.plainName, string(name))
        made.exception.suggestion = knownName(near: name, frame)
        return made
    }

    func nameError(
        _ frame: UnsafeMutablePointer<Frame>, _ name: StringObject
    ) -> PythonError {
        let text = name.swiftString
        let made = error(.nameError, "name '\(text)' is not defined")
        made.exception.setOwnAttribute(names.plainName, .object(name))
        made.exception.suggestion = knownName(near: text, frame)
        if made.exception.suggestion == nil, moduleMakers[text] != nil {
            made.exception.suggestsImport = true
        }
        return made
    }

    /// The name nearest to an unknown one among those that a frame sees.
    private func knownName(near text: String, _ frame: UnsafeMutablePointer<Frame>) -> String? {
        var candidates: [String] = []
        let code = frame.pointee.code._withUnsafeGuaranteedRef { $0.code }
        for (index, local) in code.localNames.enumerated()
        where !(frame.pointee.locals + index).isUndefined {
            candidates.append(local)
        }
        if let namespace = frame.pointee.namespace?.takeUnretainedValue() {
            candidates += namespace.entries.map(\.name.swiftString)
        }
        let globals = frame.pointee.globals.takeUnretainedValue()
        candidates += globals.entries.map(\.name.swiftString)
        return Self.closest(text, candidates)
            ?? Self.closest(
                text, builtins.entries.map(\.name.swiftString) + ["None", "True", "False"])
    }
}

/// A traceback as a value: opaque to learner code.
final class TracebackObject: Object {
    let entries: [TracebackEntry]

    init(type: TypeObject, _ entries: [TracebackEntry]) {
        self.entries = entries
        super.init(type: type, kind: .traceback)
    }
}
