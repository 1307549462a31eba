extension PythonSources {
    /// `torch.distributions`: the distributions that are seen most, their logarithms, entropies and draws.
    static let distributions = #"""
        import math
        import warnings

        import torch
        from torch.nn import functional as F
        from torch.distributions import constraints


        def _broadcast(*values):
            """Numbers and tensors as tensors of one shape."""
            kind = next(
                (v.dtype for v in values if isinstance(v, torch.Tensor)), torch.get_default_dtype()
            )
            for value in values:
                if not isinstance(value, (torch.Tensor, int, float)):
                    raise ValueError(
                        "Input arguments must all be instances of Number, torch.Tensor or objects "
                        "implementing __torch_function__."
                    )
            return torch.broadcast_tensors(
                *(v if isinstance(v, torch.Tensor) else torch.tensor(v, dtype=kind) for v in values)
            )


        class Distribution:
            """What draws numbers and knows how probable they are."""

            __module__ = "torch.distributions.distribution"
            has_rsample = False
            arg_constraints = {}
            _shown = ()

            def __init__(self, batch_shape=torch.Size(), event_shape=torch.Size(), validate_args=None):
                self._batch_shape = torch.Size(batch_shape)
                self._event_shape = torch.Size(event_shape)
                self._validate_args = validate_args is not False
                if not self._validate_args:
                    return
                for name, constraint in self.arg_constraints.items():
                    value = self.__dict__.get(name)
                    if value is None:
                        continue
                    valid = constraint.check(value)
                    if not valid.all():
                        shown = value.item() if value.dim() == 0 else value
                        raise ValueError(
                            f"Expected parameter {name} ({type(value).__name__} of shape "
                            f"{tuple(value.shape)}) of distribution {self!r} to satisfy the constraint "
                            f"{constraint!r}, but found invalid values:\n{shown}"
                        )

            @property
            def batch_shape(self):
                return self._batch_shape

            @property
            def event_shape(self):
                return self._event_shape

            @property
            def stddev(self):
                return self.variance.sqrt()

            def sample(self, sample_shape=torch.Size()):
                with torch.no_grad():
                    return self.rsample(sample_shape)

            def rsample(self, sample_shape=torch.Size()):
                raise NotImplementedError

            def sample_n(self, n):
                warnings.warn(
                    "`sample_n(n)` will be deprecated. Use `sample((n,))` instead.", FutureWarning
                )
                return self.sample(torch.Size((n,)))

            def perplexity(self):
                return torch.exp(self.entropy())

            def _extended_shape(self, sample_shape=torch.Size()):
                return torch.Size(sample_shape) + self._batch_shape + self._event_shape

            def _validate_sample(self, value):
                if not self._validate_args:
                    return
                if not isinstance(value, torch.Tensor):
                    raise ValueError("The value argument to log_prob must be a Tensor")
                support = self.support
                valid = support.check(value)
                if not valid.all():
                    shown = value.item() if value.dim() == 0 else value
                    raise ValueError(
                        f"Expected value argument ({type(value).__name__} of shape "
                        f"{tuple(value.shape)}) to be within the support ({support!r}) of the "
                        f"distribution {self!r}, but found invalid values:\n{shown}"
                    )

            def __repr__(self):
                parts = []
                for name in self.arg_constraints:
                    value = self.__dict__.get(name)
                    if value is not None:
                        shown = value.item() if value.numel() == 1 else value.size()
                        parts.append(f"{name}: {shown}")
                return f"{type(self).__name__}({', '.join(parts)})"


        class Normal(Distribution):
            """The normal distribution of that mean and standard deviation."""

            __module__ = "torch.distributions.normal"
            arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
            support = constraints.real
            has_rsample = True

            def __init__(self, loc, scale, validate_args=None):
                self.loc, self.scale = _broadcast(loc, scale)
                super().__init__(self.loc.shape, validate_args=validate_args)

            @property
            def mean(self):
                return self.loc

            @property
            def mode(self):
                return self.loc

            @property
            def stddev(self):
                return self.scale

            @property
            def variance(self):
                return self.stddev.pow(2)

            def expand(self, batch_shape):
                return Normal(self.loc.expand(batch_shape), self.scale.expand(batch_shape), False)

            def sample(self, sample_shape=torch.Size()):
                shape = self._extended_shape(sample_shape)
                with torch.no_grad():
                    return torch.normal(self.loc.expand(shape), self.scale.expand(shape))

            def rsample(self, sample_shape=torch.Size()):
                shape = self._extended_shape(sample_shape)
                eps = torch.empty(shape, dtype=self.loc.dtype).normal_()
                return self.loc + eps * self.scale

            def log_prob(self, value):
                self._validate_sample(value)
                var = self.scale**2
                log_scale = self.scale.log()
                return (
                    -((value - self.loc) ** 2) / (2 * var) - log_scale
                    - math.log(math.sqrt(2 * math.pi))
                )

            def cdf(self, value):
                self._validate_sample(value)
                return 0.5 * (
                    1 + torch.erf((value - self.loc) * self.scale.reciprocal() / math.sqrt(2))
                )

            def icdf(self, value):
                return self.loc + self.scale * torch.erfinv(2 * value - 1) * math.sqrt(2)

            def entropy(self):
                return 0.5 + 0.5 * math.log(2 * math.pi) + torch.log(self.scale)


        class Uniform(Distribution):
            """The uniform distribution from low up to high."""

            __module__ = "torch.distributions.uniform"
            has_rsample = True

            def __init__(self, low, high, validate_args=None):
                self.low, self.high = _broadcast(low, high)
                super().__init__(self.low.shape, validate_args=validate_args)

            @property
            def arg_constraints(self):
                shown = self.high.item() if self.high.numel() == 1 else self.high
                low = self.low.item() if self.low.numel() == 1 else self.low
                return {
                    "low": constraints.less_than(shown), "high": constraints.greater_than(low)
                }

            @property
            def support(self):
                return constraints.interval(self.low, self.high)

            @property
            def mean(self):
                return (self.high + self.low) / 2

            @property
            def variance(self):
                return (self.high - self.low).pow(2) / 12

            def rsample(self, sample_shape=torch.Size()):
                drawn = torch.rand(self._extended_shape(sample_shape), dtype=self.low.dtype)
                return self.low + drawn * (self.high - self.low)

            def log_prob(self, value):
                self._validate_sample(value)
                inside = self.low.le(value).to(self.low.dtype) * self.high.gt(value).to(self.low.dtype)
                return torch.log(inside) - torch.log(self.high - self.low)

            def cdf(self, value):
                self._validate_sample(value)
                return ((value - self.low) / (self.high - self.low)).clamp(min=0, max=1)

            def entropy(self):
                return torch.log(self.high - self.low)


        class Bernoulli(Distribution):
            """1 with a probability, else 0."""

            __module__ = "torch.distributions.bernoulli"
            arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
            support = constraints.boolean

            def __init__(self, probs=None, logits=None, validate_args=None):
                if (probs is None) == (logits is None):
                    raise ValueError("Either `probs` or `logits` must be specified, but not both.")
                if probs is not None:
                    (self.probs,) = _broadcast(probs)
                else:
                    (self.logits,) = _broadcast(logits)
                shape = (self.probs if probs is not None else self.logits).shape
                super().__init__(shape, validate_args=validate_args)

            def __getattr__(self, name):
                if name == "logits" and "probs" in self.__dict__:
                    eps = torch.finfo(self.probs.dtype).eps
                    p = self.probs.clamp(min=eps, max=1 - eps)
                    self.logits = torch.log(p) - torch.log1p(-p)
                    return self.logits
                if name == "probs" and "logits" in self.__dict__:
                    self.probs = torch.sigmoid(self.logits)
                    return self.probs
                raise AttributeError(
                    f"'{type(self).__name__}' object has no attribute '{name}'"
                )

            @property
            def mean(self):
                return self.probs

            @property
            def mode(self):
                return (self.probs >= 0.5).to(self.probs)

            @property
            def variance(self):
                return self.probs * (1 - self.probs)

            def sample(self, sample_shape=torch.Size()):
                with torch.no_grad():
                    return torch.bernoulli(self.probs.expand(self._extended_shape(sample_shape)))

            def log_prob(self, value):
                self._validate_sample(value)
                logits, value = torch.broadcast_tensors(self.logits, value)
                return -F.binary_cross_entropy_with_logits(logits, value, reduction="none")

            def entropy(self):
                return F.binary_cross_entropy_with_logits(self.logits, self.probs, reduction="none")

            def enumerate_support(self, expand=True):
                values = torch.arange(2, dtype=self.probs.dtype)
                values = values.view((-1,) + (1,) * len(self._batch_shape))
                return values.expand((-1,) + self._batch_shape) if expand else values


        class Categorical(Distribution):
            """One of several classes, each with its probability."""

            __module__ = "torch.distributions.categorical"
            arg_constraints = {"probs": constraints.simplex, "logits": constraints.real}

            def __init__(self, probs=None, logits=None, validate_args=None):
                if (probs is None) == (logits is None):
                    raise ValueError("Either `probs` or `logits` must be specified, but not both.")
                if probs is not None:
                    if probs.dim() < 1:
                        raise ValueError("`probs` parameter must be at least one-dimensional.")
                    self.probs = probs / probs.sum(-1, keepdim=True)
                    given = self.probs
                else:
                    if logits.dim() < 1:
                        raise ValueError("`logits` parameter must be at least one-dimensional.")
                    self.logits = logits - logits.logsumexp(dim=-1, keepdim=True)
                    given = self.logits
                self._num_events = given.size()[-1]
                super().__init__(given.size()[:-1], validate_args=validate_args)

            def __getattr__(self, name):
                if name == "logits" and "probs" in self.__dict__:
                    eps = torch.finfo(self.probs.dtype).eps
                    self.logits = torch.log(self.probs.clamp(min=eps, max=1 - eps))
                    return self.logits
                if name == "probs" and "logits" in self.__dict__:
                    self.probs = F.softmax(self.logits, dim=-1)
                    return self.probs
                raise AttributeError(
                    f"'{type(self).__name__}' object has no attribute '{name}'"
                )

            @property
            def support(self):
                return constraints.integer_interval(0, self._num_events - 1)

            @property
            def mean(self):
                return torch.full(self._extended_shape(), math.nan, dtype=self.probs.dtype)

            @property
            def variance(self):
                return self.mean

            @property
            def mode(self):
                return self.probs.argmax(dim=-1)

            def sample(self, sample_shape=torch.Size()):
                shape = torch.Size(sample_shape)
                rows = self.probs.reshape(-1, self._num_events)
                drawn = torch.multinomial(rows, shape.numel(), True).T
                return drawn.reshape(self._extended_shape(shape))

            def log_prob(self, value):
                self._validate_sample(value)
                value = value.long().unsqueeze(-1)
                value, log_pmf = torch.broadcast_tensors(value, self.logits)
                return log_pmf.gather(-1, value[..., :1]).squeeze(-1)

            def entropy(self):
                logits = self.logits.clamp(min=torch.finfo(self.logits.dtype).min)
                return -(logits * self.probs).sum(-1)

            def enumerate_support(self, expand=True):
                values = torch.arange(self._num_events)
                values = values.view((-1,) + (1,) * len(self._batch_shape))
                return values.expand((-1,) + self._batch_shape) if expand else values
        """#
}
