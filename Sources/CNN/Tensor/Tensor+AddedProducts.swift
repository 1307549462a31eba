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
        return try composite("AddmvBackward0", [self, matrix, vector]) {
            try ($0[0] ?? self).mul(beta).add(
                ($0[1] ?? matrix).mv($0[2] ?? vector).mul(alpha))
        }
    }

    /// beta · self + alpha · a·b over a batch, where self broadcasts to the product's shape.
    public func baddbmm(
        _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
    ) throws -> Tensor {
        func size(_ tensor: Tensor, _ d: Int) throws -> Int {
            guard tensor.dim > 0 else {
                throw TensorError.index(
                    "Dimension specified as \(d) but tensor has no dimensions")
            }
            return tensor.shape[try Shape.dimension(d, of: tensor.dim)]
        }
        let target = [try size(a, 0), try size(a, 1), try size(b, 2)]
        let start = try expand(target)
        guard a.dtype == b.dtype, a.dtype == dtype else {
            throw TensorError.runtime(
                "Input dtypes must be the same, got: input \(dtype.longName), batch1: "
                    + "\(a.dtype.longName), batch2: \(b.dtype.longName)")
        }
        if a.dim != 3 || b.dim != 3 || a.shape[2] != b.shape[1] { return try a.bmm(b) }
        return try composite("BaddbmmBackward0", [self, a, b]) {
            let start = try $0[0].map { try $0.expand(target) } ?? start
            return try start.mul(beta).add(($0[1] ?? a).bmm($0[2] ?? b).mul(alpha))
        }
    }
}
