/// Which order the dimensions of a tensor have in memory; PyTorch's `torch.memory_format`.
public enum MemoryFormat: Sendable {
    /// Row-major.
    case contiguous
    /// That of the input where it has no gaps, else the nearest one without.
    case preserve
    /// The channels of (N, C, H, W) next to each other.
    case channelsLast
    /// The channels of (N, C, D, H, W) next to each other.
    case channelsLast3d

    /// The number of dimensions that the format is for; `nil` where it is for any.
    private var rank: Int? {
        switch self {
        case .contiguous, .preserve: nil
        case .channelsLast: 4
        case .channelsLast3d: 5
        }
    }

    /// The strides of that format.
    /// - Throws: PyTorch's message when the shape has another number of dimensions.
    func strides(_ shape: [Int]) throws -> [Int] {
        guard let rank else { return Shape.strides(shape) }
        guard shape.count == rank else {
            throw TensorError.runtime("required rank \(rank) tensor to use \(name) format")
        }
        var strides = [Int](repeating: 1, count: rank)
        var step = 1
        for d in Self.channelsLastOrder(rank) {
            strides[d] = step
            step *= Swift.max(shape[d], 1)
        }
        return strides
    }

    private var name: String { self == .channelsLast3d ? "channels_last_3d" : "channels_last" }

    /// Dimensions from the innermost on: channels, width, height, (depth,) batch.
    fileprivate static func channelsLastOrder(_ rank: Int) -> [Int] {
        [1] + (2..<rank).reversed() + [0]
    }
}

extension Tensor {
    /// Whether elements lie one after the other in that format. Row-major for `preserve`.
    public func isContiguous(_ format: MemoryFormat) -> Bool {
        switch format {
        case .contiguous, .preserve: isContiguous
        case .channelsLast: dim == 4 && hasChannelsLast
        case .channelsLast3d: dim == 5 && hasChannelsLast
        }
    }

    private var hasChannelsLast: Bool {
        var step = 1
        for d in MemoryFormat.channelsLastOrder(dim) where shape[d] != 1 {
            if strides[d] != step { return false }
            step *= shape[d]
        }
        return true
    }

    /// The format that operations on planes give their results: channels last if the strides say so and nothing
    /// else, else row-major.
    var suggestedFormat: MemoryFormat {
        guard dim == 4 || dim == 5, !isRowMajor, strides[1] != 0 else { return .contiguous }
        var least = 0
        for d in MemoryFormat.channelsLastOrder(dim) {
            if shape[d] == 0 || strides[d] < least { return .contiguous }
            if d == 0, least == strides[1] { return .contiguous }
            least = strides[d] * Swift.max(shape[d], 1)
        }
        return dim == 4 ? .channelsLast : .channelsLast3d
    }

    /// Uninitialised memory with the shape of `other`, in that format.
    public static func emptyLike(
        _ other: Tensor, dtype: DType? = nil, format: MemoryFormat
    ) throws -> Tensor {
        if format == .preserve { return try emptyLike(other, dtype: dtype) }
        let strides = try format.strides(other.shape)
        let tensor = try empty(other.shape, dtype: dtype ?? other.dtype)
        if format != .contiguous { tensor.take(strides: strides) }
        return tensor
    }

    /// A copy with memory of its own in that format, part of the graph.
    public func clone(format: MemoryFormat) throws -> Tensor {
        let result = try Tensor.emptyLike(self, format: format)
        Elementwise.copy(self, to: result)
        return result.record("CloneBackward0", [self]) { _, gradients in gradients }
    }

    /// Itself if its elements lie in that format, else a copy.
    public func contiguous(_ format: MemoryFormat) throws -> Tensor {
        if isContiguous(format) { return self }
        return try clone(format: format)
    }

    /// Itself if it has that type and its elements lie in that format, else a converted copy.
    public func to(_ dtype: DType, format: MemoryFormat) throws -> Tensor {
        // What decides is the format that the strides suggest, not every one that they fit.
        let fits = dim == 4 || dim == 5 ? suggestedFormat == format : isContiguous(format)
        if dtype == self.dtype, format == .preserve || fits { return self }
        let result = try Tensor.emptyLike(self, dtype: dtype, format: format)
        Elementwise.copy(self, to: result)
        if !dtype.isFloatingPoint { return result }
        return result.record("ToCopyBackward0", [self]) { _, gradients in gradients }
    }

    /// A fresh row-major result of an operation on `inputs`, brought to channels last in place if that is what they
    /// all have. Its history stays.
    package func inFormat(of inputs: Tensor?...) throws -> Tensor {
        guard dim == 4 || dim == 5 else { return self }
        for input in inputs {
            guard let input else { continue }
            if input.suggestedFormat == .contiguous { return self }
        }
        return try inChannelsLast()
    }

    /// This fresh result, brought to channels last in place. Its history stays.
    func inChannelsLast() throws -> Tensor {
        let format: MemoryFormat = dim == 4 ? .channelsLast : .channelsLast3d
        let moved = try Tensor.emptyLike(self, format: format)
        Elementwise.copy(self, to: moved)
        storage = moved.storage
        offset = 0
        take(strides: moved.strides)
        return self
    }
}

extension Tensor {
    /// A fresh result of an elementwise operation on this tensor and others, brought in place to the layout that PyTorch
    /// gives it. Its history stays.
    func laidOut(_ result: Tensor, with others: [Tensor] = []) throws -> Tensor {
        if result === self || isRowMajor && others.allSatisfy(\.isRowMajor) { return result }
        let strides = Layout.elementwise(result.shape, [self] + others, uniform: true)
        if strides == result.strides { return result }
        let moved = try Tensor.empty(result.shape, dtype: result.dtype)
        moved.take(strides: strides)
        Elementwise.copy(result, to: moved)
        result.storage = moved.storage
        result.offset = 0
        result.take(strides: strides)
        return result
    }

    /// This tensor, which was just made and has no gaps, with `value` everywhere.
    /// - Throws: PyTorch's message for a number that the type cannot hold.
    package func filled(_ value: Scalar) throws -> Tensor {
        try dtype.check(value)
        fillContiguous(value)
        return self
    }

    /// For a tensor that was just made: what filled it does not count as a change.
    package func asNew() -> Tensor {
        storage.version = 0
        return self
    }

    /// Itself if the strides are those of a fresh tensor, else a copy that has these. Records nothing.
    func rowMajor() throws -> Tensor { isRowMajor ? self : try copied() }
}
