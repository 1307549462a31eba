// A frame is one activation of a body of code. Its locals, its cells and its operand stack lie together, in that
// order, in a run of values: on the machine's value stack, where the arguments that the caller pushed become the first
// locals without being moved, or, for a generator, in memory of its own. What a frame refers to is kept alive by
// others: the function by the caller's stack, by the generator or by `retained`.

/// One activation of a body of code.
struct Frame {
    enum Kind: UInt8 {
        /// Called by a Swift function: its end leaves the loop.
        case entry
        /// Called by the frame below.
        case plain
        /// `__init__` called by the construction of an instance, which is the result.
        case initializer
        /// A generator resumed by `forIterate` of the frame below.
        case iteration
        /// A generator resumed by a Swift function.
        case generatorEntry
    }

    var code: Unmanaged<Routine>
    /// The function; nil for a module.
    var function: Unmanaged<FunctionObject>?
    var globals: Unmanaged<NameTable>
    /// The names of a class body.
    var namespace: Unmanaged<NameTable>?
    var locals: UnsafeMutablePointer<Value>
    /// Index of the instruction to go on with; kept up to date when the frame calls or suspends.
    var instruction: Int
    var stackPointer: UnsafeMutablePointer<Value>
    /// Where the result goes, in the caller's stack: what was called is dropped from there first.
    var result: UnsafeMutablePointer<Value>
    /// End of what is dropped there.
    var dropEnd: UnsafeMutablePointer<Value>
    var previous: UnsafeMutablePointer<Frame>?
    var kind: Kind
    /// Whether `locals` is memory of its own rather than on the value stack.
    var isDetached: Bool
    /// A generator that waits for another inside `yieldFrom`.
    var isDelegating: Bool
    /// The instance that an initializer fills, and the initializer: each held by one reference.
    var instance: Unmanaged<Object>?
    var retained: Unmanaged<FunctionObject>?
    /// The generator whose frame it is.
    var generator: Unmanaged<GeneratorObject>?
    /// The end of the value stack that was in use before.
    var savedTop: UnsafeMutablePointer<Value>

    /// Frees a suspended generator's frame.
    static func destroyDetached(_ frame: UnsafeMutablePointer<Frame>, _ heap: Heap) {
        let locals = frame.pointee.locals
        let count = frame.pointee.stackPointer - locals
        for index in 0..<count { heap.release((locals + index).move()) }
        locals.deallocate()
        frame.pointee.retained?.release()
        frame.deinitialize(count: 1)
        frame.deallocate()
    }
}

/// The machine's value stack and its pool of frames.
final class ValueStack {
    /// 64 MB of address space; memory is used as far as the stack has grown.
    static let capacity = 1 << 22
    let base: UnsafeMutablePointer<Value>
    let end: UnsafeMutablePointer<Value>
    /// First value that is not in use.
    var top: UnsafeMutablePointer<Value>
    private var free: UnsafeMutablePointer<Frame>?

    init() {
        base = .allocate(capacity: Self.capacity)
        end = base + Self.capacity
        top = base
    }

    deinit {
        base.deallocate()
        while let frame = free {
            free = frame.pointee.previous
            frame.deallocate()
        }
    }

    @inline(__always)
    func takeFrame() -> UnsafeMutablePointer<Frame> {
        if let frame = free {
            free = frame.pointee.previous
            return frame
        }
        return .allocate(capacity: 1)
    }

    @inline(__always)
    func giveBack(_ frame: UnsafeMutablePointer<Frame>) {
        frame.pointee.previous = free
        free = frame
    }
}
