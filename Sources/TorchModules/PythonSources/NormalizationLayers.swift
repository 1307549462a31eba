extension PythonSources {
    /// `torch.nn`: batch normalization.
    static let batchnorm = #"""
        import torch
        from torch.nn import Module, Parameter, functional as F, init


        class _NormBase(Module):
            _version = 2

            _track = False

            def _setup(
                self, num_features, eps, momentum, affine, track_running_stats, device, dtype,
                bias=True
            ):
                super().__init__()
                self.num_features = num_features
                self.eps = eps
                self.momentum = momentum
                self.affine = affine
                self.track_running_stats = track_running_stats
                if affine:
                    self.weight = Parameter(torch.empty(num_features, device=device, dtype=dtype))
                else:
                    self.register_parameter("weight", None)
                if affine and bias:
                    self.bias = Parameter(torch.empty(num_features, device=device, dtype=dtype))
                else:
                    self.register_parameter("bias", None)
                if track_running_stats:
                    self.register_buffer(
                        "running_mean", torch.zeros(num_features, device=device, dtype=dtype)
                    )
                    self.register_buffer(
                        "running_var", torch.ones(num_features, device=device, dtype=dtype)
                    )
                    self.register_buffer("num_batches_tracked", torch.tensor(0))
                else:
                    self.register_buffer("running_mean", None)
                    self.register_buffer("running_var", None)
                    self.register_buffer("num_batches_tracked", None)
                self.reset_parameters()

            # Since version 2 the batches are counted, too.
            def _load_from_state_dict(self, state_dict, prefix, local_metadata, *rest):
                version = local_metadata.get("version", None)
                counter = prefix + "num_batches_tracked"
                if (version is None or version < 2) and self.track_running_stats:
                    if counter not in state_dict:
                        known = self.num_batches_tracked
                        state_dict[counter] = torch.tensor(0) if known is None else known
                super()._load_from_state_dict(state_dict, prefix, local_metadata, *rest)

            def reset_running_stats(self):
                """Mean 0, variance 1, no batch seen."""
                if self.track_running_stats:
                    self.running_mean.zero_()
                    self.running_var.fill_(1)
                    self.num_batches_tracked.zero_()

            def reset_parameters(self):
                """γ = 1, β = 0, and fresh running statistics."""
                self.reset_running_stats()
                if self.affine:
                    init.ones_(self.weight)
                    if self.bias is not None:
                        init.zeros_(self.bias)

            def extra_repr(self):
                return (
                    f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, "
                    f"affine={self.affine}, bias={self.bias is not None}, "
                    f"track_running_stats={self.track_running_stats}"
                )


        class _BatchNorm(_NormBase):
            def __init__(
                self,
                num_features,
                eps=1e-5,
                momentum=0.1,
                affine=True,
                track_running_stats=True,
                device=None,
                dtype=None,
                *,
                bias=True,
            ):
                self._setup(
                    num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
                )

            def forward(self, input):
                self._check_input_dim(input)
                factor = 0.0 if self.momentum is None else self.momentum
                training = self.training
                if training and self.track_running_stats and self.num_batches_tracked is not None:
                    self.num_batches_tracked.add_(1)
                    if self.momentum is None:
                        factor = 1.0 / self.num_batches_tracked.item()
                running_mean, running_var = self.running_mean, self.running_var
                use_batch = training or (running_mean is None and running_var is None)
                if training and not self.track_running_stats:
                    running_mean = running_var = None
                return F.batch_norm(
                    input, running_mean, running_var, self.weight, self.bias, use_batch, factor,
                    self.eps
                )


        class BatchNorm1d(_BatchNorm):
            """Normalizes each feature of (N, C) or (N, C, L) over the batch."""

            def _check_input_dim(self, input):
                if input.dim() != 2 and input.dim() != 3:
                    raise ValueError(f"expected 2D or 3D input (got {input.dim()}D input)")


        class BatchNorm2d(_BatchNorm):
            """Normalizes each channel of (N, C, H, W) over N, H and W."""

            def _check_input_dim(self, input):
                if input.dim() != 4:
                    raise ValueError(f"expected 4D input (got {input.dim()}D input)")


        class BatchNorm3d(_BatchNorm):
            """Normalizes each channel of (N, C, D, H, W) over all else."""

            def _check_input_dim(self, input):
                if input.dim() != 5:
                    raise ValueError(f"expected 5D input (got {input.dim()}D input)")


        class SyncBatchNorm(_BatchNorm):
            """Batch normalization across processes, of which there is one."""

            def __init__(
                self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True,
                process_group=None, device=None, dtype=None, *, bias=True
            ):
                super().__init__(
                    num_features, eps, momentum, affine, track_running_stats, device, dtype, bias=bias
                )
                self.process_group = process_group

            def _check_input_dim(self, input):
                if input.dim() < 2:
                    raise ValueError(f"expected at least 2D input (got {input.dim()}D input)")

            @classmethod
            def convert_sync_batchnorm(cls, module, process_group=None):
                """The module as it is: there is one process."""
                return module
        """#

    /// `torch.nn`: instance normalization.
    static let instancenorm = #"""
        import warnings

        from torch.nn import _NormBase, functional as F


        class _InstanceNorm(_NormBase):
            def __init__(
                self, num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False,
                device=None, dtype=None, *, bias=True
            ):
                self._setup(
                    num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
                )

            def forward(self, input):
                dims = self._dims
                if input.dim() not in (dims + 1, dims + 2):
                    raise ValueError(
                        f"expected {dims + 1}D or {dims + 2}D input (got {input.dim()}D input)"
                    )
                unbatched = input.dim() == dims + 1
                channels = input.size(0 if unbatched else 1)
                if channels != self.num_features:
                    if self.affine:
                        raise ValueError(
                            f"expected input's size at dim={0 if unbatched else 1} to match num_features "
                            f"({self.num_features}), but got: {channels}."
                        )
                    warnings.warn(
                        f"input's size at dim={0 if unbatched else 1} does not match num_features. You "
                        "can silence this warning by not passing in num_features, which is not used "
                        "because affine=False"
                    )
                out = F.instance_norm(
                    input.unsqueeze(0) if unbatched else input, self.running_mean, self.running_var,
                    self.weight, self.bias, self.training or not self.track_running_stats,
                    self.momentum if self.momentum is not None else 0.0, self.eps
                )
                return out.squeeze(0) if unbatched else out


        class InstanceNorm1d(_InstanceNorm):
            """Normalizes each channel of each sample of (N, C, L)."""

            _dims = 1


        class InstanceNorm2d(_InstanceNorm):
            """Normalizes each channel of each image of (N, C, H, W)."""

            _dims = 2


        class InstanceNorm3d(_InstanceNorm):
            """Normalizes each channel of each sample of (N, C, D, H, W)."""

            _dims = 3
        """#

    /// `torch.nn`: normalization of single samples.
    static let normalization = #"""
        import torch
        from torch.nn import Module, Parameter, functional as F, init


        class LocalResponseNorm(Module):
            """Divides by a power of the neighbouring channels' mean square."""

            def __init__(self, size, alpha=1e-4, beta=0.75, k=1.0):
                super().__init__()
                self.size = size
                self.alpha = alpha
                self.beta = beta
                self.k = k

            def forward(self, input):
                return F.local_response_norm(input, self.size, self.alpha, self.beta, self.k)

            def extra_repr(self):
                return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"


        class LayerNorm(Module):
            """Normalizes over the last dimensions."""

            def __init__(
                self,
                normalized_shape,
                eps=1e-5,
                elementwise_affine=True,
                bias=True,
                device=None,
                dtype=None,
            ):
                super().__init__()
                self.normalized_shape = tuple(
                    (normalized_shape,) if isinstance(normalized_shape, int) else normalized_shape
                )
                self.eps = eps
                self.elementwise_affine = elementwise_affine
                for name, wanted in (
                    ("weight", elementwise_affine),
                    ("bias", elementwise_affine and bias),
                ):
                    if wanted:
                        tensor = torch.empty(self.normalized_shape, device=device, dtype=dtype)
                        self.register_parameter(name, Parameter(tensor))
                    else:
                        self.register_parameter(name, None)
                self.reset_parameters()

            def reset_parameters(self):
                """Weights 1, biases 0."""
                if self.weight is not None:
                    init.ones_(self.weight)
                if self.bias is not None:
                    init.zeros_(self.bias)

            def forward(self, input):
                return F.layer_norm(
                    input, self.normalized_shape, self.weight, self.bias, self.eps
                )

            def extra_repr(self):
                return (
                    f"{self.normalized_shape}, eps={self.eps}, "
                    f"elementwise_affine={self.elementwise_affine}, bias={self.bias is not None}"
                )


        class GroupNorm(Module):
            """Normalizes groups of channels of each sample."""

            def __init__(
                self, num_groups, num_channels, eps=1e-5, affine=True, device=None, dtype=None,
                *, bias=True
            ):
                super().__init__()
                if num_channels % num_groups != 0:
                    raise ValueError(
                        f"num_channels ({num_channels}) must be divisible by num_groups "
                        f"({num_groups})"
                    )
                self.num_groups = num_groups
                self.num_channels = num_channels
                self.eps = eps
                self.affine = affine
                for name, wanted in (("weight", affine), ("bias", affine and bias)):
                    if wanted:
                        tensor = torch.empty(num_channels, device=device, dtype=dtype)
                        self.register_parameter(name, Parameter(tensor))
                    else:
                        self.register_parameter(name, None)
                self.reset_parameters()

            def reset_parameters(self):
                """Weights 1, biases 0."""
                if self.weight is not None:
                    init.ones_(self.weight)
                if self.bias is not None:
                    init.zeros_(self.bias)

            def forward(self, input):
                return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

            def extra_repr(self):
                return (
                    f"{self.num_groups}, {self.num_channels}, eps={self.eps}, "
                    f"affine={self.affine}, bias={self.bias is not None}"
                )


        class RMSNorm(Module):
            """Divides by the root mean square of the last dimensions."""

            def __init__(
                self, normalized_shape, eps=None, elementwise_affine=True, device=None, dtype=None
            ):
                super().__init__()
                if isinstance(normalized_shape, int):
                    normalized_shape = (normalized_shape,)
                self.normalized_shape = tuple(normalized_shape)
                self.eps = eps
                self.elementwise_affine = elementwise_affine
                if elementwise_affine:
                    tensor = torch.empty(self.normalized_shape, device=device, dtype=dtype)
                    self.weight = Parameter(tensor)
                else:
                    self.register_parameter("weight", None)
                self.reset_parameters()

            def reset_parameters(self):
                """Weights 1."""
                if self.elementwise_affine:
                    init.ones_(self.weight)

            def forward(self, x):
                return F.rms_norm(x, self.normalized_shape, self.weight, self.eps)

            def extra_repr(self):
                return (
                    f"{self.normalized_shape}, eps={self.eps}, "
                    f"elementwise_affine={self.elementwise_affine}"
                )
        """#
}
