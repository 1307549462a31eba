extension PythonSources {
    /// `torch.nn`: layers that learn their input's size from the first input.
    static let lazyLayers = #"""
        import torch
        from torch.nn import (
            BatchNorm1d,
            BatchNorm2d,
            BatchNorm3d,
            Conv1d,
            Conv2d,
            Conv3d,
            ConvTranspose1d,
            ConvTranspose2d,
            ConvTranspose3d,
            InstanceNorm1d,
            InstanceNorm2d,
            InstanceNorm3d,
            Linear,
            UninitializedBuffer,
            UninitializedParameter,
        )
        from torch.nn.parameter import is_lazy


        class LazyModuleMixin:
            """A layer that learns its input's size from the first input."""

            def has_uninitialized_params(self):
                """Whether a parameter or buffer has no shape yet."""
                parts = list(self._parameters.values()) + list(self._buffers.values())
                return any(is_lazy(part) for part in parts)

            def __call__(self, *args, **kwargs):
                if type(self) is not self.cls_to_become:
                    with torch.no_grad():
                        self.initialize_parameters(*args, **kwargs)
                    self._become(self.cls_to_become)
                    return self(*args, **kwargs)
                return super().__call__(*args, **kwargs)

            def _materialize(self, name, *shape):
                part = getattr(self, name, None)
                if is_lazy(part):
                    part.materialize(shape)

            def _save_to_state_dict(self, destination, prefix, keep_vars):
                for name, value in self._parameters.items():
                    if value is not None:
                        keep = keep_vars or is_lazy(value)
                        destination[prefix + name] = value if keep else value.detach()
                for name, value in self._buffers.items():
                    if value is not None and name not in self._non_persistent_buffers_set:
                        keep = keep_vars or is_lazy(value)
                        destination[prefix + name] = value if keep else value.detach()

            def _load_from_state_dict(self, state_dict, prefix, *rest):
                parts = [*self._parameters.items(), *self._buffers.items()]
                for name, part in parts:
                    given = state_dict.get(prefix + name)
                    if is_lazy(part) and given is not None and not is_lazy(given):
                        with torch.no_grad():
                            part.materialize(given.shape)
                super()._load_from_state_dict(state_dict, prefix, *rest)


        def _empty(device, dtype):
            return UninitializedParameter(device=device, dtype=dtype)


        class LazyLinear(LazyModuleMixin, Linear):
            """Linear whose in_features come from the first input."""

            cls_to_become = Linear

            def __init__(self, out_features, bias=True, device=None, dtype=None):
                super().__init__(0, 0, False)
                self.weight = _empty(device, dtype)
                self.out_features = out_features
                if bias:
                    self.bias = _empty(device, dtype)

            def reset_parameters(self):
                """Draws new initial values, once the size is known."""
                if not self.has_uninitialized_params() and self.in_features != 0:
                    super().reset_parameters()

            def initialize_parameters(self, input):
                """Takes the size of the first input."""
                if self.has_uninitialized_params():
                    self.in_features = input.shape[-1]
                    self._materialize("weight", self.out_features, self.in_features)
                    self._materialize("bias", self.out_features)
                    self.reset_parameters()
                if self.in_features == 0:
                    self.in_features = input.shape[-1]


        class _LazyConv(LazyModuleMixin):
            def _lazy(self, out_channels, kernel_size, bias, device, dtype, **options):
                super().__init__(0, 0, kernel_size, bias=False, **options)
                self.weight = _empty(device, dtype)
                self.out_channels = out_channels
                if bias:
                    self.bias = _empty(device, dtype)

            def reset_parameters(self):
                """Draws new initial values, once the size is known."""
                if not self.has_uninitialized_params() and self.in_channels != 0:
                    super().reset_parameters()

            def initialize_parameters(self, input, *args, **kwargs):
                """Takes the channels of the first input."""
                dims = len(self.kernel_size)
                if self.has_uninitialized_params():
                    if input.dim() not in (dims + 1, dims + 2):
                        raise RuntimeError(
                            f"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to "
                            f"{type(self).__name__}, but got input of size: {input.shape}"
                        )
                    self.in_channels = channels = input.shape[-dims - 1]
                    if channels % self.groups != 0:
                        raise ValueError("in_channels must be divisible by groups")
                    if self.transposed:
                        pair = (channels, self.out_channels // self.groups)
                    else:
                        pair = (self.out_channels, channels // self.groups)
                    self._materialize("weight", *pair, *self.kernel_size)
                    self._materialize("bias", self.out_channels)
                    self.reset_parameters()
                if self.in_channels == 0:
                    self.in_channels = input.shape[-dims - 1]


        class _LazyPlainConv(_LazyConv):
            def __init__(
                self, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True,
                padding_mode="zeros", device=None, dtype=None
            ):
                self._lazy(
                    out_channels, kernel_size, bias, device, dtype, stride=stride, padding=padding,
                    dilation=dilation, groups=groups, padding_mode=padding_mode
                )


        class _LazyTransposedConv(_LazyConv):
            def __init__(
                self, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1,
                bias=True, dilation=1, padding_mode="zeros", device=None, dtype=None
            ):
                self._lazy(
                    out_channels, kernel_size, bias, device, dtype, stride=stride, padding=padding,
                    output_padding=output_padding, groups=groups, dilation=dilation,
                    padding_mode=padding_mode
                )


        class LazyConv1d(_LazyPlainConv, Conv1d):
            """Conv1d whose in_channels come from the first input."""

            cls_to_become = Conv1d


        class LazyConv2d(_LazyPlainConv, Conv2d):
            """Conv2d whose in_channels come from the first input."""

            cls_to_become = Conv2d


        class LazyConv3d(_LazyPlainConv, Conv3d):
            """Conv3d whose in_channels come from the first input."""

            cls_to_become = Conv3d


        class LazyConvTranspose1d(_LazyTransposedConv, ConvTranspose1d):
            """ConvTranspose1d whose in_channels come from the first input."""

            cls_to_become = ConvTranspose1d


        class LazyConvTranspose2d(_LazyTransposedConv, ConvTranspose2d):
            """ConvTranspose2d whose in_channels come from the first input."""

            cls_to_become = ConvTranspose2d


        class LazyConvTranspose3d(_LazyTransposedConv, ConvTranspose3d):
            """ConvTranspose3d whose in_channels come from the first input."""

            cls_to_become = ConvTranspose3d


        class _LazyNorm(LazyModuleMixin):
            def __init__(
                self, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None,
                dtype=None, *, bias=True
            ):
                super().__init__(0, eps, momentum, False, False)
                self.affine = affine
                self.track_running_stats = track = track_running_stats
                if affine:
                    self.weight = _empty(device, dtype)
                    if bias:
                        self.bias = _empty(device, dtype)
                if track:
                    self.running_mean = UninitializedBuffer(device=device, dtype=dtype)
                    self.running_var = UninitializedBuffer(device=device, dtype=dtype)
                    self.num_batches_tracked = torch.tensor(0)

            def reset_parameters(self):
                """γ = 1, β = 0, once the size is known."""
                if not self.has_uninitialized_params() and self.num_features != 0:
                    super().reset_parameters()

            def initialize_parameters(self, input):
                """Takes the channels of the first input."""
                if self.has_uninitialized_params():
                    self.num_features = input.shape[1]
                    for name in ("weight", "bias", "running_mean", "running_var"):
                        self._materialize(name, self.num_features)
                    self.reset_parameters()
                if self.num_features == 0:
                    self.num_features = input.shape[1]


        class LazyBatchNorm1d(_LazyNorm, BatchNorm1d):
            """BatchNorm1d whose num_features come from the first input."""

            cls_to_become = BatchNorm1d


        class LazyBatchNorm2d(_LazyNorm, BatchNorm2d):
            """BatchNorm2d whose num_features come from the first input."""

            cls_to_become = BatchNorm2d


        class LazyBatchNorm3d(_LazyNorm, BatchNorm3d):
            """BatchNorm3d whose num_features come from the first input."""

            cls_to_become = BatchNorm3d


        class LazyInstanceNorm1d(_LazyNorm, InstanceNorm1d):
            """InstanceNorm1d whose num_features come from the first input."""

            cls_to_become = InstanceNorm1d


        class LazyInstanceNorm2d(_LazyNorm, InstanceNorm2d):
            """InstanceNorm2d whose num_features come from the first input."""

            cls_to_become = InstanceNorm2d


        class LazyInstanceNorm3d(_LazyNorm, InstanceNorm3d):
            """InstanceNorm3d whose num_features come from the first input."""

            cls_to_become = InstanceNorm3d
        """#
}
