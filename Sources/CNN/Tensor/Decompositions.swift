// Singular values, eigenvalues of symmetric matrices and orthogonal factors, one matrix of a batch at a time, with
// PyTorch's gradients (those of the factors exist where singular values or eigenvalues differ).

extension Tensor {
    private func checkMatrices(_ name: String) throws {
        guard dim >= 2 else {
            throw TensorError.runtime(
                "\(name): The input tensor A must have at least 2 dimensions.")
        }
        guard dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "\(name): Expected a floating point or complex tensor as input. Got "
                    + dtype.scalarTypeName)
        }
        guard count < 1 << 26 else {
            throw TensorError.runtime("\(name): a matrix of \(count) elements is too large here")
        }
    }

    var matrixTransposed: Tensor { get throws { try transpose(dim - 2, dim - 1) } }

    private var batch: [Int] { Array(shape.dropLast(2)) }

    /// Matrices from values that are column by column.
    private static func columns<T: LapackNumber>(
        _ values: [T], _ batch: [Int], _ rows: Int, _ columns: Int
    ) throws -> Tensor {
        let result = try Tensor(values, batch + [columns, rows]).matrixTransposed
        result.view = nil
        return result
    }

    /// The matrices of a batch, each column by column.
    private func matrices<T: LapackNumber>(_ type: T.Type) throws -> [[T]] {
        let size = shape[dim - 2] * shape[dim - 1]
        let all = try withoutGradient { try detach().matrixTransposed.array(T.self) }
        let number = batch.reduce(1, *)
        try MemoryAccount.require(parts: number)
        return (0..<number).map { Array(all[($0 * size)..<(($0 + 1) * size)]) }
    }

    private func place(_ index: Int) -> String { dim > 2 ? "(Batch element \(index)): " : "" }

    // MARK: Singular values

    /// U, S and Vᵀ with self = U · diag(S) · Vᵀ, S from the largest on.
    public func svd(fullMatrices: Bool = true) throws -> (u: Tensor, s: Tensor, vh: Tensor) {
        try checkMatrices("linalg.svd")
        return dtype == .float32
            ? try svd(Float.self, fullMatrices) : try svd(Double.self, fullMatrices)
    }

    private func svd<T: LapackNumber>(
        _ type: T.Type, _ full: Bool
    ) throws -> (u: Tensor, s: Tensor, vh: Tensor) {
        let (m, n) = (shape[dim - 2], shape[dim - 1])
        let k = Swift.min(m, n)
        var (u, s, vt): ([T], [T], [T]) = ([], [], [])
        for (index, matrix) in try matrices(type).enumerated() {
            if k == 0 {
                if full { (u, vt) = (u + Self.identity(m), vt + Self.identity(n)) }
                continue
            }
            guard matrix.allSatisfy({ $0.isFinite }) else {
                throw TensorError.linearAlgebra(
                    "linalg.svd: \(place(index))The algorithm failed to converge because the input "
                        + "matrix contained non-finite values.")
            }
            guard let parts = Lapack.svd(matrix, m, n, full: full) else {
                throw TensorError.linearAlgebra(
                    "linalg.svd: \(place(index))The algorithm failed to converge because the input "
                        + "matrix is ill-conditioned or has too many repeated singular values "
                        + "(error code: 1).")
            }
            (u, s, vt) = (u + parts.u, s + parts.s, vt + parts.vt)
        }
        let left = try Tensor.columns(u, batch, m, full ? m : k)
        let middle = try Tensor(s, batch + [k])
        let right = try Tensor.columns(vt, batch, full ? n : k, n)
        Node.recordSavingResults(
            "LinalgSvdBackward0", [self], outputs: [left, middle, right]
        ) { node, gradients in
            [
                try svdBack(
                    gradients, try node.saved(0).narrow(-1, 0, k), try node.saved(1),
                    try node.saved(2).narrow(-2, 0, k), hasMore: full && m != n)
            ]
        }
        return (left, middle, right)
    }

    private static func identity<T: LapackNumber>(_ n: Int) -> [T] {
        (0..<n * n).map { $0 / n == $0 % n ? 1 : 0 }
    }

    // MARK: Symmetric matrices

    /// The eigenvalues, from the least on, and the eigenvectors as columns; one triangle is read.
    public func eigh(upper: Bool = false) throws -> (values: Tensor, vectors: Tensor) {
        try checkMatrices("linalg.eigh")
        guard shape[dim - 1] == shape[dim - 2] else {
            throw TensorError.runtime(
                "linalg.eigh: A must be batches of square matrices, but they are "
                    + "\(shape[dim - 2]) by \(shape[dim - 1]) matrices")
        }
        return dtype == .float32 ? try eigh(Float.self, upper) : try eigh(Double.self, upper)
    }

    private func eigh<T: LapackNumber>(
        _ type: T.Type, _ upper: Bool
    ) throws -> (values: Tensor, vectors: Tensor) {
        let n = shape[dim - 1]
        var (values, vectors): ([T], [T]) = ([], [])
        for (index, matrix) in try matrices(type).enumerated() where n > 0 {
            let parts =
                matrix.allSatisfy { $0.isFinite }
                ? Lapack.symmetric(matrix, n, upper: upper) : nil
            guard let parts else {
                throw TensorError.linearAlgebra(
                    "linalg.eigh: \(place(index))The algorithm failed to converge because the input "
                        + "matrix is ill-conditioned or has too many repeated eigenvalues "
                        + "(error code: 1).")
            }
            (values, vectors) = (values + parts.values, vectors + parts.vectors)
        }
        let w = try Tensor(values, batch + [n])
        let q = try Tensor.columns(vectors, batch, n, n)
        Node.recordSavingResults("LinalgEighBackward0", [self], outputs: [w, q]) {
            node, gradients in
            let (w, q) = (try node.saved(0), try node.saved(1))
            var inner = try Tensor.zeros(q.shape, dtype: q.dtype)
            if let gq = gradients[1] {
                let gaps = try w.unsqueeze(-2).sub(w.unsqueeze(-1))
                inner = try q.matrixTransposed.matmul(gq).div(gaps.filledDiagonal(.double(1)))
                    .filledDiagonal(0)
            }
            if let gw = gradients[0] { inner = try inner.add(gw.diagEmbed()) }
            return [try q.matmul(inner).matmul(q.matrixTransposed)]
        }
        return (w, q)
    }

    // MARK: Orthogonal factors

    public enum QRMode: String, Sendable {
        case reduced, complete, r
    }

    /// Q with orthogonal columns and R, zero below its diagonal, with self = Q · R.
    public func qr(_ mode: QRMode = .reduced) throws -> (q: Tensor, r: Tensor) {
        try checkMatrices("linalg.qr")
        return dtype == .float32 ? try qr(Float.self, mode) : try qr(Double.self, mode)
    }

    private func qr<T: LapackNumber>(
        _ type: T.Type, _ mode: QRMode
    ) throws -> (q: Tensor, r: Tensor) {
        let (m, n) = (shape[dim - 2], shape[dim - 1])
        let k = Swift.min(m, n)
        let columns = mode == .complete ? m : k
        var (qs, rs): ([T], [T]) = ([], [])
        for matrix in try matrices(type) {
            if k == 0 {
                if mode == .complete { qs += Self.identity(m) }
                rs += [T](repeating: 0, count: columns * n)
                continue
            }
            let parts = Lapack.qr(matrix, m, n, columns: columns)
            qs += parts.q
            for j in 0..<n { rs += parts.r[(j * m)..<(j * m + columns)] }
        }
        let q =
            mode == .r
            ? try Tensor.zeros([0], dtype: dtype) : try Tensor.columns(qs, batch, m, columns)
        let r = try withoutGradient { try Tensor.columns(rs, batch, columns, n).triu() }
        Node.recordSavingResults("LinalgQrBackward0", [self], outputs: [q, r]) {
            node, gradients in
            if mode == .r {
                throw TensorError.runtime(
                    "The derivative of linalg.qr depends on Q, which is not computed when "
                        + "mode='r'. Please use linalg.qr(A, mode='reduced') if you are going to "
                        + "require gradients.")
            }
            if mode == .complete, m > n {
                throw TensorError.runtime(
                    "The QR decomposition is not differentiable when mode='complete' and "
                        + "nrows > ncols.")
            }
            return [try qrBack(gradients[0], gradients[1], node.saved(0), node.saved(1))]
        }
        return (q, r)
    }

    /// A copy with another diagonal.
    fileprivate func filledDiagonal(_ value: Scalar) throws -> Tensor {
        let result = try clone()
        _ = try result.diagonal(offset: 0, -2, -1).fill_(value)
        return result
    }

    fileprivate func diagEmbed() throws -> Tensor {
        let n = shape[dim - 1]
        return try unsqueeze(-1).mul(Tensor.eye(n, dtype: dtype))
    }
}

/// The gradient of a matrix from those of its singular values and vectors.
private func svdBack(
    _ gradients: [Tensor?], _ u: Tensor, _ s: Tensor, _ vh: Tensor, hasMore: Bool
) throws -> Tensor {
    if hasMore, gradients[0] != nil || gradients[2] != nil {
        throw TensorError.runtime(
            "svd_backward: The singular vectors in the input are specified up to multiplication by "
                + "e^{i phi}. full_matrices=True has no gradient of U or Vh for matrices that are "
                + "not square.")
    }
    let (left, right) = (try s.unsqueeze(-2), try s.unsqueeze(-1))
    let gaps = try left.mul(left).sub(right.mul(right)).filledDiagonal(1)
    func skew(_ x: Tensor) throws -> Tensor { try x.sub(x.matrixTransposed) }
    var inner = try Tensor.zeros(gaps.shape, dtype: gaps.dtype)
    if let gs = gradients[1] { inner = try inner.add(gs.diagEmbed()) }
    if let gu = gradients[0] {
        inner = try inner.add(skew(u.matrixTransposed.matmul(gu)).div(gaps).mul(left))
    }
    if let gvh = gradients[2] {
        let part = try skew(vh.matmul(gvh.matrixTransposed)).div(gaps)
        inner = try inner.add(right.mul(part))
    }
    var result = try u.matmul(inner).matmul(vh)
    if let gu = gradients[0], u.shape[u.dim - 2] > s.shape[s.dim - 1] {
        let rest = try gu.sub(u.matmul(u.matrixTransposed.matmul(gu)))
        result = try result.add(rest.div(left).matmul(vh))
    }
    if let gvh = gradients[2], vh.shape[vh.dim - 1] > s.shape[s.dim - 1] {
        let rest = try gvh.sub(gvh.matmul(vh.matrixTransposed).matmul(vh))
        result = try result.add(u.matmul(rest.div(right)))
    }
    return result
}

/// The gradient of a matrix from those of Q and R.
private func qrBack(_ gq: Tensor?, _ gr: Tensor?, _ q: Tensor, _ r: Tensor) throws -> Tensor? {
    if gq == nil && gr == nil { return nil }
    let (k, n) = (r.shape[r.dim - 2], r.shape[r.dim - 1])
    var gq = try gq ?? Tensor.zerosLike(q)
    var gr = try gr ?? Tensor.zerosLike(r)
    guard n > k else { return try tallBack(gq, gr, q, r) }
    // The columns beyond the square ones depend on Q alone.
    let beyond = try r.narrow(-1, k, n - k)
    let gBeyond = try gr.narrow(-1, k, n - k)
    gq = try gq.add(q.matmul(beyond).matmul(gBeyond.matrixTransposed))
    gr = try gr.narrow(-1, 0, k)
    let square = try tallBack(gq, gr, q, try r.narrow(-1, 0, k))
    return try cat([square, try q.matmul(gBeyond)], -1)
}

private func tallBack(_ gq: Tensor, _ gr: Tensor, _ q: Tensor, _ r: Tensor) throws -> Tensor {
    let both = try gr.matmul(r.matrixTransposed).sub(q.matrixTransposed.matmul(gq)).triu()
    let whole = try both.add(both.matrixTransposed)
    let half = try whole.sub(both.diagonal(offset: 0, -2, -1).diagEmbed())
    let left = try gq.add(q.matmul(half))
    return try r.solve(left.matrixTransposed).matrixTransposed
}
