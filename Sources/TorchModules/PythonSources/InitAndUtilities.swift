extension PythonSources {
    /// `torch.nn.init`.
    static let nnInit = #"""
        import math
        import warnings

        import torch


        def calculate_gain(nonlinearity, param=None):
            """The factor by which a nonlinearity wants the initial standard deviation enlarged."""
            linear = ["linear", "conv1d", "conv2d", "conv3d"]
            linear += ["conv_transpose1d", "conv_transpose2d", "conv_transpose3d"]
            if nonlinearity in linear or nonlinearity == "sigmoid":
                return 1
            if nonlinearity == "tanh":
                return 5.0 / 3
            if nonlinearity == "relu":
                return math.sqrt(2.0)
            if nonlinearity == "leaky_relu":
                if param is None:
                    slope = 0.01
                elif isinstance(param, (int, float)) and not isinstance(param, bool):
                    slope = param
                else:
                    raise ValueError(f"negative_slope {param} not a valid number")
                return math.sqrt(2.0 / (1 + slope**2))
            if nonlinearity == "selu":
                return 3.0 / 4
            raise ValueError(f"Unsupported nonlinearity {nonlinearity}")


        def _calculate_fan_in_and_fan_out(tensor):
            if tensor.dim() < 2:
                raise ValueError(
                    "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
                )
            field = math.prod(tensor.shape[2:])
            return tensor.size(1) * field, tensor.size(0) * field


        def _fan(tensor, mode):
            mode = mode.lower()
            modes = ["fan_in", "fan_out"]
            if mode not in modes:
                raise ValueError(f"Mode {mode} not supported, please use one of {modes}")
            fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
            return fan_in if mode == "fan_in" else fan_out


        @torch.no_grad()
        def uniform_(tensor, a=0.0, b=1.0, generator=None):
            """Fills with draws from U(a, b)."""
            return tensor.uniform_(a, b, generator=generator)


        @torch.no_grad()
        def normal_(tensor, mean=0.0, std=1.0, generator=None):
            """Fills with draws from N(mean, std²)."""
            return tensor.normal_(mean, std, generator=generator)


        @torch.no_grad()
        def constant_(tensor, val):
            """Fills with a value."""
            return tensor.fill_(val)


        @torch.no_grad()
        def ones_(tensor):
            """Fills with 1."""
            return tensor.fill_(1.0)


        @torch.no_grad()
        def zeros_(tensor):
            """Fills with 0."""
            return tensor.zero_()


        @torch.no_grad()
        def eye_(tensor):
            """Fills a matrix with the identity."""
            if tensor.ndimension() != 2:
                raise ValueError("Only tensors with 2 dimensions are supported")
            return tensor.copy_(torch.eye(*tensor.shape))


        @torch.no_grad()
        def dirac_(tensor, groups=1):
            """Fills a convolution's weight so that it gives back its input."""
            n = tensor.ndimension()
            if n not in (3, 4, 5):
                raise ValueError("Only tensors with 3, 4, or 5 dimensions are supported")
            if tensor.size(0) % groups != 0:
                raise ValueError("dim 0 must be divisible by groups")
            per_group = tensor.size(0) // groups
            centre = tuple(size // 2 for size in tensor.shape[2:])
            tensor.zero_()
            for group in range(groups):
                for d in range(min(per_group, tensor.size(1))):
                    tensor[(group * per_group + d, d) + centre] = 1
            return tensor


        @torch.no_grad()
        def xavier_uniform_(tensor, gain=1.0, generator=None):
            """Glorot's uniform initialization."""
            fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
            bound = math.sqrt(3.0) * (gain * math.sqrt(2.0 / float(fan_in + fan_out)))
            return tensor.uniform_(-bound, bound, generator=generator)


        @torch.no_grad()
        def xavier_normal_(tensor, gain=1.0, generator=None):
            """Glorot's normal initialization."""
            fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
            std = gain * math.sqrt(2.0 / float(fan_in + fan_out))
            return tensor.normal_(0.0, std, generator=generator)


        def _kaiming_std(tensor, a, mode, nonlinearity):
            return calculate_gain(nonlinearity, a) / math.sqrt(_fan(tensor, mode))


        def _is_empty(tensor):
            if 0 in tensor.shape:
                warnings.warn("Initializing zero-element tensors is a no-op", stacklevel=2)
                return True
            return False


        @torch.no_grad()
        def kaiming_uniform_(
            tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None
        ):
            """He's uniform initialization."""
            if _is_empty(tensor):
                return tensor
            bound = math.sqrt(3.0) * _kaiming_std(tensor, a, mode, nonlinearity)
            return tensor.uniform_(-bound, bound, generator=generator)


        @torch.no_grad()
        def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
            """He's normal initialization."""
            if _is_empty(tensor):
                return tensor
            std = _kaiming_std(tensor, a, mode, nonlinearity)
            return tensor.normal_(0, std, generator=generator)


        @torch.no_grad()
        def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
            """Fills with draws from N(mean, std²) that lie in [a, b]."""
            if mean < a - 2 * std or mean > b + 2 * std:
                warnings.warn(
                    "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. "
                    "The distribution of values may be incorrect.",
                    stacklevel=2,
                )

            def below(x):
                return (1.0 + math.erf(x / math.sqrt(2.0))) / 2.0

            if below((b - mean) / std) - below((a - mean) / std) > 0.3:
                # Most draws fit: draw the others again, all at once, until none is outside.
                low = torch.tensor(a, dtype=tensor.dtype).item()
                high = torch.tensor(b, dtype=tensor.dtype).item()
                result = tensor.normal_(mean, std, generator=generator)
                while True:
                    outside = (result < low) | (result > high)
                    if not outside.any():
                        break
                    again = torch.empty_like(result).normal_(mean, std, generator=generator)
                    result = torch.where(outside, again, result)
                if result is not tensor:
                    tensor.copy_(result)
                return tensor
            # Few draws would fit: draw uniformly and keep each with its density.
            mode = max(a, min(mean, b))
            log_peak = -0.5 * ((mode - mean) / std) ** 2

            def log_density(x):
                return x.sub(mean).div_(std).pow_(2).mul_(-0.5).sub_(log_peak)

            chance = torch.empty_like(tensor)
            result = tensor.uniform_(a, b, generator=generator)
            pending = chance.uniform_(generator=generator).log_() > log_density(result)
            while pending.any():
                draw = torch.empty_like(tensor).uniform_(a, b, generator=generator)
                result = torch.where(pending, draw, result)
                rejected = chance.uniform_(generator=generator).log_() > log_density(draw)
                pending = pending & rejected
            return tensor.copy_(result)


        @torch.no_grad()
        def sparse_(tensor, sparsity, std=0.01, generator=None):
            """Fills a matrix with normal draws, a fraction of each column with 0."""
            if tensor.ndimension() != 2:
                raise ValueError("Only tensors with 2 dimensions are supported")
            rows, columns = tensor.shape
            zeros = math.ceil(sparsity * rows)
            tensor.normal_(0, std, generator=generator)
            for column in range(columns):
                tensor[torch.randperm(rows)[:zeros], column] = 0
            return tensor


        @torch.no_grad()
        def orthogonal_(tensor, gain=1, generator=None):
            """Refused: it needs a QR decomposition."""
            raise NotImplementedError("nn.init.orthogonal_ is not part of CNNLab's torch: no QR")
        """#

    /// `torch.nn.utils`.
    static let nnUtils = #"""
        import math

        import torch


        def _with_gradients(parameters):
            if isinstance(parameters, torch.Tensor):
                parameters = [parameters]
            return [p for p in parameters if p.grad is not None]


        @torch.no_grad()
        def get_total_norm(tensors, norm_type=2.0, error_if_nonfinite=False, foreach=None):
            """The norm of the norms of several tensors."""
            tensors = [tensors] if isinstance(tensors, torch.Tensor) else list(tensors)
            norm_type = float(norm_type)
            if not tensors:
                return torch.tensor(0.0)
            norms = [torch.linalg.vector_norm(tensor, norm_type) for tensor in tensors]
            total = torch.linalg.vector_norm(torch.stack(norms), norm_type)
            if error_if_nonfinite and not total.isfinite():
                raise RuntimeError(
                    f"The total norm of order {norm_type} for gradients from "
                    "`parameters` is non-finite, so it cannot be clipped. To disable "
                    "this error and scale the gradients by the non-finite norm anyway, "
                    "set `error_if_nonfinite=False`"
                )
            return total


        @torch.no_grad()
        def clip_grad_norm_(
            parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None
        ):
            """Scales all gradients so that their joint norm is at most max_norm."""
            parameters = _with_gradients(parameters)
            total = get_total_norm(
                [p.grad for p in parameters], norm_type, error_if_nonfinite, foreach
            )
            factor = (float(max_norm) / (total + 1e-6)).clamp(max=1.0)
            for p in parameters:
                p.grad.mul_(factor)
            return total


        @torch.no_grad()
        def clip_grad_value_(parameters, clip_value, foreach=None):
            """Clips every gradient to [-clip_value, clip_value]."""
            clip_value = float(clip_value)
            for p in _with_gradients(parameters):
                p.grad.clamp_(-clip_value, clip_value)


        def parameters_to_vector(parameters):
            """All parameters in one vector."""
            return torch.cat([p.view(-1) for p in parameters])


        def vector_to_parameters(vec, parameters):
            """Parameters out of one vector."""
            if not isinstance(vec, torch.Tensor):
                raise TypeError(f"expected torch.Tensor, but got: {torch.typename(vec)}")
            begin = 0
            for p in parameters:
                end = begin + p.numel()
                p.data = vec[begin:end].view_as(p).data
                begin = end


        def _weight_of(module, name, dim):
            g, v = getattr(module, name + "_g"), getattr(module, name + "_v")
            if dim is None:
                return v * (g / v.norm())
            others = tuple(d for d in range(v.dim()) if d != dim % v.dim())
            return v * (g / v.pow(2).sum(dim=others, keepdim=True).sqrt())


        def weight_norm(module, name="weight", dim=0):
            """Splits a weight into its length g and its direction v."""
            weight = getattr(module, name)
            with torch.no_grad():
                if dim is None:
                    g = weight.norm()
                else:
                    others = tuple(d for d in range(weight.dim()) if d != dim % weight.dim())
                    g = weight.pow(2).sum(dim=others, keepdim=True).sqrt()
                v = weight.detach().clone()
            delattr(module, name)
            module.register_parameter(name + "_g", torch.nn.Parameter(g.clone()))
            module.register_parameter(name + "_v", torch.nn.Parameter(v))
            setattr(module, name, _weight_of(module, name, dim))

            def hook(module, inputs):
                setattr(module, name, _weight_of(module, name, dim))

            module._weight_norms = {
                **module.__dict__.get("_weight_norms", {}),
                name: (dim, module.register_forward_pre_hook(hook)),
            }
            return module


        def remove_weight_norm(module, name="weight"):
            """Joins what weight_norm split."""
            norms = module.__dict__.get("_weight_norms", {})
            if name not in norms:
                raise ValueError(f"weight_norm of '{name}' not found in {module}")
            dim, handle = norms.pop(name)
            weight = _weight_of(module, name, dim).detach()
            handle.remove()
            delattr(module, name)
            delattr(module, name + "_g")
            delattr(module, name + "_v")
            setattr(module, name, torch.nn.Parameter(weight))
            return module
        """#
}
