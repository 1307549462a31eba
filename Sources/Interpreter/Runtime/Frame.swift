// A frame is one activation of a body of code. Its locals, its cells and its operand stack lie together, in that
// order, in a run of values: on the machine's value stack, where the arguments that the caller pushed become the first
// locals without being moved, or, for a generator, in memory of its own.

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
    /// The function, which keeps code, globals and closure alive; nil for a module.
    var function: FunctionObject?
    var globals: Unmanaged<NameTable>
    /// The names of a class body.
    var namespace: NameTable?
    var locals: UnsafeMutablePointer<Value>
    /// Where the frame goes on; kept up to date when it calls, suspends or raises.
    var instruction: Int
    var stackPointer: UnsafeMutablePointer<Value>
    var previous: UnsafeMutablePointer<Frame>?
    var kind: Kind
    /// Whether `locals` is memory of its own rather than on the value stack.
    var isDetached: Bool
    /// The instance that an initializer fills.
    var instance: Value
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
        frame.deinitialize(count: 1)
        frame.deallocate()
    }
}

/// The machine's value stack and its pool of frames.
final class ValueStack {
    static let capacity = 1 << 16
    var base: UnsafeMutablePointer<Value>
    var end: UnsafeMutablePointer<Value>
    /// First value that is not in use.
    var top: UnsafeMutablePointer<Value>
    private var chunks: [UnsafeMutablePointer<Value>] = []
    private var pool: [UnsafeMutablePointer<Frame>] = []

    init() {
        base = .allocate(capacity: Self.capacity)
        end = base + Self.capacity
        top = base
    }

    deinit {
        base.deallocate()
        for chunk in chunks { chunk.deallocate() }
        for frame in pool { frame.deallocate() }
    }

    @inline(__always)
    func takeFrame() -> UnsafeMutablePointer<Frame> {
        pool.popLast() ?? .allocate(capacity: 1)
    }

    @inline(__always)
    func giveBack(_ frame: UnsafeMutablePointer<Frame>) { pool.append(frame) }
}
