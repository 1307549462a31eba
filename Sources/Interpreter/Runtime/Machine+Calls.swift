/// Entering and leaving frames.
extension VirtualMachine {
    @inline(__always)
    static func function(_ object: Unmanaged<Object>) -> Unmanaged<FunctionObject> {
        Unmanaged<FunctionObject>.fromOpaque(object.toOpaque())
    }

    /// Starts a call of a function with positional arguments that lie in memory and are consumed, whatever happens.
    ///
    /// The new frame, or `nil` when the call made a generator, which is then at `result`.
    @inline(__always)
    func enter(
        _ function: Unmanaged<FunctionObject>, _ caller: UnsafeMutablePointer<Frame>,
        _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
        result: UnsafeMutablePointer<Value>, dropEnd: UnsafeMutablePointer<Value>
    ) throws -> UnsafeMutablePointer<Frame>? {
        let routine = function._withUnsafeGuaranteedRef { Unmanaged.passUnretained($0.routine) }
        let (simple, localCount, frameSize, cellCount) = routine._withUnsafeGuaranteedRef {
            ($0.simpleArgumentCount, $0.localCount, $0.frameSize, $0.cellCount)
        }
        let limit = arguments + frameSize
        guard simple == count, cellCount == 0, !caller.pointee.isDetached, limit <= stack.end,
            depth < limits.recursion
        else {
            return try enterSlowly(
                function, caller, arguments, count, [], result: result, dropEnd: dropEnd)
        }
        for index in count..<max(localCount, count) { (arguments + index).setUndefined() }
        let frame = stack.takeFrame()
        frame.initialize(
            to: Frame(
                code: routine, function: function,
                globals: function._withUnsafeGuaranteedRef { .passUnretained($0.globals) },
                namespace: nil, locals: arguments, instruction: 0,
                stackPointer: arguments + localCount, result: result, dropEnd: dropEnd,
                previous: caller, kind: .plain, isDetached: false, isDelegating: false,
                instance: nil, retained: nil, generator: nil, savedTop: stack.top))
        stack.top = limit
        depth &+= 1
        budget.ticks &-= 10
        if budget.ticks < 0 { try pollAtCall(frame) }
        return frame
    }

    /// Polls when a call has used up the slice; a stop leaves the new frame first.
    @inline(never)
    private func pollAtCall(_ frame: UnsafeMutablePointer<Frame>) throws {
        do {
            try pollSlowly()
            if heap.hasAbandoned { try finishAbandoned() }
        } catch {
            dropLocals(frame)
            _ = leave(frame)
            throw error
        }
    }

    /// As `enter`, for every kind of parameter and for generators.
    @inline(never)
    func enterSlowly(
        _ function: Unmanaged<FunctionObject>, _ caller: UnsafeMutablePointer<Frame>,
        _ arguments: UnsafeMutablePointer<Value>, _ positional: Int, _ keywords: [StringObject],
        result: UnsafeMutablePointer<Value>, dropEnd: UnsafeMutablePointer<Value>
    ) throws -> UnsafeMutablePointer<Frame>? {
        let made = try activate(
            function.takeUnretainedValue(), caller, arguments, positional, keywords,
            isInPlace: !caller.pointee.isDetached)
        switch made {
        case .frame(let frame):
            frame.pointee.result = result
            frame.pointee.dropEnd = dropEnd
            return frame
        case .generator(let generator):
            var slot = result
            while slot < dropEnd {
                slot.drop()
                slot += 1
            }
            result.setObject(generator)
            return nil
        }
    }

    enum Activation {
        case frame(UnsafeMutablePointer<Frame>)
        case generator(GeneratorObject)
    }

    /// Binds arguments, which are consumed, and makes the frame or the generator.
    func activate(
        _ function: FunctionObject, _ caller: UnsafeMutablePointer<Frame>?,
        _ arguments: UnsafeMutablePointer<Value>, _ positional: Int, _ keywords: [StringObject],
        isInPlace: Bool
    ) throws -> Activation {
        let routine = function.routine
        let total = positional + keywords.count
        let base = isInPlace ? arguments : stack.top
        let room = max(total, routine.localCount + routine.cellCount) + routine.frameSize
        if base + room > stack.end || depth >= limits.recursion {
            for index in 0..<total { (arguments + index).drop() }
            throw tooDeep()
        }
        if !isInPlace {
            for index in 0..<total { (base + index).initializeBits(of: arguments + index) }
        }
        try bind(function, base, positional, keywords)
        let locals = routine.localCount
        for index in 0..<routine.cellCount {
            let parameter = routine.code.cellVariables[index].parameterSlot
            let cell = CellObject(type: types.cell)
            if parameter >= 0 {
                cell.value = (base + parameter).move()
                (base + parameter).setUndefined()
            }
            (base + locals + index).setObject(cell)
        }
        if routine.flags.contains(.generator) {
            return .generator(makeGenerator(function, base))
        }
        let frame = stack.takeFrame()
        frame.initialize(
            to: Frame(
                code: .passUnretained(routine), function: .passUnretained(function),
                globals: .passUnretained(function.globals), namespace: nil, locals: base,
                instruction: 0, stackPointer: base + locals + routine.cellCount, result: base,
                dropEnd: base, previous: caller, kind: .plain, isDetached: false,
                isDelegating: false, instance: nil, retained: nil, generator: nil,
                savedTop: stack.top))
        stack.top = base + routine.frameSize
        depth &+= 1
        budget.ticks &-= 10
        if budget.ticks < 0 { try pollAtCall(frame) }
        return .frame(frame)
    }

    private func makeGenerator(
        _ function: FunctionObject, _ base: UnsafeMutablePointer<Value>
    ) -> GeneratorObject {
        let routine = function.routine
        let own = UnsafeMutablePointer<Value>.allocate(capacity: routine.frameSize)
        let count = routine.localCount + routine.cellCount
        own.moveInitialize(from: base, count: count)
        let frame = UnsafeMutablePointer<Frame>.allocate(capacity: 1)
        frame.initialize(
            to: Frame(
                code: .passUnretained(routine), function: .passUnretained(function),
                globals: .passUnretained(function.globals), namespace: nil, locals: own,
                instruction: 0, stackPointer: own + count, result: own, dropEnd: own,
                previous: nil, kind: .generatorEntry, isDetached: true, isDelegating: false,
                instance: nil, retained: .passRetained(function), generator: nil,
                savedTop: stack.top))
        let generator = GeneratorObject(type: types.generator, frame: frame, function: function)
        frame.pointee.generator = .passUnretained(generator)
        heap.charge(routine.frameSize &* 16 &+ 128)
        return generator
    }

    // MARK: Leaving

    /// Drops everything the frame holds, up to its stack pointer.
    func dropLocals(_ frame: UnsafeMutablePointer<Frame>) {
        var slot = frame.pointee.locals
        let end = frame.pointee.stackPointer
        while slot < end {
            slot.drop()
            slot += 1
        }
    }

    /// Takes a frame, whose values are gone, off the stack; the caller's.
    @inline(__always)
    func leave(_ frame: UnsafeMutablePointer<Frame>) -> UnsafeMutablePointer<Frame> {
        stack.top = frame.pointee.savedTop
        depth &-= 1
        let caller = frame.pointee.previous
        stack.giveBack(frame)
        return caller ?? frame
    }

    // MARK: Construction

    /// The learner's `__init__` that a call of the class runs, when that is all it does.
    @inline(__always)
    func quickInitializer(_ object: Unmanaged<Object>) -> Unmanaged<FunctionObject>? {
        object._withUnsafeGuaranteedRef { object in
            let type = unsafeDowncast(object, to: TypeObject.self)
            return type.quickInitializer ?? planQuickly(type)
        }
    }

    @inline(never)
    private func planQuickly(_ type: TypeObject) -> Unmanaged<FunctionObject>? {
        guard type.plan == nil, let plan = try? plan(for: type) else { return nil }
        guard case .allocate(let initializer?) = plan, case .object(let object) = initializer,
            object.kind == .function, type.allocate != nil, type.abstractMethods.isEmpty,
            !type.isSubtype(of: types.exception(.baseException))
        else { return nil }
        let function = unsafeDowncast(object, to: FunctionObject.self)
        if function.code.flags.contains(.generator) { return nil }
        type.quickInitializer = .passUnretained(function)
        return type.quickInitializer
    }

    /// Starts `__init__` of a new instance. The class is at `callee`, the arguments are behind it; all are consumed.
    func enterInitializer(
        _ initializer: Unmanaged<FunctionObject>, _ object: Unmanaged<Object>,
        _ caller: UnsafeMutablePointer<Frame>, _ callee: UnsafeMutablePointer<Value>, _ count: Int
    ) throws -> UnsafeMutablePointer<Frame> {
        let type = unsafeDowncast(object.takeUnretainedValue(), to: TypeObject.self)
        let allocate = type.allocate.unsafelyUnwrapped
        let instance = allocate(self, type)
        callee.drop()
        callee.setObject(instance)
        let retained = initializer.retain()
        do {
            guard
                let frame = try enter(
                    initializer, caller, callee, count + 1, result: callee, dropEnd: callee)
            else {
                // Not reached: a generator function is never a quick initializer.
                callee.drop()
                throw typeError("__init__() should return None, not 'generator'")
            }
            frame.pointee.kind = .initializer
            frame.pointee.instance = .passRetained(instance)
            frame.pointee.retained = retained
            return frame
        } catch {
            retained.release()
            throw error
        }
    }

    /// Ends `__init__`: the instance is the result of the call.
    func leaveInitializer(
        _ frame: UnsafeMutablePointer<Frame>
    ) throws -> UnsafeMutablePointer<Frame> {
        let sp = frame.pointee.stackPointer
        guard sp.isNone else {
            let value = sp.pointee
            (sp).drop()
            throw initReturned(value)
        }
        dropLocals(frame)
        let result = frame.pointee.result
        if let instance = frame.pointee.instance { result.setObject(instance) }
        frame.pointee.retained?.release()
        let caller = leave(frame)
        caller.pointee.stackPointer = result + 1
        return caller
    }

    // MARK: Calls from Swift

    /// Calls a function; the arguments stay the caller's.
    func invoke(
        _ function: FunctionObject, receiver: Value?, _ arguments: UnsafeMutablePointer<Value>,
        positional: Int, keywords: [StringObject]?
    ) throws -> Value {
        let base = stack.top
        let names = keywords ?? []
        let total = positional + names.count
        var count = 0
        if base + total + 1 > stack.end { throw tooDeep() }
        if let receiver {
            base.initialize(to: receiver)
            count = 1
        }
        for index in 0..<total { (base + count + index).initializeCopy(of: arguments + index) }
        let made = try activate(
            function, frame, base, positional + count, names, isInPlace: true)
        switch made {
        case .generator(let generator): return .object(generator)
        case .frame(let frame):
            frame.pointee.kind = .entry
            return try execute(frame)
        }
    }

    @inline(__always)
    func callValue(
        _ callee: UnsafeMutablePointer<Value>, _ arguments: UnsafeMutablePointer<Value>,
        _ count: Int
    ) throws -> Value {
        if callee.tag == ValueLayout.object, callee.kind == .nativeFunction {
            let native = unsafeDowncast(
                callee.unmanaged.takeUnretainedValue(), to: NativeFunction.self)
            if native.plainCount == count, case .function(let body) = native.code {
                return try body(self, Arguments(base: arguments, count: count))
            }
            return try invoke(
                native, receiver: nil, arguments, positional: count, keywords: nil)
        }
        return try invoke(
            callee.pointee, receiver: nil, arguments, positional: count, keywords: nil)
    }

    /// Calls a native method whose object is the first of the values at `arguments`.
    @inline(__always)
    func callNativeMethod(
        _ object: Unmanaged<Object>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
    ) throws -> Value {
        let native = unsafeDowncast(object.takeUnretainedValue(), to: NativeFunction.self)
        if native.plainCount == count, case .method(let body) = native.code,
            arguments.tag != ValueLayout.object || arguments.kind != .number
        {
            return try body(
                self, arguments.pointee, Arguments(base: arguments + 1, count: count))
        }
        return try invoke(
            native, receiver: arguments.pointee, arguments + 1, positional: count, keywords: nil)
    }

    /// Calls with a tuple of arguments and perhaps a dictionary of keywords, which lie behind the callee.
    func callExtended(
        _ callee: UnsafeMutablePointer<Value>, hasKeywords: Bool
    ) throws -> Value {
        let positional = (callee + 1).pointee.tuple?.elements ?? []
        guard hasKeywords, let dict = (callee + 2).pointee.dict, dict.count > 0 else {
            return try call(callee.pointee, positional)
        }
        var pairs: [(name: StringObject, value: Value)] = []
        for (key, value) in dict.items {
            guard let name = key.string else { throw typeError("keywords must be strings") }
            pairs.append((intern(name), value))
        }
        return try call(callee.pointee, positional, keywords: pairs)
    }
}
