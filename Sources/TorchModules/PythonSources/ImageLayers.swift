extension PythonSources {
    /// `torch.nn`: borders.
    static let padding = #"""
        from torch.nn import Module, functional as F


        def _sides(padding, n):
            return tuple(padding) if isinstance(padding, (tuple, list, str)) else (padding,) * (2 * n)


        class _ConstantPadNd(Module):
            def forward(self, input):
                return F.pad(input, self.padding, "constant", self.value)

            def extra_repr(self):
                return f"padding={self.padding}, value={self.value}"


        class ConstantPad1d(_ConstantPadNd):
            """A border of one value along the last dimension."""

            def __init__(self, padding, value):
                super().__init__()
                self.padding = _sides(padding, 1)
                self.value = value


        class ConstantPad2d(_ConstantPadNd):
            """A border of one value around images."""

            def __init__(self, padding, value):
                super().__init__()
                self.padding = _sides(padding, 2)
                self.value = value


        class ConstantPad3d(_ConstantPadNd):
            """A border of one value around volumes."""

            def __init__(self, padding, value):
                super().__init__()
                self.padding = _sides(padding, 3)
                self.value = value


        class _PadNd(Module):
            def forward(self, input):
                n = len(self.padding) // 2
                if self._mode == "circular" and input.dim() not in (n + 1, n + 2):
                    raise ValueError(
                        f"expected {n + 1}D or {n + 2}D input (got {input.dim()}D input)"
                    )
                return F.pad(input, self.padding, self._mode)

            def extra_repr(self):
                return f"{self.padding}"


        class CircularPad1d(_PadNd):
            """A border from the opposite side."""

            _mode = "circular"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 1)


        class CircularPad2d(_PadNd):
            """A border from the opposite side."""

            _mode = "circular"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 2)


        class CircularPad3d(_PadNd):
            """A border from the opposite side."""

            _mode = "circular"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 3)


        class ReflectionPad1d(_PadNd):
            """A border that mirrors the inside."""

            _mode = "reflect"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 1)


        class ReflectionPad2d(_PadNd):
            """A border that mirrors the inside."""

            _mode = "reflect"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 2)


        class ReflectionPad3d(_PadNd):
            """A border that mirrors the inside."""

            _mode = "reflect"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 3)


        class ReplicationPad1d(_PadNd):
            """A border that repeats the edge."""

            _mode = "replicate"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 1)


        class ReplicationPad2d(_PadNd):
            """A border that repeats the edge."""

            _mode = "replicate"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 2)


        class ReplicationPad3d(_PadNd):
            """A border that repeats the edge."""

            _mode = "replicate"

            def __init__(self, padding):
                super().__init__()
                self.padding = _sides(padding, 3)


        class ZeroPad1d(ConstantPad1d):
            """A border of zeros."""

            def __init__(self, padding):
                super().__init__(padding, 0.0)

            def extra_repr(self):
                return f"{self.padding}"


        class ZeroPad2d(ConstantPad2d):
            """A border of zeros."""

            def __init__(self, padding):
                super().__init__(padding, 0.0)

            def extra_repr(self):
                return f"{self.padding}"


        class ZeroPad3d(ConstantPad3d):
            """A border of zeros."""

            def __init__(self, padding):
                super().__init__(padding, 0.0)

            def extra_repr(self):
                return f"{self.padding}"
        """#

    /// `torch.nn`: images of another size.
    static let upsampling = #"""
        from torch.nn import Module, functional as F


        class Upsample(Module):
            """Images of another size."""

            def __init__(
                self, size=None, scale_factor=None, mode="nearest", align_corners=None,
                recompute_scale_factor=None
            ):
                super().__init__()
                self.name = type(self).__name__
                self.size = size
                if isinstance(scale_factor, tuple):
                    self.scale_factor = tuple(float(factor) for factor in scale_factor)
                else:
                    self.scale_factor = float(scale_factor) if scale_factor else None
                self.mode = mode
                self.align_corners = align_corners
                self.recompute_scale_factor = recompute_scale_factor

            def forward(self, input):
                return F.interpolate(
                    input, self.size, self.scale_factor, self.mode, self.align_corners,
                    recompute_scale_factor=self.recompute_scale_factor
                )

            def extra_repr(self):
                if self.scale_factor is not None:
                    text = "scale_factor=" + repr(self.scale_factor)
                else:
                    text = "size=" + repr(self.size)
                return text + ", mode=" + repr(self.mode)


        class UpsamplingNearest2d(Upsample):
            """Images of another size by the nearest pixel."""

            def __init__(self, size=None, scale_factor=None):
                super().__init__(size, scale_factor, mode="nearest")


        class UpsamplingBilinear2d(Upsample):
            """Images of another size by bilinear interpolation."""

            def __init__(self, size=None, scale_factor=None):
                super().__init__(size, scale_factor, mode="bilinear", align_corners=True)
        """#

    /// `torch.nn`: pixels and channels exchanged.
    static let pixelShuffles = #"""
        from torch.nn import Module, functional as F


        class PixelShuffle(Module):
            """(…, C r², H, W) → (…, C, H r, W r)."""

            def __init__(self, upscale_factor):
                super().__init__()
                self.upscale_factor = upscale_factor

            def forward(self, input):
                return F.pixel_shuffle(input, self.upscale_factor)

            def extra_repr(self):
                return f"upscale_factor={self.upscale_factor}"


        class PixelUnshuffle(Module):
            """(…, C, H r, W r) → (…, C r², H, W)."""

            def __init__(self, downscale_factor):
                super().__init__()
                self.downscale_factor = downscale_factor

            def forward(self, input):
                return F.pixel_unshuffle(input, self.downscale_factor)

            def extra_repr(self):
                return f"downscale_factor={self.downscale_factor}"
        """#

    /// `torch.nn`: channels dealt out.
    static let channelShuffles = #"""
        from torch.nn import Module, functional as F


        class ChannelShuffle(Module):
            """The channels of the groups dealt out in turn."""

            def __init__(self, groups):
                super().__init__()
                self.groups = groups

            def forward(self, input):
                return F.channel_shuffle(input, self.groups)

            def extra_repr(self):
                return f"groups={self.groups}"
        """#

    /// `torch.nn`: windows as columns.
    static let folds = #"""
        from torch.nn import Module, functional as F


        class Fold(Module):
            """Adds columns up to images."""

            def __init__(self, output_size, kernel_size, dilation=1, padding=0, stride=1):
                super().__init__()
                self.output_size = output_size
                self.kernel_size = kernel_size
                self.dilation = dilation
                self.padding = padding
                self.stride = stride

            def forward(self, input):
                return F.fold(
                    input, self.output_size, self.kernel_size, self.dilation, self.padding, self.stride
                )

            def extra_repr(self):
                return (
                    f"output_size={self.output_size}, kernel_size={self.kernel_size}, "
                    f"dilation={self.dilation}, padding={self.padding}, stride={self.stride}"
                )


        class Unfold(Module):
            """The windows of images as columns."""

            def __init__(self, kernel_size, dilation=1, padding=0, stride=1):
                super().__init__()
                self.kernel_size = kernel_size
                self.dilation = dilation
                self.padding = padding
                self.stride = stride

            def forward(self, input):
                return F.unfold(input, self.kernel_size, self.dilation, self.padding, self.stride)

            def extra_repr(self):
                return (
                    f"kernel_size={self.kernel_size}, dilation={self.dilation}, "
                    f"padding={self.padding}, stride={self.stride}"
                )
        """#

    /// `torch.nn`: distances.
    static let distances = #"""
        from torch.nn import Module, functional as F


        class PairwiseDistance(Module):
            """The p-norm of x1 - x2 + eps along the last dimension."""

            def __init__(self, p=2.0, eps=1e-6, keepdim=False):
                super().__init__()
                self.norm = p
                self.eps = eps
                self.keepdim = keepdim

            def forward(self, x1, x2):
                return F.pairwise_distance(x1, x2, self.norm, self.eps, self.keepdim)


        class CosineSimilarity(Module):
            """The cosine of the angle along a dimension."""

            def __init__(self, dim=1, eps=1e-8):
                super().__init__()
                self.dim = dim
                self.eps = eps

            def forward(self, x1, x2):
                return F.cosine_similarity(x1, x2, self.dim, self.eps)
        """#
}
