extension PythonSources {
    /// Functions of matrices.
    static let rarerMatrices = #"""
        import math

        import torch
        from _cnnlab import composite, overwrite
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


        def _factored(A):
            """Rows in their new order, and L and U in one matrix: with pivots, in twice the digits."""
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
                    values[i][k] /= values[k][k]
                    factor = values[i][k]
                    for j in builtin_range(k + 1, columns):
                        values[i][j] -= factor * values[k][j]
            return order, pivots, torch.tensor(values, dtype=torch.float64).view(rows, columns)


        def _each_matrix(A):
            return A.reshape(-1, *A.shape[-2:]).unbind(0)


        def lu(A, *, pivot=True, out=None):
            """P, L and U with A = P L U."""
            if A.dim() < 2:
                raise RuntimeError(
                    "linalg.lu: Expected tensor with 2 or more dimensions. Got size: "
                    f"{list(A.shape)} instead"
                )
            rows, columns = A.shape[-2:]
            k = min(rows, columns)
            parts = []
            for matrix in _each_matrix(A):
                order, _, packed = _factored(matrix)
                P = torch.zeros(rows, rows, dtype=A.dtype)
                for place, row in enumerate(order):
                    P[row, place] = 1
                L = packed[:, :k].tril(-1) + torch.eye(rows, k, dtype=torch.float64)
                parts.append((P, L.to(A.dtype), packed[:k].triu().to(A.dtype)))
            batch = A.shape[:-2]
            return torch.linalg._linalg_lu(*(
                torch.stack([part[i] for part in parts]).view(batch + parts[0][i].shape)
                for i in builtin_range(3)
            ))


        def lu_factor(A, *, pivot=True, out=None):
            """L and U in one matrix, and which rows were exchanged."""
            parts = [_factored(matrix) for matrix in _each_matrix(A)]
            batch = A.shape[:-2]
            packed = torch.stack([part[2] for part in parts]).to(A.dtype).view(A.shape)
            pivots = torch.tensor([part[1] for part in parts], dtype=torch.int32)
            return torch.linalg._linalg_lu_factor(packed, pivots.view(batch + (-1,)))


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
