/// Comparisons of numbers of learners' classes that define some of the comparisons themselves.
extension VirtualMachine {
    /// As CPython's classes take turns: a comparison that a class does not define is that of `int` or `float`, also
    /// where it defines others.
    func compareOwn(_ op: ComparisonOperator, _ a: Value, _ b: Value) throws -> Value {
        guard let x = number(a), let y = number(b), let plain = numberCompare(op, a, b) else {
            return try slotCompare(op, a, b)
        }
        let left = type(of: a)
        let right = type(of: b)
        let rightGoesFirst = left !== right && right.isSubtype(of: left)
        if rightGoesFirst {
            guard let slot = right.slots[comparison: op.mirrored] else { return .bool(plain) }
            let result = try slot(self, b, a)
            if !isNotImplemented(result) { return result }
        }
        if let slot = left.slots[comparison: op] {
            let result = try slot(self, a, b)
            if !isNotImplemented(result) { return result }
        } else if !(x.isWhole && !y.isWhole) {
            return .bool(plain)
        }
        // An int leaves the comparison with a float to the float.
        if !rightGoesFirst {
            guard let slot = right.slots[comparison: op.mirrored] else { return .bool(plain) }
            let result = try slot(self, b, a)
            if !isNotImplemented(result) { return result }
        }
        switch op {
        case .equal: return .bool(a.isIdentical(to: b))
        case .notEqual: return .bool(!a.isIdentical(to: b))
        default: throw notOrdered(op, a, b)
        }
    }

    func notOrdered(_ op: ComparisonOperator, _ a: Value, _ b: Value) -> PythonError {
        typeError(
            "'\(op.symbol)' not supported between instances of '\(typeName(a))' and "
                + "'\(typeName(b))'")
    }

    /// `a != b` of classes without `__ne__`: the opposite of `__eq__`; nil where that does not answer either.
    func differs(_ a: Value, _ b: Value) throws -> Bool? {
        let left = type(of: a)
        let right = type(of: b)
        let swaps = left !== right && right.isSubtype(of: left)
        for (type, x, y) in swaps ? [(right, b, a), (left, a, b)] : [(left, a, b), (right, b, a)]
        where type.slots.notEqual == nil && x.wrappedNumber == nil {
            guard let slot = type.slots.equal, type === left || left !== right else { continue }
            let result = try slot(self, x, y)
            if !isNotImplemented(result) { return try !isTrue(result) }
            if left === right { break }
        }
        return nil
    }
}

extension VirtualMachine.Number {
    fileprivate var isWhole: Bool {
        if case .float = self { return false }
        return true
    }
}
