package import BigInt

/// Python's `list`.
public final class ListObject: InstanceObject {
    /// The items. After changing them in bulk call `updateCharge()`.
    package var elements: [Value]
    private var charged = 0

    package init(type: __shared TypeObject, _ elements: [Value] = []) {
        self.elements = elements
        super.init(type: type, kind: .list)
        updateCharge()
    }

    deinit {
        type.counts.pointee.liveBytes &-= charged
        if !elements.areLeaves { type.heap.release(take()) }
    }

    private func take() -> [Value] {
        var taken: [Value] = []
        swap(&taken, &elements)
        return taken
    }

    package var count: Int { elements.count }

    package func append(_ value: Value) {
        elements.append(value)
        if elements.capacity &* 16 > charged { updateCharge() }
    }

    /// Tells the memory budget the list's present size.
    package func updateCharge() {
        let size = elements.capacity &* 16
        type.heap.charge(size &- charged)
        charged = size
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        visitor.elements(&elements)
    }

    public override func clear() {
        super.clear()
        type.heap.release(take())
        updateCharge()
    }
}

/// Python's `tuple`.
public final class TupleObject: InstanceObject {
    package private(set) var elements: [Value]

    package init(type: __shared TypeObject, _ elements: __owned [Value]) {
        let size = elements.count &* 16
        self.elements = elements
        super.init(type: type, kind: .tuple)
        type.counts.pointee.liveBytes &+= size
    }

    deinit {
        type.counts.pointee.liveBytes &-= elements.count &* 16
        if !elements.areLeaves {
            var taken: [Value] = []
            swap(&taken, &elements)
            type.heap.release(taken)
        }
    }

    package var count: Int { elements.count }

    /// Visits what the elements refer to; a tuple itself is not linked.
    func visitElements(_ visitor: ReferenceVisitor, depth: Int) {
        visitor.elements(&elements, depth: depth)
    }
}

/// Python's `bytes`.
public final class BytesObject: Object {
    package let bytes: [UInt8]

    package init(type: __shared TypeObject, _ bytes: [UInt8]) {
        self.bytes = bytes
        super.init(type: type, kind: .bytes)
        type.heap.charge(bytes.count)
    }

    deinit { type.heap.discharge(bytes.count) }
}

/// An `int` beyond 64 bits. A value that fits in `Int` is always `Value.int`; `vm.integer(_:)` sees to it.
public final class BigIntObject: Object {
    package let value: BigInt

    package init(type: __shared TypeObject, _ value: BigInt) {
        self.value = value
        super.init(type: type, kind: .bigInt)
        type.heap.charge(value.bitWidth / 8)
    }

    deinit { type.heap.discharge(value.bitWidth / 8) }
}

/// Python's `range`; its ends and step are integers of any size, so they are values.
public final class RangeObject: Object {
    package let start: Value
    package let stop: Value
    package let step: Value

    package init(type: __shared TypeObject, start: Value, stop: Value, step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
        super.init(type: type, kind: .range)
    }

    /// The ends and the step where all are small integers.
    package var small: (start: Int, stop: Int, step: Int)? {
        guard case .int(let start) = start, case .int(let stop) = stop, case .int(let step) = step
        else { return nil }
        return (start, stop, step)
    }
}

/// Python's `slice`.
public final class SliceObject: Object {
    package let start: Value
    package let stop: Value
    package let step: Value

    package init(type: __shared TypeObject, start: Value, stop: Value, step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
        super.init(type: type, kind: .slice)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) {
        visitor.object(start)
        visitor.object(stop)
        visitor.object(step)
    }
}

/// An instance of a learner's subclass of `int` or `float`.
public final class NumberObject: InstanceObject {
    package let value: Value

    init(type: __shared TypeObject, _ value: Value) {
        self.value = value
        super.init(type: type, kind: .number)
    }
}

extension Value {
    /// The number within an instance of a subclass of `int` or `float`.
    @inline(__always)
    package var wrappedNumber: Value? {
        guard case .object(let object) = self, object.kind == .number else { return nil }
        return unsafeDowncast(object, to: NumberObject.self).value
    }
}
