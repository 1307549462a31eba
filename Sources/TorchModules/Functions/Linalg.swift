import CNN
import Interpreter

/// `torch.linalg` and what torch has of it.
extension Torch {
    /// `torch.linalg`.
    func declareLinalg(_ module: ModuleObject) {
        declareNormFunctions(module)
        define(module, "det", "(A)", "The determinant.") { c in c.wrap(try c.tensor(0).det()) }
        define(module, "inv", "(A)", "The inverse.") { c in c.wrap(try c.tensor(0).inverse()) }
        define(module, "solve", "(A, B, *, left=True)", "X with A X = B.") { c in
            try c.refuse(2, unless: !c[2].isFalse)
            return c.wrap(try c.tensor(0).solve(c.tensor(1)))
        }
        define(module, "cholesky", "(input, *, upper=False)", "L with L Lᵀ = A.") { c in
            let lower = try c.tensor(0).cholesky()
            return c.wrap(try c.bool(1) ? lower.transpose(-2, -1) : lower)
        }
        define(module, "slogdet", "(A)", "The determinant's sign and logarithm.") {
            [unowned self] c in
            let result = try c.tensor(0).slogdet()
            return named(
                "linalg_slogdet", result.sign, result.logarithm, fields: ["sign", "logabsdet"])
        }
        define(module, "matmul", "(input, other)", "The matrix product.") { c in
            c.wrap(try c.tensor(0).matmul(c.tensor(1)))
        }
        define(module, "multi_dot", "(tensors)", "The product of several matrices.") { c in
            c.wrap(try CNN.multiDot(c.tensors(0)))
        }
        define(module, "vecdot", "(x, y, *, dim=-1)", "Inner products.") { c in
            let (x, y) = (try c.tensor(0), try c.tensor(1))
            return c.wrap(try x.mul(y).sum([c.int(2)]))
        }
        define(module, "cross", "(input, other, *, dim=-1)", "The vector product.") { c in
            c.wrap(try c.tensor(0).cross(c.tensor(1), c.int(2)))
        }
        define(module, "matrix_power", "(A, n)", "A whole power.") { c in
            c.wrap(try c.tensor(0).matrixPower(c.int(1)))
        }
        define(module, "diagonal", "(A, *, offset=0, dim1=-2, dim2=-1)", "The diagonal.") { c in
            c.wrap(try c.tensor(0).diagonal(offset: c.int(1), c.int(2), c.int(3)))
        }
        declareDecompositions(linalg: module)
        declareRarer(linalg: module)
        module.set(vm, "LinAlgError", .object(linearAlgebraError))
    }

    private func declareNormFunctions(_ module: ModuleObject) {
        let signature = "(ord=2, dim=None, keepdim=False, *, dtype=None)"
        define(
            module, "vector_norm", "(x, " + signature.dropFirst(), "The norm of vectors."
        ) { c in
            let x = try c.tensor(0)
            let order = c.isNone(1) ? 2 : try c.double(1)
            return c.wrap(
                try x.to(c.optionalDType(4) ?? x.dtype).norm(
                    order, c.optionalInts(2), keepdim: c.bool(3)))
        }
        define(
            module, "norm", "(A, ord=None, dim=None, keepdim=False, *, dtype=None)",
            "The norm of vectors or matrices."
        ) { [unowned self] c in
            let x = try c.tensor(0).to(c.optionalDType(4) ?? c.tensor(0).dtype)
            let dims = try c.optionalInts(2)
            if c.isNone(1) { return c.wrap(try x.norm(2, dims, keepdim: c.bool(3))) }
            if dims?.count == 2 || dims == nil && x.dim == 2 {
                return c.wrap(try matrixNorm(x, c[1], dims ?? [-2, -1], c.bool(3), c))
            }
            return c.wrap(try x.norm(c.double(1), dims, keepdim: c.bool(3)))
        }
        define(
            module, "matrix_norm", "(A, ord='fro', dim=(-2, -1), keepdim=False, *, dtype=None)",
            "The norm of matrices."
        ) { [unowned self] c in
            let x = try c.tensor(0).to(c.optionalDType(4) ?? c.tensor(0).dtype)
            guard x.dim >= 2 else {
                throw TensorError.runtime(
                    "linalg.matrix_norm: The input tensor A must have at least 2 dimensions.")
            }
            return c.wrap(try matrixNorm(x, c[1], c.ints(2), c.bool(3), c))
        }
    }

    /// The Frobenius norm, or the largest (smallest) sum of a row or column.
    func matrixNorm(
        _ x: Tensor, _ order: Value, _ dims: [Int], _ keepdim: Bool, _ c: Call
    ) throws -> Tensor {
        if let text = order.string?.swiftString {
            if text == "fro" { return try x.norm(2, dims, keepdim: keepdim) }
            if text != "nuc" {
                throw TensorError.runtime("linalg.matrix_norm: Order \(text) not supported.")
            }
        }
        let p = scalar(order)?.doubleValue
        guard p == nil || [1, 2, .infinity].contains(p?.magnitude) else {
            throw TensorError.runtime(
                "linalg.matrix_norm: Order \(try vm.str(order)) not supported.")
        }
        let plain = try dims.map { try Shape.dimension($0, of: x.dim) }
        guard plain.count == 2 else {
            throw TensorError.runtime(
                "linalg.matrix_norm: dim must be a 2-tuple. Got "
                    + plain.map(String.init).joined(separator: " "))
        }
        guard plain[0] != plain[1] else {
            throw TensorError.runtime("linalg.matrix_norm: dims must be different.")
        }
        if p == nil || p?.magnitude == 2 {
            let rest = (0..<x.dim).filter { !plain.contains($0) }
            let s = try x.permute(rest + plain).svd(fullMatrices: false).s
            let result =
                p == nil
                ? try s.sum([-1]) : try p == 2 ? s.amax([-1]) : s.amin([-1])
            guard keepdim else { return result }
            return try plain.sorted().reduce(result) { try $0.unsqueeze($1) }
        }
        guard let p else { return x }
        let (summed, compared) = p.isInfinite ? (plain[1], plain[0]) : (plain[0], plain[1])
        let sums = try x.abs().sum([summed], keepdim: true)
        let result =
            p > 0
            ? try sums.amax([compared], keepdim: true)
            : try sums.amin([compared], keepdim: true)
        return keepdim ? result : try result.squeeze(plain)
    }

    /// What torch itself has of it.
    func declareMatrixFunctions(_ module: ModuleObject) {
        both(module, "det", "()", "The determinant.") { c, x in c.wrap(try x.det()) }
        both(module, "inverse", "()", "The inverse.") { c, x in c.wrap(try x.inverse()) }
        both(module, "logdet", "()", "The logarithm of the determinant.") { c, x in
            let result = try x.slogdet("logdet")
            let nan = try Tensor.fullLike(result.logarithm, .double(.nan))
            return c.wrap(try CNN.where(result.sign.lt(0), nan, result.logarithm))
        }
        both(module, "slogdet", "()", "The determinant's sign and logarithm.") {
            [unowned self] c, x in
            let result = try x.slogdet()
            return named("slogdet", result.sign, result.logarithm, fields: ["sign", "logabsdet"])
        }
        both(module, "matrix_power", "(n)", "A whole power.") { c, x in
            c.wrap(try x.matrixPower(c.int(0)))
        }
        both(module, "cholesky", "(upper=False)", "Gone: `torch.linalg.cholesky`.") { _, _ in
            throw TensorError.runtime(
                "This function was deprecated since version 1.9 and is now removed. "
                    + "`torch.cholesky` is deprecated in favor of `torch.linalg.cholesky`.\n"
                    + "L = torch.cholesky(A) should be replaced with:\n"
                    + "L = torch.linalg.cholesky(A)\n"
                    + "U = torch.cholesky(A, upper=True) should be replaced with:\n"
                    + "U = torch.linalg.cholesky(A).mH")
        }
        both(module, "cross", "(other, dim=None)", "The vector product.") { c, x in
            let other = try c.tensor(0)
            let d = try c.optionalInt(1) ?? x.shape.firstIndex(of: 3)
            if c.isNone(1) {
                c.vm.warn(
                    .userWarning,
                    "Using torch.cross without specifying the dim arg is deprecated.\nPlease either "
                        + "pass the dim explicitly or simply use torch.linalg.cross.\nThe default "
                        + "value of dim will change to agree with that of linalg.cross in a future "
                        + "release.")
            }
            guard let d else {
                throw TensorError.runtime("no dimension of size 3 in input")
            }
            return c.wrap(try x.cross(other, d))
        }
        both(module, "kron", "(other)", "Kronecker's product.") { c, x in
            c.wrap(try x.kron(c.tensor(0)))
        }
        both(module, "inner", "(other)", "Inner products of the last dimensions.") { c, x in
            let other = try c.tensor(0)
            if x.dim == 0 || other.dim == 0 { return c.wrap(try x.mul(other)) }
            guard x.dtype == other.dtype else {
                throw TensorError.runtime("both inputs should have same dtype")
            }
            guard x.shape.last == other.shape.last else {
                throw TensorError.runtime(
                    "inner() the last dimension must match on both input tensors but got shapes "
                        + "\(Shape.list(x.shape)) and \(Shape.list(other.shape))")
            }
            return c.wrap(try x.tensordot(other, [-1], [-1]))
        }
        both(module, "vdot", "(other)", "The inner product of two vectors.") { c, x in
            let other = try c.tensor(0)
            _ = try x.dot(other)
            return c.wrap(
                try composite("VdotBackward0", [x, other]) { try ($0[0] ?? x).dot($0[1] ?? other) })
        }
        define(module, "tensordot", "(a, b, dims=2)", "Sums of products over dimensions.") {
            [unowned self] c in
            let (a, b) = (try c.tensor(0), try c.tensor(1))
            guard a.dtype == b.dtype else {
                throw TensorError.runtime("both inputs should have same dtype")
            }
            if let lists = c.elements(c[2]), lists.count == 2,
                let own = c.elements(lists[0])?.compactMap({ c.integer($0) }),
                let others = c.elements(lists[1])?.compactMap({ c.integer($0) })
            {
                return c.wrap(try a.tensordot(b, own, others))
            }
            let n = try c.int(2)
            guard n >= 0 else {
                throw vm.error(
                    .runtimeError, "tensordot expects dims >= 0, but got dims=\(n)")
            }
            guard n <= min(a.dim, b.dim) else {
                throw vm.error(
                    .runtimeError,
                    "tensordot expects dims < ndim_a or ndim_b, but got dims=\(n)")
            }
            return c.wrap(try a.tensordot(b, (0..<n).map { $0 - n }, Array(0..<n)))
        }
        declareAddedProducts(module)
        declareOlderDecompositions(module)
    }

    private func declareAddedProducts(_ module: ModuleObject) {
        for (name, signature) in [
            ("addmv", "(mat, vec, *, beta=1, alpha=1)"),
            ("baddbmm", "(batch1, batch2, *, beta=1, alpha=1)"),
            ("addbmm", "(batch1, batch2, *, beta=1, alpha=1)"),
            ("addr", "(vec1, vec2, *, beta=1, alpha=1)"),
        ] {
            let body: (Call, Tensor) throws -> Tensor = { c, x in
                let (a, b) = (try c.tensor(0), try c.tensor(1))
                let (beta, alpha) = (try c.scalar(2), try c.scalar(3))
                switch name {
                case "addmv": return try x.addmv(a, b, beta: beta, alpha: alpha)
                case "addbmm": return try x.addbmm(a, b, beta: beta, alpha: alpha)
                case "addr": return try x.addr(a, b, beta: beta, alpha: alpha)
                default: return try x.baddbmm(a, b, beta: beta, alpha: alpha)
                }
            }
            both(module, name, signature, "beta · x + alpha · a · b.") { c, x in
                c.wrap(try body(c, x))
            }
            method(name + "_", signature, "In place.") { c, x in
                c.wrap(try x.overwrite_ { try body(c, $0) })
            }
        }
        method("addmm_", "(mat1, mat2, *, beta=1, alpha=1)", "In place.") { c, x in
            c.wrap(
                try x.overwrite_ {
                    try $0.addmm(
                        c.tensor(0), c.tensor(1), beta: c.scalar(2), alpha: c.scalar(3))
                })
        }
    }
}
