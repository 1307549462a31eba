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
        guard dim == 2 else { throw TensorError.runtime("self must be a matrix") }
        guard other.dim == 2 else { throw TensorError.runtime("mat2 must be a matrix") }
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
                "expected m1 and m2 to have the same dtype, but got: \(dtype.cppName) != "
                    + "\(other.dtype.cppName)")
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
    var cppName: String {
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
