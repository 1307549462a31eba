import CNN
import Interpreter

/// Decompositions of matrices and what is computed from singular values.
extension Torch {
    func declareDecompositions(linalg module: ModuleObject) {
        define(module, "svd", "(A, full_matrices=True, *, driver=None)", "Singular values.") {
            [unowned self] c in
            let parts = try c.tensor(0).svd(fullMatrices: c.bool(1))
            return named("linalg_svd", [parts.u, parts.s, parts.vh], fields: ["U", "S", "Vh"])
        }
        define(module, "svdvals", "(A, *, driver=None)", "Singular values alone.") { c in
            c.wrap(try c.tensor(0).svd(fullMatrices: false).s)
        }
        define(module, "eigh", "(A, UPLO='L')", "Eigenvalues of symmetric matrices.") {
            [unowned self] c in
            let parts = try eigh(c)
            return named(
                "linalg_eigh", [parts.values, parts.vectors],
                fields: ["eigenvalues", "eigenvectors"])
        }
        define(module, "eigvalsh", "(A, UPLO='L')", "Eigenvalues of symmetric matrices.") {
            [unowned self] c in c.wrap(try eigh(c).values)
        }
        for name in ["eig", "eigvals"] {
            define(module, name, "(A)", "Not here: there are no complex numbers.") {
                [unowned self] _ in
                throw vm.error(
                    .notImplementedError,
                    "torch.linalg.\(name) is not part of CNNLab's torch: its results are complex "
                        + "numbers; torch.linalg.eigh is for symmetric matrices")
            }
        }
        define(module, "qr", "(A, mode='reduced')", "Orthogonal columns and a triangle.") {
            [unowned self] c in
            guard let mode = Tensor.QRMode(rawValue: try c.string(1)) else {
                throw TensorError.runtime(
                    "qr received unrecognized mode '\(try c.string(1))' but expected one of "
                        + "'reduced' (default), 'r', or 'complete'")
            }
            let parts = try c.tensor(0).qr(mode)
            return named("linalg_qr", [parts.q, parts.r], fields: ["Q", "R"])
        }
        declareRanks(module)
        define(module, "lstsq", "(A, B, rcond=None, *, driver=None)", "Least squares.") {
            [unowned self] c in try leastSquares(c.tensor(0), c.tensor(1))
        }
        define(
            module, "solve_triangular",
            "(A, B, *, upper, left=True, unitriangular=False)", "X with A X = B for a triangle."
        ) { c in
            try c.refuse(3, unless: !c[3].isFalse)
            try c.refuse(4, unless: c[4].isFalse)
            let a = try c.tensor(0)
            return c.wrap(try (c.bool(2) ? a.triu() : a.tril()).solve(c.tensor(1)))
        }
    }

    private func eigh(_ c: Call) throws -> (values: Tensor, vectors: Tensor) {
        let part = try c.string(1)
        guard ["L", "U", "l", "u"].contains(part) else {
            throw TensorError.runtime(
                "Expected UPLO argument to be 'L' or 'U', but got \(part)")
        }
        return try c.tensor(0).eigh(upper: part.uppercased() == "U")
    }

    private func declareRanks(_ module: ModuleObject) {
        define(
            module, "matrix_rank",
            "(A, tol=None, hermitian=False, *, atol=None, rtol=None)", "Singular values above 0."
        ) { c in
            let a = try c.tensor(0)
            let s = try a.detach().svd(fullMatrices: false).s
            return c.wrap(
                try s.gt(c.torch.threshold(a, s, c.isNone(1) ? c[3] : c[1], c[4]))
                    .sum([-1]))
        }
        define(
            module, "pinv", "(A, rcond=None, hermitian=False, *, atol=None, rtol=None)",
            "The pseudoinverse."
        ) { c in
            c.wrap(try c.torch.pseudoinverse(c.tensor(0), c[3], c.isNone(1) ? c[4] : c[1]))
        }
        define(module, "cond", "(A, p=None)", "How much errors grow.") { [unowned self] c in
            let a = try c.tensor(0)
            let order = scalar(c[1])?.doubleValue
            if c.isNone(1) || order == 2 || order == -2 {
                let s = try a.svd(fullMatrices: false).s
                let (first, last) = (try s.select(-1, 0), try s.select(-1, -1))
                return c.wrap(order == -2 ? try last.div(first) : try first.div(last))
            }
            return c.wrap(
                try matrixNorm(a, c[1], [-2, -1], false, c)
                    .mul(matrixNorm(a.inverse(), c[1], [-2, -1], false, c)))
        }
    }

    /// The singular value from which on one counts, as a column beside each batch's.
    private func threshold(
        _ a: Tensor, _ s: Tensor, _ absolute: Value, _ relative: Value
    ) throws -> Tensor {
        let largest = try s.detach().amax([-1], keepdim: true)
        let epsilon = a.dtype == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne
        let sides = Double(max(a.shape[a.dim - 1], a.shape[a.dim - 2]))
        let least = scalar(absolute)?.doubleValue ?? 0
        let share = scalar(relative)?.doubleValue ?? (least > 0 ? 0 : epsilon * sides)
        return try largest.mul(.double(share)).clamp(min: .double(least))
    }

    func pseudoinverse(_ a: Tensor, _ absolute: Value, _ relative: Value) throws -> Tensor {
        let parts = try a.svd(fullMatrices: false)
        if parts.s.count == 0 { return try Tensor.zerosLike(a).transpose(-2, -1) }
        let small = try parts.s.detach().le(threshold(a, parts.s, absolute, relative))
        let inverse = try parts.s.reciprocal().maskedFill(small, 0).unsqueeze(-2)
        let result = try parts.vh.transpose(-2, -1).mul(inverse)
            .matmul(parts.u.transpose(-2, -1))
        if a.requiresGrad { result.gradFn?.rename("LinalgPinvBackward0") }
        return result
    }

    private func leastSquares(_ a: Tensor, _ b: Tensor) throws -> Value {
        guard a.dim >= 2 else {
            throw TensorError.runtime("torch.linalg.lstsq: input must have at least 2 dimensions.")
        }
        guard b.dim >= 1 else {
            throw TensorError.runtime("torch.linalg.lstsq: other must have at least 1 dimension.")
        }
        guard a.dtype == b.dtype else {
            throw TensorError.runtime(
                "torch.linalg.lstsq: Expected input and other to have the same dtype, but got "
                    + "input's dtype \(a.dtype.scalarTypeName) and other's dtype "
                    + b.dtype.scalarTypeName)
        }
        let (rows, columns) = (a.shape[a.dim - 2], a.shape[a.dim - 1])
        let right = b.dim == a.dim - 1 ? try b.unsqueeze(-1) : b
        guard right.dim >= 2, right.shape[right.dim - 2] == rows else {
            throw TensorError.runtime(
                "torch.linalg.lstsq: input.size(-2) should match other.size(-2)")
        }
        // Twice the digits: what is lost of single precision by the detour is less than a rounding.
        let wide = try a.to(.float64)
        let s = try wide.detach().svd(fullMatrices: false).s
        let rank = try s.gt(threshold(a, s, .none, .none)).sum([-1])
        let found = try pseudoinverse(wide, .none, .none).matmul(right.to(.float64))
        let isFull = try rank.eq(.int(columns)).all().item().boolValue
        let residuals =
            rows > columns && isFull
            ? try wide.matmul(found).sub(right.to(.float64)).square().sum([-2])
            : try Tensor.zeros([0], dtype: a.dtype)
        let solution = b.dim == a.dim - 1 ? try found.squeeze(-1) : found
        return named(
            "linalg_lstsq",
            [
                try solution.to(a.dtype), try residuals.to(a.dtype), rank,
                try Tensor.zeros([0], dtype: a.dtype),
            ], fields: ["solution", "residuals", "rank", "singular_values"])
    }

    /// `torch.svd`, `torch.qr` and `torch.pinverse`, the older names.
    func declareOlderDecompositions(_ module: ModuleObject) {
        both(module, "svd", "(some=True, compute_uv=True)", "Singular values.") {
            [unowned self] c, x in
            let parts = try x.svd(fullMatrices: !c.bool(0))
            let v = try parts.vh.transpose(-2, -1)
            if try c.bool(1) {
                return named("svd", [parts.u, parts.s, v], fields: ["U", "S", "V"])
            }
            let (m, n) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
            let batch = Array(x.shape.dropLast(2))
            return named(
                "svd",
                [
                    try Tensor.zeros(batch + [m, m], dtype: x.dtype), parts.s,
                    try Tensor.zeros(batch + [n, n], dtype: x.dtype),
                ], fields: ["U", "S", "V"])
        }
        both(module, "qr", "(some=True)", "Gone: see torch.linalg.qr.") { c, _ in
            let some = try c.bool(0)
            throw TensorError.runtime(
                """
                This function was deprecated since version 1.9 and is now removed. `torch.qr` is \
                deprecated in favor of `torch.linalg.qr` and the boolean parameter `some` has been \
                replaced with a string parameter `mode`.

                Q, R = torch.qr(A) should be replaced with:
                Q, R = torch.linalg.qr(A, mode='reduced')

                and

                Q, R = torch.qr(A, some=False) should be replaced with:
                Q, R = torch.linalg.qr(A, mode='complete')

                Since `some` was set to \(some ? "True" : "False"), use \
                mode='\(some ? "reduced" : "complete")'.
                """)
        }
        both(module, "pinverse", "(rcond=1e-15)", "The pseudoinverse.") { [unowned self] c, x in
            c.wrap(try pseudoinverse(x, .none, c[0]))
        }
    }
}
