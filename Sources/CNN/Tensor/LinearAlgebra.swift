// Determinants, inverses and systems of equations of small matrices: elimination with row exchanges, in double precision, one
// matrix of a batch at a time. Gradients are written with recorded operations.

/// A square matrix brought to triangular form: P·A = L·U, L below and U from the diagonal on.
private struct Elimination {
    let n: Int
    var values: [Double]
    var rows: [Int]
    var sign = 1.0
    /// The first column without a pivot, from 1 on.
    var singular: Int?

    init(_ matrix: [Double], _ n: Int) {
        self.n = n
        values = matrix
        rows = Array(0..<n)
        for k in 0..<n {
            var pivot = k
            for i in k..<n where abs(values[i * n + k]) > abs(values[pivot * n + k]) { pivot = i }
            if values[pivot * n + k] == 0 || values[pivot * n + k].isNaN {
                if singular == nil { singular = k + 1 }
                continue
            }
            if pivot != k {
                for j in 0..<n { values.swapAt(k * n + j, pivot * n + j) }
                rows.swapAt(k, pivot)
                sign = -sign
            }
            for i in (k + 1)..<max(n, k + 1) {
                let factor = values[i * n + k] / values[k * n + k]
                values[i * n + k] = factor
                for j in (k + 1)..<n { values[i * n + j] -= factor * values[k * n + j] }
            }
        }
    }

    var determinant: Double { (0..<n).reduce(sign) { $0 * values[$1 * n + $1] } }

    /// The columns x of A·x = b.
    func solve(_ b: [Double], _ columns: Int) -> [Double] {
        var x = [Double](repeating: 0, count: n * columns)
        for c in 0..<columns {
            for i in 0..<n {
                var sum = b[rows[i] * columns + c]
                for j in 0..<i { sum -= values[i * n + j] * x[j * columns + c] }
                x[i * columns + c] = sum
            }
            for i in stride(from: n - 1, through: 0, by: -1) {
                var sum = x[i * columns + c]
                for j in (i + 1)..<max(n, i + 1) { sum -= values[i * n + j] * x[j * columns + c] }
                x[i * columns + c] = sum / values[i * n + i]
            }
        }
        return x
    }
}

extension Tensor {
    private func checkSquare(_ name: String) throws {
        guard dim >= 2 else {
            throw TensorError.runtime(
                "\(name): The input tensor A must have at least 2 dimensions.")
        }
        guard shape[dim - 1] == shape[dim - 2] else {
            throw TensorError.runtime(
                "\(name): A must be batches of square matrices, but they are \(shape[dim - 2]) by "
                    + "\(shape[dim - 1]) matrices")
        }
        guard dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "\(name): Expected a floating point or complex tensor as input. Got "
                    + dtype.scalarTypeName)
        }
    }

    /// The matrices of a batch, brought to triangular form.
    private func eliminated() throws -> [Elimination] {
        let n = shape[dim - 1]
        let all = try array(Double.self)
        let batch = n == 0 ? 0 : all.count / (n * n)
        return (0..<batch).map { Elimination(Array(all[($0 * n * n)..<(($0 + 1) * n * n)]), n) }
    }

    private var transposedMatrices: Tensor { get throws { try transpose(dim - 2, dim - 1) } }

    /// The determinant of each matrix.
    public func det() throws -> Tensor {
        try checkSquare("linalg.det")
        let values = try eliminated().map(\.determinant)
        let result = try Tensor(values.isEmpty ? [1] : values, Array(shape.dropLast(2))).to(dtype)
        return result.recordSavingResult("LinalgDetBackward0", [self], saving: [self]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let scale = try gradient.mul(node.saved(1)).unsqueeze(-1).unsqueeze(-1)
            return [try scale.mul(node.saved(0).inverse().transposedMatrices)]
        }
    }

    /// The sign and the logarithm of the absolute value of each matrix's determinant.
    public func slogdet(
        _ name: String = "linalg.slogdet"
    ) throws -> (sign: Tensor, logarithm: Tensor) {
        try checkSquare(name)
        let values = try eliminated().map(\.determinant)
        let batch = Array(shape.dropLast(2))
        let determinants = try Tensor(values.isEmpty ? [1] : values, batch)
        let sign = try determinants.sign().to(dtype)
        let logarithm = try determinants.abs().log().to(dtype)
        logarithm.record("LinalgSlogdetBackward0", [self], saving: [self]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [
                try gradient.unsqueeze(-1).unsqueeze(-1)
                    .mul(node.saved(0).inverse().transposedMatrices)
            ]
        }
        return (sign, logarithm)
    }

    /// The inverse of each matrix.
    public func inverse(_ name: String = "linalg.inv") throws -> Tensor {
        try checkSquare(name)
        let n = shape[dim - 1]
        var values: [Double] = []
        let one = (0..<n * n).map { $0 / Swift.max(n, 1) == $0 % Swift.max(n, 1) ? 1.0 : 0.0 }
        for (index, matrix) in try eliminated().enumerated() {
            try checkRegular(name, matrix, index)
            values += matrix.solve(one, n)
        }
        let result = try Tensor(values, shape).to(dtype).columnMajor()
        return result.recordSavingResult("LinalgInvExBackward0", [self]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let turned = try node.saved(0).transposedMatrices
            return [try turned.matmul(gradient).matmul(turned).neg()]
        }
    }

    private func checkRegular(_ name: String, _ matrix: Elimination, _ index: Int) throws {
        guard let column = matrix.singular else { return }
        let place = dim > 2 ? "(Batch element \(index)): " : ""
        let what =
            name == "linalg.inv"
            ? "The diagonal element \(column) is zero, the inversion could not be completed because "
                + "the input matrix is singular."
            : "The solver failed because the input matrix is singular."
        throw TensorError.linearAlgebra("\(name): \(place)\(what)")
    }

    /// LAPACK's results have their matrices column by column.
    private func columnMajor() throws -> Tensor {
        let result = try transposedMatrices.copied().transposedMatrices
        result.view = nil
        return result
    }

    /// The solutions x of self·x = b.
    public func solve(_ b: Tensor) throws -> Tensor {
        try checkSquare("linalg.solve")
        guard b.dtype == dtype else {
            throw TensorError.runtime(
                "linalg.solve: Expected A and B to have the same dtype, but found A of type "
                    + "\(dtype.scalarTypeName) and B of type \(b.dtype.scalarTypeName) instead")
        }
        let isVector = b.dim == 1 || b.dim == dim - 1 && b.shape == Array(shape.dropLast())
        let right = isVector ? try b.unsqueeze(-1) : b
        let n = shape[dim - 1]
        guard right.dim >= 2, right.shape[right.dim - 2] == n else {
            throw TensorError.runtime(
                "linalg.solve: Incompatible shapes of A and B for the equation AX = B "
                    + "(\(Shape.times(Array(shape.suffix(2)))) and "
                    + "\(Shape.times(Array(right.shape.suffix(2)))))")
        }
        let batch = try Shape.broadcast(Array(shape.dropLast(2)), Array(right.shape.dropLast(2)))
        let columns = right.shape[right.dim - 1]
        let values = try right.expand(batch + [n, columns]).array(Double.self)
        var solved: [Double] = []
        for (index, matrix) in try expand(batch + [n, n]).eliminated().enumerated() {
            try checkRegular("torch.linalg.solve", matrix, index)
            let part = values[(index * n * columns)..<((index + 1) * n * columns)]
            solved += matrix.solve(Array(part), columns)
        }
        let whole = try Tensor(solved, batch + [n, columns]).to(dtype)
        let result =
            isVector
            ? try withoutGradient { try whole.squeeze(-1).copied() } : try whole.columnMajor()
        return result.recordSavingResult("LinalgSolveExBackward0", [self, b], saving: [self]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            let ofRight = try node.saved(0).transposedMatrices.solve(gradient)
            let x = try node.saved(1)
            let ofMatrix =
                try isVector
                ? ofRight.unsqueeze(-1).matmul(x.unsqueeze(-2)).neg()
                : ofRight.matmul(x.transposedMatrices).neg()
            return [node.needs(0) ? ofMatrix : nil, node.needs(1) ? ofRight : nil]
        }
    }

    /// The lower triangle L with L·Lᵀ = self of each symmetric positive matrix.
    public func cholesky() throws -> Tensor {
        try checkSquare("linalg.cholesky")
        let n = shape[dim - 1]
        var values = try array(Double.self)
        for index in 0..<(n == 0 ? 0 : values.count / (n * n)) {
            let start = index * n * n
            for j in 0..<n {
                let diagonal = start + j * n
                var sum: Double = values[diagonal + j]
                for k in 0..<j { sum -= values[diagonal + k] * values[diagonal + k] }
                guard sum > 0 else {
                    let place = dim > 2 ? "(Batch element \(index)): " : ""
                    throw TensorError.linearAlgebra(
                        "linalg.cholesky: \(place)The factorization could not be completed because "
                            + "the input is not positive-definite (the leading minor of order "
                            + "\(j + 1) is not positive-definite).")
                }
                let root = sum.squareRoot()
                values[diagonal + j] = root
                for i in (j + 1)..<Swift.max(n, j + 1) {
                    let row = start + i * n
                    var rest: Double = values[row + j]
                    for k in 0..<j { rest -= values[row + k] * values[start + j * n + k] }
                    values[row + j] = rest / root
                }
                for i in 0..<j { values[start + i * n + j] = 0 }
            }
        }
        let result = try Tensor(values, shape).to(dtype).columnMajor()
        return result.recordSavingResult("LinalgCholeskyExBackward0", [self]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let lower = try node.saved(0)
            let half = try lower.transposedMatrices.matmul(gradient).tril()
            let diagonal = try Tensor.eye(n, dtype: half.dtype).mul(0.5)
            let phi = try half.sub(half.mul(diagonal))
            let left = try lower.transposedMatrices.solve(phi)
            let whole = try lower.transposedMatrices.solve(left.transposedMatrices)
                .transposedMatrices
            return [try whole.add(whole.transposedMatrices).mul(0.5)]
        }
    }

    /// The matrices to a whole power.
    public func matrixPower(_ n: Int) throws -> Tensor {
        if dtype.isFloatingPoint || n < 0 || dim < 2 || shape[dim - 1] != shape[dim - 2] {
            try checkSquare("linalg.matrix_power")
        }
        if n == 0 {
            return try Tensor.eye(shape[dim - 1], dtype: dtype).expand(shape).clone(
                contiguous: true)
        }
        var base = n < 0 ? try inverse() : self
        var rest = n.magnitude
        if rest == 1 { return n < 0 ? base : try base.clone() }
        var result: Tensor?
        while rest > 0 {
            if rest & 1 == 1 { result = try result.map { try $0.matmul(base) } ?? base }
            rest >>= 1
            if rest > 0 { base = try base.matmul(base) }
        }
        return result ?? base
    }

    /// The vector product along `d`.
    public func cross(_ other: Tensor, _ d: Int) throws -> Tensor {
        let plain = try Shape.dimension(d, of: dim)
        guard dim == other.dim else {
            throw TensorError.runtime(
                "linalg.cross: inputs must have the same number of dimensions.")
        }
        guard dtype == other.dtype else {
            throw TensorError.runtime(
                "expected scalar type \(dtype.scalarTypeName) but found "
                    + other.dtype.scalarTypeName)
        }
        guard dim > 0, shape[plain] == 3, other.shape[plain] == 3 else {
            throw TensorError.runtime(
                "linalg.cross: inputs dimension \(d) must have length 3. Got "
                    + "\(dim > 0 ? shape[plain] : 1) and \(dim > 0 ? other.shape[plain] : 1)")
        }
        return try composite("LinalgCrossBackward0", [self, other]) { inputs in
            let (a, b) = (inputs[0] ?? self, inputs[1] ?? other)
            func part(_ x: Tensor, _ i: Int) throws -> Tensor { try x.narrow(plain, i % 3, 1) }
            return try cat(
                (0..<3).map { i in
                    try part(a, i + 1).mul(part(b, i + 2)).sub(part(a, i + 2).mul(part(b, i + 1)))
                }, plain)
        }
    }

    /// Every element times the whole other tensor.
    public func kron(_ other: Tensor) throws -> Tensor {
        let n = Swift.max(dim, other.dim)
        let a = [Int](repeating: 1, count: n - dim) + shape
        let b = [Int](repeating: 1, count: n - other.dim) + other.shape
        let product = try reshape(a.flatMap { [$0, 1] }).mul(other.reshape(b.flatMap { [1, $0] }))
        let sizes = zip(a, b).map { $0 &* $1 }
        return try product.unsafeView(sizes)
    }

    /// The sum of products over these dimensions of this and those of the other.
    public func tensordot(_ other: Tensor, _ own: [Int], _ others: [Int]) throws -> Tensor {
        guard own.count == others.count else {
            throw TensorError.runtime(
                "both dimension lists should have same length")
        }
        guard dim > 0 || own.isEmpty, other.dim > 0 || others.isEmpty else {
            throw TensorError.index(
                "Dimension specified as \((own + others)[0]) but tensor has no dimensions")
        }
        let a = try own.map { try Shape.dimension($0, of: dim) }
        let b = try others.map { try Shape.dimension($0, of: other.dim) }
        for (x, y) in zip(a, b) where dim > x && other.dim > y && shape[x] != other.shape[y] {
            throw TensorError.runtime(
                "contracted dimensions need to match, but first has size \(shape[x]) in dim \(x - dim) and "
                    + "second has size \(other.shape[y]) in dim \(y)")
        }
        let free = (0..<dim).filter { !a.contains($0) }
        let otherFree = (0..<other.dim).filter { !b.contains($0) }
        let inner = a.reduce(1) { $0 * shape[$1] }
        let outer = free.reduce(1) { $0 * shape[$1] }
        let otherOuter = otherFree.reduce(1) { $0 * other.shape[$1] }
        let left = try permute(free + a).reshape([outer, inner])
        let right = try other.permute(b + otherFree).reshape([inner, otherOuter])
        return try left.mm(right)
            .reshape(free.map { shape[$0] } + otherFree.map { other.shape[$0] })
    }
}
