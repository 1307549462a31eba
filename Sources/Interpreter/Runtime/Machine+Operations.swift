/// Operators, items, iteration and displays as instructions use them.
extension VirtualMachine {
    // MARK: Operators

    /// The common operators on two machine numbers, below `sp`, in place; false when it is not one of these cases.
    @inline(__always)
    static func quickBinary(_ op: BinaryOperator, _ sp: UnsafeMutablePointer<Value>) -> Bool {
        let a = sp - 2
        let b = sp - 1
        if a.tag == ValueLayout.int, b.tag == ValueLayout.int {
            let x = a.payload
            let y = b.payload
            switch op {
            case .add:
                let (result, overflow) = x.addingReportingOverflow(y)
                if overflow { return false }
                a.setInt(result)
            case .subtract:
                let (result, overflow) = x.subtractingReportingOverflow(y)
                if overflow { return false }
                a.setInt(result)
            case .multiply:
                let (result, overflow) = x.multipliedReportingOverflow(by: y)
                if overflow { return false }
                a.setInt(result)
            case .floorDivide:
                if y <= 0 { return false }
                let quotient = x / y
                a.setInt(x < 0 && x % y != 0 ? quotient &- 1 : quotient)
            case .remainder:
                if y <= 0 { return false }
                let rest = x % y
                a.setInt(rest < 0 ? rest &+ y : rest)
            case .divide:
                if y == 0 || x.magnitude >= 1 << 53 || y.magnitude >= 1 << 53 { return false }
                a.setDouble(Double(x) / Double(y))
            case .bitAnd: a.setInt(x & y)
            case .bitOr: a.setInt(x | y)
            case .bitXor: a.setInt(x ^ y)
            case .rightShift:
                if y < 0 || y > 63 { return false }
                a.setInt(x >> y)
            case .leftShift:
                if y < 0 || y > 62 || x.magnitude.leadingZeroBitCount <= y + 1 { return false }
                a.setInt(x << y)
            case .power, .matrixMultiply: return false
            }
            return true
        }
        guard a.tag == ValueLayout.float || a.tag == ValueLayout.int,
            b.tag == ValueLayout.float || b.tag == ValueLayout.int
        else { return false }
        let x = a.tag == ValueLayout.float ? a.double : Double(a.payload)
        let y = b.tag == ValueLayout.float ? b.double : Double(b.payload)
        switch op {
        case .add: a.setDouble(x + y)
        case .subtract: a.setDouble(x - y)
        case .multiply: a.setDouble(x * y)
        case .divide:
            if y == 0 { return false }
            a.setDouble(x / y)
        default: return false
        }
        return true
    }

    /// `[a, b]` below `sp` become the result at a's place.
    @inline(never)
    func binaryInPlace(
        _ op: BinaryOperator, _ sp: UnsafeMutablePointer<Value>, isInPlace: Bool
    ) throws {
        let a = sp - 2
        let b = sp - 1
        if Self.quickBinary(op, sp) { return }
        let result =
            isInPlace
            ? try inPlace(op, a.pointee, b.pointee) : try binary(op, a.pointee, b.pointee)
        b.drop()
        b.setUndefined()
        a.pointee = result
    }

    /// `[text, addition]` below `sp` become their concatenation at the text's place, when both are strings.
    ///
    /// In `s += t` the variable is about to be overwritten: it lets go of the text first, so that the text grows
    /// in place and a loop that builds a string takes linear time.
    @inline(never)
    func append(
        _ sp: UnsafeMutablePointer<Value>, _ frame: UnsafeMutablePointer<Frame>,
        _ next: UnsafeMutablePointer<Instruction>
    ) throws -> Bool {
        let a = sp - 2
        let b = sp - 1
        guard b.tag == ValueLayout.object, b.kind == .string,
            a.unmanaged._withUnsafeGuaranteedRef({ $0.type === types.str }),
            b.unmanaged._withUnsafeGuaranteedRef({ $0.type === types.str }),
            a.payload != b.payload
        else { return false }
        let addition = unsafeDowncast(b.unmanaged.takeUnretainedValue(), to: StringObject.self)
        let length = a.unmanaged._withUnsafeGuaranteedRef {
            unsafeDowncast($0, to: StringObject.self).count &+ addition.count
        }
        // From here on nothing fails: the variable has its value again with the next instruction.
        if length > 1 << 16 { try reserve(length, times: 4) }
        letGo(a.payload, frame, next.pointee)
        guard case .object(let object) = a.move() else { return false }
        var text = unsafeDowncast(object, to: StringObject.self)
        _ = consume object
        if isKnownUniquelyReferenced(&text), text.append(addition) {
            a.setObject(text)
        } else {
            a.setObject(text.concatenated(with: addition))
        }
        b.drop()
        return true
    }

    /// Has the variable that an instruction is about to store to let go of its object, if it is that one.
    private func letGo(
        _ object: Int, _ frame: UnsafeMutablePointer<Frame>, _ instruction: Instruction
    ) {
        let operand = Int(instruction.operand)
        let slot: UnsafeMutablePointer<Value>
        switch instruction.opcode {
        case .storeLocal: slot = frame.pointee.locals + operand
        case .storeGlobal:
            let globals = frame.pointee.globals.takeUnretainedValue()
            let index = globals.index(of: name(frame, operand))
            if index < 0 { return }
            slot = globals.values + index
        case .storeCell:
            let cell = cell(frame, operand)
            guard case .object(let value) = cell.value,
                Int(bitPattern: ObjectIdentifier(value)) == object
            else { return }
            cell.value = .none
            return
        default: return
        }
        guard slot.tag == ValueLayout.object, slot.payload == object else { return }
        slot.drop()
        slot.setNone()
    }

    @inline(never)
    func unaryInPlace(_ op: UnaryOperator, _ target: UnsafeMutablePointer<Value>) throws {
        let value = target.pointee
        let result: Value =
            switch op {
            case .not: .bool(try !isTrue(value))
            case .minus: try negative(value)
            case .plus: try positive(value)
            case .invert: try inverted(value)
            }
        target.pointee = result
    }

    /// `[a, b]` below `sp` become the result at a's place.
    @inline(never)
    func compareInPlace(_ op: ComparisonOperator, _ sp: UnsafeMutablePointer<Value>) throws {
        let a = sp - 2
        let b = sp - 1
        if a.tag == ValueLayout.float, b.tag == ValueLayout.float,
            op.rawValue <= ComparisonOperator.greaterEqual.rawValue
        {
            a.setBool(op.compares(a.double, b.double))
            return
        }
        let result = try compare(op, a.pointee, b.pointee)
        b.drop()
        b.setUndefined()
        a.pointee = result
    }

    /// The truth of a value that is consumed.
    @inline(never)
    func takeTruth(_ value: UnsafeMutablePointer<Value>) throws -> Bool {
        switch value.tag {
        case ValueLayout.int: return value.payload != 0
        case ValueLayout.trivial: return false
        case ValueLayout.float: return value.double != 0
        case ValueLayout.bool: return value.payload & 1 == 1
        default:
            let taken = value.move()
            return try isTrue(taken)
        }
    }

    /// A jump, charged when it goes backward.
    @inline(__always)
    func jump(
        to target: UnsafeMutablePointer<Instruction>,
        from current: UnsafeMutablePointer<Instruction>
    ) throws -> UnsafeMutablePointer<Instruction> {
        if target < current {
            budget.ticks &-= current - target
            if budget.ticks < 0 { try pollSlowly() }
        }
        return target
    }

    // MARK: Items and iteration

    /// `[object, key]` below `sp` become the item at the object's place.
    @inline(never)
    func loadSubscript(_ sp: UnsafeMutablePointer<Value>) throws {
        let result = try getItem((sp - 2).pointee, (sp - 1).pointee)
        (sp - 1).drop()
        (sp - 1).setUndefined()
        (sp - 2).pointee = result
    }

    /// Initializes `target` with the iterator's next item; false at the end.
    @inline(never)
    func iterate(
        _ iterator: UnsafeMutablePointer<Value>, into target: UnsafeMutablePointer<Value>
    ) throws -> Bool {
        budget.ticks &-= 1
        let item: Value?
        if iterator.tag == ValueLayout.object, iterator.kind == .iterator {
            // The stack holds the iterator as long as the loop runs.
            item = try iterator.unmanaged._withUnsafeGuaranteedRef {
                try unsafeDowncast($0, to: IteratorObject.self).next(self)
            }
        } else {
            item = try next(iterator.pointee)
        }
        guard let item else { return false }
        target.initialize(to: item)
        return true
    }

    /// The iterable at `source` becomes `count` items, the first on top.
    @inline(never)
    func unpack(_ source: UnsafeMutablePointer<Value>, _ count: Int) throws {
        let value = source.pointee
        if let list = value.list, list.type === types.list, list.elements.count == count {
            let elements = list.elements
            source.drop()
            for index in 0..<count {
                (source + (count - 1 - index)).initialize(to: elements[index])
            }
            return
        }
        let items = try itemsToUnpack(value, limit: count)
        if items.count < count {
            throw valueError(
                "not enough values to unpack (expected \(count), got \(items.count))")
        }
        if items.count > count {
            var message = "too many values to unpack (expected \(count))"
            if let size = knownCount(value) { message = Self.tooManyToUnpack(count, size) }
            throw valueError(message)
        }
        source.drop()
        for index in 0..<count { (source + (count - 1 - index)).initialize(to: items[index]) }
    }

    private static func tooManyToUnpack(_ count: Int, _ size: Int) -> String {
        "too many values to unpack (expected \(count))"
    }

    private func knownCount(_ value: Value) -> Int? {
        value.list?.count ?? value.tuple?.count ?? value.dict?.count
    }

    /// The items, at most one more than `limit`.
    private func itemsToUnpack(_ value: Value, limit: Int) throws -> [Value] {
        if let tuple = value.tuple, tuple.type === types.tuple { return tuple.elements }
        if let list = value.list, list.type === types.list { return list.elements }
        let iterator = try unpackIterator(value)
        var items: [Value] = []
        while items.count <= limit, let item = try next(iterator) { items.append(item) }
        return items
    }

    private func unpackIterator(_ value: Value) throws -> Value {
        let type = type(of: value)
        if type.slots.iterate == nil, type.slots.getItem == nil {
            var isIterable = false
            if case .object(let object) = value {
                switch object.kind {
                case .list, .tuple, .range, .iterator, .generator: isIterable = true
                default: break
                }
            }
            if !isIterable { throw typeError("cannot unpack non-iterable \(type.name) object") }
        }
        return try makeIterator(value)
    }

    /// The iterable at `source` becomes `after` items, a list, and `before` items, the first on top.
    func unpackStarred(
        _ source: UnsafeMutablePointer<Value>, _ before: Int, _ after: Int
    ) throws {
        let value = source.pointee
        let items: [Value]
        if value.list == nil, value.tuple == nil {
            items = try elements(of: unpackIterator(value))
        } else {
            items = try elements(of: value)
        }
        if items.count < before + after {
            throw valueError(
                "not enough values to unpack (expected at least \(before + after), got \(items.count))"
            )
        }
        source.drop()
        var target = source
        for index in 0..<after {
            target.initialize(to: items[items.count - 1 - index])
            target += 1
        }
        target.initialize(to: list(Array(items[before..<(items.count - after)])))
        target += 1
        for index in (0..<before).reversed() {
            target.initialize(to: items[index])
            target += 1
        }
    }
}

extension [Value] {
    /// Initializes `target` with the element at a Python index; false if there is none.
    @inline(__always)
    func copyElement(_ index: Int, to target: UnsafeMutablePointer<Value>) -> Bool {
        withUnsafeBufferPointer { buffer in
            let position = index < 0 ? index &+ buffer.count : index
            guard UInt(bitPattern: position) < UInt(bitPattern: buffer.count),
                let base = buffer.baseAddress
            else { return false }
            target.initializeCopy(of: UnsafeMutablePointer(mutating: base + position))
            return true
        }
    }

    /// Exchanges the element at a Python index with the value at `source`; false if there is none.
    @inline(__always)
    mutating func exchangeElement(
        _ index: Int, with source: UnsafeMutablePointer<Value>
    ) -> Bool {
        withUnsafeMutableBufferPointer { buffer in
            let position = index < 0 ? index &+ buffer.count : index
            guard UInt(bitPattern: position) < UInt(bitPattern: buffer.count),
                let base = buffer.baseAddress
            else { return false }
            swap(&(base + position).pointee, &source.pointee)
            return true
        }
    }

    /// Initializes `count` places with copies, the first element last; false if the number differs.
    @inline(__always)
    func spread(_ count: Int, into target: UnsafeMutablePointer<Value>) -> Bool {
        withUnsafeBufferPointer { buffer in
            guard buffer.count == count, let base = buffer.baseAddress else { return false }
            for index in 0..<count {
                (target + (count &- 1 &- index)).initializeCopy(
                    of: UnsafeMutablePointer(mutating: base + index))
            }
            return true
        }
    }
}

extension ListIterator {
    /// As `next`, into memory.
    @inline(__always)
    func advance(into target: UnsafeMutablePointer<Value>) -> Bool {
        guard let list else { return false }
        if index < list.elements.count, list.elements.copyElement(index, to: target) {
            index &+= 1
            return true
        }
        self.list = nil
        return false
    }
}

extension DictObject {
    /// Replaces the key at `slot` with its value; false if it is not in the dictionary.
    @inline(__always)
    func replace(_ slot: UnsafeMutablePointer<Value>, _ vm: VirtualMachine) throws -> Bool {
        guard let value = try get(slot.pointee, vm) else { return false }
        slot.pointee = value
        return true
    }
}
