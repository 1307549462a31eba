extension PythonSources {
    /// `torch.nn`: activations.
    static let activations = #"""
        import warnings

        import torch
        from torch.nn import Module, Parameter, functional as F


        class Threshold(Module):
            """x above the threshold, else value."""

            def __init__(self, threshold, value, inplace=False):
                super().__init__()
                self.threshold = threshold
                self.value = value
                self.inplace = inplace

            def forward(self, input):
                return F.threshold(input, self.threshold, self.value, self.inplace)

            def extra_repr(self):
                return f"threshold={self.threshold}, value={self.value}" + _inplace(self, ", ")


        def _inplace(module, before=""):
            return before + "inplace=True" if module.inplace else ""


        class ReLU(Module):
            """max(0, x)."""

            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace

            def forward(self, input):
                return F.relu(input, inplace=self.inplace)

            def extra_repr(self):
                return _inplace(self)


        class RReLU(Module):
            """LeakyReLU whose slope is random in training."""

            def __init__(self, lower=1.0 / 8, upper=1.0 / 3, inplace=False):
                super().__init__()
                self.lower = lower
                self.upper = upper
                self.inplace = inplace

            def forward(self, input):
                return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)

            def extra_repr(self):
                return f"lower={self.lower}, upper={self.upper}" + _inplace(self, ", ")


        class Hardtanh(Module):
            """x clipped to [min_val, max_val]."""

            def __init__(
                self, min_val=-1.0, max_val=1.0, inplace=False, min_value=None, max_value=None
            ):
                super().__init__()
                for name, value in (("min", min_value), ("max", max_value)):
                    if value is not None:
                        warnings.warn(
                            f"keyword argument `{name}_value` is deprecated and renamed to "
                            f"`{name}_val`",
                            FutureWarning,
                            stacklevel=2,
                        )
                self.min_val = min_val if min_value is None else min_value
                self.max_val = max_val if max_value is None else max_value
                self.inplace = inplace
                if self.max_val <= self.min_val:
                    raise AssertionError(
                        f"max_val ({self.max_val}) must be greater than min_val ({self.min_val})"
                    )

            def forward(self, input):
                return F.hardtanh(input, self.min_val, self.max_val, self.inplace)

            def extra_repr(self):
                return f"min_val={self.min_val}, max_val={self.max_val}" + _inplace(self, ", ")


        class ReLU6(Hardtanh):
            """min(max(0, x), 6)."""

            def __init__(self, inplace=False):
                super().__init__(0.0, 6.0, inplace)

            def extra_repr(self):
                return _inplace(self)


        class Sigmoid(Module):
            """1 / (1 + e⁻ˣ)."""

            def forward(self, input):
                return torch.sigmoid(input)


        class Hardsigmoid(Module):
            """(x + 3) / 6, clipped to [0, 1]."""

            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace

            def forward(self, input):
                return F.hardsigmoid(input, self.inplace)


        class Tanh(Module):
            """The hyperbolic tangent."""

            def forward(self, input):
                return torch.tanh(input)


        class SiLU(Module):
            """x · sigmoid(x)."""

            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace

            def forward(self, input):
                return F.silu(input, inplace=self.inplace)

            def extra_repr(self):
                return _inplace(self)


        class Mish(Module):
            """x · tanh(softplus(x))."""

            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace

            def forward(self, input):
                return F.mish(input, inplace=self.inplace)

            def extra_repr(self):
                return _inplace(self)


        class Hardswish(Module):
            """x · hardsigmoid(x)."""

            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace

            def forward(self, input):
                return F.hardswish(input, self.inplace)


        class ELU(Module):
            """x where positive, else alpha · (eˣ - 1)."""

            def __init__(self, alpha=1.0, inplace=False):
                super().__init__()
                self.alpha = alpha
                self.inplace = inplace

            def forward(self, input):
                return F.elu(input, self.alpha, self.inplace)

            def extra_repr(self):
                return f"alpha={self.alpha}" + _inplace(self, ", ")


        class CELU(Module):
            """max(0, x) + min(0, alpha · (e^(x/alpha) - 1))."""

            def __init__(self, alpha=1.0, inplace=False):
                super().__init__()
                self.alpha = alpha
                self.inplace = inplace

            def forward(self, input):
                return F.celu(input, self.alpha, self.inplace)

            def extra_repr(self):
                return f"alpha={self.alpha}" + _inplace(self, ", ")


        class SELU(Module):
            """Scaled ELU."""

            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace

            def forward(self, input):
                return F.selu(input, self.inplace)

            def extra_repr(self):
                return _inplace(self)


        class GLU(Module):
            """The first half times the sigmoid of the second."""

            def __init__(self, dim=-1):
                super().__init__()
                self.dim = dim

            def forward(self, input):
                return F.glu(input, self.dim)

            def extra_repr(self):
                return f"dim={self.dim}"


        class GELU(Module):
            """x · Φ(x)."""

            def __init__(self, approximate="none"):
                super().__init__()
                self.approximate = approximate

            def forward(self, input):
                return F.gelu(input, approximate=self.approximate)

            def extra_repr(self):
                return f"approximate={self.approximate!r}"


        class Hardshrink(Module):
            """x outside of [-lambd, lambd], else 0."""

            def __init__(self, lambd=0.5):
                super().__init__()
                self.lambd = lambd

            def forward(self, input):
                return F.hardshrink(input, self.lambd)

            def extra_repr(self):
                return f"{self.lambd}"


        class LeakyReLU(Module):
            """x where positive, else negative_slope · x."""

            def __init__(self, negative_slope=1e-2, inplace=False):
                super().__init__()
                self.negative_slope = negative_slope
                self.inplace = inplace

            def forward(self, input):
                return F.leaky_relu(input, self.negative_slope, self.inplace)

            def extra_repr(self):
                return f"negative_slope={self.negative_slope}" + _inplace(self, ", ")


        class LogSigmoid(Module):
            """log sigmoid(x)."""

            def forward(self, input):
                return F.logsigmoid(input)


        class Softplus(Module):
            """log(1 + e^(beta x)) / beta."""

            def __init__(self, beta=1.0, threshold=20.0):
                super().__init__()
                self.beta = beta
                self.threshold = threshold

            def forward(self, input):
                return F.softplus(input, self.beta, self.threshold)

            def extra_repr(self):
                return f"beta={self.beta}, threshold={self.threshold}"


        class Softshrink(Module):
            """x moved by lambd towards 0."""

            def __init__(self, lambd=0.5):
                super().__init__()
                self.lambd = lambd

            def forward(self, input):
                return F.softshrink(input, self.lambd)

            def extra_repr(self):
                return str(self.lambd)


        class PReLU(Module):
            """LeakyReLU with a learned slope."""

            def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
                self.num_parameters = num_parameters
                super().__init__()
                self.init = init
                self.weight = Parameter(torch.empty(num_parameters, device=device, dtype=dtype))
                self.reset_parameters()

            def reset_parameters(self):
                """The initial slope."""
                torch.nn.init.constant_(self.weight, self.init)

            def forward(self, input):
                return F.prelu(input, self.weight)

            def extra_repr(self):
                return f"num_parameters={self.num_parameters}"


        class Softsign(Module):
            """x / (1 + |x|)."""

            def forward(self, input):
                return F.softsign(input)


        class Tanhshrink(Module):
            """x - tanh(x)."""

            def forward(self, input):
                return F.tanhshrink(input)


        class Softmin(Module):
            """softmax of -x along dim."""

            def __init__(self, dim=None):
                super().__init__()
                self.dim = dim

            def forward(self, input):
                return F.softmin(input, self.dim, _stacklevel=5)

            def extra_repr(self):
                return f"dim={self.dim}"


        class Softmax(Module):
            """eˣ over the sum of eˣ along dim."""

            def __init__(self, dim=None):
                super().__init__()
                if dim is not None and not isinstance(dim, int):
                    raise TypeError(f"dim must be an int or None, got {type(dim)}")
                self.dim = dim

            def forward(self, input):
                return F.softmax(input, self.dim, _stacklevel=5)

            def extra_repr(self):
                return f"dim={self.dim}"


        class Softmax2d(Module):
            """softmax over the channels of (N, C, H, W)."""

            def forward(self, input):
                if input.dim() not in (3, 4):
                    raise ValueError(
                        f"Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead"
                    )
                return F.softmax(input, -3, _stacklevel=5)


        class LogSoftmax(Module):
            """The logarithm of softmax along dim."""

            def __init__(self, dim=None):
                super().__init__()
                if dim is not None and not isinstance(dim, int):
                    raise TypeError(f"dim must be an int or None, got {type(dim)}")
                self.dim = dim

            def forward(self, input):
                return F.log_softmax(input, self.dim, _stacklevel=5)

            def extra_repr(self):
                return f"dim={self.dim}"
        """#
}
