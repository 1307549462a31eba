extension PythonSources {
    /// `torch.nn.functional`: borders, convolutions and pools.
    static let functionalImages = #"""
        import itertools
        import math
        import warnings

        import torch
        from _cnnlab import composite, in_format
        from torch.nn import functional as F


        def _spread(value, n):
            if isinstance(value, (tuple, list)):
                return tuple(value) * n if len(value) == 1 else tuple(value)
            return (value,) * n


        def _border_rows(size, before, after, mode):
            """For each position of a padded dimension, the position it copies."""
            places = range(-before, size + after)
            if mode == "replicate":
                return [min(max(i, 0), size - 1) for i in places]
            if mode == "circular":
                return [i % size for i in places]
            return [-i if i < 0 else 2 * (size - 1) - i if i >= size else i for i in places]


        _NAMES = {"reflect": "Reflection", "replicate": "Replication"}


        def _check_lengths(input, pad, mode):
            """Refuses borders that do not go in pairs, of more dimensions, or that leave less than nothing."""
            if len(pad) % 2:
                raise RuntimeError("Padding length must be divisible by 2")
            if len(pad) > 2 * input.dim():
                raise RuntimeError(
                    "Padding length should be less than or equal to two times the input dimension but got "
                    f"padding length {len(pad)} and input of dimension {input.dim()}"
                )
            for i in range(len(pad) // 2 if mode == "constant" else 0):
                size = input.size(-1 - i)
                for side in pad[2 * i : 2 * i + 2]:
                    size += min(side, 0)
                    if size < 0:
                        raise RuntimeError("narrow(): length must be non-negative.")


        def pad(input, pad, mode="constant", value=None):
            """A border: constant, reflect, replicate or circular."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    f"pad(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}"
                )
            if not isinstance(pad, (tuple, list)):
                raise TypeError(
                    f"pad(): argument 'pad' (position 2) must be tuple of ints, not {type(pad).__name__}"
                )
            pad = list(pad)
            if pad and (type(pad[0]) is bool or not hasattr(pad[0], "__index__")):
                raise TypeError(
                    "pad(): argument 'pad' (position 2) must be tuple of ints, but found element of type "
                    f"{type(pad[0]).__name__} at pos 0"
                )
            if not isinstance(mode, str):
                raise TypeError(
                    f"pad(): argument 'mode' (position 3) must be str, not {type(mode).__name__}"
                )
            if value is not None and not isinstance(value, (int, float, torch.Tensor)):
                raise TypeError(
                    f"pad(): argument 'value' (position 4) must be float, not {type(value).__name__}"
                )
            if all(type(n) is int for n in pad):
                _check_lengths(input, pad, mode)
            if mode == "constant":
                return F._pad_constant(input, pad, 0.0 if value is None else value)
            if mode not in ("reflect", "replicate", "circular"):
                raise NotImplementedError(f"Unrecognised padding mode {mode}")
            if value is not None and value != 0:
                raise RuntimeError(f'Padding mode "{mode}" doesn\'t take in value argument')
            dims = len(pad) // 2
            if dims not in (1, 2, 3) or input.dim() not in (dims + 1, dims + 2):
                raise NotImplementedError(
                    f"Padding size {len(pad)} is not supported for {input.dim()}D input tensor.\n"
                    "Supported combinations for non-constant padding:\n"
                    "  - 2D or 3D input: padding size = 2 (pads last dimension)\n"
                    "  - 3D or 4D input: padding size = 4 (pads last 2 dimensions)\n"
                    "  - 4D or 5D input: padding size = 6 (pads last 3 dimensions)"
                )
            shape = input.shape
            if mode != "circular":
                first = 1 if input.dim() == dims + 2 else 0
                if 0 in shape[first:]:
                    batched = f"{dims + 1}D or {dims + 2}D (batch mode)"
                    raise RuntimeError(
                        f"Expected {batched} tensor with possibly 0 batch size and other non-zero "
                        f"dimensions for input, but got: {list(shape)}"
                    )
                if input.dtype == torch.bool:
                    kernel = f"{_NAMES[mode].lower()}_pad{dims}d"
                    raise NotImplementedError(f'"{kernel}" not implemented for \'Bool\'')
            for i in range(dims):
                before, after, size = pad[2 * i], pad[2 * i + 1], shape[-1 - i]
                if mode == "circular":
                    if before > size or after > size:
                        raise RuntimeError(
                            "Padding value causes wrapping around more than once."
                        )
                    if size + before + after < 0:
                        raise RuntimeError(
                            "Negative padding value is resulting in an empty dimension"
                        )
                elif mode == "reflect" and (before >= size or after >= size):
                    raise RuntimeError(
                        f"Argument #{(4, 6, 8)[i] if i else 4}: Padding size should be less than the corresponding input dimension, "
                        f"but got: padding ({before}, {after}) at dimension {input.dim() - 1 - i} of input "
                        f"{list(shape)}"
                    )

            def padded(x):
                for i in range(dims):
                    rows = _border_rows(x.shape[-1 - i], pad[2 * i], pad[2 * i + 1], mode)
                    x = x.index_select(x.dim() - 1 - i, torch.tensor(rows))
                return x

            if mode == "circular":
                return composite("CopySlices", padded, input)
            made = composite(f"{_NAMES[mode]}Pad{dims}DBackward0", padded, input)
            return in_format(made, input) if dims > 1 else made


        def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
            """The p-norm of each window of (N, C, L)."""
            sums = F.avg_pool1d(
                input.pow(norm_type), kernel_size, stride if stride is not None else kernel_size, 0,
                ceil_mode
            )
            count = kernel_size if isinstance(kernel_size, int) else kernel_size[0]
            return (torch.sign(sums) * F.relu(torch.abs(sums))).mul(count).pow(1.0 / norm_type)


        def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
            """The p-norm of each window of (N, C, H, W)."""
            height, width = _spread(kernel_size, 2)
            sums = F.avg_pool2d(
                input.pow(norm_type), kernel_size, stride if stride is not None else kernel_size, 0,
                ceil_mode
            )
            scaled = (torch.sign(sums) * F.relu(torch.abs(sums))).mul(height * width)
            return scaled.pow(1.0 / norm_type)
        """#
}
