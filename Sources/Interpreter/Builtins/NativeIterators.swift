// Iterators written in Swift.

/// Iterates over values that are fixed from the start.
final class ArrayIterator: IteratorObject {
    private var values: [Value]
    private var index = 0

    init(type: TypeObject, _ values: [Value]) {
        self.values = values
        super.init(type: type)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) { visitor.elements(&values) }

    override var extent: (taken: Int, total: Int)? { values.isEmpty ? nil : (index, values.count) }

    override func next(_ vm: VirtualMachine) -> Value? {
        guard index < values.count else {
            values = []
            return nil
        }
        defer { index += 1 }
        return values[index]
    }
}

/// Iterates over the characters of a string.
final class StringIterator: IteratorObject {
    private var text: StringObject?
    private var index = 0

    init(type: TypeObject, _ text: StringObject) {
        self.text = text
        super.init(type: type)
    }

    override func next(_ vm: VirtualMachine) -> Value? {
        guard let text else { return nil }
        guard index < text.count else {
            self.text = nil
            return nil
        }
        index &+= 1
        return vm.character(text[index &- 1])
    }
}

/// The values that an iterator works with, where the collector of circles sees them: what a Swift function captures
/// is hidden from it. One iterator has them.
final class HeldValues {
    private let base: UnsafeMutablePointer<Value>
    let count: Int

    init(_ values: [Value]) {
        count = values.count
        base = .allocate(capacity: max(count, 1))
        for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
    }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    subscript(index: Int) -> Value {
        get {
            precondition(index < count, "no such value is held")
            return base[index]
        }
        set {
            precondition(index < count, "no such value is held")
            base[index] = newValue
        }
    }

    func visit(_ visitor: ReferenceVisitor) {
        for index in 0..<count { visitor.value(base + index) }
    }
}

/// Iterates by calling a Swift function.
final class ClosureIterator: IteratorObject {
    private var body: ((VirtualMachine) throws -> Value?)?
    private var held: HeldValues?

    /// - Parameter held: what the body works with; it must not have captured the values themselves
    init(
        type: TypeObject, holding held: HeldValues? = nil,
        _ body: @escaping (VirtualMachine) throws -> Value?
    ) {
        self.body = body
        self.held = held
        super.init(type: type)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) { held?.visit(visitor) }

    override var underlying: Value? { held.flatMap { $0.count > 0 ? $0[0] : nil } }

    override func next(_ vm: VirtualMachine) throws -> Value? {
        guard let body else { return nil }
        // Iterators over iterators over … take native stack, which a program could use up.
        vm.iteratorDepth &+= 1
        defer { vm.iteratorDepth &-= 1 }
        if vm.iteratorDepth > VirtualMachine.iteratorLimit { throw vm.tooDeep() }
        if let value = try body(vm) { return value }
        self.body = nil
        held = nil
        return nil
    }
}
