extension PythonSources {
    /// `torch.nn.functional`: convolutions of other dimensions than two.
    static let functionalConvolutions = #"""
        import torch
        from _cnnlab import composite
        from torch.nn import functional as F
        from torch.nn.functional import _spread


        def _kind(x):
            """PyTorch's word for a tensor's type in its messages."""
            words = {
                torch.float32: "Float", torch.float64: "Double", torch.int64: "Long", torch.int32: "Int",
                torch.uint8: "Byte", torch.bool: "Bool"
            }
            return words[x.dtype]


        def _check_kinds(input, weight, bias):
            """Refuses an input of another type than the layer's bias."""
            words = {
                torch.float32: "float", torch.float64: "double", torch.int64: "long int",
                torch.int32: "int", torch.uint8: "unsigned char", torch.bool: "bool"
            }
            if bias is not None and input.dtype != bias.dtype:
                raise RuntimeError(
                    f"Input type ({words[input.dtype]}) and bias type ({words[bias.dtype]}) should be the "
                    "same"
                )


        def _recorded(function, dims, input, weight, bias):
            """One step over a batch; an input without one gets one and loses it again."""
            batch = input if input.dim() == dims else input.unsqueeze(0)
            tensors = (batch, weight) if bias is None else (batch, weight, bias)
            out = composite("ConvolutionBackward0", function, *tensors)
            return out if input.dim() == dims else out.squeeze(0)


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

            return _recorded(wide, 3, input, weight, bias)


        def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
            """Cross-correlation over (N, C, D, H, W)."""
            F._check_kinds(input, weight, bias)
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
                (front, back), (top, bottom), (left, right) = sides
                batch = F._pad_constant(x, [left, right, top, bottom, front, back], 0.0)
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
                return out

            return _recorded(deep, 5, input, weight, bias)


        def conv_transpose3d(
            input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1
        ):
            """The gradient of conv3d."""
            if input.dim() not in (4, 5):
                raise RuntimeError(
                    "Expected 4D (unbatched) or 5D (batched) input to conv_transpose3d, but got input of "
                    f"size: {list(input.shape)}"
                )
            channels = input.shape[-4]
            if channels != weight.shape[0]:
                size = list(input.shape) if input.dim() == 5 else [1, *input.shape]
                raise RuntimeError(
                    f"Given transposed=1, weight of size {list(weight.shape)}, expected input{size} to "
                    f"have {weight.shape[0]} channels, but got {channels} channels instead"
                )
            stride, dilation = _spread(stride, 3), _spread(dilation, 3)
            border, extra = _spread(padding, 3), _spread(output_padding, 3)

            def deep(x, w, b=None):
                n, c, depth = x.shape[:3]
                images = x.transpose(1, 2).reshape(n * depth, c, *x.shape[3:])
                reach = (depth - 1) * stride[0] + dilation[0] * (w.shape[2] - 1) + 1 + extra[0]
                total = None
                for tap in range(w.shape[2]):
                    part = F.conv_transpose2d(
                        images, w[:, :, tap], None, stride[1:], border[1:], extra[1:], groups,
                        dilation[1:]
                    )
                    layers = part.reshape(n, depth, *part.shape[1:]).transpose(1, 2)
                    if total is None:
                        total = layers.new_zeros((*layers.shape[:2], reach, *layers.shape[3:]))
                    places = torch.arange(depth) * stride[0] + tap * dilation[0]
                    total = total.index_add(2, places, layers)
                out = total[:, :, border[0] : reach - border[0]]
                if b is not None:
                    out = out + b.view(-1, 1, 1, 1)
                return out

            return _recorded(deep, 5, input, weight, bias)
        """#
}
