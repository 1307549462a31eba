import CNNKernels

extension Tensor {
    /// Uniform values from `0 ..< 1`.
    public static func rand(
        _ shape: [Int], dtype: DType = .float32, generator: Generator? = nil
    ) throws -> Tensor {
        try empty(shape, dtype: dtype).uniform_(generator: generator)
    }

    /// Standard normal values.
    public static func randn(
        _ shape: [Int], dtype: DType = .float32, generator: Generator? = nil
    ) throws -> Tensor {
        try empty(shape, dtype: dtype).normal_(generator: generator)
    }

    /// Integers from `low ..< high`.
    public static func randint(
        _ low: Int = 0, _ high: Int, _ shape: [Int], dtype: DType = .int64,
        generator: Generator? = nil
    ) throws -> Tensor {
        try empty(shape, dtype: dtype).random_(from: low, to: high, generator: generator)
    }

    /// The integers `0 ..< n` in random order.
    public static func randperm(
        _ n: Int, dtype: DType = .int64, generator: Generator? = nil
    ) throws -> Tensor {
        guard n >= 0 else {
            throw TensorError.runtime(
                "Trying to create tensor with negative dimension \(n): [\(n)]")
        }
        let source = generator ?? .default
        let order = try empty([n], dtype: .int64)
        order.access {
            ck_random_permutation(&source.core, $0.assumingMemoryBound(to: Int64.self), n)
        }
        return try order.converted(to: dtype)
    }

    /// Uniform values from `0 ..< 1` in the shape and layout of `other`.
    public static func randLike(_ other: Tensor, dtype: DType? = nil) throws -> Tensor {
        try emptyLike(other, dtype: dtype).uniform_()
    }

    /// Standard normal values in the shape and layout of `other`.
    public static func randnLike(_ other: Tensor, dtype: DType? = nil) throws -> Tensor {
        try emptyLike(other, dtype: dtype).normal_()
    }

    /// Integers from `low ..< high` in the shape and layout of `other`.
    public static func randintLike(
        _ other: Tensor, _ low: Int = 0, _ high: Int, dtype: DType? = nil
    ) throws -> Tensor {
        try emptyLike(other, dtype: dtype).random_(from: low, to: high)
    }

    /// Normal values of one mean and standard deviation.
    public static func normal(
        mean: Double, std: Double, _ shape: [Int], dtype: DType = .float32,
        generator: Generator? = nil
    ) throws -> Tensor {
        try empty(shape, dtype: dtype).normal_(mean: mean, std: std, generator: generator)
    }

    /// Normal values whose mean and standard deviation are given for each element.
    public static func normal(mean: Tensor, std: Tensor, generator: Generator? = nil) throws
        -> Tensor
    {
        try withoutGradient {
            if try std.scalars().contains(where: { $0.doubleValue < 0 }) {
                throw TensorError.runtime("normal expects all elements of std >= 0.0")
            }
            let shape = try Shape.broadcast(mean.shape, std.shape)
            let value = try empty(shape, dtype: mean.dtype).normal_(generator: generator)
            return try value.mul(std).add(mean)
        }
    }

    /// One float64 or float32 uniform an element, as wide as this tensor's type: 1 where it is less.
    public func bernoulli(generator: Generator? = nil) throws -> Tensor {
        try Tensor.empty(shape, dtype: dtype).bernoulli_(self, generator: generator)
    }

    /// Ones with probability `p`, in the shape and layout of this tensor.
    public func bernoulli(_ p: Double, generator: Generator? = nil) throws -> Tensor {
        try Tensor.emptyLike(self).bernoulli_(p, generator: generator)
    }
}
