/// Generators: resuming, suspending, ending.
extension VirtualMachine {
    /// Makes a suspended generator's frame ready to run; `nil` when the generator has ended.
    private func wake(
        _ generator: GeneratorObject, kind: Frame.Kind, caller: UnsafeMutablePointer<Frame>?
    ) throws -> UnsafeMutablePointer<Frame>? {
        guard let frame = generator.frame else { return nil }
        if generator.isRunning { throw valueError("generator already executing") }
        if depth >= limits.recursion { throw tooDeep() }
        depth += 1
        generator.isRunning = true
        // Hardly ever is an exception being handled: then no reference is counted.
        if handled != nil { generator.callerHandled = handled }
        if generator.handled != nil { handled = generator.handled }
        frame.pointee.kind = kind
        frame.pointee.previous = caller
        return frame
    }

    /// Resumes a generator in a `for` loop of the frame `caller`; `nil` when it has ended.
    func resumeInline(
        _ generator: Unmanaged<GeneratorObject>, from caller: UnsafeMutablePointer<Frame>
    ) throws -> UnsafeMutablePointer<Frame>? {
        try generator._withUnsafeGuaranteedRef { generator in
            guard let frame = try wake(generator, kind: .iteration, caller: caller) else {
                return nil
            }
            if generator.hasStarted {
                frame.pointee.stackPointer.setNone()
                frame.pointee.stackPointer += 1
            }
            generator.hasStarted = true
            frame.pointee.isDelegating = false
            budget.ticks &-= 10
            return frame
        }
    }

    /// `next`/`send`: the yielded value, or `nil` when the generator returned (see `generator.returned`).
    package func resume(_ generator: GeneratorObject, sending value: Value) throws -> Value? {
        if !generator.hasStarted, !value.isNone {
            throw typeError("can't send non-None value to a just-started generator")
        }
        guard let frame = try wake(generator, kind: .generatorEntry, caller: self.frame) else {
            return nil
        }
        if generator.hasStarted {
            frame.pointee.stackPointer.initialize(to: value)
            frame.pointee.stackPointer += 1
        }
        generator.hasStarted = true
        frame.pointee.isDelegating = false
        return try run(generator, frame)
    }

    private func run(
        _ generator: GeneratorObject, _ frame: UnsafeMutablePointer<Frame>
    ) throws -> Value? {
        let value = try execute(frame)
        if generator.frame != nil { return value }
        generator.returned = value
        return nil
    }

    /// Puts a generator that yielded to sleep.
    func suspend(_ frame: UnsafeMutablePointer<Frame>) {
        settle(frame)
        self.frame = frame.pointee.previous
        frame.pointee.previous = nil
    }

    private func settle(_ frame: UnsafeMutablePointer<Frame>) {
        depth -= 1
        frame.pointee.generator?._withUnsafeGuaranteedRef { generator in
            generator.isRunning = false
            if handled == nil, generator.callerHandled == nil {
                if generator.handled != nil { generator.handled = nil }
                return
            }
            generator.handled = handled === generator.callerHandled ? nil : handled
            handled = generator.callerHandled
            generator.callerHandled = nil
        }
    }

    /// Hands the yielded value at `value` to the `for` loop of the frame below; that frame.
    func deliver(
        _ frame: UnsafeMutablePointer<Frame>, _ value: UnsafeMutablePointer<Value>
    ) -> UnsafeMutablePointer<Frame> {
        settle(frame)
        guard let caller = frame.pointee.previous else { return frame }
        frame.pointee.previous = nil
        let instruction = caller.pointee.code._withUnsafeGuaranteedRef {
            $0.instructions[caller.pointee.instruction - 1]
        }
        if instruction.opcode == .forIterate {
            caller.pointee.stackPointer.initializeBits(of: value)
            caller.pointee.stackPointer += 1
        } else {
            let slot = caller.pointee.locals + Int(instruction.extra)
            let old = slot.tag == ValueLayout.object ? slot.unmanaged : nil
            slot.initializeBits(of: value)
            old?.release()
        }
        return caller
    }

    /// Ends the generator of a `for` loop: the loop is over.
    func finishIteration(_ frame: UnsafeMutablePointer<Frame>) -> UnsafeMutablePointer<Frame> {
        guard let caller = frame.pointee.previous else { return frame }
        end(frame)
        let instruction = caller.pointee.code._withUnsafeGuaranteedRef {
            $0.instructions[caller.pointee.instruction - 1]
        }
        caller.pointee.stackPointer -= 1
        caller.pointee.stackPointer.drop()
        caller.pointee.instruction = Int(instruction.operand)
        return caller
    }

    /// Ends a generator that Swift code resumed.
    func finishGenerator(_ frame: UnsafeMutablePointer<Frame>) {
        self.frame = frame.pointee.previous
        end(frame)
    }

    /// Frees the frame of a running generator.
    func end(_ frame: UnsafeMutablePointer<Frame>) {
        let generator = frame.pointee.generator?.takeUnretainedValue()
        settle(frame)
        generator?.frame = nil
        generator?.handled = nil
        heap.discharge(
            frame.pointee.code._withUnsafeGuaranteedRef { $0.frameSize } &* 16 &+ 128)
        Frame.destroyDetached(frame, heap)
    }

    /// The StopIteration of an iterator that has ended; that of a generator carries what it returned.
    package func stopIteration(_ iterator: Value) -> PythonError {
        guard case .object(let object) = iterator, object.kind == .generator else {
            return error(.stopIteration, arguments: [])
        }
        let generator = unsafeDowncast(object, to: GeneratorObject.self)
        let value = generator.returned
        generator.returned = .none
        return error(.stopIteration, arguments: value.isNone ? [] : [value])
    }

    // MARK: Dropped generators

    /// Lets generators that were dropped inside `try` or `with` run to their end, as `close()` does. CPython does so the
    /// moment they go; here it is done at the next call.
    @inline(never)
    func finishAbandoned() throws {
        if isFinishing { return }
        isFinishing = true
        defer { isFinishing = false }
        // What runs may drop others: a bounded number of rounds, the rest at the next call.
        for _ in 0..<100 where heap.hasAbandoned {
            let waiting = heap.abandoned
            heap.abandoned = []
            for generator in waiting { try finish(generator) }
        }
    }

    private func finish(_ generator: GeneratorObject) throws {
        let kept = handled
        handled = nil
        defer { handled = kept }
        do {
            try close(generator)
        } catch let error as PythonError {
            if let context = error.exception.context,
                context.type === types.exception(.generatorExit)
            {
                error.exception.context = nil
            }
            let place = Self.address(generator)
            warningOutput?(
                "Exception ignored in: <generator object \(generator.qualifiedName) at \(place)>\n"
                    + renderTraceback(error.exception))
        }
    }

    // MARK: throw and close

    /// `generator.throw(exception)`: the next value yielded, `nil` when the generator returned.
    package func throwInto(_ generator: GeneratorObject, _ error: PythonError) throws -> Value? {
        guard let suspended = generator.frame else { throw error }
        if generator.isRunning { throw valueError("generator already executing") }
        if suspended.pointee.isDelegating {
            let inner = (suspended.pointee.stackPointer - 1).pointee
            var outcome: Result<Value?, any Error>
            do {
                generator.isRunning = true
                defer { generator.isRunning = false }
                if isError(error, .generatorExit) {
                    try closeIterator(inner)
                    outcome = .failure(error)
                } else {
                    outcome = .success(try throwIntoIterator(inner, error))
                }
            } catch {
                outcome = .failure(error)
            }
            switch outcome {
            case .success(let value?): return value
            case .success(nil): return try resumeAfterDelegation(generator, inner)
            case .failure(let raised):
                guard let raised = raised as? PythonError else { throw raised }
                if isError(raised, .stopIteration), raised.exception !== error.exception {
                    return try resumeAfterDelegation(
                        generator, inner, value: raised.exception.arguments.first ?? Value.none)
                }
                return try raiseInside(generator, raised)
            }
        }
        return try raiseInside(generator, error)
    }

    private func raiseInside(
        _ generator: GeneratorObject, _ error: PythonError
    ) throws -> Value? {
        guard let frame = try wake(generator, kind: .generatorEntry, caller: self.frame) else {
            throw error
        }
        if !generator.hasStarted {
            // None of its code runs: it ends where it is defined.
            let code = frame.pointee.code._withUnsafeGuaranteedRef { $0.code }
            error.exception.appendPlace(TracebackEntry(code: code, instruction: -1))
            self.frame = frame.pointee.previous
            end(frame)
            throw error
        }
        let index = frame.pointee.instruction - (frame.pointee.isDelegating ? 0 : 1)
        frame.pointee.isDelegating = false
        generator.hasStarted = true
        // What is thrown in is chained to what the generator handles, not to what its caller handles.
        let callers = handled
        if generator.handled == nil { handled = nil }
        let target = try unwind(error, frame, at: max(index, 0))
        handled = callers
        return try run(generator, target)
    }

    /// Goes on behind a `yield from` whose iterator ended while an exception was thrown into it.
    private func resumeAfterDelegation(
        _ generator: GeneratorObject, _ inner: Value, value: Value? = nil
    ) throws -> Value? {
        guard let frame = try wake(generator, kind: .generatorEntry, caller: self.frame) else {
            return nil
        }
        var result = value ?? .none
        if value == nil, case .object(let object) = inner, object.kind == .generator {
            result = unsafeDowncast(object, to: GeneratorObject.self).returned
        }
        frame.pointee.isDelegating = false
        (frame.pointee.stackPointer - 1).pointee = result
        frame.pointee.instruction += 1
        return try run(generator, frame)
    }

    private func throwIntoIterator(_ iterator: Value, _ error: PythonError) throws -> Value? {
        if case .object(let object) = iterator, object.kind == .generator {
            return try throwInto(unsafeDowncast(object, to: GeneratorObject.self), error)
        }
        guard let method = try attributeIfPresent(iterator, names.throwName) else { throw error }
        return try call(method, [.object(error.exception)])
    }

    private func closeIterator(_ iterator: Value) throws {
        if case .object(let object) = iterator, object.kind == .generator {
            return try close(unsafeDowncast(object, to: GeneratorObject.self))
        }
        if let method = try attributeIfPresent(iterator, names.close) { _ = try call(method) }
    }

    /// `generator.close()`.
    package func close(_ generator: GeneratorObject) throws {
        guard let frame = generator.frame else { return }
        if !generator.hasStarted {
            generator.frame = nil
            Frame.destroyDetached(frame, heap)
            return
        }
        do {
            let exit = error(.generatorExit, arguments: [])
            exit.exception.context = handled
            if try throwInto(generator, exit) != nil {
                throw error(.runtimeError, "generator ignored GeneratorExit")
            }
        } catch let error as PythonError
            where isError(error, .generatorExit) || isError(error, .stopIteration)
        {}
    }

    /// One step of `yield from`: the iterator and the sent value are below `sp`. True when a value was yielded, which is
    /// then above the iterator; otherwise the result is in its place.
    func delegate(_ sp: UnsafeMutablePointer<Value>) throws -> Bool {
        let place = sp - 2
        let sent = (sp - 1).pointee
        var result: Value?
        var returned = Value.none
        if place.tag == ValueLayout.object, place.kind == .generator {
            // The place keeps the generator alive.
            result = try place.unmanaged._withUnsafeGuaranteedRef { object in
                let generator = unsafeDowncast(object, to: GeneratorObject.self)
                let result = try resume(generator, sending: sent)
                if result == nil {
                    returned = generator.returned
                    generator.returned = .none
                }
                return result
            }
        } else {
            let iterator = place.pointee
            do {
                if sent.isNone {
                    result = try nextKeepingStop(iterator)
                } else {
                    result = try callMethod(iterator, names.send, [sent])
                }
            } catch let error as PythonError where isError(error, .stopIteration) {
                returned = error.exception.arguments.first ?? .none
            }
        }
        (sp - 1).drop()
        if let result {
            (sp - 1).initialize(to: result)
            return true
        }
        (sp - 1).setNone()
        place.pointee = returned
        return false
    }

    /// `next(iterator)` where a learner's `__next__` may carry a value in its StopIteration.
    private func nextKeepingStop(_ iterator: Value) throws -> Value? {
        if case .object(let object) = iterator, object.kind == .instance,
            lookUp(object.type, names.next) != nil, !object.type.isNative
        {
            return try callSpecial(iterator, names.next)
        }
        return try next(iterator)
    }
}
