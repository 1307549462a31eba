import CNNKernels

extension Tensor {
    /// The product over all elements. Integers and bools are multiplied in int64.
    public func prod(dtype: DType? = nil) throws -> Tensor {
        if let dtype, !dtype.isFloatingPoint || dtype != self.dtype {
            try checkGradient(of: dtype)
            return try to(dtype).prod().to(dtype)
        }
        let result = try reduced(
            Int(CK_PROD), "prod", Array(0..<dim), keepdim: false,
            dtype: self.dtype.isFloatingPoint ? self.dtype : .int64)
        guard isRecorded(self) else { return result }
        return result.recordSavingResult("ProdBackward0", [self], saving: [self]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let input = try node.saved(0)
            _ = try node.saved(1)
            // As in PyTorch, the quotient where no element is 0: it says NaN where one is NaN or infinite.
            if try !input.hasZero() { return [try gradient.mul(input.prod().div(input))] }
            return [try gradient.mul(input.reshape([-1]).productsOfOthers(0).reshape(input.shape))]
        }
    }

    /// The products along `d`.
    public func prod(_ d: Int, keepdim: Bool = false, dtype: DType? = nil) throws -> Tensor {
        if let dtype, !dtype.isFloatingPoint || dtype != self.dtype {
            try checkGradient(of: dtype)
            return try to(dtype).prod(d, keepdim: keepdim).to(dtype)
        }
        let d = try Shape.dimension(d, of: dim)
        let dims = dim > 0 ? [d] : []
        let result = try reduced(
            Int(CK_PROD), "prod", dims, keepdim: keepdim,
            dtype: self.dtype.isFloatingPoint ? self.dtype : .int64)
        guard isRecorded(self) else { return result }
        return result.recordSavingResult("ProdBackward1", [self], saving: [self]) {
            node, gradients in
            let input = try node.saved(0)
            _ = try node.saved(1)
            if input.dim == 0 { return gradients }
            let others =
                try input.hasZero()
                ? input.productsOfOthers(d) : input.prod(d, keepdim: true).div(input)
            return [
                try gradients[0]?.unreduced(input.shape, dims, keepdim: keepdim).mul(others)
            ]
        }
    }

    func hasZero() throws -> Bool {
        try withoutGradient { try detach().eq(0).any().item().boolValue }
    }

    /// For each element the product of the others along `d`: that of those before times that of those after.
    private func productsOfOthers(_ d: Int) throws -> Tensor {
        let size = shape[d]
        if size == 0 { return self }
        var edge = shape
        edge[d] = 1
        let one = try Tensor.ones(edge, dtype: dtype)
        let before = try cat([one, narrow(d, 0, size - 1)], d).cumprod(d)
        let after = try cat([one, flip([d]).narrow(d, 0, size - 1)], d).cumprod(d).flip([d])
        return try before.mul(after)
    }

    /// The variance over `dims` (default: all): Σ(x − mean)² / (n − correction).
    public func `var`(
        _ dims: [Int]? = nil, correction: Double = 1, keepdim: Bool = false
    ) throws -> Tensor {
        try checkMoments("var")
        let dims = try reductionDims(dims)
        let result = try reduced(
            Int(CK_VAR), "var", dims, keepdim: keepdim, dtype: dtype, parameter: correction)
        guard isRecorded(self) else { return result }
        return result.record("VarBackward0", [self], saving: [self]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let input = try node.saved(0)
            return [try gradient.varianceBack(input, dims, correction, keepdim: keepdim)]
        }
    }

    /// The standard deviation over `dims` (default: all), the root of `var`.
    public func std(
        _ dims: [Int]? = nil, correction: Double = 1, keepdim: Bool = false
    ) throws -> Tensor {
        try checkMoments("std")
        let dims = try reductionDims(dims)
        let result = try reduced(
            Int(CK_STD), "std", dims, keepdim: keepdim, dtype: dtype, parameter: correction)
        guard isRecorded(self) else { return result }
        return result.recordSavingResult("StdBackward0", [self], saving: [self]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let (input, result) = (try node.saved(0), try node.saved(1))
            let ofVariance = try gradient.div(result.mul(2)).maskedFill(result.eq(0), 0)
            return [try ofVariance.varianceBack(input, dims, correction, keepdim: keepdim)]
        }
    }

    private func checkMoments(_ name: String) throws {
        guard dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "std and var only support floating point and complex dtypes")
        }
    }

    private func varianceBack(
        _ input: Tensor, _ dims: [Int], _ correction: Double, keepdim: Bool
    ) throws -> Tensor {
        let number = Double(dims.reduce(1) { $0 * input.shape[$1] })
        let mean = try input.mean(dims.isEmpty ? nil : dims, keepdim: true)
        if number <= correction, dims.count == input.dim {
            // Infinity, or not a number where nothing differs from the mean.
            let slopes = try withoutGradient {
                try Tensor.fullLike(input, .double(.infinity))
                    .maskedFill(input.eq(mean), .double(.nan))
            }
            return try unreduced(input.shape, dims, keepdim: keepdim).mul(slopes)
        }
        let factor = 2 / Swift.max(number - correction, 0)
        return try unreduced(input.shape, dims, keepdim: keepdim).mul(.double(factor))
            .mul(input.sub(mean))
    }

    /// The p-norm over `dims` (default: all): (Σ|x|ᵖ)^(1/p); p may be 0 (count) or infinite (extrema).
    public func norm(
        _ p: Double = 2, _ dims: [Int]? = nil, keepdim: Bool = false
    ) throws -> Tensor {
        guard dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "linalg.vector_norm: Expected a floating point or complex tensor as input. Got "
                    + dtype.scalarTypeName)
        }
        let dims = try reductionDims(dims)
        try checkIdentity(p, dims)
        let result = try reduced(
            Int(CK_NORM), "norm", dims, keepdim: keepdim, dtype: dtype, parameter: p)
        guard isRecorded(self) else { return result }
        return result.recordSavingResult("LinalgVectorNormBackward0", [self], saving: [self]) {
            node, gradients in
            // The number of elements that are not 0 has no gradient, not even one of zeros.
            guard p != 0, let g = gradients[0] else { return [nil] }
            let input = try node.saved(0)
            let gradient = try g.unreduced(input.shape, dims, keepdim: keepdim)
            let norm = try node.saved(1).unreduced(input.shape, dims, keepdim: keepdim)
            return [try gradient.normBack(input, norm, p, dims)]
        }
    }

    /// - Throws: PyTorch's message where an extreme of no elements is asked for.
    private func checkIdentity(_ p: Double, _ dims: [Int]) throws {
        guard count == 0, p < 0 || p == .infinity, let empty = dims.first(where: { shape[$0] == 0 })
        else { return }
        let name = "linalg.vector_norm cannot compute the \(PythonNumber.compact(p)) norm on "
        let place = dim == 1 ? "an empty tensor " : "the dimension \(empty)"
        throw TensorError.runtime(
            name + place + "because \(dim == 1 ? "the" : "this dimension is empty and the") "
                + "operation does not have an identity")
    }

    private func normBack(_ x: Tensor, _ norm: Tensor, _ p: Double, _ dims: [Int]) throws -> Tensor
    {
        if p == 1 { return try mul(x.sign()) }
        if p == 2 { return try mul(x.div(norm).maskedFill(norm.eq(0), 0)) }
        let (isZero, isNothing) = try withoutGradient { (try x.eq(0), try norm.eq(0)) }
        if p.isInfinite {
            let isExtreme = try withoutGradient {
                try x.abs().eq(norm).logicalOr(x.isnan().logicalAnd(norm.isnan()))
            }
            let number = try isExtreme.sum(dims.isEmpty ? nil : dims, keepdim: true)
            return try x.sign().mul(isExtreme).mul(div(number))
        }
        if p < 1 {
            let scaled = try x.sign().mul(x.abs().pow(.double(p - 1)).maskedFill(isZero, 0))
            return try scaled.mul(self).mul(norm.pow(.double(1 - p)))
        }
        let share = try div(norm.pow(.double(p - 1))).maskedFill(isNothing, 0)
        if p < 2 {
            let scaled = try x.sign().mul(x.abs().pow(.double(p - 1)).maskedFill(isZero, 0))
            return try scaled.mul(share)
        }
        return try x.mul(x.abs().pow(.double(p - 2))).mul(share)
    }

    /// The logarithm of the sum of the exponentials over `dims`.
    public func logsumexp(_ dims: [Int], keepdim: Bool = false) throws -> Tensor {
        if !dtype.isFloatingPoint { return try to(.standard).logsumexp(dims, keepdim: keepdim) }
        let plain = try reductionDims(dims)
        let result = try withoutGradient {
            let greatest = try count == 0 ? sum(plain, keepdim: true) : amax(plain, keepdim: true)
            let shift = try greatest.maskedFill(greatest.abs().isinf(), 0)
            let sum = try sub(shift).exp().sum(plain, keepdim: true).log().add(shift)
            return keepdim ? sum : try sum.squeeze(plain)
        }
        guard isRecorded(self) else { return result }
        return result.recordSavingResult("LogsumexpBackward0", [self], saving: [self]) {
            node, gradients in
            let input = try node.saved(0)
            let total = try node.saved(1).unreduced(input.shape, plain, keepdim: keepdim)
            return [
                try gradients[0]?.unreduced(input.shape, plain, keepdim: keepdim)
                    .mul(input.sub(total).exp())
            ]
        }
    }

    /// The sum, with NaN counted as 0.
    public func nansum(_ dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        try composite("NansumBackward0", [self]) { inputs in
            let x = inputs[0] ?? self
            return try x.maskedFill(x.detach().isnan(), 0).sum(dims, keepdim: keepdim)
        }
    }

    /// Variance and mean at once.
    public func varMean(
        _ dims: [Int]? = nil, correction: Double = 1, keepdim: Bool = false
    ) throws -> (variance: Tensor, mean: Tensor) {
        (
            try `var`(dims, correction: correction, keepdim: keepdim),
            try mean(dims, keepdim: keepdim)
        )
    }

    /// How a quantile between two elements is made of them.
    public enum QuantileMode: String, Sendable {
        case linear, lower, higher, midpoint, nearest
    }

    /// The value below which the share `q` of the elements lies, along `d` or of all.
    ///
    /// - Parameter ignoringNaN: leaves out what is not a number, which otherwise is the result.
    /// - Throws: `TensorError` for q outside of [0, 1], for integers and for no elements.
    public func quantile(
        _ q: Double, _ d: Int? = nil, keepdim: Bool = false, mode: QuantileMode = .linear,
        ignoringNaN: Bool = false
    ) throws -> Tensor {
        guard q >= 0 && q <= 1 else {
            throw TensorError.runtime(
                "quantile() q must be in the range [0, 1] but got "
                    + PythonNumber.compact(q))
        }
        guard dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "quantile() input tensor must be either float or double dtype")
        }
        guard count > 0 else {
            throw TensorError.runtime("quantile() input tensor must be non-empty")
        }
        func made(_ x: Tensor) throws -> Tensor {
            try x.quantileSteps(q, d, keepdim: keepdim, mode, ignoringNaN)
        }
        if isRecorded(self) {
            return try composite("SqueezeBackward4", [self]) { try made($0[0] ?? self) }
        }
        return try made(self)
    }

    private func quantileSteps(
        _ q: Double, _ d: Int?, keepdim: Bool, _ mode: QuantileMode, _ ignoringNaN: Bool
    ) throws -> Tensor {
        let flat = d == nil ? try reshape([-1]) : self
        let source = try flat.dim == 0 ? flat.reshape([1]) : flat
        let along = try Shape.dimension(d ?? 0, of: source.dim)
        let values = try source.sort(along, stable: false).values
        let size = values.shape[along]
        let (below, above, weight) = try withoutGradient {
            let nans = try source.detach().isnan().sum([along], keepdim: true)
            let numbers = try nans.rsub(.int(size - 1)).to(dtype)
            let last = try Tensor.fullLike(numbers, .int(size - 1))
            let rank =
                try ignoringNaN
                ? numbers.mul(.double(q)).clamp(min: 0)
                : CNN.where(nans.gt(0), last, last.mul(.double(q)))
            let (floor, ceil) = (try rank.floor(), try rank.ceil())
            switch mode {
            case .lower: return (floor, floor, try Tensor.zerosLike(rank))
            case .higher: return (ceil, ceil, try Tensor.zerosLike(rank))
            case .nearest:
                let near = try rank.round()
                return (near, near, try Tensor.zerosLike(rank))
            case .midpoint: return (floor, ceil, try Tensor.fullLike(rank, 0.5))
            case .linear: return (floor, ceil, try rank.sub(floor))
            }
        }
        let low = try values.gather(along, below.to(.int64))
        let high = try values.gather(along, above.to(.int64))
        let result = try low.lerp(high, weight)
        if d != nil { return keepdim ? result : try result.squeeze(along) }
        return try keepdim ? result.reshape([Int](repeating: 1, count: dim)) : result.reshape([])
    }

    /// How many elements lie in each of `bins` equal parts of [min, max]; with min = max the range of the elements.
    public func histc(bins: Int = 100, min: Double = 0, max: Double = 0) throws -> Tensor {
        guard bins > 0 else {
            throw TensorError.runtime(
                "torch.histogram(): bins must be > 0, but got \(bins) for dimension 0")
        }
        guard dtype.isFloatingPoint else {
            throw Elementwise.unsupported(dtype == .bool ? "linspace_cpu" : "histogram_cpu", dtype)
        }
        let values = try array(Double.self)
        var (low, high) = (min, max)
        if low == high && !values.isEmpty {
            low = values.min() ?? 0
            high = values.max() ?? 0
        }
        if low == high {
            low -= 1
            high += 1
        }
        if values.contains(where: \.isNaN), min == max { (low, high) = (.nan, .nan) }
        guard low.isFinite && high.isFinite else {
            throw TensorError.runtime(
                "torch.histc: range of [\(PythonNumber.compact(low)), \(PythonNumber.compact(high))] is not finite"
            )
        }
        guard low < high else {
            throw TensorError.runtime("torch.histc: max must be larger than min")
        }
        _ = try Shape.count([bins], itemSize: 8)
        let counts = try Tensor.zeros([bins], dtype: .float64)
        counts.elements(Double.self) { p in
            if dtype == .float32 {
                Self.countBins(values.map { Float($0) }, Float(low), Float(high), bins, p)
            } else {
                Self.countBins(values, low, high, bins, p)
            }
        }
        return try counts.converted(to: dtype)
    }

    /// Counts each value in its bin, with the roundings of the tensor's own type.
    private static func countBins<T: BinaryFloatingPoint>(
        _ values: [T], _ low: T, _ high: T, _ bins: Int, _ counts: UnsafeMutablePointer<Double>
    ) {
        for value in values where value >= low && value <= high {
            // Near the type's limits the differences overflow, to infinity or to NaN.
            let place = (value - low) * T(bins) / (high - low)
            counts[place < T(bins) ? Int(place) : bins - 1] += 1
        }
    }

    /// How often each number from 0 on occurs (or the sum of its `weights`).
    public func bincount(weights: Tensor? = nil, minlength: Int = 0) throws -> Tensor {
        guard !dtype.isFloatingPoint, dtype != .bool else {
            throw Elementwise.unsupported("bincount_cpu", dtype)
        }
        guard dim == 1 else {
            throw TensorError.runtime("bincount only supports 1-d non-negative integral inputs.")
        }
        guard minlength >= 0 else { throw TensorError.runtime("minlength should be >= 0") }
        let values = try array(Int.self)
        guard values.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("bincount only supports 1-d non-negative integral inputs.")
        }
        let size = Swift.max(minlength, (values.max() ?? -1) &+ 1)
        if let weights {
            guard weights.dim == 1 && weights.count == count else {
                throw TensorError.runtime("weights should be 1-d and have the same length as input")
            }
            let terms = try weights.array(Double.self)
            let sums = try Tensor.zeros([size], dtype: .float64)
            sums.elements(Double.self) { p in
                for (value, term) in zip(values, terms) { p[value] += term }
            }
            return weights.dtype == .float32 ? try sums.converted(to: .float32) : sums
        }
        let counts = try Tensor.zeros([size], dtype: .int64)
        counts.elements(Int.self) { p in for value in values { p[value] += 1 } }
        return counts
    }
}
