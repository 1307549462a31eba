import CNNKernels

extension Tensor {
    /// How a product reads this matrix: as it is, as a transpose, or copied first.
    private func asMatrix() throws -> (tensor: Tensor, leading: Int, transposed: Bool) {
        let (rows, columns) = (shape[0], shape[1])
        if (strides[1] == 1 || columns == 1) && (strides[0] >= columns || rows == 1) {
            return (self, Swift.max(rows == 1 ? columns : strides[0], columns, 1), false)
        }
        if (strides[0] == 1 || rows == 1) && (strides[1] >= rows || columns == 1) {
            return (self, Swift.max(columns == 1 ? rows : strides[1], rows, 1), true)
        }
        return (try copied(), Swift.max(columns, 1), false)
    }

    /// The product of two matrices, (n, k)·(k, m) → (n, m).
    public func mm(_ other: Tensor) throws -> Tensor {
        guard dim == 2 else {
            throw TensorError.runtime("mm: self must be a matrix, got \(dim)-D tensor")
        }
        guard other.dim == 2 else {
            throw TensorError.runtime("mm: mat2 must be a matrix, got \(other.dim)-D tensor")
        }
        guard shape[1] == other.shape[0] else {
            throw TensorError.runtime(
                "mm: mat1 and mat2 shapes cannot be multiplied (\(Shape.times(shape)) and "
                    + "\(Shape.times(other.shape)))")
        }
        try checkProduct(other)
        let result = try product(other)
        guard isRecorded(self, other) else { return result }
        return result.record(
            "MmBackward0", [self, other],
            saving: [other.requiresGrad ? self : nil, requiresGrad ? other : nil]
        ) { node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            return [
                node.needs(0) ? try gradient.mm(node.saved(1).t()) : nil,
                node.needs(1) ? try node.saved(0).t().mm(gradient) : nil,
            ]
        }
    }

    func checkProduct(_ other: Tensor) throws {
        guard dtype == other.dtype else {
            throw TensorError.runtime(
                "expected m1 and m2 to have the same dtype, but got: \(dtype.longName) != "
                    + "\(other.dtype.longName)")
        }
    }

    /// The product of matrices, recorded nowhere.
    package func product(_ other: Tensor) throws -> Tensor {
        let (n, k, m) = (shape[0], shape[1], other.shape[1])
        if !dtype.isFloatingPoint { return try integerProduct(other) }
        let result = try Tensor.empty([n, m], dtype: dtype)
        if k == 0 {
            result.fillContiguous(.int(0))
            return result
        }
        let (x, y) = (try asMatrix(), try other.asMatrix())
        try CNN.access(x.tensor, y.tensor, result) { px, py, to in
            try Gemm.run(
                dtype, n, m, k, Gemm.Matrix(px, leading: x.leading, transposed: x.transposed),
                Gemm.Matrix(py, leading: y.leading, transposed: y.transposed), to, ldc: m)
        }
        return result
    }

    /// Products of integers, which OpenBLAS has not.
    private func integerProduct(_ other: Tensor) throws -> Tensor {
        guard dtype != .bool else {
            throw TensorError.notImplemented("\"addmm_impl_cpu_\" not implemented for 'Bool'")
        }
        let (n, k, m) = (shape[0], shape[1], other.shape[1])
        let (x, y) = (try converted(to: .int64).plain(), try other.converted(to: .int64).plain())
        let result = try Tensor.zeros([n, m], dtype: .int64)
        x.elements(Int.self) { a in
            y.elements(Int.self) { b in
                result.elements(Int.self) { c in
                    for i in 0..<n {
                        for l in 0..<k {
                            for j in 0..<m { c[i * m + j] &+= a[i * k + l] &* b[l * m + j] }
                        }
                    }
                }
            }
        }
        return try result.converted(to: dtype)
    }
}

extension DType {
    /// The C++ type in messages of products.
    package var cppName: String {
        switch self {
        case .float32: "float"
        case .float64: "double"
        case .int64: "long"
        case .int32: "int"
        case .uint8: "unsigned char"
        case .bool: "bool"
        }
    }
}

extension Tensor {
    /// The products of two batches of matrices, (b, n, k)·(b, k, m) → (b, n, m).
    public func bmm(_ other: Tensor) throws -> Tensor {
        guard dim == 3 else { throw TensorError.runtime("batch1 must be a 3D tensor") }
        guard other.dim == 3 else { throw TensorError.runtime("batch2 must be a 3D tensor") }
        guard shape[0] == other.shape[0] && shape[2] == other.shape[1] else {
            throw TensorError.runtime(
                "Expected size for first two dimensions of batch2 tensor to be: [\(shape[0]), "
                    + "\(shape[2])] but got: [\(other.shape[0]), \(other.shape[1])].")
        }
        guard dtype != .bool else { throw Elementwise.unsupported("bmm", dtype) }
        guard dtype == other.dtype else {
            throw TensorError.runtime(
                "expected scalar type \(dtype.scalarTypeName) but found "
                    + other.dtype.scalarTypeName)
        }
        let result = try batchedProduct(other)
        guard isRecorded(self, other) else { return result }
        return result.record(
            "BmmBackward0", [self, other],
            saving: [other.requiresGrad ? self : nil, requiresGrad ? other : nil]
        ) { node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            return [
                node.needs(0) ? try gradient.bmm(node.saved(1).transpose(1, 2)) : nil,
                node.needs(1) ? try node.saved(0).transpose(1, 2).bmm(gradient) : nil,
            ]
        }
    }

    private func batchedProduct(_ other: Tensor) throws -> Tensor {
        let (batch, n, k, m) = (shape[0], shape[1], shape[2], other.shape[2])
        let result = try Tensor.empty([batch, n, m], dtype: dtype)
        if result.count == 0 { return result }
        return try withoutGradient {
            let work = n * m / 64 * k * 64
            if !dtype.isFloatingPoint || k == 0 || batch == 1 || work > 1 << 22 {
                for i in 0..<batch {
                    let product = try select(0, i).product(other.select(0, i))
                    Elementwise.copy(product, to: try result.select(0, i))
                }
                return result
            }
            let (x, y) = (try batchable(), try other.batchable())
            let size = dtype.itemSize
            let (xs, ys) = (x.tensor.strides[0] * size, y.tensor.strides[0] * size)
            let perBlock = Swift.max(1, (1 << 18) / Swift.max(work, 1))
            CNN.access(x.tensor, y.tensor, result) { px, py, to in
                parallel(blocks: (batch + perBlock - 1) / perBlock) { block in
                    for i in block * perBlock..<Swift.min(batch, (block + 1) * perBlock) {
                        Gemm.single(
                            dtype, n, m, k, 1,
                            Gemm.Matrix(px + i * xs, leading: x.leading, transposed: x.transposed),
                            Gemm.Matrix(py + i * ys, leading: y.leading, transposed: y.transposed),
                            0, to + i * n * m * size, m)
                    }
                }
            }
            return result
        }
    }

    /// How a batched product reads these matrices.
    private func batchable() throws -> (tensor: Tensor, leading: Int, transposed: Bool) {
        let (rows, columns) = (shape[1], shape[2])
        if strides[2] == 1 && strides[1] >= columns { return (self, strides[1], false) }
        if strides[1] == 1 && strides[2] >= rows { return (self, strides[2], true) }
        return (try copied(), Swift.max(columns, 1), false)
    }

    /// A matrix times a vector, (n, m)·(m) → (n).
    public func mv(_ other: Tensor) throws -> Tensor {
        guard dim > 0 else {
            throw TensorError.index("Dimension specified as 0 but tensor has no dimensions")
        }
        try checkVectorProduct(1, shape[0], other.dtype, other)
        let result = try withoutGradient { try product(other.unsqueeze(1)).squeeze(1) }
        result.view = nil
        guard isRecorded(self, other) else { return result }
        return result.record("MvBackward0", [self, other], saving: [self, other]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            return [
                node.needs(0) ? try gradient.outer(node.saved(1)) : nil,
                node.needs(1) ? try node.saved(0).t().mv(gradient) : nil,
            ]
        }
    }

    /// The sum of products of two vectors.
    public func dot(_ other: Tensor) throws -> Tensor {
        guard dim == 1 && other.dim == 1 else {
            throw TensorError.runtime(
                "1D tensors expected, but got \(dim)D and \(other.dim)D tensors")
        }
        guard dtype == other.dtype else {
            throw TensorError.runtime(
                "dot : expected both vectors to have same dtype, but found \(dtype.scalarTypeName) "
                    + "and \(other.dtype.scalarTypeName)")
        }
        guard dtype != .bool else { throw Elementwise.unsupported("dot", dtype) }
        guard count == other.count else {
            throw TensorError.runtime(
                "inconsistent tensor size, expected tensor [\(count)] and src [\(other.count)] to "
                    + "have the same number of elements, but got \(count) and \(other.count) "
                    + "elements respectively")
        }
        let result = try withoutGradient { try mul(other).sum().converted(to: dtype) }
        guard isRecorded(self, other) else { return result }
        return result.record("DotBackward0", [self, other], saving: [self, other]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            return [
                node.needs(0) ? try gradient.mul(node.saved(1)) : nil,
                node.needs(1) ? try gradient.mul(node.saved(0)) : nil,
            ]
        }
    }

    /// All products of the elements of two vectors, (n), (m) → (n, m).
    public func outer(_ other: Tensor) throws -> Tensor {
        guard dim == 1 else {
            throw TensorError.runtime("outer: Expected 1-D argument self, but got \(dim)-D")
        }
        guard other.dim == 1 else {
            throw TensorError.runtime("outer: Expected 1-D argument vec2, but got \(other.dim)-D")
        }
        return try unsqueeze(1).mul(other)
    }

    /// beta · self + alpha · a·b, where self broadcasts to the product's shape: (n, k)·(k, m) → (n, m).
    public func addmm(
        _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
    ) throws -> Tensor {
        try a.checkAddedTypes(dtype, b)
        guard a.dim == 2 else {
            throw TensorError.runtime("addmm: self must be a matrix, got \(a.dim)-D tensor")
        }
        guard b.dim == 2 else {
            throw TensorError.runtime("addmm: mat2 must be a matrix, got \(b.dim)-D tensor")
        }
        guard a.shape[1] == b.shape[0] else {
            throw TensorError.runtime(
                "addmm: mat1 and mat2 shapes cannot be multiplied (\(Shape.times(a.shape)) and "
                    + "\(Shape.times(b.shape)))")
        }
        let target = [a.shape[0], b.shape[1]]
        let result = try withoutGradient {
            let start = try expand(target)
            if !dtype.isFloatingPoint || a.shape[1] == 0 {
                return try start.mul(beta.fitted(to: dtype))
                    .add(a.product(b).mul(alpha.fitted(to: dtype)))
            }
            let result = try Tensor.empty(target, dtype: dtype)
            let reads = beta.doubleValue != 0
            if reads { Elementwise.copy(start, to: result) }
            let (x, y) = (try a.asMatrix(), try b.asMatrix())
            try CNN.access(x.tensor, y.tensor, result) { px, py, to in
                try Gemm.run(
                    dtype, target[0], target[1], a.shape[1], alpha: alpha.doubleValue,
                    Gemm.Matrix(px, leading: x.leading, transposed: x.transposed),
                    Gemm.Matrix(py, leading: y.leading, transposed: y.transposed),
                    beta: beta.doubleValue, to, ldc: target[1])
            }
            return result
        }
        guard isRecorded([self, a, b]) else { return result }
        return result.record(
            "AddmmBackward0", [self, a, b],
            saving: [b.requiresGrad ? a : nil, a.requiresGrad ? b : nil]
        ) { node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil, nil] }
            return [
                node.needs(0) ? (beta == .int(1) ? gradient : try gradient.mul(beta)) : nil,
                node.needs(1) ? try gradient.mm(node.saved(1).t()).scaled(alpha) : nil,
                node.needs(2) ? try node.saved(0).t().mm(gradient).scaled(alpha) : nil,
            ]
        }
    }

    private func scaled(_ factor: Scalar) throws -> Tensor {
        factor == .int(1) ? self : try mul(factor)
    }

    /// The matrix product by PyTorch's rules: vectors are rows on the left and columns on the right, dimensions before the last
    /// two broadcast.
    public func matmul(_ other: Tensor) throws -> Tensor {
        guard dim > 0 && other.dim > 0 else {
            throw TensorError.runtime(
                "both arguments to matmul need to be at least 1D, but they are \(dim)D and "
                    + "\(other.dim)D")
        }
        switch (dim, other.dim) {
        case (1, 1): return try dot(other)
        case (2, 1): return try mv(other)
        case (1, 2): return try unsqueeze(0).mm(other).squeezedFromMatmul(0)
        case (2, 2): return try mm(other)
        default: break
        }
        if dim >= 3 && other.dim <= 2 && (isContiguous || dim > 3) {
            // One product of all rows.
            let rows = Array(shape.dropLast())
            let flat = try reshape([-1, shape[dim - 1]])
            if other.dim == 1 { return try flat.mv(other).unsafeView(rows) }
            guard shape[dim - 1] == other.shape[0] else {
                throw TensorError.runtime(
                    "mm: mat1 and mat2 shapes cannot be multiplied "
                        + "(\(Shape.times(flat.shape)) and \(Shape.times(other.shape)))")
            }
            return try flat.mm(other).unsafeView(rows + [other.shape[1]])
        }
        let a = dim == 1 ? try unsqueeze(0) : self
        let b = other.dim == 1 ? try other.unsqueeze(1) : other
        let batch = try Shape.broadcast(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)))
        let x = try a.expand(batch + a.shape.suffix(2)).reshape([-1] + a.shape.suffix(2), batch)
        let y = try b.expand(batch + b.shape.suffix(2)).reshape([-1] + b.shape.suffix(2), batch)
        var shape = batch
        if dim > 1 { shape.append(self.shape[dim - 2]) }
        if other.dim > 1 { shape.append(other.shape[other.dim - 1]) }
        return try x.bmm(y).unsafeView(shape)
    }

    /// `reshape` of a batch that may be empty.
    private func reshape(_ shape: [Int], _ batch: [Int]) throws -> Tensor {
        var shape = shape
        shape[0] = batch.reduce(1, *)
        return try reshape(shape)
    }

    private func squeezedFromMatmul(_ d: Int) throws -> Tensor {
        let result = try withoutGradient { try squeeze(d) }
        result.view = nil
        return result.record("SqueezeBackward4", [self]) { _, gradients in
            [try gradients[0]?.unsqueeze(d)]
        }
    }

    /// A result that nobody else holds, in another shape.
    package func unsafeView(_ shape: [Int]) throws -> Tensor {
        let before = self.shape
        let result = try withoutGradient { try view(shape) }
        result.view = nil
        return result.record("UnsafeViewBackward0", [self]) { _, gradients in
            [try gradients[0]?.reshape(before)]
        }
    }
}
