// Objects are freed when their last reference goes; those that hold one another in a circle never are. The
// collector finds such circles by trial deletion: each linked object starts with its count of references, those that
// linked objects hold to it are taken off, and what is left comes from outside: the stack, globals, Swift code.
// What can be reached from there is alive; the rest is emptied, which frees it.
//
// References that the collector does not see, those in native objects and in shared buffers, stay counted and keep
// alive what they lead to. So it may miss a circle, but never empties what is in use.

extension Heap {
    static let smallestThreshold = 64 << 20

    /// Looks for circles when the session holds twice what it held after the last look.
    @inline(__always)
    func collectIfGrown() {
        if liveBytes >= collectionThreshold { collectCycles() }
    }

    /// Frees circles of objects that nothing else refers to; the number of objects that were emptied.
    @inline(never) @discardableResult
    package func collectCycles() -> Int {
        let extra = Self.extraCount
        var objects: [Unmanaged<InstanceObject>] = []
        var next = counts.pointee.first
        while let object = next {
            objects.append(object)
            let count = Self.count(object)
            next = object._withUnsafeGuaranteedRef { object in
                object.outside = count - extra
                return object.next
            }
        }
        for object in objects {
            object._withUnsafeGuaranteedRef { holder in
                holder.visitReferences(
                    ReferenceVisitor { reached in
                        reached._withUnsafeGuaranteedRef { $0.outside &-= 1 }
                    })
            }
        }
        var alive = objects.filter { $0._withUnsafeGuaranteedRef { $0.outside > 0 } }
        while let object = alive.popLast() {
            object._withUnsafeGuaranteedRef { holder in
                holder.visitReferences(
                    ReferenceVisitor { reached in
                        let isNew = reached._withUnsafeGuaranteedRef { $0.outside <= 0 }
                        guard isNew else { return }
                        reached._withUnsafeGuaranteedRef { $0.outside = 1 }
                        alive.append(reached)
                    })
            }
        }
        let dead = objects.filter { $0._withUnsafeGuaranteedRef { $0.outside <= 0 } }
            .map { $0.takeUnretainedValue() }
        for object in dead { object.breakCycle() }
        collectionThreshold = max(Self.smallestThreshold, liveBytes &* 2)
        return dead.count
    }

    /// References to an object, and the constant that counting adds.
    @inline(never)
    private static func count(_ object: Unmanaged<InstanceObject>) -> Int {
        object._withUnsafeGuaranteedRef { Int(_getRetainCount($0)) }
    }

    /// What `count` says of an object with a single reference, less one.
    private static let extraCount: Int = {
        final class Single {}
        let single = Unmanaged.passRetained(Single())
        defer { single.release() }
        return single._withUnsafeGuaranteedRef { Int(_getRetainCount($0)) } - 1
    }()

    /// Whether an object has only one reference.
    @inline(never)
    fileprivate static func isUnshared<Instance: AnyObject>(
        _ object: Unmanaged<Instance>
    ) -> Bool {
        object._withUnsafeGuaranteedRef { Int(_getRetainCount($0)) } == extraCount + 1
    }
}

/// Visits what values refer to; each linked object once for each reference.
struct ReferenceVisitor {
    let visit: (Unmanaged<InstanceObject>) -> Void
    /// How many objects that are not linked were looked through on the way here.
    private let level: Int
    /// Tuples within tuples, and iterators over iterators, are followed so far.
    private static let depth = 8

    init(level: Int = 0, _ visit: @escaping (Unmanaged<InstanceObject>) -> Void) {
        self.level = level
        self.visit = visit
    }

    /// Visits the elements of an array whose buffer is not shared. Shared buffers are left out: a reference in one
    /// counts once, but would be seen from each array.
    func elements(_ array: inout [Value], depth: Int = 0) {
        if array.isEmpty || !isUnshared(&array) { return }
        array.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for index in 0..<buffer.count {
                value(UnsafeMutablePointer(mutating: base + index), depth: depth)
            }
        }
    }

    /// Whether this array or deque alone has its buffer; either is nothing but a reference to it.
    ///
    /// `isKnownUniquelyReferenced` does not do: in builds that are not optimized it holds a reference itself.
    func isUnshared<Container>(_ container: inout Container) -> Bool {
        precondition(MemoryLayout<Container>.size == MemoryLayout<Unmanaged<AnyObject>>.size)
        return withUnsafeMutablePointer(to: &container) { pointer in
            Heap.isUnshared(UnsafeRawPointer(pointer).load(as: Unmanaged<AnyObject>.self))
        }
    }

    /// Visits what one value refers to. Tuples and objects that are not linked, such as bound methods and iterators, are
    /// looked through when only this value has them.
    func value(_ value: UnsafeMutablePointer<Value>, depth: Int = 0) {
        guard value.tag == ValueLayout.object else { return }
        let object = value.unmanaged
        let kind = value.kind
        if kind == .tuple {
            guard depth + level < Self.depth, Heap.isUnshared(object) else { return }
            object._withUnsafeGuaranteedRef {
                unsafeDowncast($0, to: TupleObject.self).visitElements(self, depth: depth + 1)
            }
        } else if kind.hasFields {
            linked(object)
        } else if kind.mayHold {
            guard depth + level < Self.depth, Heap.isUnshared(object) else { return }
            let inner = ReferenceVisitor(level: level + 1, visit)
            object._withUnsafeGuaranteedRef { $0.visitHeld(inner) }
        }
    }

    /// Visits the items of a tuple that only this place has.
    func tuple(_ place: inout TupleObject?) {
        withUnsafeMutablePointer(to: &place) { pointer in
            let held = UnsafeRawPointer(pointer).load(as: Optional<Unmanaged<Object>>.self)
            guard let held, level < Self.depth, Heap.isUnshared(held) else { return }
            held._withUnsafeGuaranteedRef {
                unsafeDowncast($0, to: TupleObject.self).visitElements(self, depth: 1)
            }
        }
    }

    /// Visits the linked object that a value is; others are left out.
    func object(_ value: Value) {
        if case .object(let object) = value, object.kind.hasFields, object.kind != .tuple {
            linked(.passUnretained(object))
        }
    }

    private func linked(_ object: Unmanaged<Object>) {
        let instance = Unmanaged<InstanceObject>.fromOpaque(object.toOpaque())
        if instance._withUnsafeGuaranteedRef({ $0.isLinked }) { visit(instance) }
    }

    func linked(_ object: InstanceObject?) {
        if let object, object.isLinked { visit(.passUnretained(object)) }
    }
}
