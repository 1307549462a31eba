extension PythonSources {
    /// `torch.nn.functional`: images of another size.
    static let functionalSampling = #"""
        import math
        import warnings

        import torch
        from _cnnlab import composite, in_format
        from torch.nn import functional as F


        def _source(i, size, out, scale, align_corners):
            """The place in the input that output position i reads, for linear and cubic interpolation."""
            if align_corners:
                return i * (size - 1) / (out - 1) if out > 1 else 0.0
            return (i + 0.5) * scale - 0.5


        def _linear_weights(size, out, scale, align_corners):
            table = torch.zeros(out, size, dtype=torch.float64)
            for i in range(out):
                x = max(_source(i, size, out, scale, align_corners), 0.0)
                low = min(int(x), size - 1)
                part = x - low
                table[i, low] += 1 - part
                table[i, min(low + 1, size - 1)] += part
            return table


        def _cubic(x, a=-0.75):
            x = abs(x)
            if x <= 1:
                return ((a + 2) * x - (a + 3)) * x * x + 1
            if x < 2:
                return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a
            return 0.0


        def _cubic_weights(size, out, scale, align_corners):
            table = torch.zeros(out, size, dtype=torch.float64)
            for i in range(out):
                x = _source(i, size, out, scale, align_corners)
                low = math.floor(x)
                for j in range(low - 1, low + 3):
                    table[i, min(max(j, 0), size - 1)] += _cubic(x - j)
            return table


        def _nearest_rows(size, out, scale, exact):
            shift = 0.5 if exact else 0.0
            return torch.tensor([min(int((i + shift) * scale), size - 1) for i in range(out)])


        def _soft(reach, weight):
            """Weights that take in all pixels that a smaller picture's pixel covers."""

            def weights(size, out, scale, align_corners):
                if align_corners:
                    scale = (size - 1) / (out - 1) if out > 1 else 0.0
                table = torch.zeros(out, size, dtype=torch.float64)
                wide = max(scale, 1.0)
                for i in range(out):
                    center = scale * (i + 0.5)
                    low = max(int(center - reach * wide + 0.5), 0)
                    high = min(int(center + reach * wide + 0.5), size)
                    row = [weight((j - center + 0.5) / wide) for j in range(low, high)]
                    total = sum(row)
                    for j, part in enumerate(row):
                        table[i, low + j] = part / total if total else part
                return table

            return weights


        _soft_weights = _soft(1, lambda x: max(1.0 - abs(x), 0.0))
        _soft_cubic_weights = _soft(2, lambda x: _cubic(x, -0.5))


        def _misfit_text(name, dims, given, is_size, mode):
            """PyTorch's text for sizes or factors that are no numbers."""
            listed = "list of [" + ", ".join(type(value).__name__ for value in given) + "]"
            plain, marked = ("list", "NoneType"), (f"!{listed}!", "!NoneType!")
            if not is_size:
                plain, marked = plain[::-1], marked[::-1]
            corners = mode in ("linear", "bilinear", "bicubic", "trilinear")
            flag, parameter = (", bool", ", bool align_corners") if corners else ("", "")
            scales = {1: ["scales"], 2: ["scales_h", "scales_w"], 3: ["scales_d", "scales_h", "scales_w"]}
            last = ", ".join(f"float {scale} = None" for scale in scales[dims])
            start = f" * (Tensor input, tuple of ints output_size{parameter}, "
            return (
                f"{name}() received an invalid combination of arguments - got (Tensor, {plain[0]}{flag}, "
                f"{plain[1]}), but expected one of:\n{start}tuple of floats scale_factors)\n"
                "      didn't match because some of the arguments have invalid types: (Tensor, "
                f"{marked[0]}{flag}, {marked[1]})\n{start}{last}, *, Tensor out = None)\n"
            )


        def _output_size(input, out, factors, mode, antialias):
            """The sizes that a native of PyTorch reads and checks, before anything is computed."""
            dims = input.dim() - 2
            name = {
                "nearest": f"upsample_nearest{dims}d", "linear": "upsample_linear1d",
                "nearest-exact": f"_upsample_nearest_exact{dims}d", "bilinear": "upsample_bilinear2d",
                "bicubic": "upsample_bicubic2d", "trilinear": "upsample_trilinear3d",
            }[mode]
            if antialias:
                name = f"_upsample_{mode}2d_aa"
            given = out if factors is None else factors
            for place, value in enumerate(given):
                right = type(value) is int or (factors is not None and type(value) in (float, bool))
                if not right and (place == 0 or factors is not None):
                    raise TypeError(_misfit_text(name, dims, given, factors is None, mode))
                if not right:
                    raise TypeError(
                        f"{name}(): argument 'output_size' failed to unpack the object at pos {place + 1} "
                        f'with error "type must be tuple of ints,but got {type(value).__name__}"'
                    )
            if factors is not None:
                out = []
                for n, factor in zip(input.shape[2:], factors):
                    size = n * float(factor)
                    if not abs(size) < 2.0**63:
                        raise RuntimeError("value cannot be converted to type int64_t without overflow")
                    out.append(int(size))
            shown = "DHW"[3 - dims :]
            if min(out) <= 0 or min(input.shape[2:]) == 0:
                sides = [
                    "(" + ", ".join(f"{side}: {n}" for side, n in zip(shown, sizes)) + ")"
                    for sizes in (input.shape[2:], out)
                ]
                join = "and output" if dims == 1 else "output"
                raise RuntimeError(
                    "Input and output sizes should be greater than 0, but got input "
                    f"{sides[0]} {join} {sides[1]}"
                )
            if 0 in input.shape[1:2]:
                raise RuntimeError(
                    f"Non-empty {dims + 2}D data tensor expected but got a tensor with sizes "
                    f"{list(input.shape)}"
                )
            if not input.is_floating_point() and input.dtype != torch.uint8:
                last = "_channels_last" if dims > 1 else ""
                if mode in ("bicubic", "linear") or (mode == "nearest" and dims == 1):
                    kernel = "cubic" if mode == "bicubic" else mode
                    name, last = f"compute_indices_weights_{kernel}", ""
                kind = {torch.int64: "Long", torch.int32: "Int", torch.bool: "Bool"}[input.dtype]
                raise NotImplementedError(f'"{name}{last}" not implemented for \'{kind}\'')
            # What does not fit into memory is refused at once.
            torch.empty(*input.shape[:2], *out, dtype=input.dtype)
            return out


        _NAMES = {
            "nearest": "UpsampleNearest{}DBackward0",
            "nearest-exact": "UpsampleNearestExact{}DBackward0",
            "linear": "UpsampleLinear1DBackward0",
            "bilinear": "UpsampleBilinear2DBackward0",
            "bicubic": "UpsampleBicubic2DBackward0",
            "trilinear": "UpsampleTrilinear3DBackward0",
        }


        def interpolate(
            input, size=None, scale_factor=None, mode="nearest", align_corners=None,
            recompute_scale_factor=None, antialias=False
        ):
            """Images of another size: nearest, linear, bilinear, bicubic, area."""
            if mode in ("nearest", "area", "nearest-exact"):
                if align_corners is not None:
                    raise ValueError(
                        "align_corners option can only be set with the interpolating modes: linear | "
                        "bilinear | bicubic | trilinear"
                    )
            elif align_corners is None:
                align_corners = False
            dims = input.dim() - 2
            if size is not None and scale_factor is not None:
                raise ValueError("only one of size or scale_factor should be defined")
            factors = None
            if size is not None:
                if isinstance(size, (list, tuple)):
                    if len(size) != dims:
                        raise ValueError(
                            "Input and output must have the same number of spatial dimensions, but got "
                            f"input with spatial dimensions of {list(input.shape[2:])} and output size "
                            f"of {size}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and "
                            "output size in (o1, o2, ...,oK) format."
                        )
                    if not all(isinstance(n, int) for n in size):
                        raise TypeError(
                            "expected size to be one of int or Tuple[int] or Tuple[int, int] or Tuple["
                            f"int, int, int], but got size with types {[type(n) for n in size]}"
                        )
                    out = list(size)
                else:
                    out = [size] * dims
            elif scale_factor is not None:
                if isinstance(scale_factor, (list, tuple)):
                    if len(scale_factor) != dims:
                        raise ValueError(
                            "Input and scale_factor must have the same number of spatial dimensions, but "
                            f"got input with spatial dimensions of {list(input.shape[2:])} and "
                            f"scale_factor of shape {scale_factor}. Please provide input tensor in "
                            "(N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format."
                        )
                    factors = list(scale_factor)
                else:
                    factors = [scale_factor] * dims
                out = None
            else:
                raise ValueError("either size or scale_factor should be defined")
            if recompute_scale_factor and size is not None:
                raise ValueError("recompute_scale_factor is not meaningful with an explicit size.")
            if factors is not None and (recompute_scale_factor or mode == "area"):
                out = [math.floor(float(n) * f) for n, f in zip(input.shape[2:], factors)]
                factors = None
            if antialias and not (mode in ("bilinear", "bicubic", "lanczos") and input.dim() == 4):
                raise ValueError(
                    "Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires "
                    "a 4-D tensor as input"
                )
            wanted = {"linear": 3, "bilinear": 4, "bicubic": 4, "trilinear": 5}.get(mode)
            known = mode in _NAMES or mode == "area"
            if not known or input.dim() not in (3, 4, 5) or (wanted or input.dim()) != input.dim():
                if known and input.dim() in (3, 4, 5) and mode != "bicubic":
                    raise NotImplementedError(
                        f"Got {input.dim()}D input, but {mode} mode needs {wanted}D input"
                    )
                raise NotImplementedError(
                    "Input Error: Only 3D, 4D and 5D input Tensors supported (got "
                    f"{input.dim()}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | "
                    f"lanczos | area | nearest-exact (got {mode})"
                )
            if mode == "area":
                pools = {3: F.adaptive_avg_pool1d, 4: F.adaptive_avg_pool2d, 5: F.adaptive_avg_pool3d}
                return pools[input.dim()](input, out if dims > 1 else out[0])
            kind = _NAMES[mode].format(dims)
            out = _output_size(input, out, factors, mode, antialias)
            scales = [
                1 / factors[d] if factors is not None else input.shape[2 + d] / out[d]
                for d in range(dims)
            ]

            def resized(x):
                bytes_only = x.dtype == torch.uint8 and not mode.startswith("nearest")
                x = x.to(torch.float32) if bytes_only else x
                for d in range(dims):
                    n = x.shape[2 + d]
                    if mode.startswith("nearest"):
                        rows = _nearest_rows(n, out[d], scales[d], mode == "nearest-exact")
                        x = x.index_select(2 + d, rows)
                    else:
                        if antialias:
                            weights = _soft_cubic_weights if mode == "bicubic" else _soft_weights
                        else:
                            weights = _cubic_weights if mode == "bicubic" else _linear_weights
                        table = weights(n, out[d], scales[d], align_corners).to(x.dtype)
                        x = (x.movedim(2 + d, -1) @ table.t()).movedim(-1, 2 + d)
                return x.round().clamp(0, 255).to(torch.uint8) if bytes_only else x.contiguous()

            return in_format(composite(kind, resized, input), input)


        def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
            """The old name of interpolate."""
            warnings.warn(
                "`nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.",
                stacklevel=2,
            )
            return interpolate(input, size, scale_factor, mode, align_corners)


        def upsample_nearest(input, size=None, scale_factor=None):
            """The old name of interpolate by the nearest pixel."""
            warnings.warn(
                "`nn.functional.upsample_nearest` is deprecated. Use `nn.functional.interpolate` instead.",
                stacklevel=2,
            )
            return interpolate(input, size, scale_factor, mode="nearest")


        def upsample_bilinear(input, size=None, scale_factor=None):
            """The old name of bilinear interpolate."""
            warnings.warn(
                "`nn.functional.upsample_bilinear` is deprecated. Use `nn.functional.interpolate` "
                "instead.",
                stacklevel=2,
            )
            return interpolate(input, size, scale_factor, mode="bilinear", align_corners=True)


        def affine_grid(theta, size, align_corners=None):
            """The sampling grid of affine maps: (N, 2, 3) → (N, H, W, 2)."""
            if align_corners is None:
                warnings.warn(
                    "Default grid_sample and affine_grid behavior has changed to align_corners=False "
                    "since 1.3.0. Please specify align_corners=True if the old behavior is desired. See "
                    "the documentation of grid_sample for details."
                )
                align_corners = False
            if len(size) != 4 or theta.dim() != 3 or theta.shape[-2] != 2 or theta.shape[-1] != 3:
                raise ValueError(
                    f"Expected a batch of 2D affine matrices of shape Nx2x3 for size {size}. Got "
                    f"{theta.shape}."
                )
            n, _, height, width = size

            def line(count):
                if count <= 1:
                    return torch.zeros(count, dtype=theta.dtype)
                steps = torch.linspace(-1, 1, count, dtype=theta.dtype)
                return steps if align_corners else steps * (count - 1) / count

            x = line(width).expand(height, width)
            y = line(height).unsqueeze(-1).expand(height, width)
            base = torch.stack([x, y, torch.ones_like(x)], -1).view(1, height * width, 3)

            def grid(t):
                return base.expand(n, -1, -1).bmm(t.transpose(1, 2)).view(n, height, width, 2)

            return composite("AffineGridGeneratorBackward0", grid, theta)


        def grid_sample(
            input, grid, mode="bilinear", padding_mode="zeros", align_corners=None
        ):
            """The input (N, C, H, W) read at the grid's places (N, H′, W′, 2)."""
            if mode not in ("bilinear", "nearest", "bicubic"):
                raise ValueError(
                    "nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or "
                    f"'bicubic', but got: '{mode}'"
                )
            if padding_mode not in ("zeros", "border", "reflection"):
                raise ValueError(
                    "nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or "
                    f"'reflection', but got: '{padding_mode}'"
                )
            if mode == "bicubic" or padding_mode == "reflection":
                raise NotImplementedError(
                    "grid_sample: bicubic and reflection are not part of CNNLab's torch"
                )
            if align_corners is None:
                warnings.warn(
                    "Default grid_sample and affine_grid behavior has changed to align_corners=False "
                    "since 1.3.0. Please specify align_corners=True if the old behavior is desired. See "
                    "the documentation of grid_sample for details."
                )
                align_corners = False
            if input.dim() == 4 and grid.dim() == 4 and grid.shape[-1] != 2:
                raise RuntimeError(
                    "grid_sampler(): expected grid to have size 2 in last dimension, but got grid with "
                    f"sizes {list(grid.shape)}"
                )
            if input.dim() != 4 or grid.dim() != 4:
                raise RuntimeError(
                    "grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, "
                    f"but got input with sizes {list(input.shape)} and grid with sizes "
                    f"{list(grid.shape)}"
                )
            if input.shape[0] != grid.shape[0]:
                raise RuntimeError(
                    "grid_sampler(): expected grid and input to have same batch size, but got input "
                    f"with sizes {list(input.shape)} and grid with sizes {list(grid.shape)}"
                )
            n, channels, height, width = input.shape

            def place(coordinate, size):
                if align_corners:
                    at = (coordinate + 1) / 2 * (size - 1)
                else:
                    at = ((coordinate + 1) * size - 1) / 2
                return at.clamp(0, size - 1) if padding_mode == "border" else at

            def sampled(x, g):
                column, row = place(g[..., 0], width), place(g[..., 1], height)
                flat = x.reshape(n, channels, -1)

                def read(r, c):
                    inside = (r >= 0) & (r < height) & (c >= 0) & (c < width)
                    index = (r.clamp(0, height - 1) * width + c.clamp(0, width - 1)).long()
                    index = index.view(n, 1, -1).expand(-1, channels, -1)
                    got = flat.gather(2, index).view(n, channels, *g.shape[1:3])
                    return got * inside.to(x.dtype).unsqueeze(1)

                if mode == "nearest":
                    return read(row.detach().round(), column.detach().round())
                top, left = row.detach().floor(), column.detach().floor()
                down, right = (row - top).unsqueeze(1), (column - left).unsqueeze(1)
                return (
                    read(top, left) * (1 - down) * (1 - right)
                    + read(top, left + 1) * (1 - down) * right
                    + read(top + 1, left) * down * (1 - right)
                    + read(top + 1, left + 1) * down * right
                )

            return composite("GridSampler2DBackward0", sampled, input, grid)
        """#
}
