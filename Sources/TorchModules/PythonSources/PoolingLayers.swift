extension PythonSources {
    /// `torch.nn`: dropout.
    static let dropouts = #"""
        from torch.nn import Module, functional as F


        class _DropoutNd(Module):
            def __init__(self, p=0.5, inplace=False):
                super().__init__()
                if p < 0 or p > 1:
                    raise ValueError(
                        f"dropout probability has to be between 0 and 1, but got {p}"
                    )
                self.p = p
                self.inplace = inplace

            def extra_repr(self):
                return f"p={self.p}, inplace={self.inplace}"


        class Dropout(_DropoutNd):
            """Zeroes each element with probability p in training, scales the rest by 1/(1-p)."""

            def forward(self, input):
                return F.dropout(input, self.p, self.training, self.inplace)


        class Dropout1d(_DropoutNd):
            """Zeroes whole channels of (N, C, L)."""

            def forward(self, input):
                return F.dropout1d(input, self.p, self.training, self.inplace)


        class Dropout2d(_DropoutNd):
            """Zeroes whole channels of (N, C, H, W)."""

            def forward(self, input):
                return F.dropout2d(input, self.p, self.training, self.inplace)


        class AlphaDropout(_DropoutNd):
            """Dropout that keeps mean and variance, for SELU."""

            def forward(self, input):
                return F.alpha_dropout(input, self.p, self.training)


        class Dropout3d(_DropoutNd):
            """Zeroes whole channels of (N, C, D, H, W)."""

            def forward(self, input):
                return F.dropout3d(input, self.p, self.training, self.inplace)


        class FeatureAlphaDropout(_DropoutNd):
            """AlphaDropout of whole channels."""

            def forward(self, input):
                return F.feature_alpha_dropout(input, self.p, self.training)
        """#

    /// `torch.nn`: pooling.
    static let poolings = #"""
        from torch.nn import Module, functional as F


        def _tuple(value, n):
            """A number for each of n dimensions."""
            if isinstance(value, (tuple, list)):
                return tuple(value)
            return (value,) * n


        class _MaxPoolNd(Module):
            def __init__(
                self,
                kernel_size,
                stride=None,
                padding=0,
                dilation=1,
                return_indices=False,
                ceil_mode=False,
            ):
                super().__init__()
                self.kernel_size = kernel_size
                self.stride = stride if stride is not None else kernel_size
                self.padding = padding
                self.dilation = dilation
                self.return_indices = return_indices
                self.ceil_mode = ceil_mode

            def extra_repr(self):
                return (
                    f"kernel_size={self.kernel_size}, stride={self.stride}, "
                    f"padding={self.padding}, dilation={self.dilation}, "
                    f"ceil_mode={self.ceil_mode}"
                )


        class MaxPool1d(_MaxPoolNd):
            """The largest value of each window of (N, C, L)."""

            def forward(self, input):
                return F.max_pool1d(
                    input, self.kernel_size, self.stride, self.padding, self.dilation,
                    self.ceil_mode, self.return_indices
                )


        class MaxPool2d(_MaxPoolNd):
            """The largest value of each window of (N, C, H, W)."""

            def forward(self, input):
                return F.max_pool2d(
                    input, self.kernel_size, self.stride, self.padding, self.dilation,
                    self.ceil_mode, self.return_indices
                )


        class _AvgPoolNd(Module):
            def extra_repr(self):
                return (
                    f"kernel_size={self.kernel_size}, stride={self.stride}, "
                    f"padding={self.padding}"
                )


        class AvgPool1d(_AvgPoolNd):
            """The mean of each window of (N, C, L)."""

            def __init__(
                self,
                kernel_size,
                stride=None,
                padding=0,
                ceil_mode=False,
                count_include_pad=True,
            ):
                super().__init__()
                self.kernel_size = _tuple(kernel_size, 1)
                self.stride = _tuple(stride, 1) if stride is not None else self.kernel_size
                self.padding = _tuple(padding, 1)
                self.ceil_mode = ceil_mode
                self.count_include_pad = count_include_pad

            def forward(self, input):
                return F.avg_pool1d(
                    input, self.kernel_size, self.stride, self.padding, self.ceil_mode,
                    self.count_include_pad
                )


        class AvgPool2d(_AvgPoolNd):
            """The mean of each window of (N, C, H, W)."""

            def __init__(
                self,
                kernel_size,
                stride=None,
                padding=0,
                ceil_mode=False,
                count_include_pad=True,
                divisor_override=None,
            ):
                super().__init__()
                self.kernel_size = kernel_size
                self.stride = stride if stride is not None else kernel_size
                self.padding = padding
                self.ceil_mode = ceil_mode
                self.count_include_pad = count_include_pad
                self.divisor_override = divisor_override

            def forward(self, input):
                return F.avg_pool2d(
                    input, self.kernel_size, self.stride, self.padding, self.ceil_mode,
                    self.count_include_pad, self.divisor_override
                )


        class AvgPool3d(_AvgPoolNd):
            """The mean of each window of (N, C, D, H, W)."""

            def __init__(
                self, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True,
                divisor_override=None
            ):
                super().__init__()
                self.kernel_size = kernel_size
                self.stride = stride if stride is not None else kernel_size
                self.padding = padding
                self.ceil_mode = ceil_mode
                self.count_include_pad = count_include_pad
                self.divisor_override = divisor_override

            def forward(self, input):
                return F.avg_pool3d(
                    input, self.kernel_size, self.stride, self.padding, self.ceil_mode,
                    self.count_include_pad, self.divisor_override
                )


        class MaxPool3d(_MaxPoolNd):
            """The largest value of each window of (N, C, D, H, W)."""

            def forward(self, input):
                return F.max_pool3d(
                    input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode,
                    self.return_indices
                )


        class _MaxUnpoolNd(Module):
            def __init__(self, kernel_size, stride=None, padding=0):
                super().__init__()
                self.kernel_size = _tuple(kernel_size, self._dims)
                self.stride = _tuple(stride if stride is not None else kernel_size, self._dims)
                self.padding = _tuple(padding, self._dims)

            def forward(self, input, indices, output_size=None):
                function = (F.max_unpool1d, F.max_unpool2d, F.max_unpool3d)[self._dims - 1]
                return function(
                    input, indices, self.kernel_size, self.stride, self.padding, output_size
                )

            def extra_repr(self):
                return f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}"


        class MaxUnpool1d(_MaxUnpoolNd):
            """Puts the maxima of MaxPool1d back to their places."""

            _dims = 1


        class MaxUnpool2d(_MaxUnpoolNd):
            """Puts the maxima of MaxPool2d back to their places."""

            _dims = 2


        class MaxUnpool3d(_MaxUnpoolNd):
            """Puts the maxima of MaxPool3d back to their places."""

            _dims = 3


        class _LPPoolNd(Module):
            def __init__(self, norm_type, kernel_size, stride=None, ceil_mode=False):
                super().__init__()
                if norm_type == 0:
                    raise ValueError(f"norm_type must be a non-zero value, but got {norm_type}")
                self.norm_type = norm_type
                self.kernel_size = kernel_size
                self.stride = stride
                self.ceil_mode = ceil_mode

            def extra_repr(self):
                return (
                    f"norm_type={self.norm_type}, kernel_size={self.kernel_size}, stride={self.stride}, "
                    f"ceil_mode={self.ceil_mode}"
                )


        class LPPool1d(_LPPoolNd):
            """The p-norm of each window of (N, C, L)."""

            def forward(self, input):
                return F.lp_pool1d(
                    input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode
                )


        class LPPool2d(_LPPoolNd):
            """The p-norm of each window of (N, C, H, W)."""

            def forward(self, input):
                return F.lp_pool2d(
                    input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode
                )


        class LPPool3d(_LPPoolNd):
            """The p-norm of each window of (N, C, D, H, W)."""

            def forward(self, input):
                return F.lp_pool3d(
                    input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode
                )


        class _FractionalMaxPoolNd(Module):
            def _setup(self, kernel_size, output_size, output_ratio, return_indices, samples):
                n = self._dims
                if n == 3 and min(_tuple(kernel_size, 3)) <= 0:
                    raise ValueError(f"kernel_size must be greater than 0, but got {kernel_size}")
                self.kernel_size = _tuple(kernel_size, n)
                self.return_indices = return_indices
                self.register_buffer("_random_samples", samples)
                self.output_size = None if output_size is None else _tuple(output_size, n)
                self.output_ratio = None if output_ratio is None else _tuple(output_ratio, n)
                if output_size is None and output_ratio is None:
                    raise ValueError(
                        f"FractionalMaxPool{n}d requires specifying either an output size, or a pooling "
                        "ratio"
                    )
                if output_size is not None and output_ratio is not None:
                    raise ValueError("only one of output_size and output_ratio may be specified")
                if output_ratio is not None and not all(0 < r < 1 for r in self.output_ratio):
                    raise ValueError(f"output_ratio must be between 0 and 1 (got {output_ratio})")

            def forward(self, input):
                function = F.fractional_max_pool2d if self._dims == 2 else F.fractional_max_pool3d
                return function(
                    input, self.kernel_size, self.output_size, self.output_ratio, self.return_indices,
                    _random_samples=self._random_samples
                )


        class FractionalMaxPool2d(_FractionalMaxPoolNd):
            """The largest value of windows at random places of (N, C, H, W)."""

            _dims = 2

            def __init__(
                self, kernel_size, output_size=None, output_ratio=None, return_indices=False,
                _random_samples=None
            ):
                super().__init__()
                self._setup(kernel_size, output_size, output_ratio, return_indices, _random_samples)


        class FractionalMaxPool3d(_FractionalMaxPoolNd):
            """The largest value of windows at random places of (N, C, D, H, W)."""

            _dims = 3

            def __init__(
                self, kernel_size, output_size=None, output_ratio=None, return_indices=False,
                _random_samples=None
            ):
                super().__init__()
                self._setup(kernel_size, output_size, output_ratio, return_indices, _random_samples)
        """#
}
