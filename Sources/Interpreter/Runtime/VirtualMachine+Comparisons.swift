/// Comparisons, membership and hashes.
extension VirtualMachine {
    package func compare(
        _ op: ComparisonOperator, _ a: Value, _ b: Value
    ) throws -> Value {
        switch op {
        case .is: return .bool(a.isIdentical(to: b))
        case .isNot: return .bool(!a.isIdentical(to: b))
        case .in: return .bool(try contains(b, a))
        case .notIn: return .bool(try !contains(b, a))
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: break
        }
        if a.wrappedNumber != nil || b.wrappedNumber != nil {
            if let x = number(a), let y = number(b), !type(of: a).definesComparisons,
                !type(of: b).definesComparisons
            {
                return try compare(op, plain(x), plain(y))
            }
            return try compareOwn(op, a, b)
        }
        if let result = numberCompare(op, a, b) { return .bool(result) }
        if let x = a.string, let y = b.string, x.type === types.str, y.type === types.str {
            switch op {
            case .equal: return .bool(x.isEqual(to: y))
            case .notEqual: return .bool(!x.isEqual(to: y))
            default: return .bool(op.holds(x.order(against: y)))
            }
        }
        return try slotCompare(op, a, b)
    }

    private func plain(_ number: Number) -> Value {
        switch number {
        case .int(let int): .int(int)
        case .float(let float): .float(float)
        case .big(let big): integer(big)
        }
    }

    func slotCompare(
        _ op: ComparisonOperator, _ a: Value, _ b: Value
    ) throws -> Value {
        let left = type(of: a)
        let right = type(of: b)
        let mirrored = op.mirrored
        var triedRight = false
        if left !== right, right.isSubtype(of: left), let slot = right.slots[comparison: mirrored] {
            triedRight = true
            let result = try slot(self, b, a)
            if !isNotImplemented(result) { return result }
        }
        if let slot = left.slots[comparison: op] {
            let result = try slot(self, a, b)
            if !isNotImplemented(result) { return result }
        }
        if !triedRight, let slot = right.slots[comparison: mirrored] {
            let result = try slot(self, b, a)
            if !isNotImplemented(result) { return result }
        }
        switch op {
        case .equal: return .bool(a.isIdentical(to: b))
        case .notEqual:
            return .bool(try differs(a, b) ?? !a.isIdentical(to: b))
        default: throw notOrdered(op, a, b)
        }
    }

    /// `a == b` as a truth value, identical objects being equal: what containers ask.
    package func equals(_ a: Value, _ b: Value) throws -> Bool {
        if case .object(let x) = a, case .object(let y) = b, x === y { return true }
        if case .float(let x) = a, case .float(let y) = b, x.bitPattern == y.bitPattern {
            return true
        }
        if case .int(let x) = a, case .int(let y) = b { return x == y }
        if let x = a.tuple, let y = b.tuple, x.type === types.tuple, y.type === types.tuple {
            return try x.count == y.count && nested { try haveEqualElements(x, y) }
        }
        return try isTrue(compare(.equal, a, b))
    }

    /// Whether two tuples of one length are equal; numbers and texts in them are looked at in place.
    private func haveEqualElements(_ x: TupleObject, _ y: TupleObject) throws -> Bool {
        try x.elements.withUnsafeBufferPointer { xs in
            try y.elements.withUnsafeBufferPointer { ys in
                guard let left = xs.baseAddress, let right = ys.baseAddress else { return true }
                for index in 0..<xs.count {
                    let a = UnsafeMutablePointer(mutating: left + index)
                    let b = UnsafeMutablePointer(mutating: right + index)
                    if a.tag == ValueLayout.int, b.tag == ValueLayout.int {
                        if a.payload != b.payload { return false }
                    } else if a.tag == ValueLayout.object, b.tag == ValueLayout.object,
                        a.payload == b.payload
                    {
                        continue
                    } else if try !equals(a.pointee, b.pointee) {
                        return false
                    }
                }
                return true
            }
        }
    }

    /// `a < b` as a truth value: what sorting asks.
    package func isLess(_ a: Value, _ b: Value) throws -> Bool {
        if case .int(let x) = a, case .int(let y) = b { return x < y }
        if case .float(let x) = a, case .float(let y) = b { return x < y }
        if let x = a.tuple, let y = b.tuple, x.type === types.tuple, y.type === types.tuple {
            return try nested { try isLess(x, y) }
        }
        return try isTrue(compare(.less, a, b))
    }

    /// The order of two tuples; machine numbers in them are looked at in place.
    private func isLess(_ x: TupleObject, _ y: TupleObject) throws -> Bool {
        try x.elements.withUnsafeBufferPointer { xs in
            try y.elements.withUnsafeBufferPointer { ys in
                guard let left = xs.baseAddress, let right = ys.baseAddress else {
                    return xs.count < ys.count
                }
                for index in 0..<min(xs.count, ys.count) {
                    let a = UnsafeMutablePointer(mutating: left + index)
                    let b = UnsafeMutablePointer(mutating: right + index)
                    if a.tag == ValueLayout.int, b.tag == ValueLayout.int {
                        if a.payload != b.payload { return a.payload < b.payload }
                    } else if try !equals(a.pointee, b.pointee) {
                        return try isLess(a.pointee, b.pointee)
                    }
                }
                return xs.count < ys.count
            }
        }
    }

    /// `item in container`.
    package func contains(_ container: Value, _ item: Value) throws -> Bool {
        let type = type(of: container)
        if let slot = type.slots.contains { return try slot(self, container, item) }
        let iterator: Value
        do {
            iterator = try makeIterator(container)
        } catch let failure as PythonError where isError(failure, .typeError) {
            // Whatever is wrong with its iterator.
            throw typeError("argument of type '\(type.name)' is not iterable")
        }
        while let element = try next(iterator) {
            try poll()
            if try equals(element, item) { return true }
        }
        return false
    }

    /// `hash(value)`.
    package func hash(_ value: Value) throws -> Int {
        switch value {
        case .undefined, .none: return 0x1234_5678
        case .bool(let bool): return bool ? 1 : 0
        case .int(let int): return Self.hash(int)
        case .float(let float): return Self.hash(float)
        case .object(let object):
            if object.kind == .string, object.type === types.str {
                return unsafeDowncast(object, to: StringObject.self).hashValueOfText
            }
            if object.kind == .tuple, object.type === types.tuple {
                let tuple = unsafeDowncast(object, to: TupleObject.self)
                return try nested { try tupleHash(tuple.elements) }
            }
            if object.kind == .bigInt {
                return Self.hash(unsafeDowncast(object, to: BigIntObject.self).value)
            }
            if object.kind == .number, !object.type.slots.isUnhashable {
                let plain = plainNumber(value, names.hash)
                if plain.wrappedNumber == nil { return try hash(plain) }
            }
            if object.type.slots.isUnhashable {
                throw typeError("unhashable type: '\(object.type.name)'")
            }
            if let slot = object.type.slots.hash { return try slot(self, value) }
            return ObjectIdentifier(object).hashValueBits >> 4
        }
    }
}

extension ComparisonOperator {
    /// The operator as it is written.
    package var symbol: String {
        switch self {
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessEqual: "<="
        case .greater: ">"
        case .greaterEqual: ">="
        case .is: "is"
        case .isNot: "is not"
        case .in: "in"
        case .notIn: "not in"
        }
    }

    /// The operator with its sides exchanged.
    var mirrored: ComparisonOperator {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        default: self
        }
    }

    /// Whether it holds for sides in the given order (negative, zero, positive).
    package func holds(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .lessEqual: order <= 0
        case .greater: order > 0
        case .greaterEqual: order >= 0
        case .is, .isNot, .in, .notIn: false
        }
    }
}
