/// Sees whether the input of a step has been changed in place since, without keeping its memory: for steps whose input
/// PyTorch saves though only its shape is needed.
struct VersionWatch {
    private weak var storage: Storage?
    private weak var input: Tensor?
    private let version: Int
    private let shape: [Int]
    private let dtype: DType
    private let isView: Bool

    /// - Parameter isLine: whether PyTorch computes with it as a plane of one row, which is a view.
    init(_ input: Tensor, isLine: Bool = false) {
        // A tensor with a version counter of its own was taken out of the graph.
        storage = input.version == input.storage.version ? input.storage : nil
        self.input = input
        version = input.version
        shape = isLine ? input.shape.dropLast() + [1] + input.shape.suffix(1) : input.shape
        dtype = input.dtype
        isView = isLine || input.view != nil
    }

    /// - Throws: PyTorch's error, if the first input of `node` is not what it was.
    func check(for node: Node) throws {
        guard let storage, storage.version != version else { return }
        // The step that changed it is named, if the tensor is still there to tell.
        let edge = node.edges.first.flatMap { $0 }
        let index = input?.outputIndex ?? edge?.outputIndex ?? 0
        let source = input == nil ? edge?.node : input?.node
        let origin = source.flatMap { $0.name == "AccumulateGrad" ? nil : (index, $0.shortName) }
        throw TensorError.changedInPlace(
            shape, dtype, origin: origin.map { isView ? (0, "AsStrided") : $0 },
            version: storage.version, expected: version)
    }
}

extension TensorError {
    /// What a backward step says of a tensor that it needs as it was.
    static func changedInPlace(
        _ shape: [Int], _ dtype: DType, origin: (output: Int, step: String)?, version: Int,
        expected: Int
    ) -> TensorError {
        let source = origin.map { ", which is output \($0.output) of \($0.step)," } ?? ""
        return .runtime(
            "one of the variables needed for gradient computation has been modified by an inplace "
                + "operation: [torch.\(dtype.scalarTypeName)Tensor \(Shape.list(shape))]\(source) is "
                + "at version \(version); expected version \(expected) instead. Hint: enable anomaly "
                + "detection to find the operation that failed to compute its gradient, with "
                + "torch.autograd.set_detect_anomaly(True, check_nan=False).")
    }
}
