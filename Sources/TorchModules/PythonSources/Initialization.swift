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
            """Fills with an orthogonal matrix, or with orthogonal rows or columns."""
            if tensor.ndimension() < 2:
                raise ValueError("Only tensors with 2 or more dimensions are supported")
            if tensor.numel() == 0:
                return tensor
            rows = tensor.size(0)
            columns = tensor.numel() // rows
            flat = torch.empty(rows, columns, dtype=tensor.dtype).normal_(0, 1, generator=generator)
            wide = rows < columns
            vectors = flat if wide else flat.t()
            # Gram and Schmidt's method, twice over, gives the factor with a positive diagonal.
            basis = []
            for vector in vectors.to(torch.float64):
                for _ in range(2):
                    for other in basis:
                        vector = vector - vector.dot(other) * other
                basis.append(vector / vector.norm())
            made = torch.stack(basis)
            made = made if wide else made.t()
            return tensor.copy_(made.to(tensor.dtype).reshape(tensor.shape)).mul_(gain)


        def _old_name(new):
            def function(*args, **kwargs):
                warnings.warn(
                    f"`nn.init.{new.__name__[:-1]}` is now deprecated in favor of "
                    f"`nn.init.{new.__name__}`.",
                    FutureWarning,
                    stacklevel=2,
                )
                return new(*args, **kwargs)

            function.__name__ = new.__name__[:-1]
            return function


        uniform = _old_name(uniform_)
        normal = _old_name(normal_)
        constant = _old_name(constant_)
        eye = _old_name(eye_)
        dirac = _old_name(dirac_)
        xavier_uniform = _old_name(xavier_uniform_)
        xavier_normal = _old_name(xavier_normal_)
        kaiming_uniform = _old_name(kaiming_uniform_)
        kaiming_normal = _old_name(kaiming_normal_)
        orthogonal = _old_name(orthogonal_)
        sparse = _old_name(sparse_)
        """#
}
