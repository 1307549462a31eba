// In-place operations and views.
//
// An in-place operation replaces its tensor's history: the old one becomes an input of the new step. If the tensor is a
// view, the base's history changes instead: a `CopySlices` step applies the operation's backward to the part of the base's
// gradient that the view shows. Every view of that base then finds its own history outdated (it keeps the memory's version
// at the time), and makes it anew from the base's, as PyTorch does: `AsStridedBackward0`.

extension Tensor {
    /// What must hold before an in-place operation with these other inputs.
    /// - Throws: PyTorch's messages.
    package func checkInPlace(_ others: [Tensor?] = []) throws {
        if isInference && !GradMode.isInference {
            throw TensorError.runtime(
                "Inplace update to inference tensor outside InferenceMode is not allowed.You can "
                    + "make a clone to get a normal tensor before doing inplace update.See "
                    + "https://github.com/pytorch/rfcs/pull/17 for more details.")
        }
        guard GradMode.isEnabled,
            requiresGrad || others.contains(where: { $0?.requiresGrad ?? false })
        else { return }
        guard let view else {
            if leafRequiresGrad && node == nil {
                throw TensorError.runtime(
                    "a leaf Variable that requires grad is being used in an in-place operation.")
            }
            return
        }
        if view.isOneOfSeveral {
            let name = node?.shortName ?? "None"
            throw TensorError.runtime(
                "Output \(outputIndex) of \(name) is a view and is being modified inplace. This "
                    + "view is the output of a function that returns multiple views. Such "
                    + "functions do not allow the output views to be modified inplace. You should "
                    + "replace the inplace operation by an out-of-place one.")
        }
        if view.madeByFunction {
            throw TensorError.runtime(
                "Output \(outputIndex) of \(node?.shortName ?? "None") is a view and is being "
                    + "modified inplace. " + Self.viewOfFunction)
        }
        if view.madeWithoutGrad {
            throw TensorError.runtime(
                "A view was created in no_grad mode and is being modified inplace with grad mode "
                    + Self.ambiguousChange)
        }
        if requiresGrad && view.base.isLeaf {
            throw TensorError.runtime(
                "a view of a leaf Variable that requires grad is being used in an in-place "
                    + "operation.")
        }
    }

    private static let viewOfFunction =
        "This view was created inside a custom Function (or because an input was returned as-is) "
        + "and the autograd logic to handle view+inplace would override the custom backward "
        + "associated with the custom Function, leading to incorrect gradients. This behavior is "
        + "forbidden. You can fix this by cloning the output of the custom Function."

    /// Marks this output of a step as its input given on, which may not be changed in place.
    package func becomeView(of input: Tensor) {
        view = ViewOrigin(base: input.view?.base ?? input, version: version, madeByFunction: true)
    }

    private static let ambiguousChange =
        "enabled. Given that this use case is ambiguous and error-prone, it is "
        + "forbidden. You can clarify your code by moving both the view and the "
        + "inplace either both inside the no_grad block (if you don't want the inplace "
        + "to be tracked) or both outside (if you want the inplace to be tracked)."

    /// - Throws: PyTorch's message where this is a view whose memory was changed in place since, and whose step cannot be
    ///   made anew.
    package func checkHistory() throws {
        guard let view, view.version != version, requiresGrad else { return }
        if view.isOneOfSeveral {
            throw TensorError.runtime(
                "Output \(outputIndex) of \(node?.shortName ?? "None") is a view and its base or another "
                    + "view of its base has been modified inplace. This view is the output of a "
                    + "function that returns multiple views. Such functions do not allow the "
                    + "output views to be modified inplace. You should replace the inplace "
                    + "operation by an out-of-place one.")
        }
        if view.madeByFunction {
            throw TensorError.runtime(
                "Output \(outputIndex) of \(node?.shortName ?? "None") is a view and its base or "
                    + "another view of its base has been modified inplace. " + Self.viewOfFunction)
        }
        if view.madeWithoutGrad {
            throw TensorError.runtime(
                "A view was created in no_grad mode and its base or another view of its base has "
                    + "been modified inplace with grad mode " + Self.ambiguousChange)
        }
    }

    /// Does an in-place operation: checks, runs `compute` (which writes into this tensor's memory), counts the change and
    /// records it. The step's first input is this tensor as it was.
    @discardableResult
    package func inPlace(
        _ name: String, _ others: [Tensor] = [], saving: [Tensor?] = [], savingResult: Bool = false,
        mayOverlap: Bool = false, _ backward: @escaping Node.Backward, _ compute: () throws -> Void
    ) throws -> Tensor {
        try checkInPlace(others)
        if !mayOverlap {
            try checkWritable()
            for other in others where other.storage === storage { try checkOverlap(other) }
        }
        guard dtype.isFloatingPoint, isRecorded([self] + others) else {
            try compute()
            bumpVersion()
            return self
        }
        if saving.contains(where: { $0?.isInference ?? false }) {
            throw TensorError.inferenceSaved
        }
        // A step that keeps this tensor keeps it as it is now, before it changes.
        var kept = try saving.map { $0 === self ? try asItIsNow() : $0 }
        // Where it is the other operand, too, that is kept as it will be: PyTorch's backward refuses.
        if let last = kept.indices.last, saving[last] === self,
            others.contains(where: { $0 === self })
        {
            kept[last] = self
        }
        let step = Node(name, [self] + others, saving: kept, backward)
        try compute()
        bumpVersion()
        if view == nil {
            rebase(onto: step)
            if savingResult { step.save(output: self) }
        } else {
            step.outputs.append(Node.OutputInfo(shape: shape, dtype: dtype))
            let index = outputIndex
            outputIndex = 0
            if savingResult { step.save(output: self) }
            outputIndex = index
            rebaseView(onto: step)
        }
        return self
    }

    /// A copy with this tensor's place in the graph, so that gradients computed from it have gradients.
    private func asItIsNow() throws -> Tensor {
        let copy = try withoutGradient { try copied() }
        copy.node = gradFn
        copy.outputIndex = outputIndex
        return copy
    }

    /// - Throws: PyTorch's message when several elements share memory.
    func checkWritable() throws {
        if Layout.overlapsItself(self) {
            throw TensorError.runtime(
                "unsupported operation: more than one element of the written-to tensor refers to a "
                    + "single memory location. Please clone() the tensor before performing the "
                    + "operation.")
        }
    }

    private func rebase(onto step: Node) {
        leafRequiresGrad = false
        attach(step)
        if retainsGrad { moveRetainedGrad(to: step) }
    }

    private func moveRetainedGrad(to step: Node) {
        step.retained.append((outputIndex, WeakTensor(tensor: self)))
    }

    private func rebaseView(onto step: Node) {
        guard let base = view?.base else { return }
        let (shape, strides, offset) = (shape, strides, offset)
        let (baseShape, baseDType) = (base.shape, base.dtype)
        let baseLayout = (base.strides, base.offset)
        var edges = step.edges
        edges[0] = base.gradientEdge()
        let copySlices = Node(
            "CopySlices", edges: edges,
            outputs: [Node.OutputInfo(shape: baseShape, dtype: baseDType)]
        ) { _, gradients in
            guard let gradient = gradients[0] else { return edges.map { _ in nil } }
            let whole = try Tensor.zeros(baseShape, strides: baseLayout.0, dtype: baseDType)
            let result = try whole.copy_(gradient)
            let part = try result.asStrided(shape, strides, offset - baseLayout.1)
            let inner = try step.apply([try part.clone()])
            if let first = inner[0] {
                try part.copy_(try first.fitted(to: shape, dtype: baseDType))
            } else {
                try part.zero_()
            }
            return [result] + inner.dropFirst()
        }
        copySlices.adoptRelease(of: step)
        step.resultStep = { [weak copySlices] in
            guard let copySlices else { return nil }
            return Node(
                "AsStridedBackward0", edges: [Edge(node: copySlices, outputIndex: 0)],
                outputs: [Node.OutputInfo(shape: shape, dtype: baseDType)]
            ) { _, gradients in
                guard let gradient = gradients[0] else { return [nil] }
                return [
                    try gradient.scatteredBack(
                        shape, strides, offset - baseLayout.1, into: baseShape, baseLayout.0)
                ]
            }
        }
        base.leafRequiresGrad = false
        base.node = copySlices
        base.outputIndex = 0
    }

    /// The step behind a view, made anew if its memory was changed in place.
    func refreshedViewNode() -> Node? {
        guard let origin = view else { return node }
        let version = version
        guard version != origin.version, !origin.madeWithoutGrad, !origin.isOneOfSeveral,
            !origin.madeByFunction
        else {
            return node
        }
        let base = origin.base
        guard node != nil || base.requiresGrad else { return nil }
        view?.version = version
        guard base.requiresGrad else {
            node = nil
            return nil
        }
        let step = asStridedStep(of: base)
        outputIndex = 0
        step.outputs.append(Node.OutputInfo(shape: shape, dtype: dtype))
        node = step
        return step
    }

    private func asStridedStep(of base: Tensor) -> Node {
        let (shape, strides, offset) = (shape, strides, offset)
        let (baseShape, baseStrides, baseOffset) = (base.shape, base.strides, base.offset)
        return Node("AsStridedBackward0", [base]) { _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [
                try gradient.scatteredBack(
                    shape, strides, offset - baseOffset, into: baseShape, baseStrides)
            ]
        }
    }
}
