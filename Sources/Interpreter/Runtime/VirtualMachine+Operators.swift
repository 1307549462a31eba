import BigInt

/// Operators, as natives and the machine's slow paths use them.
extension VirtualMachine {
    // MARK: Truth, length, identity

    package func isTrue(_ value: Value) throws -> Bool {
        switch value {
        case .undefined, .none: return false
        case .bool(let bool): return bool
        case .int(let int): return int != 0
        case .float(let float): return float != 0
        case .object(let object):
            switch object.kind {
            case .string where object.type === types.str:
                return unsafeDowncast(object, to: StringObject.self).count != 0
            case .list where object.type === types.list:
                return !unsafeDowncast(object, to: ListObject.self).elements.isEmpty
            case .tuple where object.type === types.tuple:
                return !unsafeDowncast(object, to: TupleObject.self).elements.isEmpty
            case .dict where object.type === types.dict:
                return unsafeDowncast(object, to: DictObject.self).count != 0
            default: break
            }
            if object.kind == .number {
                let plain = plainNumber(value, names.bool)
                if plain.wrappedNumber == nil { return try isTrue(plain) }
            }
            if let slot = object.type.slots.isTrue { return try slot(self, value) }
            if let slot = object.type.slots.length { return try slot(self, value) != 0 }
            return true
        }
    }

    /// `len(value)`.
    package func length(_ value: Value) throws -> Int {
        guard let slot = type(of: value).slots.length else {
            throw typeError("object of type '\(typeName(value))' has no len()")
        }
        return try slot(self, value)
    }

    // MARK: Binary operators

    package func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if !overrides(op, a), !overrides(op, b), let result = try numberBinary(op, a, b) {
            return result
        }
        return try slotBinary(op, a, b, symbol: op.symbol)
    }

    package func inPlace(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value {
        if !overrides(op, a), !overrides(op, b), let result = try numberBinary(op, a, b) {
            return result
        }
        if case .object(let object) = a,
            let slot = object.type.slots.inPlace[Int(op.rawValue)]
        {
            let result = try slot(self, a, b)
            if !isNotImplemented(result) { return result }
        }
        do {
            return try slotBinary(op, a, b, symbol: op.symbol + "=")
        } catch let failure as PythonError where op == .multiply && isError(failure, .typeError) {
            throw refusedRepetition(a, b) ?? failure
        }
    }

    /// What `a *= b` says where `a` is a container that cannot be repeated: it does not ask `b`, as `a * b` does.
    private func refusedRepetition(_ a: Value, _ b: Value) -> PythonError? {
        guard case .object(let object) = a, b.list ?? b.tuple ?? b.string ?? bytesObject(b) != nil
        else { return nil }
        switch object.kind {
        case .set, .frozenSet, .dict, .range: return unsupported("*=", a, b)
        default: return nil
        }
    }

    /// Whether a value is a number of a learner's class that defines the operator itself.
    @inline(__always)
    private func overrides(_ op: BinaryOperator, _ value: Value) -> Bool {
        guard case .object(let object) = value, object.kind == .number else { return false }
        return object.type.slots.callsPython(op)
    }

    /// The number inside, for a protocol that the class of a number does not define itself.
    func plainNumber(_ value: Value, _ name: StringObject) -> Value {
        guard let inner = value.wrappedNumber else { return value }
        if case .object(let object)? = lookUp(type(of: value), name), object.kind == .function {
            return value
        }
        return inner
    }

    @inline(__always)
    package func isNotImplemented(_ value: Value) -> Bool {
        if case .object(let object) = value { return object.kind == .notImplemented }
        return false
    }

    private func slotBinary(
        _ op: BinaryOperator, _ a: Value, _ b: Value, symbol: String
    ) throws -> Value {
        let left = type(of: a)
        let right = type(of: b)
        let index = Int(op.rawValue)
        let leftSlot = left.slots.binary[index]
        var rightSlot = left === right ? nil : right.slots.binary[index]
        if rightSlot != nil, left.slots.callsPython(op), right.slots.callsPython(op) {
            rightSlot = nil
        }
        if let rightSlot, right.isSubtype(of: left) {
            let result = try rightSlot(self, a, b)
            if !isNotImplemented(result) { return result }
            if let leftSlot {
                let result = try leftSlot(self, a, b)
                if !isNotImplemented(result) { return result }
            }
        } else {
            if let leftSlot {
                let result = try leftSlot(self, a, b)
                if !isNotImplemented(result) { return result }
            }
            if let rightSlot {
                let result = try rightSlot(self, a, b)
                if !isNotImplemented(result) { return result }
            }
        }
        throw unsupported(symbol, a, b)
    }

    func unsupported(_ symbol: String, _ a: Value, _ b: Value) -> PythonError {
        let symbol = symbol == "**" ? "** or pow()" : symbol
        return typeError(
            "unsupported operand type(s) for \(symbol): '\(typeName(a))' and '\(typeName(b))'",
            hint: Self.operandHint(symbol, a, b))
    }

    private static func operandHint(_ symbol: String, _ a: Value, _ b: Value) -> String? {
        if a.isNone || b.isNone {
            return "One side is None: a function without `return` gives None, "
                + "and methods such as list.append change their object and give None."
        }
        return nil
    }

    // MARK: Unary operators

    package func negative(_ value: Value) throws -> Value {
        switch value {
        case .int(let int):
            let (result, overflow) = Int(0).subtractingReportingOverflow(int)
            return overflow ? integer(-BigInt(int)) : .int(result)
        case .float(let float): return .float(-float)
        case .bool(let bool): return .int(bool ? -1 : 0)
        default:
            if let big = value.bigInt { return integer(-big.value) }
            return try unarySlot(value, \.negative, "unary -")
        }
    }

    package func positive(_ value: Value) throws -> Value {
        switch value {
        case .int, .float: return value
        case .bool(let bool): return .int(bool ? 1 : 0)
        default:
            if let big = value.bigInt { return integer(big.value) }
            return try unarySlot(value, \.positive, "unary +")
        }
    }

    package func inverted(_ value: Value) throws -> Value {
        switch value {
        case .int(let int): return .int(~int)
        case .bool(let bool): return .int(bool ? -2 : -1)
        default:
            if let big = value.bigInt { return integer(-big.value - 1) }
            return try unarySlot(value, \.invert, "unary ~")
        }
    }

    package func absolute(_ value: Value) throws -> Value {
        switch value {
        case .int(let int): return int < 0 ? try negative(value) : value
        case .float(let float): return .float(float.magnitude)
        case .bool(let bool): return .int(bool ? 1 : 0)
        default:
            if let big = value.bigInt { return integer(BigInt(big.value.magnitude)) }
            return try unarySlot(value, \.absolute, "abs()")
        }
    }

    private func unarySlot(
        _ value: Value, _ slot: KeyPath<TypeSlots, TypeSlots.Unary?>, _ what: String
    ) throws -> Value {
        if let inner = value.wrappedNumber, type(of: value).slots[keyPath: slot] == nil {
            switch what {
            case "unary -": return try negative(inner)
            case "unary +": return try positive(inner)
            case "unary ~": return try inverted(inner)
            default: return try absolute(inner)
            }
        }
        guard let slot = type(of: value).slots[keyPath: slot] else {
            throw typeError("bad operand type for \(what): '\(typeName(value))'")
        }
        return try slot(self, value)
    }

    // MARK: Items

    package func getItem(_ container: Value, _ key: Value) throws -> Value {
        if case .object(let object) = container {
            if let slot = object.type.slots.getItem { return try slot(self, container, key) }
            if let type = container.type { return try classItem(type, key) }
        }
        throw typeError("'\(typeName(container))' object is not subscriptable")
    }

    package func setItem(_ container: Value, _ key: Value, _ value: Value) throws {
        guard let slot = type(of: container).slots.setItem else {
            throw typeError("'\(typeName(container))' object does not support item assignment")
        }
        try slot(self, container, key, value)
    }

    private func isSequenceLike(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        switch object.kind {
        case .string, .bytes, .list, .tuple, .dict, .set, .frozenSet, .range, .instance: return true
        default: return false
        }
    }

    package func deleteItem(_ container: Value, _ key: Value) throws {
        guard let slot = type(of: container).slots.deleteItem else {
            // CPython has one sentence for sequences with an index, another for everything else.
            let does = isIndex(key) && isSequenceLike(container) ? "doesn't" : "does not"
            throw typeError("'\(typeName(container))' object \(does) support item deletion")
        }
        try slot(self, container, key)
    }

    private func classItem(_ type: TypeObject, _ key: Value) throws -> Value {
        if let method = lookUp(type, names.classGetItem) {
            let bound = try bindDescriptor(method, instance: nil, owner: type)
            return try call(bound, [key])
        }
        throw typeError("type '\(type.name)' is not subscriptable")
    }
}

extension BinaryOperator {
    /// The operator as it is written.
    package var symbol: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .matrixMultiply: "@"
        case .divide: "/"
        case .remainder: "%"
        case .power: "**"
        case .leftShift: "<<"
        case .rightShift: ">>"
        case .bitOr: "|"
        case .bitXor: "^"
        case .bitAnd: "&"
        case .floorDivide: "//"
        }
    }
}

extension TypeSlots {
    subscript(comparison op: ComparisonOperator) -> Binary? {
        switch op {
        case .equal: equal
        case .notEqual: notEqual
        case .less: less
        case .lessEqual: lessEqual
        case .greater: greater
        case .greaterEqual: greaterEqual
        case .is, .isNot, .in, .notIn: nil
        }
    }
}
