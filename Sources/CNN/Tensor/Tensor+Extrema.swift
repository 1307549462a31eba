import CNNKernels

extension Tensor {
    /// - Throws: PyTorch's message for extrema of nothing.
    private func checkNotEmpty(_ name: String) throws {
        if count == 0 {
            throw TensorError.runtime(
                "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify "
                    + "the reduction dim with the 'dim' argument.")
        }
    }

    private func checkNotEmpty(_ name: String, _ d: Int, _ given: Int? = nil) throws {
        if dim > 0 && shape[d] == 0 {
            throw TensorError.index(
                "\(name)(): Expected reduction dim \(given ?? d) to have non-zero size.")
        }
    }

    /// The greatest element.
    public func max() throws -> Tensor { try extremum(Int(CK_MAX), "max", "MaxBackward1") }
    /// The smallest element.
    public func min() throws -> Tensor { try extremum(Int(CK_MIN), "min", "MinBackward1") }

    private func extremum(_ op: Int, _ name: String, _ node: String) throws -> Tensor {
        try checkNotEmpty(name)
        let result = try reduced(op, name, Array(0..<dim), keepdim: false, dtype: dtype)
        guard isRecorded(self) else { return result }
        return result.recordSavingResult(node, [self], saving: [self], Self.evenBack)
    }

    /// The gradient of one element of all: those that equal it share it, also where they are no numbers.
    static func evenBack(_ node: Node, _ gradients: [Tensor?]) throws -> [Tensor?] {
        guard let gradient = gradients[0] else { return [nil] }
        let input = try node.saved(0)
        let (x, value) = (try node.saved(0).detach(), try node.saved(1).detach())
        let mask = try value.firstElement().doubleValue.isNaN ? x.isnan() : x.eq(value)
        let number = try mask.sum()
        return [
            try gradient.div(number).expand(input.shape).maskedFill(mask.logicalNot(), 0)
        ]
    }

    /// The gradient of extrema whose ties share it.
    private static func sharedBack(_ dims: [Int]?, _ keepdim: Bool) -> Node.Backward {
        { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let input = try node.saved(0)
            let all = dims ?? Array(0..<input.dim)
            let result = try node.saved(1).detach().unreduced(input.shape, all, keepdim: keepdim)
            let mask = try input.detach().eq(result)
            let number = try mask.sum(all, keepdim: true)
            let spread = try gradient.unreduced(input.shape, all, keepdim: keepdim)
            return [try spread.mul(mask).div(number)]
        }
    }

    /// The greatest elements along `d` and their places.
    public func max(_ d: Int, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        try extrema(Int(CK_MAX), "max", "MaxBackward0", d, keepdim)
    }
    /// The smallest elements along `d` and their places.
    public func min(_ d: Int, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        try extrema(Int(CK_MIN), "min", "MinBackward0", d, keepdim)
    }

    private func extrema(
        _ op: Int, _ name: String, _ node: String, _ d: Int, _ keepdim: Bool
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shape.dimension(d, of: dim)
        try checkNotEmpty(name, d)
        var shape = shape
        if dim > 0 {
            if keepdim { shape[d] = 1 } else { shape.remove(at: d) }
        }
        let indices = try Tensor.zeros(shape, dtype: .int64)
        let values = try reduced(
            op, name, dim > 0 ? [d] : [], keepdim: keepdim, dtype: dtype, indices: indices)
        values.recordPicking(node, self, d, indices, keepdim: keepdim)
        return (values, indices)
    }

    /// Records that these are the elements of `input` at `indices` along `d`.
    func recordPicking(
        _ name: String, _ input: Tensor, _ d: Int, _ indices: Tensor, keepdim: Bool
    ) {
        guard isRecorded(input) else { return }
        let shape = input.shape
        record(name, [input], saving: [indices]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let indices = try node.saved(0)
            if shape.isEmpty { return [gradient] }
            let (g, i) =
                keepdim
                ? (gradient, indices) : (try gradient.unsqueeze(d), try indices.unsqueeze(d))
            return [try Tensor.zeros(shape, dtype: g.dtype).scatter(d, i, g)]
        }
    }

    /// The greatest elements over `dims`; ties share the gradient.
    public func amax(_ dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        try ranged(Int(CK_MAX), "amax", "AmaxBackward0", dims, keepdim)
    }
    /// The smallest elements over `dims`; ties share the gradient.
    public func amin(_ dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        try ranged(Int(CK_MIN), "amin", "AminBackward0", dims, keepdim)
    }

    private func ranged(
        _ op: Int, _ name: String, _ node: String, _ dims: [Int]?, _ keepdim: Bool
    ) throws -> Tensor {
        if count == 0 && (dims ?? []).isEmpty { try checkNotEmpty(name) }
        let asked = dims
        let dims = try reductionDims(dims)
        if count == 0 {
            for (given, d) in zip(asked ?? dims, dims) { try checkNotEmpty(name, d, given) }
        }
        let result = try reduced(op, name, dims, keepdim: keepdim, dtype: dtype)
        guard isRecorded(self) else { return result }
        return result.recordSavingResult(
            node, [self], saving: [self], Self.sharedBack(dims, keepdim))
    }

    /// The place of the greatest element in row-major order, or along `d`.
    public func argmax(_ d: Int? = nil, keepdim: Bool = false) throws -> Tensor {
        try place(Int(CK_ARGMAX), "argmax", d, keepdim)
    }
    /// The place of the smallest element in row-major order, or along `d`.
    public func argmin(_ d: Int? = nil, keepdim: Bool = false) throws -> Tensor {
        try place(Int(CK_ARGMIN), "argmin", d, keepdim)
    }

    private func place(_ op: Int, _ name: String, _ d: Int?, _ keepdim: Bool) throws -> Tensor {
        guard dtype != .bool else {
            throw TensorError.notImplemented("\(name)(): does not support bool input")
        }
        guard let d else {
            guard count > 0 else {
                throw TensorError.index(
                    "\(name)(): Expected reduction dim to be specified for input.numel() == 0.")
            }
            return try reduced(op, name, Array(0..<dim), keepdim: keepdim, dtype: .int64)
        }
        let plain = try Shape.dimension(d, of: dim)
        try checkNotEmpty(name, plain)
        return try reduced(op, name, dim > 0 ? [plain] : [], keepdim: keepdim, dtype: .int64)
    }

    /// Whether any element is other than zero.
    public func any(_ dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        try reduced(
            Int(CK_ANY), "any", reductionDims(dims), keepdim: keepdim,
            dtype: dtype == .uint8 ? .uint8 : .bool)
    }
    /// Whether all elements are other than zero.
    public func all(_ dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        try reduced(
            Int(CK_ALL), "all", reductionDims(dims), keepdim: keepdim,
            dtype: dtype == .uint8 ? .uint8 : .bool)
    }
    /// How many elements are other than zero.
    public func countNonzero(_ dims: [Int]? = nil) throws -> Tensor {
        try reduced(
            Int(CK_COUNT_NONZERO), "count_nonzero", reductionDims(dims), keepdim: false,
            dtype: .int64)
    }
}
