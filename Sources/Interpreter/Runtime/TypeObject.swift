/// A class: one of the built-in ones, one that a native module declares, or a learner's.
public final class TypeObject: InstanceObject {
    package internal(set) var name: String
    package var qualifiedName: String
    /// The module that the type says it is from; "builtins" is not shown in names.
    package var module: String
    unowned(unsafe) package let heap: Heap
    /// Those of `heap`.
    let counts: UnsafeMutablePointer<HeapCounts>
    package internal(set) var bases: [TypeObject]
    /// The method resolution order, the type itself first.
    package internal(set) var mro: [TypeObject] = []
    package internal(set) var subclasses: [TypeObject] = []
    /// Declared in Swift: learner code cannot change it.
    package let isNative: Bool
    /// Written in the learner's language but part of the lab: learner code cannot change it.
    package var isFrozen = false
    /// May learner classes inherit from it?
    package var isSubclassable = true
    /// Do instances take arbitrary attributes?
    package var hasInstanceAttributes: Bool
    /// The attributes that the class itself defines.
    package let attributes: NameTable
    /// What the type does, inherited slots included.
    package var slots = TypeSlots()
    package var doc: String?
    /// Changes with the class or one of its bases.
    var version: UInt32
    private(set) var rootShape: Shape {
        didSet { rootShapeReference = .passUnretained(rootShape) }
    }
    /// `rootShape`, not counted.
    private(set) var rootShapeReference: Unmanaged<Shape>
    /// How a call of the class makes an instance; forgotten when the class changes.
    var plan: ConstructionPlan?
    /// The learner's `__init__`, when a call of the class makes an instance and runs it.
    var quickInitializer: Unmanaged<FunctionObject>?
    /// Makes an empty instance of the type given, which is this type or a subtype of it; inherited.
    package var allocate: ((VirtualMachine, TypeObject) -> Object)? {
        didSet { definesAllocate = true }
    }
    /// The type in the order that set `allocate`, and the one that set `constructor`: where the
    /// constructor is nearer, it goes first.
    var allocateIsBehindConstructor: Bool {
        for type in mro {
            if type.definesAllocate { return false }
            if type.definesConstructor { return true }
        }
        return false
    }

    /// For an abstract class: whether values of another type count as its instances.
    var recognizes: ((VirtualMachine, TypeObject) throws -> Bool)?
    /// Whether a value of another type counts as an instance, where that depends on the value.
    package var recognizesValue: ((Value) -> Bool)?
    /// Classes that count as subtypes because an abstract class was told so.
    var registered: [TypeObject] = []
    /// Methods that a subclass has to define before it can have instances, sorted.
    var abstractMethods: [String] = []
    /// The only attributes that instances may have, by `__slots__`.
    var slotNames: Set<Int32>?
    var definesAllocate = false
    var definesConstructor = false
    /// Whether messages show the type's module, as they do for types that a library writes in C.
    package var showsModule = false
    /// What else is to be said when its instances have no such attribute.
    package var missingHint: ((String) -> String?)?
    /// `__new__` in Swift: makes the value from the arguments; inherited.
    package var constructor: NativeFunction? {
        didSet { definesConstructor = true }
    }
    /// `__init__` in Swift.
    package var initializer: NativeFunction?

    init(
        heap: Heap, metatype: TypeObject?, name: String, module: String, bases: [TypeObject],
        isNative: Bool, hasInstanceAttributes: Bool
    ) {
        self.name = name
        self.qualifiedName = name
        self.module = module
        self.heap = heap
        counts = heap.counts
        self.bases = bases
        self.isNative = isNative
        self.hasInstanceAttributes = hasInstanceAttributes
        attributes = NameTable(identity: heap.nextIdentity())
        rootShape = Shape()
        rootShapeReference = .passUnretained(rootShape)
        version = heap.nextTypeVersion()
        super.init(type: metatype, kind: .type)
        heap.types.append(self)
        // Types live as long as the session: a program that makes them without end is stopped.
        if !isNative { heap.charge(Self.estimatedSize) }
    }

    private static let estimatedSize = 4096

    /// Whether this is `other` or inherits from it.
    package func isSubtype(of other: TypeObject) -> Bool {
        if self === other { return true }
        for type in mro where type === other { return true }
        return false
    }

    /// The name in messages: CPython shows the types that it writes in C with their module.
    var nameInErrors: String {
        if showsModule { return "\(module).\(name)" }
        guard isNative, module != "builtins" else { return name }
        let isInC =
            module == "itertools" || module == "functools"
            || module == "collections"
                && (name == "deque" || name == "defaultdict" || name == "OrderedDict")
        return isInC && !name.hasPrefix("singledispatch") ? "\(module).\(name)" : name
    }

    /// The name of the type that its native attributes are said to be of, where it is another.
    package var attributeOwner: String?

    package var displayName: String {
        module == "builtins" ? qualifiedName : "\(module).\(qualifiedName)"
    }

    /// Whether a learner's class in the order compares its instances itself.
    var definesComparisons: Bool {
        slots.equal != nil || slots.notEqual != nil || slots.less != nil || slots.lessEqual != nil
            || slots.greater != nil || slots.greaterEqual != nil
    }

    public override func clear() {
        attributes.destroy()
        rootShape = .none
        slots = TypeSlots()
        allocate = nil
        constructor = nil
        initializer = nil
        plan = nil
        bases = []
        mro = []
        subclasses = []
        quickInitializer = nil
        recognizes = nil
        recognizesValue = nil
        registered = []
        missingHint = nil
    }
}
