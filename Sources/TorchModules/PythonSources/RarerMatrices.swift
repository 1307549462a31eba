extension PythonSources {
    /// Windows of signals.
    static let rarerWindows = #"""
        import math

        import torch
        from _cnnlab import composite, overwrite
        from torch.nn import functional as F

        builtin_range = range


        def _bessel(x):
            if abs(x) > 720:
                return math.inf  # The sum is beyond float64, and would take as many terms as x is large.
            total, term, k = 1.0, 1.0, 1
            quarter = x * x / 4
            while term > total * 1e-17:
                term *= quarter / (k * k)
                total += term
                k += 1
            return total


        def _window(count, periodic, formula, dtype, requires_grad):
            dtype = dtype or torch.get_default_dtype()
            if count < 0:
                raise RuntimeError(f"Window length must be non-negative but got {count}")
            if count == 1:
                return torch.ones(1, dtype=dtype)
            torch.empty(count, dtype=dtype)  # What does not fit into memory is refused at once.
            n = count + 1 if periodic else count
            values = [formula(k, n - 1) for k in builtin_range(n)][:count]
            return torch.tensor(values, dtype=torch.float64).to(dtype).requires_grad_(requires_grad)


        def hann_window(
            window_length, periodic=True, *, dtype=None, layout=None, device=None,
            requires_grad=False
        ):
            def formula(k, n):
                return 0.5 - 0.5 * math.cos(2 * math.pi * k / n)

            return _window(window_length, periodic, formula, dtype, requires_grad)


        def hamming_window(
            window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None, layout=None,
            device=None, requires_grad=False
        ):
            def formula(k, n):
                return alpha - beta * math.cos(2 * math.pi * k / n)

            return _window(window_length, periodic, formula, dtype, requires_grad)


        def bartlett_window(
            window_length, periodic=True, *, dtype=None, layout=None, device=None,
            requires_grad=False
        ):
            def formula(k, n):
                return 1 - abs(2 * k / n - 1)

            return _window(window_length, periodic, formula, dtype, requires_grad)


        def blackman_window(
            window_length, periodic=True, *, dtype=None, layout=None, device=None,
            requires_grad=False
        ):
            def formula(k, n):
                turn = 2 * math.pi * k / n
                return max(0.42 - 0.5 * math.cos(turn) + 0.08 * math.cos(2 * turn), 0.0)

            return _window(window_length, periodic, formula, dtype, requires_grad)


        def kaiser_window(
            window_length, periodic=True, beta=12.0, *, dtype=None, layout=None, device=None,
            requires_grad=False
        ):
            def formula(k, n):
                place = 2 * k / n - 1
                return _bessel(beta * math.sqrt(max(1 - place * place, 0))) / _bessel(beta)

            return _window(window_length, periodic, formula, dtype, requires_grad)
        """#

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
            torch.empty(*x.shape, count)  # What does not fit into memory is refused at once.
            return torch.stack([x**k if k else torch.ones_like(x) for k in builtin_range(count)], -1)


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
