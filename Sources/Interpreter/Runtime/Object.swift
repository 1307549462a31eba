/// Which Swift class an object is of, for switches and casts without run-time type look-ups.
public enum ObjectKind: UInt8 {
    case plain, native, instance, string, bytes, bigInt, list, tuple, dict, set, frozenSet, range,
        slice
    case function, nativeFunction, boundMethod, cell, type, module, exception, generator, iterator
    case number, property, staticMethod, classMethod, superObject, ellipsis, notImplemented, code,
        traceback
}

/// Anything that is not a small number or `None`.
///
/// Objects belong to one session and to its thread.
open class Object {
    /// The Python type. Types live as long as their session's heap, so the reference is not counted.
    package final unowned(unsafe) var type: TypeObject
    package final let kind: ObjectKind

    /// Makes an object of a type. Native subclasses outside the interpreter keep `kind` as `.native`.
    ///
    /// Only the first types of a session have no type yet when they are made.
    ///
    /// The type is `__shared`, here and in the subclasses: the caller's reference to it will do, and counting another for each
    /// object costs as much as the rest of making one.
    public init(type: __shared TypeObject!, kind: ObjectKind = .native) {
        self.type = unsafeBitCast(type as TypeObject?, to: TypeObject.self)
        self.kind = kind
        if kind != .type {
            let counts = type.unsafelyUnwrapped.counts
            counts.pointee.liveObjects &+= 1
            counts.pointee.liveBytes &+= 64
        }
    }

    /// Visits what an object that is not linked itself refers to, for the collector of circles.
    func visitHeld(_ visitor: ReferenceVisitor) {}

    deinit {
        guard kind != .type else { return }
        let counts = type.counts
        counts.pointee.liveObjects &-= 1
        counts.pointee.liveBytes &-= 64
    }
}

extension ObjectKind {
    /// Whether objects of the kind may refer to others without being `InstanceObject`s.
    @inline(__always)
    var mayHold: Bool {
        switch self {
        case .native, .iterator, .boundMethod, .slice, .superObject, .range: true
        default: false
        }
    }

    /// Whether objects of the kind are `InstanceObject`s with attributes of their own.
    @inline(__always)
    var hasFields: Bool {
        switch self {
        case .instance, .exception, .list, .dict, .tuple, .set, .frozenSet, .function, .generator,
            .number, .property, .staticMethod, .classMethod, .cell:
            true
        default: false
        }
    }
}
