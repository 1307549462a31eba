import CNNKernels

extension Tensor {
    /// A tensor of that shape, every element `value`.
    public static func full(_ shape: [Int], _ value: Scalar, dtype: DType? = nil) throws -> Tensor {
        let tensor = try empty(shape, dtype: dtype ?? value.dtype)
        tensor.fillContiguous(value)
        return tensor
    }

    /// Zeros.
    public static func zeros(_ shape: [Int], dtype: DType = .float32) throws -> Tensor {
        try full(shape, .int(0), dtype: dtype)
    }

    /// Ones.
    public static func ones(_ shape: [Int], dtype: DType = .float32) throws -> Tensor {
        try full(shape, .int(1), dtype: dtype)
    }

    /// Uninitialised memory with the shape of `other`, and its layout where it has no gaps.
    public static func emptyLike(_ other: Tensor, dtype: DType? = nil) throws -> Tensor {
        let dtype = dtype ?? other.dtype
        if other.isContiguous { return try other.emptyLikeContiguous(dtype) }
        let tensor = try empty(other.shape, dtype: dtype)
        tensor.take(
            strides: Layout.isDense(other)
                ? other.strides : Layout.dense(other.shape, like: [other.strides]))
        return tensor
    }

    /// Zeros with the shape of `other`.
    public static func zerosLike(_ other: Tensor, dtype: DType? = nil) throws -> Tensor {
        try fullLike(other, .int(0), dtype: dtype ?? other.dtype)
    }

    /// Ones with the shape of `other`.
    public static func onesLike(_ other: Tensor, dtype: DType? = nil) throws -> Tensor {
        try fullLike(other, .int(1), dtype: dtype ?? other.dtype)
    }

    /// `value` everywhere, with the shape of `other`.
    public static func fullLike(
        _ other: Tensor, _ value: Scalar, dtype: DType? = nil
    ) throws -> Tensor {
        let tensor = try emptyLike(other, dtype: dtype)
        tensor.fillContiguous(value)
        return tensor
    }

    /// A tensor without dimensions.
    public static func scalar(_ value: Scalar, dtype: DType? = nil) throws -> Tensor {
        try full([], value, dtype: dtype)
    }

    /// The numbers of `values` in row-major order, in that shape (default: one dimension).
    public convenience init<T: TensorElement>(_ values: [T], _ shape: [Int]? = nil) throws {
        let shape = shape ?? [values.count]
        let count = try Shape.count(shape, itemSize: T.dtype.itemSize)
        guard count == values.count else {
            throw TensorError.runtime(
                "shape '\(Shape.list(shape))' is invalid for input of size \(values.count)")
        }
        self.init(
            storage: try Storage(byteCount: count * T.dtype.itemSize), shape: shape,
            strides: Shape.strides(shape), offset: 0, count: count, dtype: T.dtype,
            isContiguous: true)
        values.withUnsafeBytes { source in
            if let from = source.baseAddress, source.count > 0 {
                storage.address.copyMemory(from: from, byteCount: source.count)
            }
        }
    }

    /// The n × m matrix with ones on the diagonal.
    public static func eye(_ n: Int, _ m: Int? = nil, dtype: DType = .float32) throws -> Tensor {
        guard n >= 0 else {
            throw TensorError.runtime("n must be greater or equal to 0, got \(n)")
        }
        let m = m ?? n
        guard m >= 0 else {
            throw TensorError.runtime("m must be greater or equal to 0, got \(m)")
        }
        let tensor = try zeros([n, m], dtype: dtype)
        let size = dtype.itemSize
        let one = Scalar.int(1).bits(as: dtype)
        tensor.access { p in
            withUnsafeBytes(of: one) { bytes in
                for i in 0..<Swift.min(n, m) {
                    (p + (i * m + i) * size).copyMemory(
                        from: bytes.baseAddress!, byteCount: size)
                }
            }
        }
        return tensor
    }

    /// Sets all memory of a tensor that has no gaps.
    func fillContiguous(_ value: Scalar) {
        access { p in
            var bits = value.bits(as: dtype)
            ck_fill(p, Int64(count), Int32(dtype.itemSize), &bits)
        }
    }

    /// Zeros with any layout, over memory that spans it.
    static func zeros(_ shape: [Int], strides: [Int], dtype: DType) throws -> Tensor {
        var span = 1
        for (size, stride) in zip(shape, strides) { span += (size - 1) * stride }
        let tensor = try zeros([shape.contains(0) ? 0 : span], dtype: dtype)
        tensor.shape = shape
        tensor.count = try Shape.count(shape)
        tensor.take(strides: strides)
        return tensor
    }

    /// Changes the layout of a tensor that owns its memory and has no gaps.
    func take(strides: [Int]) {
        self.strides = strides
        isContiguous = Shape.isContiguous(shape, strides)
    }
}
