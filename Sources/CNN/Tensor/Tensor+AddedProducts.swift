// Products that are added to another tensor.

extension Tensor {
    /// What must hold before this matrix is multiplied with a vector and added to one with so many dimensions and elements.
    func checkVectorProduct(
        _ dims: Int, _ size: Int, _ type: DType, _ vector: Tensor
    ) throws {
        guard dim == 2, vector.dim == 1, dims <= 1 else {
            throw TensorError.runtime(
                "vector + matrix @ vector expected, got \(dims), \(dim), \(vector.dim)")
        }
        guard shape[1] == vector.shape[0], dims == 0 || size == shape[0] || size == 1 else {
            if dims == 0 {
                throw TensorError.index("Dimension specified as 0 but tensor has no dimensions")
            }
            throw TensorError.runtime(
                "size mismatch, got input (\(size)), mat (\(Shape.times(shape))), vec "
                    + "(\(vector.shape[0]))")
        }
        guard dtype == vector.dtype, dtype == type else {
            throw TensorError.runtime(
                "addmv input tensors must have the same dtype, but got \(type.scalarTypeName), "
                    + "\(dtype.scalarTypeName), and \(vector.dtype.scalarTypeName)")
        }
        guard dtype != .bool else { throw Elementwise.unsupported("addmv_impl_cpu", dtype) }
    }

    /// beta · self + alpha · matrix·vector, where self broadcasts to the product's shape.
    public func addmv(
        _ matrix: Tensor, _ vector: Tensor, beta: Scalar = 1, alpha: Scalar = 1
    ) throws -> Tensor {
        try matrix.checkVectorProduct(dim, shape.first ?? 1, dtype, vector)
        return try added("AddmvBackward0", matrix, vector, [matrix.shape[0]], beta, alpha) {
            try $0.mv($1)
        }
    }

    /// beta · self + alpha · a·b over a batch, where self broadcasts to the product's shape.
    public func baddbmm(
        _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
    ) throws -> Tensor {
        let target = [try a.size(at: 0), try a.size(at: 1), try b.size(at: 2)]
        _ = try expand(target)
        guard a.dtype == dtype else {
            throw TensorError.runtime(
                "Input dtypes must be the same, got: input \(dtype.longName), batch1: "
                    + "\(a.dtype.longName), batch2: \(b.dtype.longName)")
        }
        if a.dim != 3 || b.dim != 3 || a.shape[2] != b.shape[1] { return try a.bmm(b) }
        guard dtype != .bool else { throw Elementwise.unsupported("baddbmm", dtype) }
        guard b.dtype == dtype else {
            throw TensorError.runtime(
                "expected scalar type \(dtype.scalarTypeName) but found \(b.dtype.scalarTypeName)")
        }
        return try added("BaddbmmBackward0", a, b, target, beta, alpha) { try $0.bmm($1) }
    }

    /// beta · self + alpha · the sum of the products a·b of a batch, where self broadcasts to (n, m).
    public func addbmm(
        _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
    ) throws -> Tensor {
        let target = [try a.size(at: 1), try b.size(at: 2)]
        let start = try expand(target)
        guard a.dim == 3 else { throw TensorError.runtime("batch1 must be a 3D tensor") }
        guard b.dim == 3 else { throw TensorError.runtime("batch2 must be a 3D tensor") }
        guard a.shape[0] == b.shape[0] else {
            throw TensorError.runtime(
                "batch1 and batch2 must have same number of batches, got \(a.shape[0]) and "
                    + "\(b.shape[0])")
        }
        guard a.shape[2] == b.shape[1] else {
            throw TensorError.runtime(
                "Incompatible matrix sizes for bmm (\(Shape.times(Array(a.shape[1...]))) and "
                    + "\(Shape.times(Array(b.shape[1...]))))")
        }
        if a.shape[0] == 0 { return try beta == .int(1) ? start.clone() : start.mul(beta) }
        try a.checkAddedTypes(dtype, b)
        guard dtype != .bool else { throw Elementwise.unsupported("addmm_impl_cpu_", dtype) }
        return try added("AddbmmBackward0", a, b, target, beta, alpha) { try $0.bmm($1).sum([0]) }
    }

    /// beta · self + alpha · the outer product of two vectors, where self broadcasts to (n, m).
    public func addr(
        _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
    ) throws -> Tensor {
        for (name, vector) in [("vec1", a), ("vec2", b)] where vector.dim != 1 {
            throw TensorError.runtime(
                "addr: Expected 1-D argument \(name), but got \(vector.dim)-D")
        }
        let type = dtype.promoted(with: a.dtype.promoted(with: b.dtype))
        for (name, factor) in [("beta", beta), ("alpha", alpha)] {
            if case .double = factor, !type.isFloatingPoint {
                throw TensorError.runtime(
                    "For integral input tensors, argument \(name) must not be a floating point number."
                )
            }
        }
        let result = try to(type).added(
            "AddrBackward0", a.to(type), b.to(type), [a.shape[0], b.shape[0]], beta, alpha
        ) { try $0.outer($1) }
        return try result.to(type)
    }

    /// beta · self + alpha · product(a, b), self being spread to the shape of the product; a beta of zero forgets self,
    /// its NaN and infinities included.
    private func added(
        _ name: String, _ a: Tensor, _ b: Tensor, _ target: [Int], _ beta: Scalar, _ alpha: Scalar,
        product: @escaping (Tensor, Tensor) throws -> Tensor
    ) throws -> Tensor {
        let start = try expand(target)
        let (beta, alpha) = (beta.fitted(to: dtype), alpha.fitted(to: dtype))
        return try composite(name, [self, a, b]) {
            let made = try product($0[1] ?? a, $0[2] ?? b).mul(alpha)
            let start = try $0[0].map { try $0.expand(target) } ?? start
            guard beta.doubleValue == 0 else { return try start.mul(beta).add(made) }
            let all = try Tensor.full([], .bool(true), dtype: .bool)
            return try start.maskedFill(all, 0).add(made)
        }
    }

    /// What must hold of the types before this matrix is multiplied with another and added to a tensor of type `type`.
    func checkAddedTypes(_ type: DType, _ other: Tensor) throws {
        guard type == other.dtype else {
            throw TensorError.runtime(
                "self and mat2 must have the same dtype, but got \(type.scalarTypeName) and "
                    + "\(other.dtype.scalarTypeName)")
        }
        guard dtype == other.dtype else {
            throw TensorError.runtime(
                "mat1 and mat2 must have the same dtype, but got \(dtype.scalarTypeName) and "
                    + "\(other.dtype.scalarTypeName)")
        }
    }

    /// The size of dimension `d`, asked for without knowing that there is one.
    private func size(at d: Int) throws -> Int {
        guard dim > 0 else {
            throw TensorError.index("Dimension specified as \(d) but tensor has no dimensions")
        }
        return shape[try Shape.dimension(d, of: dim)]
    }
}

extension Scalar {
    /// As a factor of tensors of this type: integers take its whole part.
    func fitted(to type: DType) -> Scalar {
        type.isFloatingPoint || type == .bool ? self : .int(intValue)
    }
}
