// What a session has allocated. The heap counts live bytes for the memory budget, links every object
// that can take part in a reference cycle so that the session's end can break the cycles, and takes the
// contents of dying containers into a queue once releases nest too deeply, so that a chain of a million
// tuples never overflows the native stack.

/// What a heap counts. Objects reach it through their type without counting a reference to the heap, which would cost
/// more than all the rest of making one.
struct HeapCounts {
    /// Bytes held by live objects, by the estimate that each object makes of itself.
    var liveBytes = 0
    var liveObjects = 0
    /// First of the linked containers.
    var first: Unmanaged<InstanceObject>?
}

/// The account of one session's objects.
package final class Heap {
    let counts: UnsafeMutablePointer<HeapCounts>
    package var liveBytes: Int {
        get { counts.pointee.liveBytes }
        set { counts.pointee.liveBytes = newValue }
    }
    package var liveObjects: Int { counts.pointee.liveObjects }
    var first: InstanceObject? { counts.pointee.first?.takeUnretainedValue() }

    /// The budget; a request beyond it is refused.
    package var limitBytes = Int.max
    /// Live bytes from which on circles of objects are looked for.
    package var collectionThreshold = Heap.smallestThreshold

    /// Every type of the session; they live as long as the heap.
    var types: [TypeObject] = []

    /// The type `dict`, for the `__dict__` of instances.
    var dictTypeStorage: TypeObject?
    /// The type `str`, for strings made of strings.
    var strTypeStorage: TypeObject?
    var strType: TypeObject {
        guard let type = strTypeStorage else { preconditionFailure("the heap is torn down") }
        return type
    }
    /// The type `OrderedDict`, once there is one.
    var orderedDictType: TypeObject?
    func isOrderedDict(_ type: TypeObject) -> Bool {
        guard let orderedDictType, type !== dictTypeStorage else { return false }
        return type.isSubtype(of: orderedDictType)
    }

    var dictType: TypeObject {
        guard let type = dictTypeStorage else { preconditionFailure("the heap is torn down") }
        return type
    }
    /// Generators that nobody holds any more and that have something left to do; see `finishAbandoned`.
    var abandoned: [GeneratorObject] = [] {
        didSet { hasAbandoned = !abandoned.isEmpty }
    }
    private(set) var hasAbandoned = false
    /// False once the session ends: then nothing runs any more.
    var finishesGenerators = true
    /// NaNs made by `float("nan")`; each has bits of its own.
    var madeNaNs = 0
    private var identities = 0
    private var typeVersions: UInt32 = 0

    init() {
        counts = .allocate(capacity: 1)
        counts.initialize(to: HeapCounts())
    }

    deinit { counts.deallocate() }

    func nextIdentity() -> Int {
        identities += 1
        return identities
    }

    func nextTypeVersion() -> UInt32 {
        typeVersions &+= 1
        return typeVersions
    }

    private var releaseDepth = 0
    private var pendingArrays: [[Value]] = []
    private var pendingEntries: [[HashTable.Entry]] = []
    private var pendingValues: [Value] = []
    private var isDraining = false

    @inline(__always)
    package func charge(_ bytes: Int) { liveBytes &+= bytes }

    @inline(__always)
    package func discharge(_ bytes: Int) { liveBytes &-= bytes }

    /// Whether more is alive than the budget allows.
    package var isOverLimit: Bool { liveBytes > limitBytes }

    /// Releases the contents of a dying container, at once or, when releases nest deeply, from a queue.
    @inline(never)
    func release(_ values: consuming [Value]) {
        if releaseDepth >= 64 {
            pendingArrays.append(values)
            return
        }
        releaseDepth += 1
        drop(values)
        releaseDepth -= 1
        drain()
    }

    /// Releases the entries of a dying dictionary.
    @inline(never)
    func release(_ entries: consuming [HashTable.Entry]) {
        if releaseDepth >= 64 {
            pendingEntries.append(entries)
            return
        }
        releaseDepth += 1
        drop(entries)
        releaseDepth -= 1
        drain()
    }

    @inline(never)
    func release(_ value: consuming Value) {
        guard case .object = value else { return }
        if releaseDepth >= 64 {
            pendingValues.append(value)
            return
        }
        releaseDepth += 1
        drop(value)
        releaseDepth -= 1
        drain()
    }

    @inline(never)
    private func drop(_ values: consuming [Value]) {}

    @inline(never)
    private func drop(_ entries: consuming [HashTable.Entry]) {}

    @inline(never)
    private func drop(_ value: consuming Value) {}

    private func drain() {
        guard releaseDepth == 0, !isDraining,
            !pendingArrays.isEmpty || !pendingEntries.isEmpty || !pendingValues.isEmpty
        else { return }
        isDraining = true
        while true {
            if let array = pendingArrays.popLast() {
                releaseDepth += 1
                drop(array)
                releaseDepth -= 1
            } else if let entries = pendingEntries.popLast() {
                releaseDepth += 1
                drop(entries)
                releaseDepth -= 1
            } else if let value = pendingValues.popLast() {
                releaseDepth += 1
                drop(value)
                releaseDepth -= 1
            } else {
                break
            }
        }
        isDraining = false
    }
}

/// Takes the types apart when a machine is gone. Types outlive every other object; where a program still holds
/// objects of a machine that it dropped, the types stay for good.
final class HeapKeeper {
    private let heap: Heap

    init(_ heap: Heap) { self.heap = heap }

    deinit {
        for type in heap.types { type.clear() }
        heap.dictTypeStorage = nil
        heap.strTypeStorage = nil
        heap.orderedDictType = nil
        if heap.liveObjects > 0 {
            _ = Unmanaged.passRetained(heap)
        } else {
            heap.types = []
        }
    }
}
