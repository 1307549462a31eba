extension PythonSources {
    /// `torch.nn.functional`: windows of images.
    static let functionalWindows = #"""
        import math

        import torch
        from _cnnlab import composite
        from torch.nn import functional as F


        def _spread(value, n):
            if isinstance(value, (tuple, list)):
                return tuple(value) * n if len(value) == 1 else tuple(value)
            return (value,) * n


        def _unpool(input, indices, kernel, stride, padding, output_size, dims):
            kernel = _spread(kernel, dims)
            stride = kernel if stride is None else _spread(stride, dims)
            padding = _spread(padding, dims)
            usual = [
                (n - 1) * s + k - 2 * p
                for n, s, k, p in zip(input.shape[-dims:], stride, kernel, padding)
            ]
            if output_size is None:
                size = usual
            else:
                size = list(output_size)
                if len(size) == input.dim():
                    size = size[-dims:]
                if len(size) != dims:
                    raise ValueError(
                        f"output_size should be a sequence containing {dims} or {dims + 2} elements, but "
                        f"it has a length of '{len(size)}'"
                    )
                for d, (n, u, s) in enumerate(zip(size, usual, stride)):
                    if not u - s < n < u + s:
                        raise ValueError(
                            f'invalid output_size "{output_size}" (dim {d} must be between {u - s} and '
                            f"{u + s})"
                        )

            def unpooled(x):
                lead = x.shape[:-dims]
                places = indices.reshape(*lead, -1)
                area = math.prod(size)
                wrong = places[(places < 0) | (places >= area)]
                if dims <= 2 and wrong.numel():
                    height, width = (*size, 1)[:2]
                    raise RuntimeError(
                        f"Found an invalid max index: {int(wrong[0])} (output volumes are of size "
                        f"{height}x{width})"
                    )
                flat = torch.zeros(*lead, math.prod(size), dtype=x.dtype)
                return flat.scatter(-1, places, x.reshape(*lead, -1)).view(*lead, *size)

            return composite(f"MaxUnpool{max(dims, 2)}DBackward0", unpooled, input)


        def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
            """Puts the maxima of max_pool1d back to their places."""
            return _unpool(input, indices, kernel_size, stride, padding, output_size, 1)


        def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
            """Puts the maxima of max_pool2d back to their places."""
            return _unpool(input, indices, kernel_size, stride, padding, output_size, 2)


        def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
            """Puts the maxima of max_pool3d back to their places."""
            return _unpool(input, indices, kernel_size, stride, padding, output_size, 3)


        def pixel_shuffle(input, upscale_factor):
            """(…, C r², H, W) → (…, C, H r, W r)."""
            r = upscale_factor
            if input.dim() < 3:
                raise RuntimeError(
                    "pixel_shuffle expects input to have at least 3 dimensions, but got input with "
                    f"{input.dim()} dimension(s)"
                )
            channels, height, width = input.shape[-3:]
            if r <= 0:
                raise RuntimeError(
                    f"pixel_shuffle expects a positive upscale_factor, but got {r}"
                )
            if channels % (r * r) != 0:
                raise RuntimeError(
                    "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square "
                    f"of upscale_factor, but input.size(-3)={channels} is not divisible by {r * r}"
                )

            def shuffled(x):
                lead = x.shape[:-3]
                count = math.prod(lead)
                x = x.reshape(count, channels // (r * r), r, r, height, width).permute(0, 1, 4, 2, 5, 3)
                return x.reshape(*lead, channels // (r * r), height * r, width * r)

            return composite("PixelShuffleBackward0", shuffled, input)


        def pixel_unshuffle(input, downscale_factor):
            """(…, C, H r, W r) → (…, C r², H, W)."""
            r = downscale_factor
            if input.dim() < 3:
                raise RuntimeError(
                    "pixel_unshuffle expects input to have at least 3 dimensions, but got input with "
                    f"{input.dim()} dimension(s)"
                )
            if input.numel() == 0:
                return input
            channels, height, width = input.shape[-3:]
            for name, size in (("height", height), ("width", width)):
                if size % r != 0:
                    raise RuntimeError(
                        f"pixel_unshuffle expects {name} to be divisible by downscale_factor, but "
                        f"input.size({-2 if name == 'height' else -1})={size} is not divisible by {r}"
                    )

            def unshuffled(x):
                lead = x.shape[:-3]
                count = math.prod(lead)
                x = x.reshape(count, channels, height // r, r, width // r, r).permute(0, 1, 3, 5, 2, 4)
                return x.reshape(*lead, channels * r * r, height // r, width // r)

            return composite("PixelUnshuffleBackward0", unshuffled, input)


        def channel_shuffle(input, groups):
            """The channels of the groups dealt out in turn."""
            if input.dim() < 3:
                raise RuntimeError(
                    "channel_shuffle expects input with > 2 dims, but got input with sizes "
                    f"{list(input.shape)}"
                )
            if groups <= 0:
                raise RuntimeError(
                    f"Number of groups to divide channels in must be positive. Value of groups:{groups}"
                )
            n, channels = input.shape[:2]
            if channels % groups != 0:
                raise RuntimeError(
                    f"Number of channels must be divisible by groups. Got {channels} channels and "
                    f"{groups} groups."
                )
            rest = input.shape[2:]
            return composite(
                "ChannelShuffleBackward0",
                lambda x: x.reshape(n, groups, channels // groups, *rest).transpose(1, 2).reshape(x.shape),
                input,
            )


        def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
            """The windows of (N, C, H, W) as columns: (N, C·taps, windows)."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    f"im2col(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}"
                )
            for place, (name, value) in enumerate(
                [("kernel_size", kernel_size), ("dilation", dilation), ("padding", padding),
                 ("stride", stride)]
            ):
                for pos, number in enumerate(_spread(value, 2)):
                    if type(number) is not int:
                        raise TypeError(
                            f"im2col(): argument '{name}' (position {place + 2}) must be tuple of ints, "
                            f"but found element of type {type(number).__name__} at pos {pos}"
                        )
            if input.dim() < 3 and min(_spread(kernel_size, 2)) > 0:
                input.size(max(input.dim(), 1))
            if input.dim() not in (3, 4) or 0 in input.shape[1:] or (
                input.dim() == 3 and input.shape[0] == 0
            ):
                raise RuntimeError(
                    "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero "
                    f"dimensions for input, but got: {list(input.shape)}"
                )
            (kh, kw), (dh, dw) = _spread(kernel_size, 2), _spread(dilation, 2)
            (ph, pw), (sh, sw) = _spread(padding, 2), _spread(stride, 2)
            for name, a, b, least in (
                ("kernel size", kh, kw, 1), ("dilation", dh, dw, 1), ("padding", ph, pw, 0),
                ("stride", sh, sw, 1)
            ):
                if a < least or b < least:
                    word = {"kernel size": "kernel", "padding": "pad"}.get(name, name)
                    how = "non-negative" if least == 0 else "greater than zero"
                    raise RuntimeError(
                        f"{name} should be {how}, but got {word}_height: {a} {word}_width: {b}"
                    )
            height = (input.shape[-2] + 2 * ph - dh * (kh - 1) - 1) // sh + 1
            width = (input.shape[-1] + 2 * pw - dw * (kw - 1) - 1) // sw + 1
            if height < 1 or width < 1:
                raise RuntimeError(
                    f"Given input with spatial size ({input.shape[-2]}, {input.shape[-1]}), kernel_size="
                    f"({kh}, {kw}), dilation=({dh}, {dw}), padding=({ph}, {pw}), "
                    f"calculated shape of the array of sliding blocks as ({height}, {width}), but its "
                    "components must be at least one."
                )

            if not input.is_floating_point() and input.dtype != torch.bool:
                raise NotImplementedError(f'"im2col_out_cpu" not implemented for \'{F._kind(input)}\'')

            def columns(x):
                batch = x if x.dim() == 4 else x.unsqueeze(0)
                padded = F._pad_constant(batch, [pw, pw, ph, ph], 0.0)
                taps = [
                    padded[
                        :, :, i * dh : i * dh + (height - 1) * sh + 1 : sh,
                        j * dw : j * dw + (width - 1) * sw + 1 : sw
                    ]
                    for i in range(kh)
                    for j in range(kw)
                ]
                rows = batch.shape[1] * kh * kw
                out = torch.stack(taps, 2).reshape(batch.shape[0], rows, height * width).contiguous()
                return out if x.dim() == 4 else out.squeeze(0)

            return composite("Im2ColBackward0", columns, input)


        def fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1):
            """Adds columns up to images, the transpose of unfold."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    f"col2im(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}"
                )
            (kh, kw), (dh, dw) = _spread(kernel_size, 2), _spread(dilation, 2)
            (ph, pw), (sh, sw) = _spread(padding, 2), _spread(stride, 2)
            oh, ow = _spread(output_size, 2)
            height = (oh + 2 * ph - dh * (kh - 1) - 1) // sh + 1
            width = (ow + 2 * pw - dw * (kw - 1) - 1) // sw + 1
            if input.dim() not in (2, 3) or 0 in input.shape[-2:]:
                raise RuntimeError(
                    "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and "
                    f"non-zero dimensions for input, but got: {list(input.shape)}"
                )
            if input.shape[-2] % (kh * kw) != 0:
                raise RuntimeError(
                    "Expected size of input's dimension 1 to be divisible by the product of kernel_size, "
                    f"but got input.size(1)={input.shape[-2]} and kernel_size=({kh}, {kw})."
                )
            if input.shape[-1] != height * width:
                raise RuntimeError(
                    f"Given output_size=({oh}, {ow}), kernel_size=({kh}, {kw}), dilation=({dh}, {dw}), "
                    f"padding=({ph}, {pw}), stride=({sh}, {sw}), expected size of input's dimension 2 to "
                    f"match the calculated number of sliding blocks {height} * {width} = "
                    f"{height * width}, but got input.size(2)={input.shape[-1]}."
                )
            channels = input.shape[-2] // (kh * kw)

            def images(x):
                batch = x if x.dim() == 3 else x.unsqueeze(0)
                parts = batch.reshape(batch.shape[0], channels, kh * kw, height * width)
                rows = [
                    (y * sh + i * dh) * (ow + 2 * pw) + z * sw + j * dw
                    for i in range(kh) for j in range(kw) for y in range(height) for z in range(width)
                ]
                flat = torch.zeros(
                    batch.shape[0], channels, (oh + 2 * ph) * (ow + 2 * pw), dtype=x.dtype
                )
                parts = parts.reshape(*parts.shape[:2], -1)
                flat = flat.scatter_add(2, torch.tensor(rows).expand(parts.shape), parts)
                out = flat.view(batch.shape[0], channels, oh + 2 * ph, ow + 2 * pw)
                out = out[:, :, ph : ph + oh, pw : pw + ow]
                return out if x.dim() == 3 else out.squeeze(0)

            return composite("Col2ImBackward0", images, input)
        """#
}
