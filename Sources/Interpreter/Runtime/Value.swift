import BigInt

/// A value of the learner's language. Small numbers live in the value itself, everything else is an object.
public enum Value {
    /// The mark of an unbound variable or an argument that was not given; Python code never sees it.
    case undefined
    /// Python's `None`.
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case object(Object)
}

extension Value {
    @inline(__always)
    package var isUndefined: Bool {
        if case .undefined = self { return true }
        return false
    }

    @inline(__always)
    package var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    /// The object, if the value is one.
    @inline(__always)
    package var object: Object? {
        if case .object(let object) = self { return object }
        return nil
    }

    /// The object as a string, if it is one (or of a subclass of `str`).
    @inline(__always)
    package var string: StringObject? {
        guard case .object(let object) = self, object.kind == .string else { return nil }
        return unsafeDowncast(object, to: StringObject.self)
    }

    /// The object as a list, if it is one (or of a subclass).
    @inline(__always)
    package var list: ListObject? {
        guard case .object(let object) = self, object.kind == .list else { return nil }
        return unsafeDowncast(object, to: ListObject.self)
    }

    /// The object as a tuple, if it is one (or of a subclass).
    @inline(__always)
    package var tuple: TupleObject? {
        guard case .object(let object) = self, object.kind == .tuple else { return nil }
        return unsafeDowncast(object, to: TupleObject.self)
    }

    /// The object as a dictionary, if it is one (or of a subclass).
    @inline(__always)
    package var dict: DictObject? {
        guard case .object(let object) = self, object.kind == .dict else { return nil }
        return unsafeDowncast(object, to: DictObject.self)
    }

    /// The object as a set or frozenset, if it is one.
    @inline(__always)
    package var set: SetObject? {
        guard case .object(let object) = self, object.kind == .set || object.kind == .frozenSet
        else { return nil }
        return unsafeDowncast(object, to: SetObject.self)
    }

    /// The object as a type, if it is one.
    @inline(__always)
    package var type: TypeObject? {
        guard case .object(let object) = self, object.kind == .type else { return nil }
        return unsafeDowncast(object, to: TypeObject.self)
    }

    /// The object as an integer beyond 64 bits, if it is one.
    @inline(__always)
    package var bigInt: BigIntObject? {
        guard case .object(let object) = self, object.kind == .bigInt else { return nil }
        return unsafeDowncast(object, to: BigIntObject.self)
    }

    /// Python's `is`: the same object, or equal numbers of one type.
    package func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.none, .none): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.object(let a), .object(let b)): a === b
        default: false
        }
    }
}
