// Attributes of instances live in slots. The shape of an instance says which name has which slot;
// instances that gain the same attributes in the same order share a shape, so that code can remember
// "shape S: slot 3" and skip the look-up. An instance whose `__dict__` was asked for, or that has very
// many attributes, keeps them in a dictionary instead.

/// The layout of an instance's attributes.
final class Shape: @unchecked Sendable {
    // Unchecked: `none`, the only shape seen by more than one session, never gains a transition.

    /// The shape of objects without fields whose attributes are kept elsewhere.
    static let none = Shape()

    let names: [StringObject]
    private var transitions: [Int32: Shape] = [:]
    private var indices: [Int32: Int32] = [:]

    init(names: [StringObject] = []) {
        self.names = names
        if names.count > 8 {
            for (index, name) in names.enumerated() {
                indices[name.internID] = Int32(truncatingIfNeeded: index)
            }
        }
    }

    func index(of name: StringObject) -> Int {
        if names.count > 8 { return indices[name.internID].map(Int.init) ?? -1 }
        for index in names.indices where names[index] === name { return index }
        return -1
    }

    func adding(_ name: StringObject) -> Shape {
        if let next = transitions[name.internID] { return next }
        let next = Shape(names: names + [name])
        transitions[name.internID] = next
        return next
    }
}

/// An object that has attributes of its own, or whose class, made by a learner, may give it some.
open class InstanceObject: Object {
    /// Layout of `fields`, not counted: it is owned by the type's tree of shapes.
    final var shapeReference: Unmanaged<Shape>
    final var shape: Shape {
        @inline(__always) get { shapeReference._withUnsafeGuaranteedRef { $0 } }
        @inline(__always) set { shapeReference = .passUnretained(newValue) }
    }

    @inline(__always)
    final var shapeAddress: UnsafeRawPointer { UnsafeRawPointer(shapeReference.toOpaque()) }

    /// Takes on the shape that an inline cache remembers.
    @inline(__always)
    final func setShape(_ address: UnsafeRawPointer?) {
        shapeReference = .fromOpaque(address.unsafelyUnwrapped)
    }

    final var fields: UnsafeMutablePointer<Value>?
    final var fieldCapacity: Int32 = 0
    final var isLinked = false
    /// References from outside of the linked objects, while the collector looks for circles.
    final var outside = 0
    /// Where the attributes are once `__dict__` was handed out.
    final var dictionary: DictObject?
    /// The neighbours among the linked objects.
    private final var previous: Unmanaged<InstanceObject>?
    private(set) final var next: Unmanaged<InstanceObject>?

    static let dictionaryThreshold = 128

    public override init(type: __shared TypeObject!, kind: ObjectKind = .instance) {
        if kind == .type {
            shapeReference = .passUnretained(Shape.none)
            super.init(type: type, kind: kind)
            return
        }
        shapeReference = type.unsafelyUnwrapped.rootShapeReference
        super.init(type: type, kind: kind)
        let counts = type.unsafelyUnwrapped.counts
        counts.pointee.liveBytes &+= 64
        if kind != .tuple { link(counts) }
    }

    @inline(__always)
    private final func link(_ counts: UnsafeMutablePointer<HeapCounts>) {
        isLinked = true
        next = counts.pointee.first
        previous = nil
        let this = Unmanaged.passUnretained(self)
        next?._withUnsafeGuaranteedRef { $0.previous = this }
        counts.pointee.first = this
    }

    @inline(__always)
    private final func unlink(_ counts: UnsafeMutablePointer<HeapCounts>) {
        if let previous {
            previous._withUnsafeGuaranteedRef { $0.next = next }
        } else {
            counts.pointee.first = next
        }
        next?._withUnsafeGuaranteedRef { $0.previous = previous }
        isLinked = false
    }

    deinit {
        guard kind != .type else { return }
        let counts = type.counts
        counts.pointee.liveBytes &-= 64 &+ 16 &* Int(fieldCapacity)
        if isLinked { unlink(counts) }
        if let fields {
            let heap = type.heap
            for index in 0..<shape.names.count { heap.release((fields + index).move()) }
            fields.deallocate()
        }
        if let dictionary {
            self.dictionary = nil
            type.heap.release(.object(dictionary))
        }
    }

    /// Takes the object off the heap's list.
    final func unlinkForTearDown(_ heap: Heap) {
        if isLinked { unlink(heap.counts) }
    }

    /// The object's own attribute, without any look-up in its class. `name` is interned.
    package final func ownAttribute(_ name: StringObject) -> Value? {
        if let dictionary { return dictionary.value(forName: name) }
        guard let fields else { return nil }
        let index = shape.index(of: name)
        return index < 0 ? nil : fields[index]
    }

    /// Sets the object's own attribute; no descriptor or `__setattr__` is asked. `name` is interned.
    package final func setOwnAttribute(_ name: StringObject, _ value: Value) {
        if let dictionary { return dictionary.setValue(value, forName: name) }
        let index = shape.index(of: name)
        if index >= 0, let fields {
            fields[index] = value
            return
        }
        if shape.names.count >= Self.dictionaryThreshold {
            attributeDictionary().setValue(value, forName: name)
            return
        }
        appendSlot(value, shape: shape.adding(name))
    }

    final func appendSlot(_ value: Value, shape newShape: Shape) {
        let count = shape.names.count
        if count == Int(fieldCapacity) {
            let capacity = count == 0 ? 4 : count * 2
            let grown = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
            if let fields {
                grown.moveInitialize(from: fields, count: count)
                fields.deallocate()
            }
            fields = grown
            type.heap.charge(16 &* (capacity &- Int(fieldCapacity)))
            fieldCapacity = Int32(truncatingIfNeeded: capacity)
        }
        fields.unsafelyUnwrapped.advanced(by: count).initialize(to: value)
        shape = newShape
    }

    /// Removes the object's own attribute; false if there was none. `name` is interned.
    package final func removeOwnAttribute(_ name: StringObject) -> Bool {
        if let dictionary { return dictionary.removeValue(forName: name) }
        let index = shape.index(of: name)
        guard index >= 0, let fields else { return false }
        let count = shape.names.count
        let removed = (fields + index).move()
        (fields + index).moveInitialize(from: fields + index + 1, count: count - index - 1)
        var rebuilt = type.rootShape
        for (position, name) in shape.names.enumerated() where position != index {
            rebuilt = rebuilt.adding(name)
        }
        shape = rebuilt
        type.heap.release(removed)
        return true
    }

    /// Names of the object's own attributes, in the order in which they were set.
    package final var ownAttributeNames: [StringObject] {
        if let dictionary { return dictionary.keys.compactMap(\.string) }
        return shape.names
    }

    /// The live `__dict__`: from now on the attributes are kept in it.
    package final func attributeDictionary() -> DictObject {
        if let dictionary { return dictionary }
        let made = DictObject(type: type.heap.dictType)
        if let fields {
            for (index, name) in shape.names.enumerated() {
                made.setValue((fields + index).move(), forName: name)
            }
            fields.deallocate()
            self.fields = nil
            type.heap.discharge(16 &* Int(fieldCapacity))
            fieldCapacity = 0
        }
        shape = Shape.none
        dictionary = made
        return made
    }

    /// Makes the object one of another class with the same layout.
    package final func changeType(to type: TypeObject) {
        // Its attributes move to a dictionary: shapes belong to a class, and code remembers them.
        _ = attributeDictionary()
        self.type = type
    }

    /// Visits the linked objects that this one refers to, once for each reference.
    func visitReferences(_ visitor: ReferenceVisitor) {
        if let fields {
            for index in 0..<shape.names.count { visitor.value(fields + index) }
        }
        visitor.linked(dictionary)
        visitParts { visitor.linked($0) }
    }

    /// Shows the collector of circles what a Swift subclass holds besides: each object once for each reference to it.
    open func visitParts(_ visit: (InstanceObject?) -> Void) {}

    /// Empties an object that only others of its circle refer to.
    func breakCycle() { clear() }

    /// Drops every reference the object holds; called at the session's end to break cycles.
    open func clear() {
        if let fields {
            let count = shape.names.count
            self.fields = nil
            let heap = type.heap
            shape = .none
            for index in 0..<count { heap.release((fields + index).move()) }
            fields.deallocate()
            heap.discharge(16 &* Int(fieldCapacity))
            fieldCapacity = 0
        }
        if let dictionary {
            self.dictionary = nil
            type.heap.release(.object(dictionary))
        }
    }
}
