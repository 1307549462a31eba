/// A variable shared by a function and the functions inside it.
public final class CellObject: InstanceObject {
    /// `.undefined` while the variable is unbound.
    package var value: Value

    init(type: __shared TypeObject, _ value: Value = .undefined) {
        self.value = value
        super.init(type: type, kind: .cell)
    }

    deinit {
        guard case .object = value else { return }
        type.heap.release(take())
    }

    private func take() -> Value {
        var taken = Value.undefined
        swap(&taken, &value)
        return taken
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        withUnsafeMutablePointer(to: &value) { visitor.value($0) }
    }

    public override func clear() {
        super.clear()
        value = .undefined
    }
}

/// A function written in the learner's language.
public final class FunctionObject: InstanceObject {
    package let code: CodeObject
    let routine: Routine
    package let globals: NameTable
    package var name: String
    package var qualifiedName: String
    package internal(set) var module: Value = .none
    package internal(set) var doc: Value = .none
    package internal(set) var defaults: [Value] = []
    package internal(set) var keywordDefaults: [(name: StringObject, value: Value)] = []
    package internal(set) var annotations: DictObject?
    var closure: [CellObject] = []

    init(type: __shared TypeObject, routine: Routine, globals: NameTable) {
        code = routine.code
        self.routine = routine
        self.globals = globals
        name = routine.code.name
        qualifiedName = routine.code.qualifiedName
        super.init(type: type, kind: .function)
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        visitor.elements(&defaults)
        for index in keywordDefaults.indices { visitor.object(keywordDefaults[index].value) }
        if closure.isEmpty || !visitor.isUnshared(&closure) { return }
        for cell in closure { visitor.linked(cell) }
    }

    /// The globals belong to others too.
    override func breakCycle() {
        super.clear()
        closure = []
        defaults = []
        keywordDefaults = []
    }

    public override func clear() {
        super.clear()
        globals.destroy()
        closure = []
        defaults = []
        keywordDefaults = []
        annotations = nil
        module = .none
        doc = .none
    }
}

/// A function or native method bound to the object it was looked up on.
public final class BoundMethod: Object {
    package let function: Value
    package let receiver: Value

    init(type: __shared TypeObject, function: Value, receiver: Value) {
        self.function = function
        self.receiver = receiver
        super.init(type: type, kind: .boundMethod)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) {
        visitor.object(function)
        visitor.object(receiver)
    }
}

/// `property`.
public final class PropertyObject: InstanceObject {
    package var getter: Value
    package var setter: Value
    package var deleter: Value
    package var doc: Value
    /// The name that the class gives it, for errors.
    var name: String?

    package init(
        type: TypeObject, getter: Value, setter: Value = .none, deleter: Value = .none,
        doc: Value = .none
    ) {
        self.getter = getter
        self.setter = setter
        self.deleter = deleter
        self.doc = doc
        super.init(type: type, kind: .property)
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        withUnsafeMutablePointer(to: &getter) { visitor.value($0) }
        withUnsafeMutablePointer(to: &setter) { visitor.value($0) }
        withUnsafeMutablePointer(to: &deleter) { visitor.value($0) }
    }

    public override func clear() {
        super.clear()
        getter = .none
        setter = .none
        deleter = .none
    }
}

/// `staticmethod` and `classmethod`, told apart by `kind`.
public final class WrappedFunction: InstanceObject {
    package private(set) var function: Value

    package init(type: __shared TypeObject, kind: ObjectKind, function: Value) {
        self.function = function
        super.init(type: type, kind: kind)
    }

    override func visitReferences(_ visitor: ReferenceVisitor) {
        super.visitReferences(visitor)
        withUnsafeMutablePointer(to: &function) { visitor.value($0) }
    }

    public override func clear() {
        super.clear()
        function = .none
    }
}

/// What `super()` returns: looks attributes up behind `after` in the order of `startType`.
public final class SuperObject: Object {
    package let after: TypeObject
    /// The instance or class bound to it; `.none` when unbound.
    package let receiver: Value
    package let startType: TypeObject?

    init(type: __shared TypeObject, after: TypeObject, receiver: Value, startType: TypeObject?) {
        self.after = after
        self.receiver = receiver
        self.startType = startType
        super.init(type: type, kind: .superObject)
    }

    override func visitHeld(_ visitor: ReferenceVisitor) { visitor.object(receiver) }
}

/// A module: native ones are immutable to learner code.
public final class ModuleObject: Object {
    package let name: String
    package let namespace: NameTable
    package var doc: String?
    /// Submodules that are made when they are first named as attributes.
    package var lazySubmodules: Set<String> = []
    /// Attributes that programs may set.
    package var settings: Set<String> = []
    /// What else is to be said when the module has no such attribute.
    package var missingHint: ((String) -> String?)?

    init(type: __shared TypeObject, name: String, namespace: NameTable, doc: String?) {
        self.name = name
        self.namespace = namespace
        self.doc = doc
        super.init(type: type, kind: .module)
    }
}

/// An iterator written in Swift. Subclasses override `next`; its type comes from `vm.makeIteratorType`.
open class IteratorObject: Object {
    public init(type: __shared TypeObject) { super.init(type: type, kind: .iterator) }

    /// The next item, or `nil` at the end (and from then on).
    open func next(_ vm: VirtualMachine) throws -> Value? { nil }

    /// How many items are still to come, where that is known.
    var lengthHint: Int? { nil }

    /// How many items were taken and how many there are, where that is known.
    var extent: (taken: Int, total: Int)? { nil }

    /// The iterator that this one draws on, where it gives as many items.
    var underlying: Value? { nil }
}

/// A name of `__slots__` as an attribute of its class. The values are the instances' own attributes.
final class MemberDescriptor: Object {
    let name: String
    /// The name of the class.
    let owner: String

    init(type: __shared TypeObject, name: String, owner: TypeObject) {
        self.name = name
        self.owner = owner.name
        super.init(type: type, kind: .native)
    }
}
