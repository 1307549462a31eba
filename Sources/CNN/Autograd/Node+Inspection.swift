// What a graph looks like from outside. A step here may have fewer or more edges than PyTorch's of that name (a number has
// no edge, a step that overwrites its input is made of two), so `nextFunctions` says what PyTorch would.

extension Node {
    /// How the steps before one look where its edges alone do not say.
    enum Appearance {
        /// As the edges are.
        case edges
        /// With further steps of these names, the latest first, before that input.
        case through(input: Int, [String])
        /// The second edge leads to the step that computed what overwrote the first.
        case overwriting
    }

    /// A product with the transpose of the weight.
    static let transposedWeight = Appearance.through(input: 2, ["TBackward0"])

    /// The steps that gradients flow on to, and which of their outputs; for printing and inspection.
    public var nextFunctions: [(node: Node, outputIndex: Int)?] {
        var shown = edges
        switch appearance {
        case .edges: break
        case .through(let input, let names):
            if shown.indices.contains(input), let edge = shown[input] {
                shown[input] = names.reversed().reduce(edge) { before, name in
                    let step = Node(name, edges: [before], outputs: []) { _, gradients in gradients
                    }
                    return Edge(node: step, outputIndex: 0)
                }
            }
        case .overwriting:
            let inner = shown.count > 1 ? shown[1]?.node.edges.dropFirst() : nil
            shown = Array(shown.prefix(1)) + (inner ?? [])
        }
        if let count = Self.inputCounts[name] {
            shown = Array(shown.prefix(count))
            while shown.count < count { shown.append(nil) }
        }
        return shown.map { $0.map { ($0.node, $0.outputIndex) } }
    }

    /// How many inputs PyTorch's steps have that look otherwise here.
    private static let inputCounts = [
        "AddBackward0": 2, "SubBackward0": 2, "MulBackward0": 2, "DivBackward0": 2,
        "ConvolutionBackward0": 3, "NativeBatchNormBackward0": 3, "NativeLayerNormBackward0": 3,
        "NativeGroupNormBackward0": 3, "ClampBackward0": 3, "EmbeddingBagBackward0": 2,
        "FmodBackward0": 1, "IndexFillBackward0": 1, "SoftMarginLossBackward0": 1,
    ]

    /// For a result that was made by changing a copy of `source` in place: the step follows `source` itself.
    func follow(_ source: Tensor) {
        guard let edge = edges.first ?? nil, edge.node.name == "CloneBackward0" else { return }
        edges[0] = source.gradientEdge()
    }

    /// Gives the steps of a gradient that is itself recorded PyTorch's names.
    func nameGradients(_ gradients: [Tensor?], after last: UInt64) {
        guard let names = Self.gradientNames[name] else { return }
        let isTransposed = if case .through(_, ["TBackward0"]) = appearance { true } else { false }
        for (index, gradient) in gradients.enumerated() {
            guard let gradient, let step = gradient.node, step.sequence >= last, step !== self,
                let name = names.count == 1 ? names[0] : names[index]
            else { continue }
            if name == "TBackward0", !isTransposed { continue }
            step.rename(name)
        }
    }

    /// The steps that PyTorch computes gradients with, where they are others than here: one for all inputs, or each its
    /// own.
    private static let gradientNames: [String: [String?]] = {
        var names: [String: [String?]] = [
            "SoftmaxBackward0": ["SoftmaxBackwardDataBackward0"],
            "LogSoftmaxBackward0": ["LogSoftmaxBackwardDataBackward0"],
            "AddmmBackward0": ["ViewBackward0", nil, "TBackward0"],
            "EmbeddingBackward0": ["EmbeddingDenseBackwardBackward0"],
            "PreluKernelBackward0": ["PreluKernelBackwardBackward0"],
        ]
        for stem in [
            "Sigmoid", "Tanh", "MseLoss", "Gelu", "Softplus", "Elu", "LeakyRelu",
            "Hardtanh", "Hardsigmoid", "Hardswish", "LogSigmoid", "SmoothL1Loss", "HuberLoss",
            "NllLoss", "BinaryCrossEntropy", "Glu", "NativeLayerNorm", "NativeBatchNorm",
            "Convolution", "SoftMarginLoss",
        ] {
            names[stem + "Backward0"] = [stem + "BackwardBackward0"]
        }
        return names
    }()
}

extension Tensor {
    /// For a result that was made by changing a copy of `source` in place: its step follows `source` itself.
    @discardableResult
    package func following(_ source: Tensor) -> Tensor {
        if let node, view == nil { node.follow(source) }
        return self
    }

    /// Gives the step that made this result another name, if it is no view.
    package func renameStep(_ name: String) {
        if view == nil { node?.rename(name) }
    }
}
