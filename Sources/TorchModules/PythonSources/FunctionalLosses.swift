extension PythonSources {
    /// `torch.nn.functional`: losses and distances.
    static let functionalLosses = #"""
        import math
        import warnings

        import torch
        from _cnnlab import composite, distance
        from torch.nn import functional as F


        def _reduced(loss, reduction):
            if reduction == "mean":
                return loss.mean()
            if reduction == "sum":
                return loss.sum()
            if reduction == "none":
                return loss
            raise ValueError(f"{reduction} is not a valid value for reduction")


        def _known(reduction):
            """The reduction, which must have one of its three names."""
            if reduction not in ("mean", "sum", "none"):
                raise ValueError(f"{reduction} is not a valid value for reduction")
            return reduction


        def _reduction(size_average, reduce, reduction):
            """What the arguments of before reduction= mean."""
            if size_average is None and reduce is None:
                return reduction
            averaged = True if size_average is None else size_average
            reduced = True if reduce is None else reduce
            meant = ("mean" if averaged else "sum") if reduced else "none"
            warnings.warn(
                "size_average and reduce args will be deprecated, please use "
                f"reduction='{meant}' instead."
            )
            return meant


        def huber_loss(input, target, reduction="mean", delta=1.0, weight=None):
            """Squared below delta, linear above."""
            _warn_of_broadcast("huber_loss", input, target)
            if weight is not None:
                return _weighted(F._huber_loss(input, target, "none", delta), weight, input, reduction)
            return F._huber_loss(input, target, reduction, delta)


        def _weighted(loss, weight, input, reduction):
            if weight.size() != input.size():
                raise ValueError("Weights and input must have the same size.")
            loss = loss * weight
            if reduction == "mean":
                return loss.sum() / weight.sum()
            return _reduced(loss, reduction)


        def _warn_of_broadcast(name, input, target):
            if target.size() != input.size():
                warnings.warn(
                    f"Using a target size ({target.size()}) that is different to the input size "
                    f"({input.size()}). This will likely lead to incorrect results due to broadcasting. "
                    "Please ensure they have the same size.",
                    stacklevel=3,
                )


        def poisson_nll_loss(
            input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None,
            reduction="mean"
        ):
            """Negative log likelihood of a Poisson distribution."""
            reduction = _reduction(size_average, reduce, reduction)
            if reduction not in ("none", "mean", "sum"):
                raise ValueError(f"{reduction} is not a valid value for reduction")
            for place, (part, name) in enumerate([(input, "input"), (target, "target")]):
                if not isinstance(part, torch.Tensor):
                    raise TypeError(
                        f"poisson_nll_loss(): argument '{name}' (position {place + 1}) must be Tensor, "
                        f"not {type(part).__name__}"
                    )
            if not isinstance(log_input, bool):
                raise TypeError(
                    "poisson_nll_loss(): argument 'log_input' (position 3) must be bool, not "
                    f"{type(log_input).__name__}"
                )
            if log_input:
                loss = input.exp() - target * input
            else:
                loss = input - target * (input + eps).log()
            if full:
                stirling = target * target.log() - target + 0.5 * (2 * math.pi * target).log()
                loss = loss + stirling.masked_fill(target <= 1, 0)
            return _reduced(loss, reduction)


        def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
            """Negative log likelihood of a normal distribution."""
            if isinstance(var, float):
                if var < 0:
                    raise ValueError("var has negative entry/entries")
                var = var * torch.ones_like(input)
            elif (var < 0).any():
                raise ValueError("var has negative entry/entries")
            if var.size() != input.size():
                if input.size()[:-1] == var.size():
                    var = var.unsqueeze(-1)
                elif not (input.size()[:-1] == var.size()[:-1] and var.size(-1) == 1):
                    if input.ndim != var.ndim or any(
                        b not in (1, a) for a, b in zip(input.size(), var.size())
                    ):
                        raise ValueError("var is of incorrect size")
            if reduction not in ("none", "mean", "sum"):
                raise ValueError(reduction + " is not valid")
            var = var.clone()
            with torch.no_grad():
                var.clamp_(min=eps)
            loss = 0.5 * (var.log() + (input - target) ** 2 / var)
            if full:
                loss = loss + 0.5 * math.log(2 * math.pi)
            return _reduced(loss, reduction)


        def hinge_embedding_loss(
            input, target, margin=1.0, size_average=None, reduce=None, reduction="mean"
        ):
            """x where the target is 1, max(0, margin - x) where it is -1."""
            reduction = _known(_reduction(size_average, reduce, reduction))
            for place, (part, name) in enumerate([(input, "input"), (target, "target")]):
                if not isinstance(part, torch.Tensor):
                    raise TypeError(
                        f"hinge_embedding_loss(): argument '{name}' (position {place + 1}) must be "
                        f"Tensor, not {type(part).__name__}"
                    )
            if not isinstance(margin, (int, float)):
                raise TypeError(
                    "hinge_embedding_loss(): argument 'margin' (position 3) must be float, not "
                    f"{type(margin).__name__}"
                )
            zeros = torch.zeros_like(input)
            far = torch.where(target != 1, (float(margin) - input).clamp(min=0).to(input.dtype), zeros)
            near = torch.where(target != -1, input, zeros)
            return _reduced(far + near, reduction)


        def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
            """log(1 + e^(-y x))."""
            reduction = _reduction(size_average, reduce, reduction)
            _known(reduction)
            if isinstance(target, torch.Tensor) and target.requires_grad:
                raise RuntimeError(
                    "The function 'soft_margin_loss' is not differentiable with respect to argument "
                    "'target'. This input cannot have requires_grad True."
                )
            kinds = {torch.int64: "Long", torch.int32: "Int", torch.uint8: "Byte"}
            if isinstance(input, torch.Tensor) and input.dtype in kinds:
                raise RuntimeError(
                    f"result type Float can't be cast to the desired output type {kinds[input.dtype]}"
                )
            return composite(
                "SoftMarginLossBackward0",
                lambda x, y: _reduced((-x * y).exp().log1p().to(x.dtype), reduction),
                input,
                target,
            )


        def margin_ranking_loss(
            input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"
        ):
            """max(0, -y (x1 - x2) + margin)."""
            reduction = _reduction(size_average, reduce, reduction)
            if input1.dim() != input2.dim() or input1.dim() != target.dim():
                raise RuntimeError(
                    "margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                    f"input1: {input1.size()}, input2: {input2.size()}, target: {target.size()} "
                )
            return _reduced((-target * (input1 - input2) + margin).clamp(min=0), reduction)


        def cosine_embedding_loss(
            input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"
        ):
            """1 - cos for y = 1, max(0, cos - margin) for y = -1."""
            reduction = _reduction(size_average, reduce, reduction)
            for place, (part, name) in enumerate(
                [(input1, "input1"), (input2, "input2"), (target, "target")]
            ):
                if not isinstance(part, torch.Tensor):
                    raise TypeError(
                        f"cosine_embedding_loss(): argument '{name}' (position {place + 1}) must be "
                        f"Tensor, not {type(part).__name__}"
                    )
            if target.dim() > 1:
                raise RuntimeError("0D or 1D target tensor expected, multi-target not supported")
            if target.dim() == 1 and (input1.dim() != 2 or input2.dim() != 2):
                raise RuntimeError(
                    "1D target tensor expects 2D input tensors, but found inputs with sizes "
                    f"{list(input1.shape)} and {list(input2.shape)}."
                )
            if target.dim() == 0 and (input1.dim() != 1 or input2.dim() != 1):
                raise RuntimeError(
                    "0D target tensor expects 1D input tensors, but found inputs with sizes "
                    f"{list(input1.shape)} and {list(input2.shape)}."
                )
            eps = 1e-12
            square = (input1 * input1).sum(-1) + eps
            other = (input2 * input2).sum(-1) + eps
            cosine = (input1 * input2).sum(-1) / (square * other).sqrt()
            zeros = torch.zeros_like(cosine)
            near = torch.where(target == 1, 1 - cosine, zeros)
            far = torch.where(target == -1, (cosine - margin).clamp(min=0), zeros)
            return _reduced(near + far, reduction)


        # Distances


        def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
            """The p-norm of x1 - x2 + eps along the last dimension."""
            return composite(
                "NormBackward1",
                lambda a, b: torch.norm(a - b + eps, p, -1, keepdim),
                x1,
                x2,
            )


        def pdist(input, p=2.0):
            """The distances of all pairs of rows."""
            if input.dim() != 2:
                raise RuntimeError(f"pdist only supports 2D tensors, got: {input.dim()}D")
            n = input.size(0)
            first = [i for i in range(n) for _ in range(i + 1, n)]
            second = [j for i in range(n) for j in range(i + 1, n)]
            if p < 0:
                raise RuntimeError("pdist only supports non-negative p values")
            if not first:
                return input.new_empty((0,))
            return composite(
                "PdistBackward0",
                lambda x: distance(x[first] - x[second], p),
                input,
            )
        """#
}
