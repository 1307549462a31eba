import CNNKernels

extension Tensor {
    /// Folds the dimensions `dims` with a kernel; records nothing.
    func reduced(
        _ op: Int, _ name: String, _ dims: [Int], keepdim: Bool, dtype: DType,
        parameter: Double = 0, indices: Tensor? = nil
    ) throws -> Tensor {
        var isReduced = [Bool](repeating: false, count: dim)
        for d in dims { isReduced[d] = true }
        var shape: [Int] = []
        for d in 0..<dim {
            if !isReduced[d] { shape.append(self.shape[d]) } else if keepdim { shape.append(1) }
        }
        let result = try Tensor.empty(shape, dtype: dtype)
        let done = withUnsafeTemporaryAllocation(of: Int64.self, capacity: 2 * Swift.max(dim, 1)) {
            memory in
            let sizes = memory.baseAddress!
            let steps = sizes + Swift.max(dim, 1)
            var kept = 0
            for d in 0..<dim where !isReduced[d] {
                sizes[kept] = Int64(self.shape[d])
                steps[kept] = Int64(strides[d])
                kept += 1
            }
            var next = kept
            for d in 0..<dim where isReduced[d] {
                sizes[next] = Int64(self.shape[d])
                steps[next] = Int64(strides[d])
                next += 1
            }
            return CNN.access(self, result) { from, to in
                let places = indices.map { $0.access { $0.assumingMemoryBound(to: Int64.self) } }
                return ck_reduce(
                    Int32(op), self.dtype.code, parameter, from, to, places, Int32(kept), sizes,
                    steps, Int32(dim - kept), sizes + kept, steps + kept)
            }
        }
        withExtendedLifetime(indices) {}
        guard done else { throw Elementwise.unsupported(name, self.dtype) }
        return result
    }

    /// Plain dimension numbers; `nil` and an empty list stand for all.
    /// - Throws: PyTorch's messages.
    func reductionDims(_ dims: [Int]?) throws -> [Int] {
        guard let dims, !dims.isEmpty else { return Array(0..<dim) }
        var seen = Set<Int>()
        for d in dims {
            let plain = try Shape.dimension(d, of: dim)
            guard seen.insert(plain).inserted else {
                throw TensorError.runtime("dim \(plain) appears multiple times in the list of dims")
            }
        }
        return dim == 0 ? [] : seen.sorted()
    }

    /// A result that needs a gradient cannot be asked for in whole numbers.
    func checkGradient(of dtype: DType) throws {
        guard !dtype.isFloatingPoint, isRecorded(self) else { return }
        throw TensorError.runtime("Autograd not support dtype: \(dtype.scalarTypeName)")
    }

    /// This gradient of a reduction, spread over the reduced dimensions (a view).
    func unreduced(_ shape: [Int], _ dims: [Int], keepdim: Bool) throws -> Tensor {
        var gradient = self
        if !keepdim {
            var sizes = shape
            for d in dims { sizes[d] = 1 }
            gradient = try gradient.reshape(sizes)
        }
        return try gradient.expand(shape)
    }

    /// The sum over `dims` (default: all). Integers and bools are summed in int64.
    public func sum(
        _ dims: [Int]? = nil, keepdim: Bool = false, dtype: DType? = nil
    ) throws -> Tensor {
        if let dtype, dtype != self.dtype {
            try checkGradient(of: dtype)
            return try to(dtype).sum(dims, keepdim: keepdim).to(dtype)
        }
        let all = dims == nil
        let dims = try reductionDims(dims)
        let result = try reduced(
            Int(CK_SUM), "sum", dims, keepdim: keepdim,
            dtype: self.dtype.isFloatingPoint ? self.dtype : .int64)
        guard isRecorded(self) else { return try result.converted(to: dtype ?? result.dtype) }
        let shape = shape
        return result.record(all ? "SumBackward0" : "SumBackward1", [self]) { _, gradients in
            [try gradients[0]?.unreduced(shape, dims, keepdim: keepdim)]
        }
    }

    /// The mean over `dims` (default: all).
    public func mean(
        _ dims: [Int]? = nil, keepdim: Bool = false, dtype: DType? = nil
    ) throws -> Tensor {
        if let dtype, dtype != self.dtype {
            return try to(dtype).mean(dims, keepdim: keepdim, dtype: dtype)
        }
        guard self.dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "mean(): could not infer output dtype. \(dtype == nil ? "Input" : "Optional") dtype "
                    + "must be either a floating point or complex dtype. Got: "
                    + self.dtype.scalarTypeName)
        }
        let all = dims == nil
        let dims = try reductionDims(dims)
        let result = try reduced(
            Int(CK_MEAN), "mean", dims, keepdim: keepdim, dtype: self.dtype)
        guard isRecorded(self) else { return result }
        let shape = shape
        let number = dims.reduce(1) { $0 * shape[$1] }
        return result.record(all ? "MeanBackward0" : "MeanBackward1", [self]) { _, gradients in
            [
                try gradients[0]?.unreduced(shape, dims, keepdim: keepdim)
                    .div(.int(Swift.max(number, 1)))
            ]
        }
    }

    /// Whether a broadcast of `shape` gives this tensor's.
    func canSum(to shape: [Int]) -> Bool {
        guard shape.count <= dim else { return false }
        let extra = dim - shape.count
        return shape.indices.allSatisfy { shape[$0] == self.shape[$0 + extra] || shape[$0] == 1 }
    }

    /// The sum over what a broadcast from `target` has repeated.
    package func sum(toShape target: [Int]) throws -> Tensor {
        if shape == target { return self }
        let extra = dim - target.count
        var dims = Array(0..<extra)
        for d in target.indices where target[d] == 1 && shape[d + extra] != 1 {
            dims.append(d + extra)
        }
        let result = dims.isEmpty ? self : try sum(dims, keepdim: true)
        return result.shape == target ? result : try result.view(target)
    }

    /// As a gradient for something of that shape and type.
    func fitted(to shape: [Int], dtype: DType) throws -> Tensor {
        try (canSum(to: shape) ? sum(toShape: shape) : self).to(dtype)
    }
}
