extension PythonSources {
    /// `torch.nn.functional`: pools of volumes, (N, C, D, H, W).
    static let functionalVolumes = #"""
        import itertools
        import math

        import torch
        from _cnnlab import composite
        from torch.nn import functional as F


        def _triple(name, what, place, value, must):
            """The numbers of the three dimensions."""
            values = value if isinstance(value, (tuple, list)) else (value,)
            for i, number in enumerate(values):
                if type(number) is not int and not isinstance(number, torch.Tensor):
                    found = type(number).__name__
                    if values is value:
                        found = f"but found element of type {found} at pos {i}"
                    else:
                        found = f"not {found}"
                    raise TypeError(
                        f"{name}(): argument '{what}' (position {place}) must be tuple of ints, {found}"
                    )
            if len(values) not in (1, 3):
                raise RuntimeError(f"{name}: {what} {must}a single int, or a tuple of three ints")
            values = [int(number) for number in values]
            if any(abs(number) >= 2**31 for number in values):
                raise RuntimeError("value cannot be converted to type int without overflow")
            return tuple(values * 3 if len(values) == 1 else values)


        def _check_kind(input, kernel, refused):
            if input.dtype in refused:
                names = {torch.bool: "Bool", torch.int32: "Int", torch.int64: "Long", torch.uint8: "Byte"}
                raise NotImplementedError(f'"{kernel}" not implemented for \'{names[input.dtype]}\'')


        def _shown(names, values):
            return " ".join(f"{name}: {value}" for name, value in zip(names, values))


        def _checked(name, input, kernel_size, stride, padding, dilation, ceil_mode=False):
            """The sizes of a window, which fits the input, and how many fit."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    f"{name}(): argument 'input' (position 1) must be Tensor, not "
                    f"{type(input).__name__}"
                )
            is_max = name == "max_pool3d"
            must = "must either be " if is_max else "must be "
            kernel = _triple(name, "kernel_size", 2, kernel_size, must)
            if stride is None or stride == () or stride == []:
                stride = kernel
            else:
                stride = _triple(name, "stride", 3, stride, must + "omitted, ")
            padding = _triple(name, "padding", 4, padding, must)
            dilation = _triple(name, "dilation", 5, dilation, "must be either ")
            if input.dim() not in (4, 5):
                raise RuntimeError("non-empty 4D or 5D (batch mode) tensor expected for input")
            for d in range(1, input.dim()) if input.dim() == 5 else range(4):
                if input.shape[d] == 0:
                    where = "max_pool3d_with_indices_out_cpu_template" if is_max else name
                    raise RuntimeError(
                        f"{where}(): Expected input to have non-zero size for non-batch dimensions, but "
                        f"input has sizes {list(input.shape)} with dimension {d} being empty"
                    )
            if 0 in stride:
                raise RuntimeError("stride should not be zero")
            if min(kernel) <= 0:
                raise RuntimeError(
                    "kernel size should be greater than zero, but got "
                    + _shown(("kT", "kH", "kW"), kernel)
                )
            if min(stride) <= 0:
                raise RuntimeError(
                    "stride should be greater than zero, but got " + _shown(("dT", "dH", "dW"), stride)
                )
            if min(dilation) <= 0:
                raise RuntimeError(
                    "dilation should be greater than zero, but got "
                    + _shown(("dilationT", "dilationH", "dilationW"), dilation)
                )
            for k, p, d in zip(kernel, padding, dilation):
                if p < 0:
                    raise RuntimeError(f"pad must be non-negative, but got pad: {p}")
                if p > (d * (k - 1) + 1) // 2:
                    raise RuntimeError(
                        f"pad should be at most half of effective kernel size, but got pad={p}, "
                        f"kernel_size={k} and dilation={d}"
                    )
            size = input.shape[-3:]
            out = [
                (n + 2 * p - d * (k - 1) - 1 + (s - 1 if ceil_mode else 0)) // s + 1
                for n, k, s, p, d in zip(size, kernel, stride, padding, dilation)
            ]
            if ceil_mode:
                # The last window begins inside of the image or its border before.
                out = [
                    m - 1 if (m - 1) * s >= n + p else m
                    for m, n, s, p in zip(out, size, stride, padding)
                ]
            if not is_max and any(n < k for n, k in zip(size, kernel)):
                raise RuntimeError(
                    f"input image ({_shown('THW', size)}) smaller than kernel size "
                    f"({_shown(('kT', 'kH', 'kW'), kernel)})"
                )
            if min(out) < 1:
                given, found = ("x".join(map(str, (input.shape[-4], *s))) for s in (size, out))
                raise RuntimeError(
                    f"Given input size: ({given}). Calculated output size: ({found}). Output size is too "
                    "small"
                )
            _check_kind(
                input, "max_pool3d" if is_max else "avg_pool3d_out_frame",
                (torch.bool,) if is_max else (torch.bool, torch.int32, torch.uint8)
            )
            return kernel, stride, padding, dilation, out


        def _adaptive_sizes(name, input, output_size):
            """The sizes of the output; None keeps the input's."""
            shape = input.size()
            is_max = name == "adaptive_max_pool3d"
            if isinstance(output_size, (tuple, list)):
                if len(output_size) != 3:
                    raise RuntimeError(
                        f"{name}(): internal error: output_size.size() must be 3"
                        if is_max
                        else f"{name}: output_size must be 3"
                    )
                sizes = [m if n is None else n for n, m in zip(output_size, shape[-3:])]
            else:
                if output_size is None or type(output_size) is float:
                    raise TypeError(f"object of type '{type(output_size).__name__}' has no len()")
                sizes = output_size
            sizes = _triple(name, "output_size", 2, sizes, "must be ")
            if input.dim() not in (4, 5):
                raise RuntimeError(
                    f"{name}(): Expected 4D or 5D tensor, but got{':' if is_max else ''} {list(shape)}"
                )
            for d in range(1, input.dim()):
                if shape[d] == 0:
                    raise RuntimeError(
                        f"{name}(): Expected input to have non-zero size for non-batch dimensions, but "
                        f"input has sizes {list(shape)} with dimension {d} being empty"
                    )
            if not is_max and min(sizes) < 0:
                raise RuntimeError(
                    f"{name}: elements of output_size must be greater than or equal to 0 but received "
                    f"{{{sizes[0]}, {sizes[1]},{sizes[2]}}}"
                )
            torch.empty(*shape[:-3], *sizes, dtype=input.dtype)
            _check_kind(
                input, name + "_cpu", (torch.bool, torch.int32, torch.int64, torch.uint8)
            )
            return list(sizes)


        def _largest(x, taps):
            """The places, in the volume, of the largest value of each window of (…, D, H, W).

            `taps` has a matrix (windows, taps) of places for each dimension; those outside count for nothing.
            """
            size = x.shape[-3:]
            inside, places = [], []
            for d, (rows, n) in enumerate(zip(taps, size)):
                shape = [1] * 6
                shape[d], shape[d + 3] = rows.shape
                inside.append(((rows >= 0) & (rows < n)).view(shape))
                places.append(rows.clamp(0, n - 1).view(shape))
            flat = (places[0] * size[1] + places[1]) * size[2] + places[2]
            valid = inside[0] & inside[1] & inside[2]
            windows = x.detach().flatten(-3)[..., flat.flatten()].view(*x.shape[:-3], *flat.shape)
            least = -math.inf if x.is_floating_point() else torch.iinfo(x.dtype).min
            windows = windows.masked_fill(~valid, least).flatten(-3)
            chosen = windows.argmax(-1)
            flat = flat.flatten(-3).expand(windows.shape)
            return flat.gather(-1, chosen.unsqueeze(-1)).squeeze(-1)


        def _picked(step, x, places):
            """The values at places of the volume, recorded as one step."""
            return composite(
                step, lambda v: v.flatten(-3).gather(-1, places.flatten(-3)).view(places.shape), x
            )


        def _max_pool3d(
            input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False
        ):
            """The largest value of each window of (N, C, D, H, W)."""
            kernel, stride, padding, dilation, out = _checked(
                "max_pool3d", input, kernel_size, stride, padding, dilation, ceil_mode
            )
            taps = [
                torch.arange(m).unsqueeze(1) * s - p + torch.arange(k) * d
                for m, k, s, p, d in zip(out, kernel, stride, padding, dilation)
            ]
            places = _largest(input, taps)
            pooled = _picked("MaxPool3DWithIndicesBackward0", input, places)
            return (pooled, places) if return_indices else pooled


        def avg_pool3d(
            input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True,
            divisor_override=None
        ):
            """The mean of each window of (N, C, D, H, W)."""
            kernel, stride, padding, _, out = _checked(
                "avg_pool3d", input, kernel_size, stride, padding, 1, ceil_mode
            )
            if divisor_override == 0:
                raise RuntimeError("divisor must be not zero")
            size = input.shape[-3:]
            border, counts = [], []
            for n, m, k, s, p in zip(size, out, kernel, stride, padding):
                border[:0] = [p, max(0, (m - 1) * s + k - n - p)]
                begin = torch.arange(m) * s - p
                if count_include_pad:
                    counts.append((begin + k).clamp(max=n + p) - begin)
                else:
                    counts.append((begin + k).clamp(max=n) - begin.clamp(min=0))
            count = counts[0].view(-1, 1, 1) * counts[1].view(-1, 1) * counts[2]
            if divisor_override is not None:
                count = torch.tensor(divisor_override)
            starts = [[range(k), s, (m - 1) * s + 1] for k, s, m in zip(kernel, stride, out)]

            def pooled(x):
                x = F._pad_constant(x, border, 0.0)
                total = None
                for taps in itertools.product(*(ways for ways, _, _ in starts)):
                    cut = [slice(t, t + reach, step) for t, (_, step, reach) in zip(taps, starts)]
                    part = x[(..., *cut)]
                    total = part if total is None else total + part
                if x.is_floating_point():
                    return total / count
                return total.div(count, rounding_mode="trunc")

            return composite("AvgPool3DBackward0", pooled, input)


        def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
            """The p-norm of each window of (N, C, D, H, W)."""
            sums = avg_pool3d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode)
            count = math.prod(kernel_size) if isinstance(kernel_size, (tuple, list)) else kernel_size**3
            return (torch.sign(sums) * F.relu(torch.abs(sums))).mul(count).pow(1.0 / norm_type)


        def adaptive_avg_pool3d(input, output_size):
            """Means of that many windows of (N, C, D, H, W)."""
            sizes = _adaptive_sizes("adaptive_avg_pool3d", input, output_size)

            def pooled(x):
                flat = F.adaptive_avg_pool2d(x.flatten(0, -4), sizes[1:])
                lines = flat.view(*x.shape[:-2], *sizes[1:]).movedim(-3, -1)
                out = F.adaptive_avg_pool1d(lines.flatten(0, -3), sizes[0])
                return out.view(*lines.shape[:-1], sizes[0]).movedim(-1, -3)

            if sizes == [1, 1, 1]:
                return input.mean((-1, -2, -3), keepdim=True)
            return composite("AdaptiveAvgPool3DBackward0", pooled, input)


        def _adaptive_max_pool3d(input, output_size, return_indices=False):
            """Maxima of that many windows of (N, C, D, H, W)."""
            sizes = _adaptive_sizes("adaptive_max_pool3d", input, output_size)
            taps = []
            for n, m in zip(input.shape[-3:], sizes):
                ways = [range(i * n // m, -(-(i + 1) * n // m)) for i in range(m)]
                longest = max((len(way) for way in ways), default=1)
                rows = [list(way) + [n] * (longest - len(way)) for way in ways]
                taps.append(torch.tensor(rows, dtype=torch.int64).view(m, longest))
            if 0 in sizes:
                places = torch.empty(*input.shape[:-3], *sizes, dtype=torch.int64)
            else:
                places = _largest(input, taps)
            pooled = _picked("AdaptiveMaxPool3DBackward0", input, places)
            return (pooled, places) if return_indices else pooled


        adaptive_max_pool3d = _adaptive_max_pool3d
        max_pool3d = _max_pool3d
        """#
}
