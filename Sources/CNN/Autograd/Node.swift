import CNNKernels

/// Where a gradient flows on to: an output of an earlier step.
struct Edge {
    let node: Node
    let outputIndex: Int
}

/// A hook on the gradient of a tensor: gets it and may return another in its place.
public typealias GradientFunction = (Tensor) throws -> Tensor?

/// A registered hook; `remove()` takes it away again.
public final class GradientHook {
    let function: GradientFunction
    var isRemoved = false
    init(_ function: @escaping GradientFunction) { self.function = function }
    /// Takes the hook away.
    public func remove() { isRemoved = true }
}

/// A registered hook that runs after a leaf's gradient was added to `grad`.
public final class AccumulateHook {
    let function: (Tensor) throws -> Void
    var isRemoved = false
    init(_ function: @escaping (Tensor) throws -> Void) { self.function = function }
    /// Takes the hook away.
    public func remove() { isRemoved = true }
}

/// Hooks of a step itself: before it runs, with the gradients of its outputs, and after, with those of its inputs too.
/// Either may give others in their place.
package final class StepHooks {
    package var before: [(id: Int, function: ([Tensor?]) throws -> [Tensor?]?)] = []
    package var after: [(id: Int, function: ([Tensor?], [Tensor?]) throws -> [Tensor?]?)] = []

    package init() {}
}

/// One recorded step of a computation: it turns gradients of its outputs into gradients of its inputs.
public final class Node {
    /// Gets the node and the gradient of each output (`nil` where none arrived); returns one for each input, or `nil`
    /// where there is none. Written with recorded operations, so that gradients have gradients.
    package typealias Backward = (Node, [Tensor?]) throws -> [Tensor?]

    /// What PyTorch prints for it, such as `MulBackward0`.
    public private(set) var name: String
    /// For each input the step it came from; `nil` if it needs no gradient.
    var edges: [Edge?]
    /// Shape and type of each output, which gradients are brought to.
    var outputs: [OutputInfo]
    /// Tensors kept for the backward step.
    var saved: [SavedTensor?]
    private var hadSaved = false
    private var inner: Node?
    /// For a step in place on a view, whose result is a part of a base: the step behind that part as it is made anew.
    var resultStep: (() -> Node?)?
    /// How the steps before it look to who asks.
    var appearance = Appearance.edges
    var isReleased = false
    /// Whether it stands for a step that an image did not keep.
    private(set) var isUnkept = false
    private(set) var backward: Backward?
    /// For a node that accumulates into a leaf: the leaf.
    private(set) var variable: Tensor?
    /// Later steps have greater numbers and run first.
    let sequence: UInt64
    /// Hooks of outputs that are not leaves, and outputs that keep their gradient.
    var hooks: [(output: Int, hook: GradientHook)] = []
    var retained: [(output: Int, tensor: WeakTensor)] = []
    /// Hooks of the step itself, which are rare.
    package var stepHooks: StepHooks?

    struct OutputInfo {
        let shape: [Int]
        let dtype: DType
    }

    /// A step with these inputs. `saving` are inputs that `backward` reads with `saved(_:)`.
    package init(
        _ name: String, _ inputs: [Tensor], saving: [Tensor?] = [], _ backward: @escaping Backward
    ) {
        self.name = name
        edges = inputs.map { $0.gradientEdge() }
        outputs = []
        saved = saving.map { $0.map { SavedTensor($0) } }
        hadSaved = saved.contains { $0 != nil }
        self.backward = backward
        let state = ck_thread()
        state.pointee.liveNodes += 1
        sequence = state.pointee.sequence
        state.pointee.sequence += 1
    }

    /// A step whose edges are already known.
    init(_ name: String, edges: [Edge?], outputs: [OutputInfo], _ backward: @escaping Backward) {
        self.name = name
        self.edges = edges
        self.outputs = outputs
        saved = []
        self.backward = backward
        let state = ck_thread()
        state.pointee.liveNodes += 1
        sequence = state.pointee.sequence
        state.pointee.sequence += 1
    }

    /// The end of a graph: adds into the leaf's `grad`.
    init(accumulatingInto variable: Tensor) {
        name = "AccumulateGrad"
        edges = []
        outputs = [OutputInfo(shape: variable.shape, dtype: variable.dtype)]
        saved = []
        self.variable = variable
        ck_thread().pointee.liveNodes += 1
        sequence = .max
    }

    deinit {
        ck_thread().pointee.liveNodes -= 1
        if let variable { variable.accumulator = nil }
        if !edges.isEmpty || backward != nil {
            var contents: NodeContents? = NodeContents(edges, saved, backward, variable)
            edges = []
            saved = []
            backward = nil
            variable = nil
            Teardown.later(&contents)
        }
    }

    /// The name in messages: `Mul` for `MulBackward0`, `Elu1` for `EluBackward1`.
    var shortName: String {
        let digits = name.reversed().prefix { $0.isNumber }.count
        let stem = name.dropLast(digits)
        if stem.hasSuffix("Backward") {
            let number = name.suffix(digits)
            return String(stem.dropLast("Backward".count)) + (number == "0" ? "" : number)
        }
        return ["CopySlices", "CopyBackwards"].contains(name) ? "torch::autograd::" + name : name
    }

    /// The leaf whose gradient is added up here.
    package var leaf: Tensor? { variable }

    /// For a step that is another one under a name of its own.
    package func rename(_ name: String) { self.name = name }

    /// Whether input `index` needs a gradient.
    package func needs(_ index: Int) -> Bool { edges[index] != nil }

    /// The saved tensor number `index`.
    /// - Throws: PyTorch's messages when it was changed in place since, or released.
    package func saved(_ index: Int) throws -> Tensor {
        if isReleased { throw Node.secondTime }
        guard let saved = saved[index] else {
            preconditionFailure("\(name) reads saved tensor \(index), which it did not keep")
        }
        return try saved.unpack(for: self, isTransposed: keepsTransposed(index))
    }

    /// The saved tensor that PyTorch calls `_saved_self`, `_saved_other` or `_saved_result` at this step, if it has one.
    /// - Throws: PyTorch's messages when it was changed in place since, or released.
    package func saved(named name: String) throws -> Tensor? {
        let index: Int
        switch (self.name, name) {
        case ("ExpBackward0", "_saved_result"), ("SqrtBackward0", "_saved_result"),
            ("TanhBackward0", "_saved_result"), ("SigmoidBackward0", "_saved_result"),
            ("ReluBackward0", "_saved_result"), ("PowBackward0", "_saved_self"),
            ("LogBackward0", "_saved_self"), ("SinBackward0", "_saved_self"),
            ("CosBackward0", "_saved_self"), ("MulBackward0", "_saved_self"),
            ("DivBackward0", "_saved_self"):
            index = 0
        case ("MulBackward0", "_saved_other"), ("DivBackward0", "_saved_other"): index = 1
        default: return nil
        }
        if isReleased { throw Node.secondTime }
        guard saved.indices.contains(index), let kept = saved[index] else { return nil }
        return try kept.unpack(for: self, isTransposed: false)
    }

    /// Whether PyTorch would keep the transpose in the place of saved tensor `index`, which messages show.
    private func keepsTransposed(_ index: Int) -> Bool {
        if case .through(input: 2, ["TBackward0"]) = appearance { index == 1 } else { false }
    }

    /// For a step whose other operand is a number: PyTorch saves that as a tensor, so it too runs only once.
    func keepsNumber() { hadSaved = true }

    /// Counts an output that needs no gradient.
    package func skipOutput() { outputs.append(OutputInfo(shape: [], dtype: .float32)) }

    /// Keeps an output of this step for its backward. (Not as itself: that would be a cycle.)
    package func save(output: Tensor) {
        saved.append(SavedTensor(output: output, index: output.outputIndex))
        hadSaved = true
    }

    /// Runs the step.
    func apply(_ gradients: [Tensor?]) throws -> [Tensor?] {
        guard let backward else { return [] }
        if isReleased { throw Node.secondTime }
        return try backward(self, gradients)
    }

    /// For a step that wraps another: its release is the other's.
    func adoptRelease(of other: Node) {
        inner = other
        hadSaved = other.hadSaved
    }

    /// Lets go of what was kept, after the only backward pass. Steps that kept nothing can run again.
    func release() {
        guard hadSaved else { return }
        isReleased = true
        saved = []
        inner?.release()
    }

    /// Whether a backward pass from here would fail because one was made already.
    var isSpent: Bool {
        var waiting = [self]
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(self)]
        while let node = waiting.popLast() {
            if node.isReleased { return true }
            for case let edge? in node.edges where seen.insert(ObjectIdentifier(edge.node)).inserted
            {
                waiting.append(edge.node)
            }
        }
        return false
    }

    /// A step as it is after its only backward pass.
    static func spent(_ name: String, shape: [Int], dtype: DType) -> Node {
        let node = Node(name, edges: [], outputs: [OutputInfo(shape: shape, dtype: dtype)]) {
            _, _ in
            throw Node.secondTime
        }
        node.isReleased = true
        return node
    }

    /// A step of a graph that was not kept with the tensor that it made.
    static func unkept(_ name: String, shape: [Int], dtype: DType) -> Node {
        let node = Node(name, edges: [], outputs: [OutputInfo(shape: shape, dtype: dtype)]) {
            _, _ in
            throw Node.notKept
        }
        node.isUnkept = true
        return node
    }

    private static let notKept = TensorError.runtime(
        secondTimeText
            + "\nThe graph was not kept when the session was restored; run the cell that made this "
            + "tensor again.")

    static let secondTime = TensorError.runtime(secondTimeText)

    private static let secondTimeText =
        "Trying to backward through the graph a second time (or directly access saved tensors "
        + "after they have already been freed). Saved intermediate values of the graph are "
        + "freed when you call .backward() or autograd.grad(). Specify retain_graph=True if "
        + "you need to backward through the graph a second time or if you need to access "
        + "saved tensors after calling backward."
}

/// A reference that does not keep the tensor.
struct WeakTensor {
    weak var tensor: Tensor?
}

/// A tensor kept for a backward step, with the count of in-place changes at that time, and what it was: an assignment to
/// `data` and `resize_` change it without being counted.
struct SavedTensor {
    private let tensor: Tensor
    private let version: Int
    private let shape: [Int]
    private let dtype: DType
    private let isOutput: Bool
    private let isView: Bool
    private let outputIndex: Int

    init(_ tensor: Tensor) {
        // A view holds its base, whose history may come to hold this very step: so without that.
        self.tensor = tensor.view == nil ? tensor : tensor.aliasOutsideOfBase()
        version = tensor.version
        shape = tensor.shape
        dtype = tensor.dtype
        isOutput = false
        isView = tensor.view != nil
        outputIndex = tensor.outputIndex
        if tensor.isInference { ck_thread().pointee.inferenceSaved = true }
    }

    init(output: Tensor, index: Int) {
        tensor = output.alias()
        // The step holds this, so it must not hold the step: a graph that no backward pass releases would stay for ever.
        tensor.node = nil
        tensor.view = nil
        version = output.version
        shape = output.shape
        dtype = output.dtype
        isOutput = true
        isView = false
        outputIndex = index
    }

    func unpack(for node: Node, isTransposed: Bool) throws -> Tensor {
        let now = tensor.version
        guard now == version else {
            let shape = isTransposed ? tensor.shape.reversed() : tensor.shape
            let source = isOutput ? node : tensor.node
            // The step of a view is made anew when its memory has changed.
            let isRemade = isTransposed && tensor.requiresGrad || isView && source != nil
            throw TensorError.changedInPlace(
                shape, tensor.dtype,
                origin: isRemade ? (0, "AsStrided") : source.map { (outputIndex, $0.shortName) },
                version: now, expected: version)
        }
        guard tensor.shape == shape, tensor.dtype == dtype else {
            throw TensorError.runtime(
                "one of the variables needed for gradient computation has got another shape or type: "
                    + "[torch.\(dtype.scalarTypeName)Tensor \(Shape.list(shape))] is now "
                    + "[torch.\(tensor.dtype.scalarTypeName)Tensor \(Shape.list(tensor.shape))]")
        }
        if tensor.isInference { throw TensorError.inferenceSaved }
        guard isOutput else { return tensor }
        let result = tensor.alias()
        if let remade = node.resultStep?() {
            result.node = remade
            result.outputIndex = 0
        } else {
            result.node = node
            result.outputIndex = outputIndex
        }
        return result
    }
}

extension Node {
    /// Says so if a step recorded since the last call keeps an inference tensor. (Steps are recorded by code that cannot
    /// throw.)
    @inline(__always)
    package static func checkSaved() throws {
        let state = ck_thread()
        if state.pointee.inferenceSaved || state.pointee.lostView != nil { try sayWhatWasFound() }
    }

    private static func sayWhatWasFound() throws {
        let state = ck_thread()
        let lost = state.pointee.lostView.map {
            Unmanaged<Tensor>.fromOpaque($0).takeUnretainedValue()
        }
        let isSaved = state.pointee.inferenceSaved
        forgetSaved()
        if isSaved { throw TensorError.inferenceSaved }
        try lost?.checkHistory()
    }

    /// Keeps a view that a step reads, though its history is lost.
    static func noteLost(_ view: Tensor) {
        let state = ck_thread()
        guard state.pointee.lostView == nil, view.requiresGrad else { return }
        state.pointee.lostView = Unmanaged.passRetained(view).toOpaque()
    }

    /// Forgets what `checkSaved` would say, when the operation has failed for another reason.
    package static func forgetSaved() {
        let state = ck_thread()
        state.pointee.inferenceSaved = false
        guard let lost = state.pointee.lostView else { return }
        state.pointee.lostView = nil
        Unmanaged<Tensor>.fromOpaque(lost).release()
    }
}

extension TensorError {
    static let inferenceSaved = TensorError.runtime(
        "Inference tensors cannot be saved for backward. Please do not use Tensors created in "
            + "inference mode in computation tracked by autograd. To work around this, you "
            + "can make a clone to get a normal tensor and use it in autograd, or use "
            + "`torch.no_grad()` instead of `torch.inference_mode()`.")
}
