import CNNKernels

extension Tensor {
    /// Whether gradients are computed for it: a leaf for which that was asked, the result of a recorded step, or a view of
    /// such a tensor, also one that was made with gradients off.
    public var requiresGrad: Bool {
        if leafRequiresGrad || node != nil { return true }
        guard let view, dtype.isFloatingPoint else { return false }
        return view.base.requiresGrad
    }

    /// Whether it is not the result of a recorded step.
    public var isLeaf: Bool { gradFn == nil }

    /// The step that made it; `nil` for a leaf.
    public var gradFn: Node? {
        if view == nil { return node }
        return refreshedViewNode()
    }

    /// Asks for gradients of a leaf, or stops it.
    /// - Throws: PyTorch's messages for tensors that are no leaf and for types without gradients.
    @discardableResult
    public func requiresGrad_(_ value: Bool = true) throws -> Tensor {
        if value && !dtype.isFloatingPoint {
            throw TensorError.runtime(
                "only Tensors of floating point dtype can require gradients")
        }
        if !isLeaf {
            if value { return self }
            throw TensorError.runtime(
                "you can only change requires_grad flags of leaf variables. If you want to use a "
                    + "computed variable in a subgraph that doesn't require differentiation use "
                    + "var_no_grad = var.detach().")
        }
        if isInference && value && !GradMode.isInference {
            throw TensorError.runtime(
                "Setting requires_grad=True on inference tensor outside InferenceMode is not allowed."
            )
        }
        leafRequiresGrad = value
        return self
    }

    /// Another tensor over the same memory that needs no gradient. In-place changes of one count for both.
    public func detach() -> Tensor {
        let result = alias()
        result.node = nil
        result.leafRequiresGrad = false
        result.view = nil
        return result
    }

    /// The same memory with an own count of in-place changes, outside of all graphs: PyTorch's `data`.
    public var data: Tensor {
        let result = detach()
        let extras = TensorExtras()
        extras.ownVersion = VersionCounter()
        result.extras = extras
        return result
    }

    /// Another object that stands for the same tensor, at the same place of the graph.
    func alias() -> Tensor {
        let result = Tensor(
            storage: storage, shape: shape, strides: strides, offset: offset, count: count,
            dtype: dtype, isContiguous: isContiguous)
        result.isInference = isInference
        result.leafRequiresGrad = leafRequiresGrad
        result.node = node
        result.outputIndex = outputIndex
        result.view = view
        shareVersion(with: result)
        return result
    }

    /// As `alias`, but no longer a view: its place in the graph is what it is now.
    func aliasOutsideOfBase() -> Tensor {
        let node = gradFn
        let result = alias()
        result.node = node
        result.view = nil
        return result
    }

    func shareVersion(with other: Tensor) {
        guard let own = extras?.ownVersion else { return }
        let extras = TensorExtras()
        extras.ownVersion = own
        other.extras = extras
    }

    /// Where its gradient flows to.
    func gradientEdge() -> Edge? {
        if let view, view.version != version, !view.mayBeMadeAnew { Node.noteLost(self) }
        if let node = gradFn { return Edge(node: node, outputIndex: outputIndex) }
        guard requiresGrad else { return nil }
        return Edge(node: accumulatorNode(), outputIndex: 0)
    }

    private func accumulatorNode() -> Node {
        if let accumulator { return accumulator.takeUnretainedValue() }
        let node = Node(accumulatingInto: self)
        accumulator = Unmanaged.passUnretained(node)
        return node
    }

    /// Makes it output number `index` of a step.
    func attach(_ node: Node) {
        outputIndex = node.outputs.count
        node.outputs.append(Node.OutputInfo(shape: shape, dtype: dtype))
        self.node = node
    }

    /// Makes it the next output of a step that the caller made.
    package func becomeOutput(of node: Node) {
        leafRequiresGrad = false
        attach(node)
    }

    /// Registers a hook that is called with the gradient and may return another.
    @discardableResult
    public func registerHook(_ function: @escaping GradientFunction) throws -> GradientHook {
        guard requiresGrad else {
            throw TensorError.runtime(
                "cannot register a hook on a tensor that doesn't require gradient")
        }
        let hook = GradientHook(function)
        if let node = gradFn {
            node.hooks.append((outputIndex, hook))
        } else {
            ensureExtras().hooks.append(hook)
        }
        return hook
    }

    /// Registers a hook that is called after a gradient was added to this leaf's `grad`.
    @discardableResult
    public func registerPostAccumulateGradHook(
        _ function: @escaping (Tensor) throws -> Void
    ) throws -> AccumulateHook {
        guard requiresGrad else {
            throw TensorError.runtime(
                "cannot register a hook on a tensor that doesn't require gradient")
        }
        guard isLeaf else {
            throw TensorError.runtime(
                "post accumulate grad hooks cannot be registered on non-leaf tensors")
        }
        let hook = AccumulateHook(function)
        ensureExtras().accumulateHooks.append(hook)
        return hook
    }

    /// Sets `grad` as an assignment in a program does.
    /// - Throws: PyTorch's messages when the gradient has another shape or type.
    public func setGrad(_ gradient: Tensor?) throws {
        if let gradient {
            guard gradient.dtype == dtype else {
                throw TensorError.runtime(
                    "attempting to assign a gradient with dtype '\(gradient.dtype.longName)' to a "
                        + "tensor with grad_dtype '\(dtype.scalarTypeName)'. The gradient must match "
                        + "the tensor's grad_dtype (defaults to the tensor's dtype). You can set the "
                        + "tensor's grad_dtype attribute with a specific dtype, or None to allow any "
                        + "dtype. Set grad_dtype with caution. Diverging the dtypes of a tensor and "
                        + "its gradient may break downstream systems that assume they match.")
            }
            guard gradient.shape == shape else {
                throw TensorError.runtime(
                    "attempting to assign a gradient of size '\(Shape.list(gradient.shape))' to a "
                        + "tensor of size '\(Shape.list(shape))'. Please ensure that the gradient "
                        + "and the tensor are the same size")
            }
        }
        grad = gradient
    }

    /// Whether its history is its own: it is no view of another tensor.
    package var isPlainResult: Bool { view == nil }

    /// Which output of its step it is.
    package var stepOutput: Int { outputIndex }

    /// The tensor whose memory it shows, if it is a view.
    public var base: Tensor? { view?.base }

    /// Whether a tensor that is no leaf keeps its gradient.
    public var retainsGrad: Bool { extras?.retainsGrad ?? false }

    /// Has the gradient of a tensor that is no leaf kept in `grad`.
    public func retainGrad() throws {
        guard requiresGrad else {
            throw TensorError.runtime("can't retain_grad on Tensor that has requires_grad=False")
        }
        guard let node = gradFn, !retainsGrad else { return }
        ensureExtras().retainsGrad = true
        node.retained.append((outputIndex, WeakTensor(tensor: self)))
    }

    func ensureExtras() -> TensorExtras {
        if let extras { return extras }
        let extras = TensorExtras()
        self.extras = extras
        return extras
    }
}

/// Whether an operation on these tensors is recorded.
@inline(__always)
package func isRecorded(_ a: Tensor) -> Bool {
    !ck_thread().pointee.gradDisabled && a.requiresGrad
}

/// Whether an operation on these tensors is recorded.
@inline(__always)
package func isRecorded(_ a: Tensor, _ b: Tensor) -> Bool {
    !ck_thread().pointee.gradDisabled && (a.requiresGrad || b.requiresGrad)
}

/// Whether an operation on these tensors is recorded.
package func isRecorded(_ tensors: [Tensor]) -> Bool {
    !ck_thread().pointee.gradDisabled && tensors.contains { $0.requiresGrad }
}

/// Whether an operation on these tensors is recorded.
package func isRecorded(_ tensors: [Tensor?]) -> Bool {
    !ck_thread().pointee.gradDisabled && tensors.contains { $0?.requiresGrad ?? false }
}

extension Tensor {
    /// Records how this fresh result was computed from `inputs`, if one of them needs a gradient.
    ///
    /// `backward` gets the node and the gradients of the outputs, and returns one for each input (`nil` where
    /// `node.needs(i)` is false). Gradients may still have the shape and type of the broadcast: the engine sums them to the
    /// input's. Tensors that it reads are listed in `saving` (or kept with `node.save(output:)`) and read with
    /// `node.saved(i)`, which checks that nothing has changed them since.
    @discardableResult
    package func record(
        _ name: String, _ inputs: [Tensor], saving: [Tensor?] = [],
        _ backward: @escaping Node.Backward
    ) -> Tensor {
        guard isRecorded(inputs) else { return self }
        becomeWhole()
        attach(Node(name, inputs, saving: saving, backward))
        return self
    }

    /// Forgets that this result was made as a view of what a step computed on its way, which nobody else has.
    private func becomeWhole() {
        if view?.madeWithoutGrad == true { view = nil }
    }

    /// - Throws: PyTorch's message if gradients are wanted of an argument that has none.
    package func checkUndifferentiated(_ argument: String, of function: String) throws {
        guard GradMode.isEnabled, requiresGrad else { return }
        throw TensorError.runtime(
            "The function '\(function)' is not differentiable with respect to argument "
                + "'\(argument)'. This input cannot have requires_grad True.")
    }

    /// Records a step of which PyTorch knows no gradient: asking for one is an error.
    func recordWithoutGradient(_ name: String, _ inputs: [Tensor]) -> Tensor {
        guard dtype.isFloatingPoint else { return self }
        return record("NotImplemented", inputs) { _, _ in
            throw TensorError.runtime("derivative for \(name) is not implemented")
        }
    }

    /// This gradient as the outcome of a step that leads to input `index` of `step`, too: it is a piecewise constant
    /// function of that, so that the second derivative is zero there, not missing.
    func constant(in index: Int, of step: Node, _ name: String) -> Tensor {
        guard GradMode.isEnabled, let edge = step.edges[index] else { return self }
        let info = edge.node.outputs[edge.outputIndex]
        let result = detach()
        result.attach(
            Node(name, edges: [gradientEdge(), edge], outputs: []) { node, gradients in
                [
                    node.needs(0) ? gradients[0] : nil,
                    try Tensor.zeros(info.shape, dtype: info.dtype),
                ]
            })
        return result
    }

    /// Has a second derivative refused, as PyTorch knows none of the step `name`.
    func withoutSecondDerivative(_ name: String, of step: Node) -> Tensor {
        withoutSecondDerivative(
            .runtime("derivative for \(name) is not implemented"), of: step)
    }

    /// Has a second derivative refused with this error.
    func withoutSecondDerivative(_ error: TensorError, of step: Node) -> Tensor {
        guard GradMode.isEnabled, requiresGrad || step.edges.contains(where: { $0 != nil }) else {
            return self
        }
        let result = detach()
        let edges = [gradientEdge()] + step.edges
        let refusing = Node("NotImplemented", edges: edges, outputs: []) { _, _ in
            throw error
        }
        result.attach(refusing)
        return result
    }

    /// As `record`, for a backward that reads the result itself, as `node.saved(saving.count)`.
    @discardableResult
    package func recordSavingResult(
        _ name: String, _ inputs: [Tensor], saving: [Tensor?] = [],
        _ backward: @escaping Node.Backward
    ) -> Tensor {
        guard isRecorded(inputs) else { return self }
        becomeWhole()
        let node = Node(name, inputs, saving: saving, backward)
        attach(node)
        node.save(output: self)
        return self
    }
}

extension String {
    /// The name of the derivative of a step: `EluBackwardBackward0` for `EluBackward0`.
    var secondStep: String {
        let digits = reversed().prefix { $0.isNumber }.count
        return dropLast(digits) + "Backward0"
    }
}

extension Node {
    /// Records a step with several outputs, fresh tensors, that its backward reads as `node.saved(i)`.
    static func recordSavingResults(
        _ name: String, _ inputs: [Tensor], outputs: [Tensor], _ backward: @escaping Backward
    ) {
        guard isRecorded(inputs) else { return }
        let node = Node(name, inputs, backward)
        for output in outputs { output.attach(node) }
        for output in outputs { node.save(output: output) }
    }

    /// Records a step with several outputs, fresh tensors; see ``Tensor/record(_:_:saving:_:)``.
    package static func record(
        _ name: String, _ inputs: [Tensor], outputs: [Tensor], _ backward: @escaping Backward
    ) {
        guard isRecorded(inputs) else { return }
        let node = Node(name, inputs, backward)
        for output in outputs where output.dtype.isFloatingPoint { output.attach(node) }
    }
}
