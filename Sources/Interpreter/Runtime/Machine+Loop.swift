// The loop. It keeps the current frame's pointers in local variables, handles the common cases of each
// instruction in place, and calls a function that is not inlined for everything else. Calls of functions
// written in the learner's language and `for` loops over generators switch frames within the loop, so that
// they do not deepen the native stack. Whatever throws lands in one `catch`, where `unwind` finds the
// frame and the instruction that go on.

extension VirtualMachine {
    /// Runs a frame to its end.
    func execute(_ entry: UnsafeMutablePointer<Frame>) throws -> Value {
        var frame = entry
        var instructions: UnsafeMutablePointer<Instruction>
        var constants: UnsafeMutablePointer<Value>
        var caches: UnsafeMutablePointer<InlineCache>
        var locals: UnsafeMutablePointer<Value>
        var sp: UnsafeMutablePointer<Value>
        var pc: UnsafeMutablePointer<Instruction>
        let rangeIterator = types.rangeIterator
        let listIterator = types.listIterator
        let listType = types.list
        let dictType = types.dict
        let tupleType = types.tuple

        enter: while true {
            (instructions, constants, caches) = frame.pointee.code._withUnsafeGuaranteedRef {
                ($0.instructions, $0.constants, $0.caches)
            }
            locals = frame.pointee.locals
            sp = frame.pointee.stackPointer
            pc = instructions + frame.pointee.instruction
            self.frame = frame
            do {
                while true {
                    let instruction = pc.pointee
                    pc += 1
                    let operand = Int(instruction.operand)
                    switch instruction.opcode {
                    // MARK: Stack
                    case .nop: break
                    case .popTop:
                        sp -= 1
                        sp.drop()
                    case .copy:
                        sp.initializeCopy(of: sp - operand)
                        sp += 1
                    case .copyTwo:
                        sp.initializeCopy(of: sp - 2)
                        (sp + 1).initializeCopy(of: sp - 1)
                        sp += 2
                    case .rotate:
                        // The place above the top is scratch: every frame has room for it.
                        var position = sp
                        for _ in 0..<operand {
                            position.initializeBits(of: position - 1)
                            position -= 1
                        }
                        position.initializeBits(of: sp)

                    // MARK: Constants and variables
                    case .loadConstant:
                        sp.initializeCopy(of: constants + operand)
                        sp += 1
                    case .loadInt:
                        sp.setInt(operand)
                        sp += 1
                    case .loadNone:
                        sp.setNone()
                        sp += 1
                    case .loadBool:
                        sp.setBool(operand != 0)
                        sp += 1
                    case .loadLocal:
                        let slot = locals + operand
                        if slot.isUndefined { throw unboundLocal(frame, operand) }
                        sp.initializeCopy(of: slot)
                        sp += 1
                    case .loadLocalPair:
                        let first = locals + operand
                        let second = locals + Int(instruction.extra)
                        if first.isUndefined { throw unboundLocal(frame, operand) }
                        sp.initializeCopy(of: first)
                        sp += 1
                        if second.isUndefined {
                            throw unboundLocal(frame, Int(instruction.extra))
                        }
                        sp.initializeCopy(of: second)
                        sp += 1
                    case .storeLocal:
                        sp -= 1
                        let slot = locals + operand
                        if slot.tag == ValueLayout.object {
                            let old = slot.unmanaged
                            slot.initializeBits(of: sp)
                            old.release()
                        } else {
                            slot.initializeBits(of: sp)
                        }
                    case .deleteLocal:
                        let slot = locals + operand
                        if slot.isUndefined { throw unboundLocal(frame, operand) }
                        slot.drop()
                        slot.setUndefined()
                    case .loadGlobal:
                        let cache = caches + Int(instruction.extra)
                        if cache.pointee.form == CacheForm.global,
                            cache.pointee.shape
                                == UnsafeRawPointer(frame.pointee.globals.toOpaque())
                        {
                            let slot = frame.pointee.globals._withUnsafeGuaranteedRef {
                                $0.values + Int(cache.pointee.index)
                            }
                            if !slot.isUndefined {
                                sp.initializeCopy(of: slot)
                                sp += 1
                                continue
                            }
                        } else if cache.pointee.form == CacheForm.builtin,
                            cache.pointee.shape
                                == UnsafeRawPointer(frame.pointee.globals.toOpaque()),
                            cache.pointee.key
                                == frame.pointee.globals._withUnsafeGuaranteedRef({
                                    $0.layoutVersion
                                })
                        {
                            sp.initializeCopy(of: builtins.values + Int(cache.pointee.index))
                            sp += 1
                            continue
                        }
                        try loadGlobal(frame, operand, cache, into: sp)
                        sp += 1
                    case .storeGlobal:
                        sp -= 1
                        storeGlobal(frame, operand, sp)
                    case .deleteGlobal:
                        try deleteGlobal(frame, operand)
                    case .loadName:
                        try loadName(frame, operand, into: sp)
                        sp += 1
                    case .storeName:
                        sp -= 1
                        let value = sp.move()
                        storeName(frame, operand, value)
                    case .deleteName:
                        try deleteName(frame, operand)
                    case .loadCell:
                        let cell = cell(frame, operand)
                        if cell.value.isUndefined { throw unboundCell(frame, operand) }
                        sp.initialize(to: cell.value)
                        sp += 1
                    case .storeCell:
                        sp -= 1
                        cell(frame, operand).value = sp.move()
                    case .deleteCell:
                        let cell = cell(frame, operand)
                        if cell.value.isUndefined { throw unboundCell(frame, operand) }
                        cell.value = .undefined
                    case .loadClassCell:
                        try loadClassCell(frame, operand, into: sp)
                        sp += 1
                    case .loadClosure:
                        sp.setObject(cell(frame, operand))
                        sp += 1

                    // MARK: Attributes and items
                    case .loadAttribute:
                        let target = sp - 1
                        let cache = caches + Int(instruction.extra)
                        if target.tag == ValueLayout.object, cache.pointee.form != 0 {
                            let object = target.unmanaged
                            if cache.pointee.form == CacheForm.field {
                                let slot: UnsafeMutablePointer<Value>? =
                                    object._withUnsafeGuaranteedRef { object in
                                        guard object.kind.hasFields else { return nil }
                                        let instance = unsafeDowncast(
                                            object, to: InstanceObject.self)
                                        guard
                                            instance.shapeAddress == cache.pointee.shape,
                                            Int(instance.type.version) == cache.pointee.key
                                        else { return nil }
                                        return instance.fields.unsafelyUnwrapped
                                            + Int(cache.pointee.index)
                                    }
                                if let slot {
                                    target.initializeCopy(of: slot)
                                    object.release()
                                    continue
                                }
                            } else if cache.pointee.form == CacheForm.module {
                                let slot: UnsafeMutablePointer<Value>? =
                                    object._withUnsafeGuaranteedRef { object in
                                        guard object.kind == .module else { return nil }
                                        let table = unsafeDowncast(object, to: ModuleObject.self)
                                            .namespace
                                        guard table.identity == cache.pointee.key else {
                                            return nil
                                        }
                                        return table.values + Int(cache.pointee.index)
                                    }
                                if let slot, !slot.isUndefined {
                                    target.initializeCopy(of: slot)
                                    object.release()
                                    continue
                                }
                            } else if cache.pointee.form == CacheForm.classValue {
                                let isHit = object._withUnsafeGuaranteedRef { object in
                                    cacheHit(object, cache)
                                }
                                if isHit, let slot = cache.pointee.value {
                                    target.initializeCopy(of: slot)
                                    object.release()
                                    continue
                                }
                            } else if cache.pointee.form == CacheForm.ownClassValue {
                                let isHit = object._withUnsafeGuaranteedRef { object in
                                    object.kind == .type
                                        && Int(
                                            unsafeDowncast(object, to: TypeObject.self).version)
                                            == cache.pointee.key
                                }
                                if isHit, let slot = cache.pointee.value {
                                    target.initializeCopy(of: slot)
                                    object.release()
                                    continue
                                }
                            }
                        }
                        try loadAttribute(frame, operand, cache, target)
                    case .storeAttribute:
                        let target = sp - 1
                        let cache = caches + Int(instruction.extra)
                        if target.tag == ValueLayout.object, cache.pointee.form != 0 {
                            let object = target.unmanaged
                            let done: Bool = object._withUnsafeGuaranteedRef { object in
                                guard object.kind.hasFields else { return false }
                                let instance = unsafeDowncast(object, to: InstanceObject.self)
                                guard
                                    instance.shapeAddress == cache.pointee.shape,
                                    Int(instance.type.version) == cache.pointee.key
                                else { return false }
                                if cache.pointee.form == CacheForm.field {
                                    let slot =
                                        instance.fields.unsafelyUnwrapped
                                        + Int(cache.pointee.index)
                                    if slot.tag == ValueLayout.object {
                                        let old = slot.unmanaged
                                        slot.initializeBits(of: sp - 2)
                                        old.release()
                                    } else {
                                        slot.initializeBits(of: sp - 2)
                                    }
                                    return true
                                }
                                if cache.pointee.index < instance.fieldCapacity {
                                    (instance.fields.unsafelyUnwrapped
                                        + Int(cache.pointee.index))
                                        .initializeBits(of: sp - 2)
                                    instance.setShape(cache.pointee.nextShape)
                                    return true
                                }
                                return false
                            }
                            if done {
                                object.release()
                                sp -= 2
                                continue
                            }
                        }
                        try storeAttribute(frame, operand, cache, sp)
                        sp -= 2
                        (sp + 1).drop()
                        sp.drop()
                    case .deleteAttribute:
                        try deleteAttribute((sp - 1).pointee, name(frame, operand))
                        sp -= 1
                        sp.drop()
                    case .loadMethod:
                        let target = sp - 1
                        let cache = caches + Int(instruction.extra)
                        if target.tag == ValueLayout.object, cache.pointee.form != 0 {
                            let object = target.unmanaged
                            if cache.pointee.form == CacheForm.method {
                                let isHit = object._withUnsafeGuaranteedRef { object in
                                    cacheHit(object, cache)
                                }
                                if isHit, let slot = cache.pointee.value {
                                    sp.initializeBits(of: target)
                                    target.initializeCopy(of: slot)
                                    sp += 1
                                    continue
                                }
                            } else if cache.pointee.form == CacheForm.module {
                                let slot: UnsafeMutablePointer<Value>? =
                                    object._withUnsafeGuaranteedRef { object in
                                        guard object.kind == .module else { return nil }
                                        let table = unsafeDowncast(object, to: ModuleObject.self)
                                            .namespace
                                        guard table.identity == cache.pointee.key else {
                                            return nil
                                        }
                                        return table.values + Int(cache.pointee.index)
                                    }
                                if let slot, !slot.isUndefined {
                                    target.initializeCopy(of: slot)
                                    object.release()
                                    sp.setUndefined()
                                    sp += 1
                                    continue
                                }
                            }
                        }
                        try loadMethod(frame, operand, cache, target)
                        sp += 1
                    case .loadSubscript:
                        let target = sp - 2
                        let key = sp - 1
                        if target.tag == ValueLayout.object {
                            let object = target.unmanaged
                            if key.tag == ValueLayout.int {
                                let index = key.payload
                                let isDone = object._withUnsafeGuaranteedRef { object in
                                    if object.type === listType {
                                        return unsafeDowncast(object, to: ListObject.self)
                                            .elements.copyElement(index, to: key)
                                    }
                                    if object.type === tupleType {
                                        return unsafeDowncast(object, to: TupleObject.self)
                                            .elements.copyElement(index, to: key)
                                    }
                                    return false
                                }
                                if isDone {
                                    object.release()
                                    target.initializeBits(of: key)
                                    sp = key
                                    continue
                                }
                            }
                            let found: Bool = try object._withUnsafeGuaranteedRef { object in
                                guard object.type === dictType else { return false }
                                return try unsafeDowncast(object, to: DictObject.self).replace(
                                    key, self)
                            }
                            if found {
                                object.release()
                                target.initializeBits(of: key)
                                sp = key
                                continue
                            }
                        }
                        try loadSubscript(sp)
                        sp = key
                    case .storeSubscript:
                        let target = sp - 2
                        let key = sp - 1
                        if target.tag == ValueLayout.object, key.tag == ValueLayout.int {
                            let object = target.unmanaged
                            let index = key.payload
                            let isDone = object._withUnsafeGuaranteedRef { object in
                                guard object.type === listType else { return false }
                                return unsafeDowncast(object, to: ListObject.self)
                                    .elements.exchangeElement(index, with: sp - 3)
                            }
                            if isDone {
                                object.release()
                                sp -= 3
                                sp.drop()
                                continue
                            }
                        }
                        let dict: DictObject? =
                            target.tag == ValueLayout.object
                            ? target.unmanaged._withUnsafeGuaranteedRef { object in
                                object.type === dictType
                                    ? unsafeDowncast(object, to: DictObject.self) : nil
                            } : nil
                        if let dict {
                            try dict.set(key.pointee, (sp - 3).pointee, self)
                        } else {
                            try setItem(target.pointee, key.pointee, (sp - 3).pointee)
                        }
                        sp -= 3
                        sp.drop()
                        (sp + 1).drop()
                        (sp + 2).drop()
                    case .deleteSubscript:
                        try deleteItem((sp - 2).pointee, (sp - 1).pointee)
                        sp -= 2
                        sp.drop()
                        (sp + 1).drop()

                    // MARK: Operators
                    case .add:
                        let a = sp - 2
                        let b = sp - 1
                        if a.tag == ValueLayout.int, b.tag == ValueLayout.int {
                            let (result, overflow) = a.payload.addingReportingOverflow(b.payload)
                            if !overflow {
                                a.setInt(result)
                                sp = b
                                continue
                            }
                        } else if a.tag == ValueLayout.float, b.tag == ValueLayout.float {
                            a.setDouble(a.double + b.double)
                            sp = b
                            continue
                        }
                        if a.tag == ValueLayout.object, a.kind == .string,
                            try append(sp, frame, pc)
                        {
                            sp = b
                            continue
                        }
                        try binaryInPlace(.add, sp, isInPlace: false)
                        sp = b
                    case .subtract:
                        let a = sp - 2
                        let b = sp - 1
                        if a.tag == ValueLayout.int, b.tag == ValueLayout.int {
                            let (result, overflow) = a.payload.subtractingReportingOverflow(
                                b.payload)
                            if !overflow {
                                a.setInt(result)
                                sp = b
                                continue
                            }
                        } else if a.tag == ValueLayout.float, b.tag == ValueLayout.float {
                            a.setDouble(a.double - b.double)
                            sp = b
                            continue
                        }
                        try binaryInPlace(.subtract, sp, isInPlace: false)
                        sp = b
                    case .multiply:
                        let a = sp - 2
                        let b = sp - 1
                        if a.tag == ValueLayout.int, b.tag == ValueLayout.int {
                            let (result, overflow) = a.payload.multipliedReportingOverflow(
                                by: b.payload)
                            if !overflow {
                                a.setInt(result)
                                sp = b
                                continue
                            }
                        } else if a.tag == ValueLayout.float, b.tag == ValueLayout.float {
                            a.setDouble(a.double * b.double)
                            sp = b
                            continue
                        }
                        try binaryInPlace(.multiply, sp, isInPlace: false)
                        sp = b
                    case .binary:
                        let op = unsafeBitCast(instruction.detail, to: BinaryOperator.self)
                        if !Self.quickBinary(op, sp) {
                            try binaryInPlace(op, sp, isInPlace: false)
                        }
                        sp -= 1
                    case .inPlace:
                        let op = unsafeBitCast(instruction.detail, to: BinaryOperator.self)
                        if !Self.quickBinary(op, sp) {
                            if op == .add, (sp - 2).tag == ValueLayout.object,
                                (sp - 2).kind == .string, try append(sp, frame, pc)
                            {
                                sp -= 1
                                continue
                            }
                            try binaryInPlace(op, sp, isInPlace: true)
                        }
                        sp -= 1
                    case .unary:
                        try unaryInPlace(
                            unsafeBitCast(instruction.detail, to: UnaryOperator.self), sp - 1)
                    case .compare:
                        let op = unsafeBitCast(instruction.detail, to: ComparisonOperator.self)
                        let a = sp - 2
                        let b = sp - 1
                        if a.tag == ValueLayout.int, b.tag == ValueLayout.int,
                            op.rawValue <= ComparisonOperator.greaterEqual.rawValue
                        {
                            a.setBool(op.compares(a.payload, b.payload))
                        } else {
                            try compareInPlace(op, sp)
                        }
                        sp = b

                    // MARK: Jumps
                    case .jump:
                        pc = instructions + operand
                    case .jumpBackward:
                        let target = instructions + operand
                        budget.ticks &-= pc - target
                        if budget.ticks < 0 { try pollAtJump(frame, sp) }
                        pc = target
                    case .popJumpIfFalse:
                        sp -= 1
                        let truth: Bool
                        if sp.tag == ValueLayout.bool {
                            truth = sp.payload & 1 == 1
                        } else {
                            truth = try takeTruth(sp)
                        }
                        if !truth { pc = try jump(to: instructions + operand, from: pc) }
                    case .popJumpIfTrue:
                        sp -= 1
                        let truth: Bool
                        if sp.tag == ValueLayout.bool {
                            truth = sp.payload & 1 == 1
                        } else {
                            truth = try takeTruth(sp)
                        }
                        if truth { pc = try jump(to: instructions + operand, from: pc) }
                    case .popJumpIfNone:
                        sp -= 1
                        let isNone = sp.isNone
                        sp.drop()
                        if isNone { pc = try jump(to: instructions + operand, from: pc) }
                    case .popJumpIfNotNone:
                        sp -= 1
                        let isNone = sp.isNone
                        sp.drop()
                        if !isNone { pc = try jump(to: instructions + operand, from: pc) }
                    case .jumpIfFalseOrPop:
                        if try isTrue((sp - 1).pointee) {
                            sp -= 1
                            sp.drop()
                        } else {
                            pc = instructions + operand
                        }
                    case .jumpIfTrueOrPop:
                        if try isTrue((sp - 1).pointee) {
                            pc = instructions + operand
                        } else {
                            sp -= 1
                            sp.drop()
                        }
                    case .compareJumpIfFalse:
                        let op = unsafeBitCast(instruction.detail, to: ComparisonOperator.self)
                        let a = sp - 2
                        let b = sp - 1
                        let truth: Bool
                        if a.tag == ValueLayout.int, b.tag == ValueLayout.int,
                            op.rawValue <= ComparisonOperator.greaterEqual.rawValue
                        {
                            truth = op.compares(a.payload, b.payload)
                            sp = a
                        } else {
                            try compareInPlace(op, sp)
                            sp = a
                            truth =
                                sp.tag == ValueLayout.bool
                                ? sp.payload & 1 == 1 : try takeTruth(sp)
                        }
                        if !truth { pc = try jump(to: instructions + operand, from: pc) }
                    case .compareJumpIfTrue:
                        let op = unsafeBitCast(instruction.detail, to: ComparisonOperator.self)
                        let a = sp - 2
                        let b = sp - 1
                        let truth: Bool
                        if a.tag == ValueLayout.int, b.tag == ValueLayout.int,
                            op.rawValue <= ComparisonOperator.greaterEqual.rawValue
                        {
                            truth = op.compares(a.payload, b.payload)
                            sp = a
                        } else {
                            try compareInPlace(op, sp)
                            sp = a
                            truth =
                                sp.tag == ValueLayout.bool
                                ? sp.payload & 1 == 1 : try takeTruth(sp)
                        }
                        if truth { pc = try jump(to: instructions + operand, from: pc) }

                    // MARK: Iteration and unpacking
                    case .makeIterator:
                        let target = sp - 1
                        if target.tag != ValueLayout.object
                            || (target.kind != .iterator && target.kind != .generator)
                        {
                            let iterator = try makeIterator(target.pointee)
                            target.pointee = iterator
                        }
                    case .forIterate, .forIterateLocal:
                        let target = sp - 1
                        let object = target.unmanaged
                        let kind = object._withUnsafeGuaranteedRef { $0.kind }
                        if kind == .generator {
                            let generator = object._withUnsafeGuaranteedRef {
                                Unmanaged.passUnretained(
                                    unsafeDowncast($0, to: GeneratorObject.self))
                            }
                            frame.pointee.instruction = pc - instructions
                            frame.pointee.stackPointer = sp
                            if let next = try resumeInline(generator, from: frame) {
                                frame = next
                                continue enter
                            }
                            sp = target
                            sp.drop()
                            pc = instructions + operand
                            continue
                        }
                        let type = object._withUnsafeGuaranteedRef { ObjectIdentifier($0.type) }
                        var hasNext: Bool
                        if type == ObjectIdentifier(rangeIterator) {
                            hasNext = object._withUnsafeGuaranteedRef { object in
                                let range = unsafeDowncast(object, to: RangeIterator.self)
                                if range.remaining <= 0 { return false }
                                range.remaining &-= 1
                                sp.setInt(range.value)
                                range.value &+= range.step
                                return true
                            }
                        } else if type == ObjectIdentifier(listIterator) {
                            hasNext = object._withUnsafeGuaranteedRef { object in
                                unsafeDowncast(object, to: ListIterator.self).advance(into: sp)
                            }
                        } else {
                            hasNext = try iterate(target, into: sp)
                        }
                        if !hasNext {
                            sp = target
                            sp.drop()
                            pc = instructions + operand
                        } else if instruction.opcode == .forIterate {
                            sp += 1
                        } else {
                            let slot = locals + Int(instruction.extra)
                            if slot.tag == ValueLayout.object {
                                let old = slot.unmanaged
                                slot.initializeBits(of: sp)
                                old.release()
                            } else {
                                slot.initializeBits(of: sp)
                            }
                        }
                    case .unpack:
                        let source = sp - 1
                        if source.tag == ValueLayout.object {
                            let object = source.unmanaged
                            let isDone = object._withUnsafeGuaranteedRef { object in
                                guard object.type === tupleType else { return false }
                                return unsafeDowncast(object, to: TupleObject.self).elements
                                    .spread(operand, into: source)
                            }
                            if isDone {
                                object.release()
                                sp = source + operand
                                continue
                            }
                        }
                        try unpack(source, operand)
                        sp = source + operand
                    case .unpackStarred:
                        try unpackStarred(sp - 1, Int(instruction.extra), operand)
                        sp += Int(instruction.extra) + operand

                    // MARK: Displays and strings
                    case .buildList:
                        let base = sp - operand
                        let made = ListObject(type: listType, Self.take(base, operand))
                        base.setObject(made)
                        sp = base + 1
                    case .buildTuple:
                        let base = sp - operand
                        let made = tuple(Self.take(base, operand))
                        base.initialize(to: made)
                        sp = base + 1
                    case .buildSet:
                        try buildSet(sp - operand, operand)
                        sp -= operand - 1
                    case .buildDict:
                        try buildDict(sp - 2 * operand, operand)
                        sp -= 2 * operand - 1
                    case .buildString:
                        let base = sp - operand
                        let made = try concatenate(base, operand)
                        for index in 0..<operand { (base + index).drop() }
                        base.setObject(made)
                        sp = base + 1
                    case .buildSlice:
                        let count = operand == 3 ? 3 : 2
                        let base = sp - count
                        let made = slice(
                            base.move(), (base + 1).move(), count == 3 ? (base + 2).move() : .none)
                        base.initialize(to: made)
                        sp = base + 1
                    case .listExtend:
                        let isOnlyArgument =
                            pc[0].opcode == .listToTuple && pc[1].opcode == .callExtended
                        try listExtend(
                            (sp - 2).pointee, (sp - 1).pointee,
                            callable: isOnlyArgument ? (sp - 3).pointee : .undefined)
                        sp -= 1
                        sp.drop()
                    case .listToTuple:
                        let made = tuple((sp - 1).pointee.list?.elements ?? [])
                        (sp - 1).pointee = made
                    case .setUpdate:
                        try setUpdate((sp - 2).pointee, (sp - 1).pointee)
                        sp -= 1
                        sp.drop()
                    case .dictUpdate:
                        try dictUpdate((sp - 2).pointee, (sp - 1).pointee)
                        sp -= 1
                        sp.drop()
                    case .dictMerge:
                        try dictMerge(
                            (sp - 2).pointee, (sp - 1).pointee, callable: (sp - 4).pointee)
                        sp -= 1
                        sp.drop()
                    case .listAppend:
                        sp -= 1
                        (sp - operand).unmanaged._withUnsafeGuaranteedRef {
                            unsafeDowncast($0, to: ListObject.self).append(sp.move())
                        }
                    case .setAdd:
                        if let set = (sp - 1 - operand).pointee.set {
                            try set.insert((sp - 1).pointee, self)
                        }
                        sp -= 1
                        sp.drop()
                    case .dictSet:
                        if let dict = (sp - 2 - operand).pointee.dict {
                            try dict.set((sp - 2).pointee, (sp - 1).pointee, self)
                        }
                        sp -= 2
                        sp.drop()
                        (sp + 1).drop()
                    case .formatValue:
                        let flags = FormatFlags(rawValue: instruction.detail)
                        let hasSpecification = flags.contains(.specification)
                        let target = hasSpecification ? sp - 2 : sp - 1
                        let made = try formatValue(
                            target.pointee, hasSpecification ? (sp - 1).pointee : .undefined,
                            flags)
                        if hasSpecification { (sp - 1).drop() }
                        target.drop()
                        target.setObject(made)
                        sp = target + 1

                    // MARK: Calls and functions
                    case .call:
                        let arguments = sp - operand
                        let callee = arguments - 1
                        if callee.tag == ValueLayout.object {
                            let object = callee.unmanaged
                            let kind = object._withUnsafeGuaranteedRef { $0.kind }
                            if kind == .function {
                                frame.pointee.instruction = pc - instructions
                                frame.pointee.stackPointer = callee
                                sp = callee + 1
                                if let next = try enter(
                                    Self.function(object), frame, arguments, operand,
                                    result: callee, dropEnd: arguments)
                                {
                                    frame = next
                                    continue enter
                                }
                                continue
                            }
                            if kind == .type {
                                if let initializer = quickInitializer(object) {
                                    frame.pointee.instruction = pc - instructions
                                    frame.pointee.stackPointer = callee
                                    sp = callee
                                    frame = try enterInitializer(
                                        initializer, object, frame, callee, operand)
                                    continue enter
                                }
                            }
                        }
                        let result = try callValue(callee, arguments, operand)
                        while sp > callee {
                            sp -= 1
                            sp.drop()
                        }
                        sp.initialize(to: result)
                        sp += 1
                    case .callMethod:
                        var arguments = sp - operand
                        let callee = arguments - 2
                        var count = operand
                        if !(arguments - 1).isUndefined {
                            arguments -= 1
                            count += 1
                        }
                        if callee.tag == ValueLayout.object {
                            let object = callee.unmanaged
                            let kind = object._withUnsafeGuaranteedRef { $0.kind }
                            if kind == .function {
                                frame.pointee.instruction = pc - instructions
                                frame.pointee.stackPointer = callee
                                sp = callee + 1
                                if let next = try enter(
                                    Self.function(object), frame, arguments, count,
                                    result: callee, dropEnd: arguments)
                                {
                                    frame = next
                                    continue enter
                                }
                                continue
                            }
                            if kind == .nativeFunction, count > operand {
                                let result = try callNativeMethod(
                                    object, arguments, operand)
                                while sp > callee {
                                    sp -= 1
                                    sp.drop()
                                }
                                sp.initialize(to: result)
                                sp += 1
                                continue
                            }
                            if kind == .type, count == operand {
                                // The shape that `call` has: the empty slot goes.
                                for index in 0..<operand {
                                    (arguments - 1 + index).initializeBits(of: arguments + index)
                                }
                                sp -= 1
                                arguments -= 1
                                if let initializer = quickInitializer(object) {
                                    frame.pointee.instruction = pc - instructions
                                    frame.pointee.stackPointer = callee
                                    sp = callee
                                    frame = try enterInitializer(
                                        initializer, object, frame, callee, operand)
                                    continue enter
                                }
                            }
                        }
                        let result = try callValue(callee, arguments, count)
                        while sp > callee {
                            sp -= 1
                            sp.drop()
                        }
                        sp.initialize(to: result)
                        sp += 1
                    case .callKeywords, .callMethodKeywords:
                        let total = Int(instruction.extra)
                        var arguments = sp - total
                        var count = total
                        var callee = arguments - 1
                        if instruction.opcode == .callMethodKeywords {
                            callee -= 1
                            if !(arguments - 1).isUndefined {
                                arguments -= 1
                                count += 1
                            }
                        }
                        let keywords = frame.pointee.code._withUnsafeGuaranteedRef {
                            $0.keywordNames[operand]
                        }
                        if callee.tag == ValueLayout.object, callee.kind == .function {
                            let object = callee.unmanaged
                            frame.pointee.instruction = pc - instructions
                            frame.pointee.stackPointer = callee
                            sp = callee + 1
                            if let next = try enterSlowly(
                                Self.function(object), frame, arguments,
                                count - keywords.count, keywords, result: callee,
                                dropEnd: arguments)
                            {
                                frame = next
                                continue enter
                            }
                            continue
                        }
                        let result = try invoke(
                            callee.pointee, receiver: nil, arguments,
                            positional: count - keywords.count, keywords: keywords)
                        while sp > callee {
                            sp -= 1
                            sp.drop()
                        }
                        sp.initialize(to: result)
                        sp += 1
                    case .callExtended:
                        let callee = sp - 2 - operand
                        let result = try callExtended(callee, hasKeywords: operand == 1)
                        while sp > callee {
                            sp -= 1
                            sp.drop()
                        }
                        sp.initialize(to: result)
                        sp += 1
                    case .makeFunction:
                        let flags = FunctionFlags(rawValue: instruction.detail)
                        sp = makeFunction(frame, constants + operand, flags, sp)
                    case .returnValue:
                        sp -= 1
                        frame.pointee.stackPointer = sp
                        switch frame.pointee.kind {
                        case .plain:
                            var slot = locals
                            while slot < sp {
                                slot.drop()
                                slot += 1
                            }
                            let result = frame.pointee.result
                            slot = result
                            while slot < frame.pointee.dropEnd {
                                slot.drop()
                                slot += 1
                            }
                            result.initializeBits(of: sp)
                            let caller = leave(frame)
                            caller.pointee.stackPointer = result + 1
                            frame = caller
                            continue enter
                        case .entry:
                            let value = sp.move()
                            dropLocals(frame)
                            let previous = frame.pointee.previous
                            _ = leave(frame)
                            self.frame = previous
                            return value
                        case .initializer:
                            let caller = try leaveInitializer(frame)
                            frame = caller
                            continue enter
                        case .iteration:
                            sp.drop()
                            let caller = finishIteration(frame)
                            frame = caller
                            continue enter
                        case .generatorEntry:
                            let value = sp.move()
                            finishGenerator(frame)
                            return value
                        }
                    case .buildClass:
                        let made = try buildClass(sp, constants + operand)
                        sp -= 3
                        for index in 0..<3 { (sp + index).drop() }
                        sp.setObject(made)
                        sp += 1

                    // MARK: Generators
                    case .yieldValue:
                        sp -= 1
                        frame.pointee.instruction = pc - instructions
                        frame.pointee.stackPointer = sp
                        if frame.pointee.kind == .iteration {
                            frame = deliver(frame, sp)
                            continue enter
                        }
                        let value = sp.move()
                        suspend(frame)
                        return value
                    case .makeYieldFromIterator:
                        let target = sp - 1
                        if target.tag != ValueLayout.object || target.kind != .generator {
                            let iterator = try makeIterator(target.pointee)
                            target.pointee = iterator
                        }
                    case .yieldFrom:
                        frame.pointee.instruction = pc - instructions - 1
                        let isYield = try delegate(sp)
                        sp -= 1
                        if isYield {
                            // The yielded value is above the iterator.
                            frame.pointee.stackPointer = sp
                            frame.pointee.isDelegating = true
                            if frame.pointee.kind == .iteration {
                                frame = deliver(frame, sp)
                                continue enter
                            }
                            let value = sp.move()
                            suspend(frame)
                            return value
                        }

                    // MARK: Exceptions
                    case .pushHandled:
                        sp.initializeBits(of: sp - 1)
                        let exception = sp.unmanaged._withUnsafeGuaranteedRef {
                            unsafeDowncast($0, to: ExceptionObject.self)
                        }
                        if let handled {
                            (sp - 1).setObject(handled)
                        } else {
                            (sp - 1).setNone()
                        }
                        handled = exception
                        sp += 1
                    case .popHandled:
                        if operand == 1 {
                            restoreHandled((sp - 2).move())
                            (sp - 2).initializeBits(of: sp - 1)
                        } else {
                            restoreHandled((sp - 1).move())
                        }
                        sp -= 1
                    case .matchException:
                        let isMatch = try matches((sp - 2).pointee, (sp - 1).pointee)
                        (sp - 1).drop()
                        (sp - 1).setBool(isMatch)
                    case .reraise:
                        let exception = (sp - 1).move()
                        restoreHandled((sp - 2).move())
                        sp -= 2
                        throw carried(exception)
                    case .raise:
                        let error = try raised(sp, operand)
                        for _ in 0..<operand {
                            sp -= 1
                            sp.drop()
                        }
                        throw error
                    case .endFinally:
                        let reason = (sp - 1).move()
                        sp -= 1
                        switch reason {
                        case .int(let target): pc = instructions + target
                        case .object:
                            sp -= 1
                            restoreHandled(sp.move())
                            throw carried(reason)
                        default:
                            sp -= 1
                            sp.drop()
                        }
                    case .popFinally:
                        let base = operand == 1 ? sp - 3 : sp - 2
                        if (base + 1).tag == ValueLayout.object {
                            restoreHandled(base.move())
                        } else {
                            base.drop()
                        }
                        (base + 1).drop()
                        if operand == 1 { base.initializeBits(of: base + 2) }
                        sp = base + operand
                    case .abandonFinally:
                        let exception = (sp - 1).move()
                        if (sp - 2).tag == ValueLayout.object {
                            restoreHandled((sp - 3).move())
                        } else {
                            (sp - 3).drop()
                        }
                        (sp - 2).drop()
                        sp -= 3
                        throw carried(exception)
                    case .enterWith:
                        let (exit, result) = try enterWith((sp - 1).pointee)
                        (sp - 1).pointee = exit
                        sp.initialize(to: result)
                        sp += 1
                    case .exitWith:
                        let result = try call((sp - 1).pointee, [.none, .none, .none])
                        (sp - 1).pointee = result
                    case .exitWithException:
                        let result = try exitWith((sp - 3).pointee, (sp - 1).pointee)
                        sp.initialize(to: result)
                        sp += 1
                    case .loadAssertionError:
                        sp.setObject(types.exception(.assertionError))
                        sp += 1

                    // MARK: Imports, annotations, cell value
                    case .importModule:
                        let module = try importModule(frame, operand, Int(instruction.detail))
                        sp.setObject(module)
                        sp += 1
                    case .importFrom:
                        let value = try importFrom((sp - 1).pointee, name(frame, operand))
                        sp.initialize(to: value)
                        sp += 1
                    case .importStar:
                        try importStar(frame, (sp - 1).pointee)
                        sp -= 1
                        sp.drop()
                    case .setUpAnnotations:
                        setUpAnnotations(frame)
                    case .storeAnnotation:
                        try storeAnnotation(frame, operand, (sp - 1).pointee)
                        sp -= 1
                        sp.drop()
                    case .setResult:
                        sp -= 1
                        cellResult = sp.move()
                    }
                }
            } catch {
                frame.pointee.stackPointer = sp
                frame = try unwind(error, frame, at: pc - instructions - 1)
            }
        }
    }
}
