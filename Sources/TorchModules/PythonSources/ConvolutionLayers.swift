extension PythonSources {
    /// `torch.nn`: convolutions.
    static let convolutions = #"""
        import math

        import torch
        from torch.nn import Module, Parameter, functional as F, init


        def _tuple(value, n):
            """A number for each of n dimensions."""
            if isinstance(value, (tuple, list)):
                return tuple(value)
            return (value,) * n


        def _border(padding, dilation, kernel):
            """What a border of another mode than zeros takes: the last dimension's sides come first."""
            sides = []
            if not isinstance(padding, str):
                for size in reversed(padding):
                    sides += [size, size]
                return sides
            for d, k in reversed(list(zip(dilation, kernel))):
                total = d * (k - 1) if padding == "same" else 0
                sides += [total // 2, total - total // 2]
            return sides


        class _ConvNd(Module):
            _dims = 2
            _transposed = False

            def _setup(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride,
                padding,
                dilation,
                output_padding,
                groups,
                bias,
                padding_mode,
                device,
                dtype,
            ):
                super().__init__()
                n = self._dims
                if self._transposed and padding_mode != "zeros":
                    raise ValueError(
                        'Only "zeros" padding mode is supported for ' + type(self).__name__
                    )
                if groups <= 0:
                    raise ValueError("groups must be a positive integer")
                if in_channels % groups != 0:
                    raise ValueError("in_channels must be divisible by groups")
                if out_channels % groups != 0:
                    raise ValueError("out_channels must be divisible by groups")
                stride = _tuple(stride, n)
                if isinstance(padding, str):
                    words = {"same", "valid"}
                    if padding not in words:
                        raise ValueError(
                            f"Invalid padding string {padding!r}, should be one of {words}"
                        )
                    if padding == "same" and any(s != 1 for s in stride):
                        raise ValueError(
                            "padding='same' is not supported for strided convolutions"
                        )
                else:
                    padding = _tuple(padding, n)
                modes = {"zeros", "reflect", "replicate", "circular"}
                if padding_mode not in modes:
                    raise ValueError(
                        f"padding_mode must be one of {modes}, but got padding_mode='{padding_mode}'"
                    )
                self.in_channels = in_channels
                self.out_channels = out_channels
                self.kernel_size = _tuple(kernel_size, n)
                self.stride = stride
                self.padding = padding
                self.dilation = _tuple(dilation, n)
                self.transposed = self._transposed
                self.output_padding = _tuple(output_padding, n)
                self.groups = groups
                self.padding_mode = padding_mode
                self._border = _border(padding, self.dilation, self.kernel_size)
                if self._transposed:
                    shape = (in_channels, out_channels // groups, *self.kernel_size)
                else:
                    shape = (out_channels, in_channels // groups, *self.kernel_size)
                self.weight = Parameter(torch.empty(shape, device=device, dtype=dtype))
                if bias:
                    self.bias = Parameter(torch.empty(out_channels, device=device, dtype=dtype))
                else:
                    self.register_parameter("bias", None)
                self.reset_parameters()

            def reset_parameters(self):
                """Draws new initial values."""
                init.kaiming_uniform_(self.weight, a=math.sqrt(5))
                if self.bias is not None:
                    fan_in, _ = init._calculate_fan_in_and_fan_out(self.weight)
                    if fan_in != 0:
                        bound = 1 / math.sqrt(fan_in)
                        init.uniform_(self.bias, -bound, bound)

            def _conv_forward(self, input, weight, bias):
                padding = self.padding
                if self.padding_mode != "zeros":
                    input = F.pad(input, self._border, mode=self.padding_mode)
                    padding = 0
                function = (F.conv1d, F.conv2d, F.conv3d)[self._dims - 1]
                return function(input, weight, bias, self.stride, padding, self.dilation, self.groups)

            def extra_repr(self):
                text = (
                    f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, "
                    f"stride={self.stride}"
                )
                n = self._dims
                if self.padding != (0,) * n:
                    text += f", padding={self.padding}"
                if self.dilation != (1,) * n:
                    text += f", dilation={self.dilation}"
                if self.output_padding != (0,) * n:
                    text += f", output_padding={self.output_padding}"
                if self.groups != 1:
                    text += f", groups={self.groups}"
                if self.bias is None:
                    text += ", bias=False"
                if self.padding_mode != "zeros":
                    text += f", padding_mode={self.padding_mode}"
                return text


        class Conv1d(_ConvNd):
            """Cross-correlation over (N, C, L)."""

            _dims = 1

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                dilation=1,
                groups=1,
                bias=True,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, 0, groups,
                    bias, padding_mode, device, dtype
                )

            def forward(self, input):
                return self._conv_forward(input, self.weight, self.bias)


        class Conv2d(_ConvNd):
            """Cross-correlation over (N, C, H, W)."""

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                dilation=1,
                groups=1,
                bias=True,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, 0, groups,
                    bias, padding_mode, device, dtype
                )

            def forward(self, input):
                return self._conv_forward(input, self.weight, self.bias)


        class Conv3d(_ConvNd):
            """Cross-correlation over (N, C, D, H, W)."""

            _dims = 3

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                dilation=1,
                groups=1,
                bias=True,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, 0, groups,
                    bias, padding_mode, device, dtype
                )

            def forward(self, input):
                return self._conv_forward(input, self.weight, self.bias)


        class _ConvTransposeNd(_ConvNd):
            _transposed = True

            def _output_padding(self, input, output_size):
                """The extra rows that give the wanted size."""
                n = self._dims
                if output_size is None:
                    return self.output_padding
                batched = input.dim() == n + 2
                size = list(output_size)
                if len(size) == n + (2 if batched else 1):
                    size = size[-n:]
                if len(size) != n:
                    raise ValueError(
                        f"ConvTranspose{n}D: for {input.dim()}D input, output_size must have {n} or "
                        f"{n + (2 if batched else 1)} elements (got {len(size)})"
                    )
                least = [
                    (input.size(d - n) - 1) * self.stride[d]
                    - 2 * self.padding[d]
                    + self.dilation[d] * (self.kernel_size[d] - 1)
                    + 1
                    for d in range(n)
                ]
                most = [low + s - 1 for low, s in zip(least, self.stride)]
                if any(not a <= m <= b for a, m, b in zip(least, size, most)):
                    raise ValueError(
                        f"requested an output size of {output_size}, but valid sizes range from {least} "
                        f"to {most} (for an input of {input.size()[-n:]})"
                    )
                return [m - a for m, a in zip(size, least)]

            def _transposed(self, input, output_size):
                extra = self._output_padding(input, output_size)
                functions = (F.conv_transpose1d, F.conv_transpose2d, F.conv_transpose3d)
                function = functions[self._dims - 1]
                return function(
                    input, self.weight, self.bias, self.stride, self.padding, extra, self.groups,
                    self.dilation
                )


        class ConvTranspose1d(_ConvTransposeNd):
            """The gradient of Conv1d as a layer."""

            _dims = 1

            def forward(self, input, output_size=None):
                return self._transposed(input, output_size)

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                output_padding=0,
                groups=1,
                bias=True,
                dilation=1,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding,
                    groups, bias, padding_mode, device, dtype
                )


        class ConvTranspose2d(_ConvTransposeNd):
            """The gradient of Conv2d as a layer."""

            def forward(self, input, output_size=None):
                return self._transposed(input, output_size)

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                output_padding=0,
                groups=1,
                bias=True,
                dilation=1,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding,
                    groups, bias, padding_mode, device, dtype
                )


        class ConvTranspose3d(_ConvTransposeNd):
            """The gradient of Conv3d as a layer."""

            _dims = 3

            def forward(self, input, output_size=None):
                return self._transposed(input, output_size)

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                output_padding=0,
                groups=1,
                bias=True,
                dilation=1,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, output_padding,
                    groups, bias, padding_mode, device, dtype
                )
        """#
}
