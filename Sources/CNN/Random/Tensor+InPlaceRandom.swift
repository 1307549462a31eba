// Sampling in place. Values are drawn in the order in which elements lie in memory, as PyTorch's serial
// loops do; a tensor with gaps is filled through a copy in that order.

import CNNKernels

extension Tensor {
    /// Dimensions by falling stride: the order in which PyTorch walks through elements.
    package func memoryOrder() -> [Int] {
        let order = shape.indices.sorted { a, b in
            strides[a] != strides[b] && shape[a] != 1 && shape[b] != 1
                ? strides[a] > strides[b] : a < b
        }
        return order
    }

    /// Calls `draw` with memory for every element, in memory order, and takes the result over. What the
    /// elements were before no longer matters: their gradient is zero.
    func sample(_ step: String, _ draw: (UnsafeMutableRawPointer, Int) -> Void) throws {
        let (shape, dtype) = (shape, dtype)
        try inPlace(step, [], { _, _ in [try Tensor.zeros(shape, dtype: dtype)] }) {
            if isContiguous {
                access { draw($0, count) }
                return
            }
            let sorted = try withoutGradient { try detach().permute(memoryOrder()) }
            if sorted.isContiguous {
                sorted.access { draw($0, count) }
                return
            }
            let drawn = try Tensor.empty(sorted.shape, dtype: dtype)
            drawn.access { draw($0, count) }
            Elementwise.copy(drawn, to: sorted)
        }
    }

    private func requireFloating(_ kernel: String) throws {
        guard dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "\"\(kernel)\" not implemented for '\(dtype.scalarTypeName)'")
        }
    }

    /// Fills with normal values.
    @discardableResult
    public func normal_(mean: Double = 0, std: Double = 1, generator: Generator? = nil) throws
        -> Tensor
    {
        guard std >= 0 else {
            throw TensorError.runtime(
                "normal expects std >= 0.0, but found std \(PythonNumber.compact(std))")
        }
        try requireFloating("normal_kernel_cpu")
        let source = generator ?? .default
        // Sixteen values at a time only where elements are in row-major order.
        let vectors = isContiguous
        try sample("NormalBackward0") { memory, count in
            if dtype == .float32 {
                let out = memory.assumingMemoryBound(to: Float.self)
                if vectors {
                    ck_random_normal_f32(&source.core, out, count, mean, std)
                } else {
                    for i in 0..<count {
                        out[i] = Float(ck_random_normal_scalar(&source.core, mean, std))
                    }
                }
            } else {
                let out = memory.assumingMemoryBound(to: Double.self)
                if vectors {
                    ck_random_normal_f64(&source.core, out, count, mean, std)
                } else {
                    for i in 0..<count {
                        out[i] = ck_random_normal_scalar(&source.core, mean, std)
                    }
                }
            }
        }
        return self
    }

    /// Fills with values of Cauchy's distribution.
    @discardableResult
    public func cauchy_(
        median: Double = 0, sigma: Double = 1, generator: Generator? = nil
    ) throws -> Tensor {
        guard sigma > 0 else {
            throw TensorError.runtime(
                "cauchy_ expects sigma > 0.0, but found sigma=\(PythonNumber.compact(sigma))")
        }
        guard dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "Cauchy distribution is a continuous probability distribution. dtype must be a "
                    + "floating point but you specified "
                    + (dtype == .int64 ? "long int" : dtype.cppName))
        }
        let source = generator ?? .default
        let dtype = dtype
        try sample("CauchyBackward0") { memory, count in
            for i in 0..<count {
                let slope = tangent(.pi * (source.uniform() - 0.5))
                memory.store(median + sigma * slope, at: i, as: dtype)
            }
        }
        return self
    }

    /// Fills with e to the power of normal values.
    @discardableResult
    public func logNormal_(mean: Double = 1, std: Double = 2, generator: Generator? = nil) throws
        -> Tensor
    {
        guard std > 0 else {
            throw TensorError.runtime(
                "log_normal_ expects std > 0.0, but found std=\(PythonNumber.compact(std))")
        }
        try requireFloating("log_normal_cpu")
        let source = generator ?? .default
        let dtype = dtype
        try sample("LogNormalBackward0") { memory, count in
            for i in 0..<count {
                let normal = ck_random_normal_scalar(&source.core, mean, std)
                memory.store(exponential(normal), at: i, as: dtype)
            }
        }
        return self
    }

    /// Fills with uniform values from `from ..< to`.
    @discardableResult
    public func uniform_(_ from: Double = 0, _ to: Double = 1, generator: Generator? = nil) throws
        -> Tensor
    {
        try requireFloating("check_uniform_bounds")
        guard from <= to else {
            throw TensorError.runtime(
                "uniform_ expects to return a [from, to) range, but found "
                    + "from=\(PythonNumber.compact(from)) > to=\(PythonNumber.compact(to))")
        }
        let source = generator ?? .default
        try sample("UniformBackward0") { memory, count in
            if dtype == .float32 {
                ck_random_uniform_f32(
                    &source.core, memory.assumingMemoryBound(to: Float.self), count, Float(from),
                    Float(to))
            } else {
                ck_random_uniform_f64(
                    &source.core, memory.assumingMemoryBound(to: Double.self), count, from, to)
            }
        }
        return self
    }

    /// Fills with values of the exponential distribution of rate `lambda`.
    @discardableResult
    public func exponential_(_ lambda: Double = 1, generator: Generator? = nil) throws -> Tensor {
        guard lambda > 0 else {
            throw TensorError.runtime(
                "exponential_ expects lambda > 0.0, but found lambda=\(PythonNumber.compact(lambda))"
            )
        }
        guard dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "Exponential distribution is a continuous probability distribution. dtype must be a "
                    + "floating point but you specified \(dtype.scalarTypeName)")
        }
        let source = generator ?? .default
        try sample("ExponentialBackward0") { memory, count in
            if dtype == .float32 {
                ck_random_exponential_f32(
                    &source.core, memory.assumingMemoryBound(to: Float.self), count, lambda)
            } else {
                ck_random_exponential_f64(
                    &source.core, memory.assumingMemoryBound(to: Double.self), count, lambda)
            }
        }
        return self
    }

    /// Fills with ones, each with probability `p`, and zeros.
    @discardableResult
    public func bernoulli_(_ p: Double = 0.5, generator: Generator? = nil) throws -> Tensor {
        guard p >= 0, p <= 1 else {
            throw TensorError.runtime(
                "bernoulli_ expects p to be in [0, 1], but got p=\(PythonNumber.compact(p))")
        }
        let source = generator ?? .default
        try sample("BernoulliBackward2") { memory, count in
            if dtype.itemSize == 1 {
                ck_random_bernoulli(
                    &source.core, memory.assumingMemoryBound(to: UInt8.self), count, p)
                return
            }
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { bits in
                var done = 0
                while done < count {
                    let run = Swift.min(count - done, 4096)
                    ck_random_bernoulli(&source.core, bits.baseAddress, run, p)
                    for i in 0..<run { memory.store(Double(bits[i]), at: done + i, as: dtype) }
                    done += run
                }
            }
        }
        return self
    }

    /// Fills with ones, each with the probability that `p` has at its place, and zeros.
    @discardableResult
    public func bernoulli_(_ p: Tensor, generator: Generator? = nil) throws -> Tensor {
        guard p.dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "\"bernoulli_tensor_cpu_p_\" not implemented for '\(p.dtype.scalarTypeName)'")
        }
        let source = generator ?? .default
        let probabilities = try withoutGradient { try p.detach().expand(shape).contiguous() }
        let drawn = try Tensor.empty(shape, dtype: dtype)
        // Probabilities of float against float64 elements are compared in single precision too.
        let single = p.dtype == .float32
        try drawn.access { out in
            try probabilities.access { from in
                for i in 0..<count {
                    let q = from.scalar(at: i, p.dtype)
                    guard q >= 0, q <= 1 else {
                        throw TensorError.runtime(
                            "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this "
                                + "error message be improved?  If so, please report an enhancement "
                                + "request to PyTorch.)")
                    }
                    var kept: Bool
                    if single {
                        var u: Float = 0
                        ck_random_uniform_f32(&source.core, &u, 1, 0, 1)
                        kept = u < Float(q)
                    } else {
                        kept = source.uniform() < q
                    }
                    out.store(kept ? 1 : 0, at: i, as: dtype)
                }
            }
        }
        let (sizes, type) = (shape, dtype)
        try inPlace("BernoulliBackward1", [], { _, _ in [try Tensor.zeros(sizes, dtype: type)] }) {
            Elementwise.copy(drawn, to: self)
        }
        return self
    }
}

extension UnsafeMutableRawPointer {
    /// Writes a number as an element of that type, `index` elements on.
    func store(_ value: Double, at index: Int, as dtype: DType) {
        switch dtype {
        case .float32: assumingMemoryBound(to: Float.self)[index] = Float(value)
        case .float64: assumingMemoryBound(to: Double.self)[index] = value
        case .int64: assumingMemoryBound(to: Int64.self)[index] = Int64(value)
        case .int32:
            assumingMemoryBound(to: Int32.self)[index] = Int32(truncatingIfNeeded: Int64(value))
        case .uint8:
            assumingMemoryBound(to: UInt8.self)[index] = UInt8(truncatingIfNeeded: Int64(value))
        case .bool: assumingMemoryBound(to: UInt8.self)[index] = value != 0 ? 1 : 0
        }
    }

    /// Reads a floating-point element, `index` elements on.
    func scalar(at index: Int, _ dtype: DType) -> Double {
        dtype == .float32
            ? Double(assumingMemoryBound(to: Float.self)[index])
            : assumingMemoryBound(to: Double.self)[index]
    }
}
