extension PythonSources {
    /// `torch.nn.functional`: activations and dropout.
    static let functionalActivations = #"""
        import math
        import warnings

        import torch
        from _cnnlab import composite, overwrite
        from torch.nn import functional as F


        def _into(input, function, inplace, name="input"):
            return overwrite(input, function, name + "_") if inplace else function(input)


        def _real_only(input, kernel):
            if isinstance(input, torch.Tensor) and not input.is_floating_point():
                raise NotImplementedError(f'"{kernel}" not implemented for \'{_KINDS[input.dtype]}\'')


        _KINDS = {
            torch.int64: "Long", torch.int32: "Int", torch.uint8: "Byte", torch.bool: "Bool"
        }


        def celu(input, alpha=1.0, inplace=False):
            """max(0, x) + min(0, alpha · (e^(x/alpha) - 1))."""
            if not isinstance(alpha, (int, float)):
                raise TypeError(
                    f"celu(): argument 'alpha' (position 2) must be Number, not {type(alpha).__name__}"
                )
            if alpha == 0:
                raise RuntimeError("ZeroDivisionError: alpha cannot be 0 for CELU")
            return _into(input, lambda x: F._celu(x, float(alpha)), inplace, "celu")


        def mish(input, inplace=False):
            """x · tanh(softplus(x))."""
            return _into(input, lambda x: F._mish(x), inplace, "mish")


        def hardsigmoid(input, inplace=False):
            """(x + 3) / 6, clipped to [0, 1]."""
            _real_only(input, "hardsigmoid_cpu")
            return _into(input, lambda x: F._hardsigmoid(x), inplace, "hardsigmoid")


        def hardswish(input, inplace=False):
            """x · hardsigmoid(x)."""
            return _into(input, lambda x: F._hardswish(x), inplace, "hardswish")


        def _threshold(input, threshold, value, inplace=False):
            """x where it is above the threshold, else value."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    "threshold(): argument 'input' (position 1) must be Tensor, not "
                    f"{type(input).__name__}"
                )
            for place, (name, bound) in enumerate([("threshold", threshold), ("value", value)]):
                if not isinstance(bound, (int, float)) and not (
                    isinstance(bound, torch.Tensor) and bound.dim() == 0
                ):
                    raise TypeError(
                        f"threshold(): argument '{name}' (position {place + 2}) must be Number, not "
                        f"{type(bound).__name__}"
                    )
            if input.dtype == torch.bool:
                raise NotImplementedError('"threshold_cpu" not implemented for \'Bool\'')
            return _into(input, lambda x: F._above(x, threshold, value), inplace, "threshold")


        threshold = _threshold


        def celu_(input, alpha=1.0):
            """celu, in place."""
            return celu(input, alpha, True)


        def threshold_(input, threshold, value):
            """threshold, in place."""
            return _threshold(input, threshold, value, True)


        def elu_(input, alpha=1.0):
            """elu, in place."""
            return F.elu(input, alpha, True)


        def leaky_relu_(input, negative_slope=0.01):
            """leaky_relu, in place."""
            return F.leaky_relu(input, negative_slope, True)


        def hardtanh_(input, min_val=-1.0, max_val=1.0):
            """hardtanh, in place."""
            return F.hardtanh(input, min_val, max_val, True)


        def selu_(input):
            """selu, in place."""
            return F.selu(input, True)


        def hardshrink(input, lambd=0.5):
            """x outside of [-lambd, lambd], else 0."""
            _real_only(input, "hardshrink_cpu")
            return composite(
                "HardshrinkBackward0",
                lambda x: torch.where((x >= -lambd) & (x <= lambd), torch.zeros_like(x), x),
                input,
            )


        def softshrink(input, lambd=0.5):
            """x moved by lambd towards 0."""
            _real_only(input, "softshrink_check")
            if lambd < 0:
                most = {torch.float32: "3.40282e+38", torch.float64: "1.79769e+308"}
                names = {torch.float32: "Float", torch.float64: "Double"}
                raise RuntimeError(
                    f"lambda must be in range [0, {most.get(input.dtype)}] for input dtype "
                    f"{names.get(input.dtype)}, but found {lambd:g}"
                )

            def shrink(x):
                low = torch.where(x < -lambd, x + float(lambd), x - float(lambd))
                return torch.where((x >= -lambd) & (x <= lambd), (x * 0.0).abs(), low)

            return composite("SoftshrinkBackward0", shrink, input)


        def tanhshrink(input):
            """x - tanh(x)."""
            return input - input.tanh()


        def softsign(input):
            """x / (1 + |x|)."""
            return input / (input.abs() + 1)


        def softmin(input, dim=None, _stacklevel=3, dtype=None):
            """softmax of -x."""
            return F.softmax(-input, dim, dtype=dtype)


        def glu(input, dim=-1):
            """The first half times the sigmoid of the second."""
            if type(dim) is not int:
                raise TypeError(
                    f"glu(): argument 'dim' (position 2) must be int, not {type(dim).__name__}"
                )
            if input.dim() == 0:
                raise RuntimeError(
                    "glu does not support scalars because halving size must be even"
                )
            size = input.size(dim)
            if not input.is_floating_point() and size % 2 == 0:
                kind = {torch.int64: "Long", torch.int32: "Int", torch.uint8: "Byte"}
                raise NotImplementedError(
                    f"\"glu_cpu\" not implemented for '{kind.get(input.dtype, 'Bool')}'"
                )
            if size % 2 != 0:
                raise RuntimeError(
                    f"Halving dimension must be even, but dimension {dim % input.dim()} is size {size}"
                )

            _real_only(input, "glu_cpu")

            def gate(x):
                a, b = x.chunk(2, dim)
                return a * b.sigmoid()

            return composite("GluBackward0", gate, input)


        def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
            """LeakyReLU whose slope is random in training."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    f"rrelu(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}"
                )
            for place, (name, bound) in enumerate([("lower", lower), ("upper", upper)]):
                if not isinstance(bound, (int, float)):
                    raise TypeError(
                        f"rrelu(): argument '{name}' (position {place + 2}) must be Number, not "
                        f"{type(bound).__name__}"
                    )
            if lower > upper:
                raise RuntimeError("Lower bound should be less than or equal to the upper bound")
            _real_only(input, "rrelu_with_noise_out_cpu" if training else "leaky_relu_cpu")
            if training:
                slopes = torch.ones_like(input, requires_grad=False)
                negative = (input <= 0).flatten()
                count = int(negative.sum())
                drawn = [torch.empty(1, dtype=torch.float64).uniform_(lower, upper) for _ in range(count)]
                if count:
                    flat = slopes.flatten()
                    flat[negative] = torch.cat(drawn).to(input.dtype)
                    slopes = flat.view_as(input)
            else:
                slopes = (lower + upper) / 2

            def bend(x):
                return composite(
                    "RreluWithNoiseBackward0", lambda y: torch.where(y > 0, y, y * slopes), x
                )

            return _into(input, bend, inplace)


        def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
            """A sample of the Gumbel-softmax distribution, one-hot if hard."""
            if eps != 1e-10:
                warnings.warn("`eps` parameter is deprecated and has no effect.")
            if not logits.is_floating_point():
                raise RuntimeError(
                    "Exponential distribution is a continuous probability distribution. dtype must be "
                    f"a floating point but you specified {_KINDS[logits.dtype]}"
                )
            gumbels = -torch.empty(logits.shape, dtype=logits.dtype).exponential_().log()
            soft = ((logits + gumbels) / tau).softmax(dim)
            if not hard:
                return soft
            index = soft.max(dim, keepdim=True)[1]
            one_hot = torch.zeros_like(logits).scatter_(dim, index, 1.0)
            return one_hot - soft.detach() + soft


        def dropout3d(input, p=0.5, training=True, inplace=False):
            """Zeroes whole channels of (N, C, D, H, W)."""
            if p < 0.0 or p > 1.0:
                raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
            if input.dim() not in (4, 5):
                warnings.warn(
                    f"dropout3d: Received a {input.dim()}-D input to dropout3d, which is deprecated and "
                    "will result in an error in a future release. To retain the behavior and silence this "
                    "warning, please use dropout instead. Note that dropout3d exists to provide "
                    "channel-wise dropout on inputs with 3 spatial dimensions, a channel dimension, and an "
                    "optional batch dimension (i.e. 4D or 5D inputs)."
                )
            batched = input if input.dim() == 5 else input.unsqueeze(0)
            if not training or p == 0:
                return input
            if batched.dim() < 2:
                raise RuntimeError("Feature dropout requires at least 2 dimensions in the input")
            mask = torch.empty(batched.shape[:2] + (1,) * (batched.dim() - 2), dtype=input.dtype)
            if p == 1:
                mask.zero_()
            else:
                mask.bernoulli_(1 - p).div_(1 - p)
            kept = mask if input.dim() == 5 else mask.squeeze(0)
            return _into(input, lambda x: x * kept, inplace)


        def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
            """Alpha dropout of whole channels."""
            if p < 0.0 or p > 1.0:
                raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    "feature_alpha_dropout(): argument 'input' (position 1) must be Tensor, not "
                    f"{type(input).__name__}"
                )
            if not training or p == 0:
                return input
            if p == 1:
                return _into(input, lambda x: x * 0.0, inplace)
            if input.dim() < 2:
                raise RuntimeError("Feature dropout requires at least 2 dimensions in the input")
            if not input.is_floating_point():
                kind = "Long" if input.dtype == torch.bool else _KINDS[input.dtype]
                raise RuntimeError(
                    f"result type Float can't be cast to the desired output type {kind}"
                )
            mask = torch.empty(input.shape[:2] + (1,) * (input.dim() - 2), dtype=input.dtype)
            alpha = 1.7580993408473766
            mask.bernoulli_(1 - p)
            a = 1.0 / math.sqrt((alpha * alpha * p + 1) * (1 - p))
            shift = (mask - 1) * (alpha * a) + alpha * a * p
            return _into(input, lambda x: x * (mask * a) + shift, inplace)
        """#
}
