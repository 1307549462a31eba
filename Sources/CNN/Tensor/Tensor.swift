import CNNKernels

/// A strided array of numbers that remembers how it was computed.
///
/// A tensor is a view of a `Storage`: element (i, j, …) lies at `offset + i·strides[0] + j·strides[1] + …`. Several tensors may
/// share one storage, and an in-place operation on one is seen through all. A tensor is confined to one thread.
///
/// Operations that fail throw `TensorError` with PyTorch's message. Names are PyTorch's in Swift's case; in-place
/// forms end with an underscore.
public final class Tensor {
    /// The memory behind it, shared with its views.
    @exclusivity(unchecked) public internal(set) var storage: Storage
    /// The size of each dimension.
    @exclusivity(unchecked) public internal(set) var shape: [Int]
    /// The distance between neighbours along each dimension, in elements.
    @exclusivity(unchecked) public internal(set) var strides: [Int]
    /// The place of the first element in the storage, in elements.
    @exclusivity(unchecked) public internal(set) var offset: Int
    /// The number of elements.
    @exclusivity(unchecked) public internal(set) var count: Int
    /// The type of the elements.
    @exclusivity(unchecked) public internal(set) var dtype: DType
    /// Whether elements lie one after the other in row-major order.
    @exclusivity(unchecked) public internal(set) var isContiguous: Bool

    /// Whether a leaf collects a gradient; see `requiresGrad`.
    @exclusivity(unchecked) var leafRequiresGrad = false
    /// Whether it was made in inference mode.
    @exclusivity(unchecked) public internal(set) var isInference = false
    /// The gradient that backward passes have accumulated.
    @exclusivity(unchecked) public var grad: Tensor?
    /// The step that made it, as last recorded; see `gradFn`.
    @exclusivity(unchecked) var node: Node?
    /// Which of the step's outputs it is.
    @exclusivity(unchecked) var outputIndex = 0
    /// For a leaf: the node that adds into `grad`. The node holds the tensor, and clears this at its end.
    @exclusivity(unchecked) var accumulator: Unmanaged<Node>?
    /// For a view: the tensor whose memory it shows, and how it came about.
    @exclusivity(unchecked) var view: ViewOrigin?
    /// What few tensors have: hooks, a retained gradient, a version counter of its own.
    @exclusivity(unchecked) var extras: TensorExtras?
    /// A reference for the embedding program, such as the object that stands for this tensor in a learner's
    /// program. It is not retained: its owner must set it to `nil` before it goes.
    @exclusivity(unchecked) package var foreign: Unmanaged<AnyObject>?

    init(
        storage: Storage, shape: [Int], strides: [Int], offset: Int, count: Int, dtype: DType,
        isContiguous: Bool
    ) {
        self.storage = storage
        self.shape = shape
        self.strides = strides
        self.offset = offset
        self.count = count
        self.dtype = dtype
        self.isContiguous = isContiguous
        let state = ck_thread()
        state.pointee.liveTensors += 1
        if state.pointee.inference { isInference = true }
    }

    deinit {
        ck_thread().pointee.liveTensors -= 1
        if grad != nil { Teardown.later(&grad) }
    }

    /// The number of dimensions.
    public var dim: Int { shape.count }
    /// The number of elements, PyTorch's spelling.
    public var numel: Int { count }
    /// How many in-place operations its memory has seen.
    public var version: Int { extras?.ownVersion?.value ?? storage.version }

    func bumpVersion() {
        if let own = extras?.ownVersion { own.value += 1 } else { storage.version += 1 }
    }

    /// Makes a new tensor over uninitialised memory.
    ///
    /// - Throws: `TensorError` for a negative size, for a shape whose bytes do not fit an `Int`, and when there is
    ///   not enough memory.
    public static func empty(_ shape: [Int], dtype: DType = .float32) throws -> Tensor {
        let count = try Shape.count(shape, itemSize: dtype.itemSize)
        return Tensor(
            storage: try Storage(byteCount: count * dtype.itemSize), shape: shape,
            strides: Shape.strides(shape), offset: 0, count: count, dtype: dtype,
            isContiguous: true)
    }

    /// Uninitialised memory with the layout of an existing contiguous tensor; shares its arrays.
    func emptyLikeContiguous(_ dtype: DType) throws -> Tensor {
        Tensor(
            storage: try Storage(byteCount: count * dtype.itemSize), shape: shape, strides: strides,
            offset: 0, count: count, dtype: dtype, isContiguous: true)
    }
}

/// What few tensors need, kept apart so that the others are small.
final class TensorExtras {
    var hooks: [GradientHook] = []
    var retainsGrad = false
    var ownVersion: VersionCounter?
    var accumulateHooks: [AccumulateHook] = []
}

/// A count of in-place changes apart from the storage's, for tensors made by `data`.
final class VersionCounter {
    var value = 0
}

/// Where a view comes from.
struct ViewOrigin {
    /// The tensor that is no view itself.
    let base: Tensor
    /// The memory's count of in-place changes when this view's history was last right.
    var version: Int
    /// Whether one call made several views (`unbind`, `split`, `chunk`), which may not be changed in place.
    var isOneOfSeveral = false
    /// Whether it was made with gradients off.
    var madeWithoutGrad = false
    /// Whether it is the output of a step written by hand that gives its input on.
    var madeByFunction = false

    /// Whether its history can be made anew from its base's, when its memory was changed in place.
    var mayBeMadeAnew: Bool { !isOneOfSeveral && !madeWithoutGrad && !madeByFunction }
}

/// Arithmetic of shapes.
package enum Shape {
    /// The number of elements.
    /// - Throws: `TensorError` for negative sizes and for shapes too large to address.
    package static func count(_ shape: [Int], itemSize: Int = 1) throws -> Int {
        guard shape.count <= Int(CK_MAX_DIMS) else {
            throw TensorError.runtime(
                "only tensors with up to \(CK_MAX_DIMS) dims are supported")
        }
        // Beside a 0 a product up to the largest unsigned number will do, as in PyTorch.
        var count: UInt = 1
        var overflow = false
        for size in shape {
            if size < 0 {
                throw TensorError.runtime(
                    "Trying to create tensor with negative dimension \(size): \(list(shape))")
            }
            let (product, over) = count.multipliedReportingOverflow(by: UInt(size))
            overflow = overflow || over
            count = product
        }
        if count == 0, !overflow {
            try checkStrides(shape)
            return 0
        }
        guard !overflow, let count = Int(exactly: count),
            !count.multipliedReportingOverflow(by: itemSize).overflow
        else {
            throw TensorError.runtime(
                "Storage size calculation overflowed with sizes=\(list(shape))")
        }
        return count
    }

    /// Refuses sizes beside a 0 whose strides cannot be counted.
    private static func checkStrides(_ shape: [Int]) throws {
        var step = 1
        for size in shape.dropFirst() {
            let (product, overflow) = step.multipliedReportingOverflow(by: Swift.max(size, 1))
            if overflow { throw TensorError.runtime("Stride calculation overflowed") }
            step = product
        }
    }

    /// Row-major strides.
    package static func strides(_ shape: [Int]) -> [Int] {
        if shape.count <= 1 { return shape.isEmpty ? [] : [1] }
        // Not `Array(repeating:count:)`, which looks the array's type up at run time.
        var strides: [Int] = []
        strides.reserveCapacity(shape.count)
        for _ in shape { strides.append(1) }
        var step = 1
        for d in stride(from: shape.count - 1, through: 0, by: -1) {
            strides[d] = step
            step &*= Swift.max(shape[d], 1)
        }
        return strides
    }

    /// Whether these strides are row-major; strides of dimensions of size 1 do not matter.
    static func isContiguous(_ shape: [Int], _ strides: [Int]) -> Bool {
        var step = 1
        for d in stride(from: shape.count - 1, through: 0, by: -1) where shape[d] != 1 {
            if shape[d] == 0 { return true }
            if strides[d] != step { return shape.contains(0) }
            step *= shape[d]
        }
        return true
    }

    /// The shape that both broadcast to.
    /// - Throws: PyTorch's message when there is none.
    package static func broadcast(_ a: [Int], _ b: [Int]) throws -> [Int] {
        if a == b { return a }
        let n = Swift.max(a.count, b.count)
        var result = [Int](repeating: 1, count: n)
        for k in 1...Swift.max(n, 1) where k <= n {
            let x = k <= a.count ? a[a.count - k] : 1
            let y = k <= b.count ? b[b.count - k] : 1
            guard x == y || x == 1 || y == 1 else {
                throw TensorError.runtime(
                    "The size of tensor a (\(x)) must match the size of tensor b (\(y)) at "
                        + "non-singleton dimension \(n - k)")
            }
            result[n - k] = x == 1 ? y : x
        }
        return result
    }

    /// `[2, 3]`, as messages show it.
    package static func list(_ shape: [Int]) -> String {
        "[" + shape.map(String.init).joined(separator: ", ") + "]"
    }

    /// `2x3`, as messages of products show it.
    static func times(_ shape: [Int]) -> String {
        shape.map(String.init).joined(separator: "x")
    }

    /// Makes a possibly negative dimension number plain.
    /// - Throws: PyTorch's `IndexError`.
    package static func dimension(_ d: Int, of count: Int) throws -> Int {
        let limit = Swift.max(count, 1)
        guard d >= -limit && d < limit else {
            throw TensorError.index(
                "Dimension out of range (expected to be in range of [\(-limit), \(limit - 1)], "
                    + "but got \(d))")
        }
        return d < 0 ? d + limit : d
    }
}
