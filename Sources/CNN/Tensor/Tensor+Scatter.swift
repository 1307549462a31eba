import CNNKernels

extension Tensor {
    private func checkIndex(_ name: String, _ index: Tensor, _ d: Int) throws {
        // Nothing is looked at where there is nothing to do.
        if index.count == 0 { return }
        guard index.dtype == .int64 || index.dtype == .int32 else {
            throw TensorError.runtime("\(name)(): Expected dtype int32/int64 for index")
        }
        guard Swift.max(index.dim, 1) == Swift.max(dim, 1) else {
            throw TensorError.runtime(
                "Index tensor must have the same number of dimensions as "
                    + (name == "gather" ? "input" : "self") + " tensor")
        }
    }

    /// out[i][j] = self[index[i][j]][j] for d = 0, and likewise for other dimensions.
    public func gather(_ d: Int, _ index: Tensor) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        try checkIndex("gather", index, d)
        if index.count > 0 {
            for k in 0..<Swift.min(dim, index.dim) where k != d && index.shape[k] > shape[k] {
                throw TensorError.runtime(
                    "Size does not match at dimension \(k) expected index "
                        + "\(Shape.list(index.shape)) to be no larger than self "
                        + "\(Shape.list(shape)) apart from dimension \(d)")
            }
        }
        let result = try Tensor.empty(index.shape, dtype: dtype)
        let bad = try along(d, index, result, self) { step, size, n, shape, strides, operands in
            // Operand order of the kernel: out, index, in.
            ck_gather(dtype.code, step, size, n, shape, strides, operands)
        }
        try checkPlace(bad, d)
        guard isRecorded(self) else { return result }
        let shape = shape
        let watch = VersionWatch(self)
        return result.record("GatherBackward0", [self], saving: [index]) { node, gradients in
            try watch.check(for: node)
            guard let gradient = gradients[0] else { return [nil] }
            return [
                try Tensor.zeros(shape, dtype: gradient.dtype)
                    .scatterAdd(d, node.saved(0), gradient)
            ]
        }
    }

    private func checkPlace(_ bad: Int, _ d: Int) throws {
        guard bad == Int(CK_NO_BAD_INDEX) else {
            throw TensorError.runtime(
                "index \(bad) is out of bounds for dimension \(d) with size "
                    + "\(dim == 0 ? 1 : shape[d])")
        }
    }

    /// Calls a kernel on `index` with `first` and `second`; the one that is this tensor has no stride along `d`.
    private func along(
        _ d: Int, _ index: Tensor, _ first: Tensor, _ second: Tensor,
        _ kernel: (Int64, Int64, Int32, UnsafePointer<Int64>, UnsafePointer<Int64>, ck_operands) ->
            Int64
    ) throws -> Int {
        if index.count == 0 { return Int(CK_NO_BAD_INDEX) }
        let places = try index.converted(to: .int64)
        let n = index.dim
        var sizes = index.shape.map(Int64.init)
        var steps: [Int64] = []
        func add(_ tensor: Tensor) {
            for k in 0..<n {
                let stride = tensor.dim == 0 ? 0 : tensor.strides[k]
                steps.append(tensor === self && k == d ? 0 : Int64(stride))
            }
        }
        add(first)
        add(places)
        add(second)
        if n == 0 {
            sizes = [1]
            steps = [0, 0, 0]
        }
        let step = dim == 0 ? 1 : Int64(strides[d])
        let size = dim == 0 ? 1 : Int64(shape[d])
        return CNN.access(first, places, second) { pf, pi, ps in
            var operands = ck_operands()
            operands.data.0 = pf
            operands.data.1 = pi
            operands.data.2 = ps
            return Int(kernel(step, size, Int32(Swift.max(n, 1)), sizes, steps, operands))
        }
    }

    /// What several values at one place become.
    public enum ScatterMode {
        case set, add, multiply, max, min

        var code: Int32 {
            switch self {
            case .set: Int32(CK_SCATTER_SET)
            case .add: Int32(CK_SCATTER_ADD)
            case .multiply: Int32(CK_SCATTER_MULTIPLY)
            case .max: Int32(CK_SCATTER_MAX)
            case .min: Int32(CK_SCATTER_MIN)
            }
        }
    }

    /// self[index[i][j]][j] = source[i][j] for d = 0, in this tensor's memory; records nothing.
    private func scatterInto(_ d: Int, _ index: Tensor, _ source: Tensor, _ mode: ScatterMode)
        throws
    {
        let bad = try along(d, index, self, source) { step, size, n, shape, strides, operands in
            ck_scatter(mode.code, dtype.code, step, size, n, shape, strides, operands)
        }
        try checkPlace(bad, d)
    }

    private func checkScatter(_ name: String, _ d: Int, _ index: Tensor, _ source: Tensor?) throws {
        try checkIndex(name, index, d)
        if let source, dtype != source.dtype {
            throw TensorError.runtime("\(name)(): Expected self.dtype to be equal to src.dtype")
        }
        if index.count == 0 { return }
        for k in 0..<Swift.min(dim, index.dim) {
            let tooLarge =
                k != d && index.shape[k] > shape[k]
                || source.map { k < $0.dim && index.shape[k] > $0.shape[k] } ?? false
            guard tooLarge else { continue }
            var message =
                "Expected index \(Shape.list(index.shape)) to be no larger than self "
                + "\(Shape.list(shape)) apart from dimension \(d)"
            if let source {
                message += " and to be no larger size than src \(Shape.list(source.shape))"
            }
            throw TensorError.runtime(message)
        }
        if let source, Swift.max(source.dim, 1) != Swift.max(index.dim, 1) {
            throw TensorError.runtime(
                "Index tensor must have the same number of dimensions as src tensor")
        }
    }

    /// A copy with self[index[i][j]][j] = source[i][j] for d = 0, and likewise for other dimensions.
    public func scatter(_ d: Int, _ index: Tensor, _ source: Tensor) throws -> Tensor {
        try clone(contiguous: true).scattered(d, index, source, "scatter", "ScatterBackward0")
            .following(self)
    }
    @discardableResult
    public func scatter_(_ d: Int, _ index: Tensor, _ source: Tensor) throws -> Tensor {
        try scattered(d, index, source, "scatter", "ScatterBackward0")
    }

    private func scattered(
        _ d: Int, _ index: Tensor, _ source: Tensor, _ op: String, _ name: String
    ) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        try checkScatter(op, d, index, source)
        return try inPlace(name, [source], saving: [index]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            let index = try node.saved(0)
            return [
                node.needs(0) ? try gradient.scatter(d, index, .int(0)) : nil,
                node.needs(1) ? try gradient.gather(d, index) : nil,
            ]
        } _: {
            try scatterInto(d, index, source, .set)
        }
    }

    /// A copy with `value` at those places.
    public func scatter(_ d: Int, _ index: Tensor, _ value: Scalar) throws -> Tensor {
        try clone(contiguous: true).scatter_(d, index, value).following(self)
    }
    @discardableResult
    public func scatter_(_ d: Int, _ index: Tensor, _ value: Scalar) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        try checkScatter("scatter", d, index, nil)
        return try inPlace("ScatterBackward1", saving: [index]) { node, gradients in
            [try gradients[0]?.scatter(d, node.saved(0), .int(0))]
        } _: {
            let source = try Tensor.scalar(value, dtype: dtype).expand(index.shape)
            try scatterInto(d, index, source, .set)
        }
    }

    /// A copy with source[i][j] added at those places.
    public func scatterAdd(_ d: Int, _ index: Tensor, _ source: Tensor) throws -> Tensor {
        try clone(contiguous: true).scatterAdd_(d, index, source).following(self)
    }
    @discardableResult
    public func scatterAdd_(_ d: Int, _ index: Tensor, _ source: Tensor) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        try checkScatter("scatter", d, index, source)
        return try inPlace("ScatterAddBackward0", [source], saving: [index]) { node, gradients in
            [gradients[0], node.needs(1) ? try gradients[0]?.gather(d, node.saved(0)) : nil]
        } _: {
            try scatterInto(d, index, source, .add)
        }
    }

    /// Combines source[i][j] with what is at those places; has no gradient.
    @discardableResult
    public func scatterReduce_(
        _ d: Int, _ index: Tensor, _ source: Tensor, _ mode: ScatterMode
    ) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        try checkScatter("scatter", d, index, source)
        if isRecorded(self, source) {
            throw TensorError.notImplemented(
                "scatter_reduce with these arguments has no gradient here")
        }
        return try inPlace("ScatterReduceBackward0") { _, gradients in
            gradients
        } _: {
            try scatterInto(d, index, source, mode)
        }
    }

    /// Adds alpha · source[i] at index[i] along `d`.
    @discardableResult
    public func indexAdd_(
        _ d: Int, _ index: Tensor, _ source: Tensor, alpha: Scalar = 1
    ) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        if dim == 0 {
            guard source.dim == 0 else {
                throw TensorError.runtime(
                    "source tensor shape must match self tensor shape, excluding the specified "
                        + "dimension. Got self.shape = [] source.shape = "
                        + Shape.list(source.shape))
            }
            _ = try unsqueeze(0).indexAdd_(0, index, source.reshape([1]), alpha: alpha)
            return self
        }
        guard index.dim <= 1 else {
            throw TensorError.index(
                "index_add_(): Index is supposed to be a vector, but got dim: \(index.dim) with "
                    + "type: \(index.dtype.scalarTypeName) and size: \(Shape.list(index.shape))")
        }
        guard index.dtype == .int64 || index.dtype == .int32 else {
            throw TensorError.runtime(
                "index_add_(): Expected dtype int32/int64 for index but got: "
                    + index.dtype.scalarTypeName)
        }
        guard dtype == source.dtype else {
            throw TensorError.runtime(
                "index_add_(): self (\(dtype.scalarTypeName)) and source "
                    + "(\(source.dtype.scalarTypeName)) must have the same scalar type")
        }
        guard d == 0 || d < source.dim else {
            throw TensorError.runtime(
                "index_add_(): Indexing dim \(d) is out of bounds of the source tensor with dim "
                    + "\(source.dim)")
        }
        if source.dim > 0, d < source.dim, index.count != source.shape[d] {
            throw TensorError.runtime(
                "index_add_(): Number of indices (\(index.count)) should be equal to "
                    + "source.size(dim): (\(source.shape[d])), for dim: \(d)")
        }
        func others(_ tensor: Tensor) -> [Int] {
            tensor.shape.enumerated().filter { $0.offset != d }.map(\.element)
        }
        guard dim == 0 && source.dim == 0 || dim == source.dim && others(self) == others(source)
        else {
            throw TensorError.runtime(
                "source tensor shape must match self tensor shape, excluding the specified "
                    + "dimension. Got self.shape = \(Shape.list(shape)) source.shape = "
                    + Shape.list(source.shape))
        }
        var sizes = [Int](repeating: 1, count: Swift.max(source.dim, 1))
        sizes[Swift.min(d, sizes.count - 1)] = index.count
        let places = try index.detach().to(.int64).reshape(sizes)
        let scaled = alpha == .int(1) ? source : try source.mul(alpha)
        return try scatterAdd_(d, places.expand(source.shape), scaled)
    }

    /// A row of zeros with a one at each element's place: (…) → (…, classes).
    public func oneHot(_ classes: Int = -1) throws -> Tensor {
        guard dtype == .int64 else {
            throw TensorError.runtime(
                "one_hot is only applicable to index tensor of type LongTensor.")
        }
        let values = try array(Int.self)
        if values.isEmpty && classes <= 0 {
            throw TensorError.runtime("Can not infer total number of classes from empty tensor.")
        }
        guard values.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("Class values must be non-negative.")
        }
        guard classes == -1 || classes > 0 else {
            throw TensorError.runtime("num_classes should be positive")
        }
        let size = classes == -1 ? (values.max() ?? 0) &+ 1 : classes
        guard values.allSatisfy({ $0 < size }) else {
            throw TensorError.runtime("Class values must be smaller than num_classes.")
        }
        let result = try Tensor.zeros(shape + [size], dtype: .int64)
        result.elements(Int.self) { p in
            for (i, value) in values.enumerated() { p[i * size + value] = 1 }
        }
        return result
    }
}
