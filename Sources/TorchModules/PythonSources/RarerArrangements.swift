extension PythonSources {
    /// Ranges, slopes, copies with a part replaced, and functions of one number.
    static let rarerArrangements = #"""
        import math
        import warnings

        import torch
        from _cnnlab import composite, overwrite
        from torch.nn import functional as F

        builtin_range = range


        def range(
            start=0, end=None, step=1, *, out=None, dtype=None, layout=None, device=None,
            requires_grad=False
        ):
            """Numbers from start to end, which is included."""
            warnings.warn(
                "torch.range is deprecated and will be removed in a future release because its "
                "behavior is inconsistent with Python's range builtin. Instead, use torch.arange, "
                "which produces values in [start, end).",
                stacklevel=2,
            )
            if end is None:
                raise TypeError('range() missing 1 required positional arguments: "end"')
            if step == 0:
                raise RuntimeError("step must be nonzero")
            if (step > 0) != (end >= start) and end != start:
                raise RuntimeError("upper bound and lower bound inconsistent with step sign")
            count = int((end - start) / step + 1)
            values = torch.arange(count, dtype=torch.float64) * step + start
            return values.to(dtype or torch.get_default_dtype()).requires_grad_(requires_grad)


        def fill(input, value):
            return torch.full_like(input, value) if not isinstance(value, torch.Tensor) else (
                value.expand(input.shape).to(input.dtype).clone()
            )


        def narrow_copy(input, dim, start, length):
            return input.narrow(dim, start, length).clone()


        def chain_matmul(*matrices, out=None):
            if len(matrices) == 0:
                raise RuntimeError("chain_matmul(): Expected one or more matrices")
            for matrix in matrices:
                if matrix.dim() != 2:
                    raise RuntimeError(f"Tensor dimension is {matrix.dim()}, expected 2 instead.")
            if len(matrices) == 1:
                return matrices[0]
            return torch.linalg.multi_dot(matrices)


        def cumulative_trapezoid(y, x=None, *, dx=1, dim=-1):
            """Running sums of the areas under a line of points."""
            size = y.size(dim)
            left, right = y.narrow(dim, 0, size - 1), y.narrow(dim, 1, size - 1)
            if x is None:
                return (dx / 2.0) * (left + right).cumsum(dim)
            if x.dim() == 1:
                shape = [1] * y.dim()
                shape[dim] = -1
                gaps = x.diff().view(shape)
            else:
                gaps = x.diff(dim=dim)
            return ((left + right) * gaps / 2.0).cumsum(dim)


        def gradient(input, *, spacing=1, dim=None, edge_order=1):
            """Slopes by central differences."""
            dims = list(builtin_range(input.dim())) if dim is None else dim
            dims = [dims] if isinstance(dims, int) else list(dims)
            if isinstance(spacing, (list, tuple)):
                steps = list(spacing)
            else:
                steps = [spacing] * len(dims)
            if len(steps) != len(dims):
                raise RuntimeError(
                    f"torch.gradient expected spacing to be unspecified, a scalar or it's spacing and "
                    f"dim arguments to have the same length, but got a spacing argument of length "
                    f"{len(steps)} and a dim argument of length {len(dims)}."
                )
            made = []
            for d, step in zip(dims, steps):
                size = input.size(d)
                if size < edge_order + 1:
                    raise RuntimeError(
                        "torch.gradient expected each dimension size to be at least edge_order+1"
                    )
                if isinstance(step, torch.Tensor):
                    shape = [1] * input.dim()
                    shape[d] = -1
                    places = step.view(shape)
                else:
                    shape = [1] * input.dim()
                    shape[d] = -1
                    places = (torch.arange(size, dtype=input.dtype) * step).view(shape)
                gaps = places.diff(dim=d)
                slopes = input.diff(dim=d) / gaps
                first, last = slopes.narrow(d, 0, 1), slopes.narrow(d, size - 2, 1)
                if edge_order == 2 and size > 2:
                    g1, g2 = gaps.narrow(d, 0, 1), gaps.narrow(d, 1, 1)
                    second = slopes.narrow(d, 1, 1)
                    first = first + (first - second) * g1 / (g1 + g2)
                    h1, h2 = gaps.narrow(d, size - 3, 1), gaps.narrow(d, size - 2, 1)
                    before = slopes.narrow(d, size - 3, 1)
                    last = last + (last - before) * h2 / (h1 + h2)
                if size > 2:
                    before, after = gaps.narrow(d, 0, size - 2), gaps.narrow(d, 1, size - 2)
                    left, right = slopes.narrow(d, 0, size - 2), slopes.narrow(d, 1, size - 2)
                    middle = (left * after + right * before) / (before + after)
                    made.append(torch.cat([first, middle, last], d))
                else:
                    made.append(torch.cat([first, last], d))
            return tuple(made)


        def select_scatter(input, src, dim, index):
            """A copy with one slice replaced."""
            size = input.size(dim)
            if index < -size or index >= size:
                raise IndexError(
                    f"index {index} out of range for dimension {dim} with size {size}"
                )
            wanted = input.select(dim, index).shape
            if src.shape != wanted:
                raise RuntimeError(
                    "expected src to have a size equal to the slice of self. "
                    f"src size = {list(src.shape)}, slice size = {list(wanted)}"
                )

            def put(x, y):
                out = x.clone()
                out.select(dim, index).copy_(y)
                return out

            return composite("SelectScatterBackward0", put, input, src)


        def slice_scatter(input, src, dim=0, start=None, end=None, step=1):
            """A copy with a range of slices replaced."""
            place = [slice(None)] * input.dim()
            place[dim] = slice(start, end, step)
            wanted = input[tuple(place)].shape
            if src.shape != wanted:
                raise RuntimeError(
                    "expected src to have a size equal to the slice of self. "
                    f"src size = {list(src.shape)}, slice size = {list(wanted)}"
                )

            def put(x, y):
                out = x.clone()
                out[tuple(place)] = y
                return out

            return composite("SliceScatterBackward0", put, input, src)


        def diagonal_scatter(input, src, offset=0, dim1=0, dim2=1):
            """A copy with its diagonal replaced."""
            wanted = input.diagonal(offset, dim1, dim2).shape
            if src.shape != wanted:
                raise RuntimeError(
                    "expected src to have a size equal to the slice of self. "
                    f"src size = {list(src.shape)}, slice size = {list(wanted)}"
                )

            def put(x, y):
                out = x.clone()
                out.diagonal(offset, dim1, dim2).copy_(y)
                return out

            return composite("DiagonalScatterBackward0", put, input, src)


        def index_reduce(input, dim, index, source, reduce, *, include_self=True):
            """Combines slices of source into those that the indices name."""
            if reduce not in ("prod", "mean", "amax", "amin"):
                raise RuntimeError(
                    "index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got "
                    f"{reduce}."
                )
            shape = [1] * input.dim()
            shape[dim] = -1
            wide = index.view(shape).expand(source.shape)
            return input.scatter_reduce(dim, wide, source, reduce, include_self=include_self)


        def index_reduce_(input, dim, index, source, reduce, *, include_self=True):
            made = index_reduce(input, dim, index, source, reduce, include_self=include_self)
            return input.copy_(made)


        def mvlgamma(input, p):
            """The logarithm of the multivariate gamma function."""
            if p < 1:
                raise RuntimeError("p has to be greater than or equal to 1")
            kind = input.dtype if input.is_floating_point() else torch.get_default_dtype()
            halves = torch.arange(-p / 2 + 0.5, 0.5, 0.5, dtype=kind)
            total = p * (p - 1) / 4 * math.log(math.pi)
            return (input.unsqueeze(-1) + halves).lgamma().sum(-1) + total

        """#
}
