extension PythonSources {
    /// `torch.distributions`: distributions of positive numbers and of shares, and distances between distributions.
    static let distributionsMore = #"""
        import math

        import torch
        from torch.distributions import constraints
        from torch.distributions import Bernoulli, Categorical, Distribution, Normal, Uniform
        from torch.distributions import _broadcast


        def _gamma_draw(alpha):
            """A draw of the gamma distribution, by Marsaglia and Tsang."""
            def uniform():
                return torch.rand((), dtype=torch.float64).item()

            if alpha == 0:
                return 0.0
            scale = 1.0
            if alpha < 1:
                scale = (1 - uniform()) ** (1 / alpha)
                alpha += 1
            d = alpha - 1 / 3
            c = 1 / math.sqrt(9 * d)
            while True:
                x = torch.empty(1, dtype=torch.float64).normal_().item()
                y = 1 + c * x
                if y <= 0:
                    continue
                v = y * y * y
                u = 1 - uniform()
                if u < 1 - 0.0331 * x**4 or math.log(u) < 0.5 * x * x + d * (1 - v + math.log(v)):
                    return scale * d * v


        def _gammas(alpha):
            draws = [_gamma_draw(a) for a in alpha.reshape(-1).tolist()]
            return torch.tensor(draws, dtype=torch.float64).view(alpha.shape)


        class Exponential(Distribution):
            """Waiting times of that rate."""

            __module__ = "torch.distributions.exponential"
            arg_constraints = {"rate": constraints.positive}
            support = constraints.nonnegative
            has_rsample = True

            def __init__(self, rate, validate_args=None):
                (self.rate,) = _broadcast(rate)
                super().__init__(self.rate.shape, validate_args=validate_args)

            @property
            def mean(self):
                return self.rate.reciprocal()

            @property
            def variance(self):
                return self.rate.pow(-2)

            def rsample(self, sample_shape=torch.Size()):
                shape = self._extended_shape(sample_shape)
                return torch.empty(shape, dtype=self.rate.dtype).exponential_() / self.rate

            def log_prob(self, value):
                self._validate_sample(value)
                return self.rate.log() - self.rate * value

            def entropy(self):
                return 1.0 - torch.log(self.rate)


        class Laplace(Distribution):
            """Two exponential distributions back to back."""

            __module__ = "torch.distributions.laplace"
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
            def variance(self):
                return 2 * self.scale.pow(2)

            def rsample(self, sample_shape=torch.Size()):
                shape = self._extended_shape(sample_shape)
                eps = torch.finfo(self.loc.dtype).eps
                u = torch.empty(shape, dtype=self.loc.dtype).uniform_(eps - 1, 1)
                return self.loc - self.scale * u.sign() * torch.log1p(-u.abs())

            def log_prob(self, value):
                self._validate_sample(value)
                return -torch.log(2 * self.scale) - torch.abs(value - self.loc) / self.scale

            def entropy(self):
                return 1 + torch.log(2 * self.scale)


        class LogNormal(Distribution):
            """e to the power of normal numbers."""

            __module__ = "torch.distributions.log_normal"
            arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
            support = constraints.positive
            has_rsample = True

            def __init__(self, loc, scale, validate_args=None):
                self.base_dist = Normal(loc, scale, validate_args)
                self.loc, self.scale = self.base_dist.loc, self.base_dist.scale
                super().__init__(self.loc.shape, validate_args=validate_args)

            @property
            def mean(self):
                return (self.loc + self.scale.pow(2) / 2).exp()

            def sample(self, sample_shape=torch.Size()):
                return self.base_dist.sample(sample_shape).exp()

            def rsample(self, sample_shape=torch.Size()):
                return self.base_dist.rsample(sample_shape).exp()

            def log_prob(self, value):
                self._validate_sample(value)
                return self.base_dist.log_prob(value.log()) - value.log()

            def entropy(self):
                return self.base_dist.entropy() + self.loc


        class Gamma(Distribution):
            """The gamma distribution of that shape and rate."""

            __module__ = "torch.distributions.gamma"
            arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}
            support = constraints.nonnegative

            def __init__(self, concentration, rate, validate_args=None):
                self.concentration, self.rate = _broadcast(concentration, rate)
                super().__init__(self.rate.shape, validate_args=validate_args)

            @property
            def mean(self):
                return self.concentration / self.rate

            @property
            def variance(self):
                return self.concentration / self.rate.pow(2)

            def sample(self, sample_shape=torch.Size()):
                shape = self._extended_shape(sample_shape)
                drawn = _gammas(self.concentration.expand(shape)).to(self.rate.dtype)
                least = torch.finfo(drawn.dtype).tiny
                return (drawn.clamp(min=least) / self.rate.expand(shape)).clamp(min=least)

            def log_prob(self, value):
                self._validate_sample(value)
                return (
                    torch.xlogy(self.concentration, self.rate)
                    + torch.xlogy(self.concentration - 1, value) - self.rate * value
                    - torch.lgamma(self.concentration)
                )


        class Dirichlet(Distribution):
            """Shares that add up to 1."""

            __module__ = "torch.distributions.dirichlet"
            arg_constraints = {"concentration": constraints.positive}
            support = constraints.simplex

            def __init__(self, concentration, validate_args=None):
                if concentration.dim() < 1:
                    raise ValueError("`concentration` parameter must be at least one-dimensional.")
                self.concentration = concentration
                shape = concentration.shape
                super().__init__(shape[:-1], shape[-1:], validate_args=validate_args)

            @property
            def mean(self):
                return self.concentration / self.concentration.sum(-1, True)

            def sample(self, sample_shape=torch.Size()):
                shape = self._extended_shape(sample_shape)
                drawn = _gammas(self.concentration.expand(shape))
                kind = self.concentration.dtype
                shares = (drawn / drawn.sum(-1, keepdim=True)).to(kind)
                return shares.clamp(torch.finfo(kind).tiny, 1 - torch.finfo(kind).eps / 2)

            def log_prob(self, value):
                self._validate_sample(value)
                return (
                    torch.xlogy(self.concentration - 1.0, value).sum(-1)
                    + torch.lgamma(self.concentration.sum(-1))
                    - torch.lgamma(self.concentration).sum(-1)
                )

            def entropy(self):
                k = self.concentration.size(-1)
                a0 = self.concentration.sum(-1)
                return (
                    torch.lgamma(self.concentration).sum(-1) - torch.lgamma(a0)
                    - (k - a0) * torch.digamma(a0)
                    - ((self.concentration - 1.0) * torch.digamma(self.concentration)).sum(-1)
                )


        class Beta(Distribution):
            """A share between 0 and 1."""

            __module__ = "torch.distributions.beta"
            support = constraints.unit_interval

            def __init__(self, concentration1, concentration0, validate_args=None):
                both = torch.stack(_broadcast(concentration1, concentration0), -1)
                self._dirichlet = Dirichlet(both, validate_args)
                super().__init__(self._dirichlet._batch_shape, validate_args=validate_args)

            @property
            def concentration1(self):
                return self._dirichlet.concentration[..., 0]

            @property
            def concentration0(self):
                return self._dirichlet.concentration[..., 1]

            @property
            def mean(self):
                return self.concentration1 / (self.concentration1 + self.concentration0)

            @property
            def variance(self):
                total = self.concentration1 + self.concentration0
                return self.concentration1 * self.concentration0 / (total.pow(2) * (total + 1))

            def sample(self, sample_shape=torch.Size()):
                return self._dirichlet.sample(sample_shape)[..., 0]

            def log_prob(self, value):
                self._validate_sample(value)
                return self._dirichlet.log_prob(torch.stack([value, 1.0 - value], -1))

            def entropy(self):
                return self._dirichlet.entropy()


        class Independent(Distribution):
            """A distribution whose last batch dimensions are one event."""

            __module__ = "torch.distributions.independent"

            def __init__(
                self, base_distribution, reinterpreted_batch_ndims, validate_args=None
            ):
                shape = base_distribution.batch_shape + base_distribution.event_shape
                size = reinterpreted_batch_ndims + len(base_distribution.event_shape)
                self.base_dist = base_distribution
                self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
                split = len(shape) - size
                super().__init__(shape[:split], shape[split:], validate_args=validate_args)

            @property
            def mean(self):
                return self.base_dist.mean

            @property
            def variance(self):
                return self.base_dist.variance

            def sample(self, sample_shape=torch.Size()):
                return self.base_dist.sample(sample_shape)

            def rsample(self, sample_shape=torch.Size()):
                return self.base_dist.rsample(sample_shape)

            def _sum(self, value):
                n = self.reinterpreted_batch_ndims
                return value.sum(tuple(range(-n, 0))) if n else value

            def log_prob(self, value):
                return self._sum(self.base_dist.log_prob(value))

            def entropy(self):
                return self._sum(self.base_dist.entropy())

            def __repr__(self):
                return f"Independent({self.base_dist}, {self.reinterpreted_batch_ndims})"


        def kl_divergence(p, q):
            """How far q is from p: the mean of log p(x) − log q(x) over x from p."""
            if isinstance(p, Normal) and isinstance(q, Normal):
                ratio = (p.scale / q.scale).pow(2)
                return 0.5 * (ratio + ((p.loc - q.loc) / q.scale).pow(2) - 1 - ratio.log())
            if isinstance(p, Bernoulli) and isinstance(q, Bernoulli):
                one = p.probs * (
                    torch.nn.functional.softplus(-q.logits)
                    - torch.nn.functional.softplus(-p.logits)
                )
                zero = (1 - p.probs) * (
                    torch.nn.functional.softplus(q.logits) - torch.nn.functional.softplus(p.logits)
                )
                return one + zero
            if isinstance(p, Categorical) and isinstance(q, Categorical):
                return (p.probs * (p.logits - q.logits)).sum(-1)
            if isinstance(p, Uniform) and isinstance(q, Uniform):
                result = ((q.high - q.low) / (p.high - p.low)).log()
                return torch.where(
                    (q.low > p.low) | (q.high < p.high), torch.full_like(result, math.inf), result
                )
            if isinstance(p, Exponential) and isinstance(q, Exponential):
                ratio = q.rate / p.rate
                return ratio - ratio.log() - 1
            if isinstance(p, Independent) and isinstance(q, Independent):
                return p._sum(kl_divergence(p.base_dist, q.base_dist))
            raise NotImplementedError(
                "No KL(p || q) is implemented for p type "
                f"{type(p).__name__} and q type {type(q).__name__}"
            )
        """#

    /// `torch.distributions.constraints`.
    static let distributionConstraints = #"""
        import torch


        class Constraint:
            """What the values of a parameter or of a draw have to satisfy."""

            __module__ = "torch.distributions.constraints"

            def __init__(self, text, test):
                self._text = text
                self._test = test

            def check(self, value):
                return self._test(value)

            def __repr__(self):
                return self._text


        def greater_than(lower_bound):
            return Constraint(f"GreaterThan(lower_bound={lower_bound})", lambda x: x > lower_bound)


        def less_than(upper_bound):
            return Constraint(f"LessThan(upper_bound={upper_bound})", lambda x: x < upper_bound)


        def interval(lower_bound, upper_bound):
            return Constraint(
                f"Interval(lower_bound={lower_bound}, upper_bound={upper_bound})",
                lambda x: (lower_bound <= x) & (x <= upper_bound),
            )


        def integer_interval(lower_bound, upper_bound):
            return Constraint(
                f"IntegerInterval(lower_bound={lower_bound}, upper_bound={upper_bound})",
                lambda x: (x % 1 == 0) & (lower_bound <= x) & (x <= upper_bound),
            )


        def _is_share(x):
            return (x >= 0).all(-1) & ((x.sum(-1) - 1).abs() < 1e-6)


        real = Constraint("Real()", lambda x: x == x)
        positive = greater_than(0.0)
        nonnegative = Constraint("GreaterThanEq(lower_bound=0.0)", lambda x: x >= 0)
        unit_interval = interval(0.0, 1.0)
        boolean = Constraint("Boolean()", lambda x: (x == 0) | (x == 1))
        simplex = Constraint("Simplex()", _is_share)
        """#
}
