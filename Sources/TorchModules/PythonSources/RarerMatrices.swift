extension PythonSources {
    /// Functions of matrices.
    static let rarerMatrices = #"""
        import math

        import torch
        from _cnnlab import composite, overwrite, rename
        from torch.nn import functional as F

        builtin_range = range


        def cholesky_solve(B, L, upper=False):
            """X with L Lᵀ X = B."""
            A = L.mT @ L if upper else L @ L.mT
            return torch.linalg.solve(A, B)


        def cholesky_inverse(L, upper=False):
            """The inverse of L Lᵀ."""
            return (L.mT @ L if upper else L @ L.mT).inverse()


        def nuclear_norm(input, dim=(-2, -1), keepdim=False):
            return torch.linalg.matrix_norm(input, "nuc", dim, keepdim)


        def frobenius_norm(input, dim, keepdim=False):
            dims = [dim] if isinstance(dim, int) else list(dim)
            return torch.linalg.vector_norm(input, 2, dims, keepdim)


        def norm_except_dim(v, pow=2, dim=0):
            """The norms of the slices along dim; of the whole for dim=-1."""
            if dim == -1:
                return v.norm(pow)
            if dim not in (0, v.dim() - 1):
                return norm_except_dim(v.transpose(0, dim), pow, 0).transpose(0, dim)
            if dim == 0:
                shape = (v.shape[0],) + (1,) * (v.dim() - 1)
                return v.contiguous().view(v.shape[0], -1).norm(pow, 1).view(shape)
            shape = (1,) * (v.dim() - 1) + (v.shape[-1],)
            return v.contiguous().view(-1, v.shape[-1]).norm(pow, 0).view(shape)


        def _weight_norm(v, g, dim=0):
            if dim in (0, v.dim() - 1):
                return composite(
                    "WeightNormInterfaceBackward0",
                    lambda v, g: v * (g / norm_except_dim(v, 2, dim)),
                    v,
                    g,
                )
            return v * (g / norm_except_dim(v, 2, dim))


        def matrix_exp(input):
            """The matrix exponential, by scaling and squaring a Taylor series."""
            if input.dim() < 2 or input.shape[-1] != input.shape[-2]:
                if input.dim() < 2:
                    raise RuntimeError(
                        "linalg.matrix_exp: The input tensor A must have at least 2 dimensions."
                    )
                raise RuntimeError(
                    "linalg.matrix_exp: A must be batches of square matrices, but they are "
                    f"{input.shape[-2]} by {input.shape[-1]} matrices"
                )
            with torch.no_grad():
                size = float(input.detach().abs().sum(-1).amax()) if input.numel() else 0.0
            halvings = max(0, math.ceil(math.log2(size)) + 3) if size > 0 and math.isfinite(size) else 0

            def exponential(A):
                eye = torch.eye(A.shape[-1], dtype=A.dtype).expand(A.shape)
                A = A / 2.0**halvings
                total = eye + A
                term = A
                for k in builtin_range(2, 14):
                    term = term @ A / k
                    total = total + term
                for _ in builtin_range(halvings):
                    total = total @ total
                return total

            if input.dtype == torch.float32:
                return composite(
                    "LinalgMatrixExpBackward0",
                    lambda A: exponential(A.double()).float(), input
                )
            return composite("LinalgMatrixExpBackward0", exponential, input)


        def _order(A):
            """The order of rows that elimination takes, and the exchanges that lead to it."""
            rows, columns = A.shape
            values = A.detach().double().tolist()
            order = list(builtin_range(rows))
            pivots = []
            for k in builtin_range(min(rows, columns)):
                best = max(builtin_range(k, rows), key=lambda i: abs(values[i][k]))
                pivots.append(best + 1)
                values[k], values[best] = values[best], values[k]
                order[k], order[best] = order[best], order[k]
                if values[k][k] == 0:
                    continue
                for i in builtin_range(k + 1, rows):
                    factor = values[i][k] / values[k][k]
                    for j in builtin_range(k + 1, columns):
                        values[i][j] -= factor * values[k][j]
            return order, pivots


        def _eliminated(A, order):
            """L and U in one matrix, in twice the digits."""
            rest = A.double()[order]
            lines = []
            for k in builtin_range(min(A.shape)):
                top, rest = rest[0], rest[1:]
                lines.append(top)
                if float(top[k]) == 0:
                    continue
                factor = rest[:, k : k + 1] / top[k]
                changed = rest[:, k + 1 :] - factor * top[k + 1 :]
                rest = torch.cat([rest[:, :k], factor, changed], 1)
            return torch.cat([torch.stack(lines), rest]) if lines else rest


        def _factored(A, step):
            """Orders and exchanges of each matrix of a batch, and L and U of all."""
            if A.dim() < 2:
                raise RuntimeError(
                    f"linalg.lu_factor: The input tensor A must have at least 2 dimensions."
                )
            matrices = A.reshape(-1, *A.shape[-2:]).unbind(0)
            found = [_order(matrix) for matrix in matrices]
            orders = [order for order, _ in found]

            def packed(A):
                parts = A.reshape(-1, *A.shape[-2:]).unbind(0)
                made = [_eliminated(part, order) for part, order in zip(parts, orders)]
                return torch.stack(made).to(A.dtype).view(A.shape)

            together = composite(step, packed, A) if matrices else A.clone()
            return orders, [pivots for _, pivots in found], together


        def _check_pivot(pivot):
            if not pivot:
                raise RuntimeError(
                    "linalg.lu_factor: LU without pivoting is not implemented on the CPU"
                )


        def lu(A, *, pivot=True, out=None):
            """P, L and U with A = P L U."""
            _check_pivot(pivot)
            if A.dim() < 2:
                raise RuntimeError(
                    "linalg.lu: Expected tensor with 2 or more dimensions. Got size: "
                    f"{list(A.shape)} instead"
                )
            rows, columns = A.shape[-2:]
            k = min(rows, columns)
            orders, _, packed = _factored(A, "LinalgLuBackward0")
            P = torch.zeros(len(orders), rows, rows, dtype=A.dtype)
            for number, order in enumerate(orders):
                for place, row in enumerate(order):
                    P[number, row, place] = 1
            L = packed[..., :k].tril(-1) + torch.eye(rows, k, dtype=A.dtype)
            U = packed[..., :k, :].triu()
            if A.requires_grad and torch.is_grad_enabled():
                rename(L, "LinalgLuBackward0")
                rename(U, "LinalgLuBackward0")
            return torch.linalg._linalg_lu(P.view(A.shape[:-2] + (rows, rows)), L, U)


        def lu_factor(A, *, pivot=True, out=None):
            """L and U in one matrix, and which rows were exchanged."""
            _check_pivot(pivot)
            _, pivots, packed = _factored(A, "LinalgLuFactorExBackward0")
            k = min(A.shape[-2:])
            pivots = torch.tensor(pivots, dtype=torch.int32).view(A.shape[:-2] + (k,))
            return torch.linalg._linalg_lu_factor(packed, pivots)


        def vander(x, *, N=None):
            """Powers of x, from the lowest."""
            count = x.shape[-1] if N is None else N
            if count <= 1:
                raise RuntimeError("N must be greater than 1.")
            if x.dtype == torch.bool:
                raise NotImplementedError(
                    "linalg.vander supports floating point, complex, and integer tensors, but got Bool"
                )
            x = x if x.is_floating_point() else x.long()
            powers = x.unsqueeze(-1).expand(*x.shape, count - 1).cumprod(-1)
            return torch.cat([torch.ones_like(x).unsqueeze(-1), powers], -1)


        def inv_ex(A, *, check_errors=False, out=None):
            """The inverse, and a number that is 0 if there is one."""
            return torch.linalg.inv(A), torch.zeros(A.shape[:-2], dtype=torch.int32)


        def tensorinv(A, ind=2):
            """The inverse as of tensordot."""
            if ind <= 0:
                raise RuntimeError("Expected a strictly positive integer for 'ind'")
            before, after = A.shape[:ind], A.shape[ind:]
            if math.prod(before) != math.prod(after):
                raise RuntimeError(
                    "Expected self to satisfy the requirement prod(self.shape[ind:]) == "
                    f"prod(self.shape[:ind]), but got {math.prod(after)} != {math.prod(before)}"
                )
            flat = A.reshape(math.prod(before), -1)
            return torch.linalg.inv(flat).reshape(after + before)
        """#
}
