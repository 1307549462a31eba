extension PythonSources {
    /// `torch.nn.functional`: borders, convolutions and pools.
    static let functionalImages = #"""
        import itertools
        import math
        import warnings

        import torch
        from _cnnlab import composite
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


        def pad(input, pad, mode="constant", value=None):
            """A border: constant, reflect, replicate or circular."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    f"pad(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}"
                )
            if mode == "constant":
                return F._pad_constant(input, pad, 0.0 if value is None else value)
            pad = list(pad)
            if mode not in ("reflect", "replicate", "circular"):
                raise NotImplementedError(f"Unrecognised padding mode {mode}")
            if value is not None and value != 0:
                raise RuntimeError(f'Padding mode "{mode}" doesn\'t take in value argument')
            if len(pad) % 2:
                raise RuntimeError("Padding length must be divisible by 2")
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
            return composite(f"{_NAMES[mode]}Pad{dims}DBackward0", padded, input)


        def conv_transpose1d(
            input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1
        ):
            """The gradient of conv1d."""
            if input.dim() not in (2, 3):
                raise RuntimeError(
                    "Expected 2D (unbatched) or 3D (batched) input to conv_transpose1d, but got input of "
                    f"size: {list(input.shape)}"
                )
            channels = input.shape[-2]
            if channels != weight.shape[0]:
                size = list(input.shape) if input.dim() == 3 else [1, *input.shape]
                raise RuntimeError(
                    f"Given transposed=1, weight of size {list(weight.shape)}, expected input{size} to "
                    f"have {weight.shape[0]} channels, but got {channels} channels instead"
                )

            def wide(x, w, b=None):
                out = F.conv_transpose2d(
                    x.unsqueeze(-2), w.unsqueeze(-2), b, (1, *_spread(stride, 1)),
                    (0, *_spread(padding, 1)), (0, *_spread(output_padding, 1)), groups,
                    (1, *_spread(dilation, 1))
                )
                return out.squeeze(-2)

            tensors = (input, weight) if bias is None else (input, weight, bias)
            return composite("ConvolutionBackward0", wide, *tensors)


        def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
            """Cross-correlation over (N, C, D, H, W)."""
            if input.dim() not in (4, 5):
                raise RuntimeError(
                    "Expected 4D (unbatched) or 5D (batched) input to conv3d, but got input of size: "
                    f"{list(input.shape)}"
                )
            stride, dilation = _spread(stride, 3), _spread(dilation, 3)
            if padding == "valid":
                padding = 0
            same = padding == "same"
            if same:
                total = [d * (k - 1) for d, k in zip(dilation, weight.shape[2:])]
                sides = [(t // 2, t - t // 2) for t in total]
            else:
                sides = [(p, p) for p in _spread(padding, 3)]
            flat = input.shape[-4]
            if flat != weight.shape[1] * groups:
                size = list(input.shape) if input.dim() == 5 else [1, *input.shape]
                raise RuntimeError(
                    f"Given groups={groups}, weight of size {list(weight.shape)}, expected input{size} to "
                    f"have {weight.shape[1] * groups} channels, but got {flat} channels instead"
                )
            depth = input.shape[-3] + sum(sides[0])
            kernel = [d * (k - 1) + 1 for d, k in zip(dilation, weight.shape[2:])]
            sizes = [n + sum(s) for n, s in zip(input.shape[-3:], sides)]
            if any(n < k for n, k in zip(sizes, kernel)):
                raise RuntimeError(
                    "Calculated padded input size per channel: "
                    f"({' x '.join(map(str, sizes))}). Kernel size: ({' x '.join(map(str, kernel))}). "
                    "Kernel size can't be greater than actual input size"
                )

            def deep(x, w, b=None):
                batch = x if x.dim() == 5 else x.unsqueeze(0)
                (front, back), (top, bottom), (left, right) = sides
                batch = F._pad_constant(batch, [left, right, top, bottom, front, back], 0.0)
                slices = (depth - kernel[0]) // stride[0] + 1
                total = None
                for tap in range(w.shape[2]):
                    begin = tap * dilation[0]
                    layers = batch[:, :, begin : begin + (slices - 1) * stride[0] + 1 : stride[0]]
                    n, c, d = layers.shape[:3]
                    images = layers.transpose(1, 2).reshape(n * d, c, *layers.shape[3:])
                    part = F.conv2d(images, w[:, :, tap], None, stride[1:], 0, dilation[1:], groups)
                    total = part if total is None else total + part
                out = total.reshape(n, d, *total.shape[1:]).transpose(1, 2)
                if b is not None:
                    out = out + b.view(-1, 1, 1, 1)
                return out if x.dim() == 5 else out.squeeze(0)

            tensors = (input, weight) if bias is None else (input, weight, bias)
            return composite("ConvolutionBackward0", deep, *tensors)


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
