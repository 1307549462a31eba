extension PythonSources {
    /// `torch.nn.functional`: losses and distances.
    static let functionalLosses = #"""
        import math
        import warnings

        import torch
        from _cnnlab import composite
        from torch.nn import functional as F


        def _reduced(loss, reduction):
            if reduction == "mean":
                return loss.mean()
            if reduction == "sum":
                return loss.sum()
            if reduction == "none":
                return loss
            raise ValueError(f"{reduction} is not a valid value for reduction")


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
            if isinstance(input, torch.Tensor) and not isinstance(target, torch.Tensor):
                raise TypeError(
                    "poisson_nll_loss(): argument 'target' (position 2) must be Tensor, not "
                    f"{type(target).__name__}"
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
            reduction = _reduction(size_average, reduce, reduction)
            zeros = torch.zeros_like(input)
            far = torch.where(target != 1, (margin - input).clamp(min=0), zeros)
            return _reduced(far + torch.where(target != -1, input, zeros), reduction)


        def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
            """log(1 + e^(-y x))."""
            reduction = _reduction(size_average, reduce, reduction)
            if isinstance(target, torch.Tensor) and target.requires_grad:
                raise RuntimeError(
                    "The function 'soft_margin_loss' is not differentiable with respect to argument "
                    "'target'. This input cannot have requires_grad True."
                )
            return composite(
                "SoftMarginLossBackward0",
                lambda x, y: _reduced((-y * x).exp().log1p(), reduction),
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


        def triplet_margin_loss(
            anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None,
            reduce=None, reduction="mean"
        ):
            """max(0, d(anchor, positive) - d(anchor, negative) + margin)."""
            reduction = _reduction(size_average, reduce, reduction)
            if margin <= 0:
                raise ValueError(f"margin must be greater than 0, got {margin}")
            near = pairwise_distance(anchor, positive, p, eps)
            far = pairwise_distance(anchor, negative, p, eps)
            if swap:
                far = torch.min(far, pairwise_distance(positive, negative, p, eps))
            return _reduced((margin + near - far).clamp_min(0), reduction)


        def triplet_margin_with_distance_loss(
            anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False,
            reduction="mean"
        ):
            """triplet_margin_loss with a distance of one's own."""
            if margin <= 0:
                raise ValueError(f"margin must be greater than 0, got {margin}")
            distance = distance_function if distance_function is not None else pairwise_distance
            near, far = distance(anchor, positive), distance(anchor, negative)
            if swap:
                far = torch.minimum(far, distance(positive, negative))
            return _reduced((margin + near - far).clamp_min(0), reduction)


        def multi_margin_loss(
            input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"
        ):
            """Σ max(0, margin - x[y] + x[i])^p over the wrong classes, by the number of classes."""
            reduction = _reduction(size_average, reduce, reduction)
            if p != 1 and p != 2:
                raise RuntimeError("multi_margin_loss: Invalid p, expected 1 or 2 but got " + str(p))

            def loss(x):
                rows = x if x.dim() == 2 else x.unsqueeze(0)
                classes = target.reshape(-1)
                right = rows.gather(1, classes.unsqueeze(1))
                terms = (margin - right + rows).clamp(min=0)
                terms = terms if p == 1 else terms * terms
                if weight is not None:
                    terms = terms * weight[classes].unsqueeze(1)
                wrong = 1 - F.one_hot(classes, rows.size(1)).to(x.dtype)
                each = (terms * wrong).sum(1) / rows.size(1)
                return _reduced(each if x.dim() == 2 else each.squeeze(0), reduction)

            return composite("MultiMarginLossBackward0", loss, input)


        def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
            """Margin between the labels (listed until -1) and all other classes."""
            reduction = _reduction(size_average, reduce, reduction)

            def loss(x):
                rows = x if x.dim() == 2 else x.unsqueeze(0)
                labels = target if x.dim() == 2 else target.unsqueeze(0)
                each = []
                for row, listed in zip(rows, labels.tolist()):
                    chosen = listed[: listed.index(-1)] if -1 in listed else listed
                    others = [i for i in range(rows.size(1)) if i not in chosen]
                    if chosen and others:
                        gaps = 1 - (row[chosen].unsqueeze(1) - row[others].unsqueeze(0))
                        each.append(gaps.clamp(min=0).sum() / rows.size(1))
                    else:
                        each.append(row.sum() * 0)
                joined = torch.stack(each)
                return _reduced(joined if x.dim() == 2 else joined[0], reduction)

            return composite("MultilabelMarginLossBackward0", loss, input)


        def multilabel_soft_margin_loss(
            input, target, weight=None, size_average=None, reduce=None, reduction="mean"
        ):
            """The mean over classes of each class's binary cross entropy of logits."""
            reduction = _reduction(size_average, reduce, reduction)
            loss = -(target * F.logsigmoid(input) + (1 - target) * F.logsigmoid(-input))
            if weight is not None:
                loss = loss * weight
            return _reduced(loss.sum(dim=-1) / input.size(-1), reduction)


        def ctc_loss(
            log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean",
            zero_infinity=False
        ):
            """Connectionist temporal classification: minus the log probability of the label sequences."""
            inputs = [int(n) for n in input_lengths]
            lengths = [int(n) for n in target_lengths]
            if targets.dim() == 2:
                labels = [row[:n] for row, n in zip(targets.tolist(), lengths)]
            else:
                flat, labels, begin = targets.tolist(), [], 0
                for n in lengths:
                    labels.append(flat[begin : begin + n])
                    begin += n
            low = -math.inf

            def each(log_probs):
                losses = []
                for b, (steps, label) in enumerate(zip(inputs, labels)):
                    states = [blank]
                    for name in label:
                        states += [name, blank]
                    index = torch.tensor(states)
                    skip = torch.tensor(
                        [s >= 2 and states[s] != blank and states[s] != states[s - 2]
                         for s in range(len(states))]
                    )
                    here = log_probs[:, b]
                    begins = torch.tensor([s < 2 for s in range(len(states))])
                    alpha = here[0][index].masked_fill(~begins, low)
                    edge = torch.full((2,), low, dtype=log_probs.dtype)
                    for t in range(1, steps):
                        padded = torch.cat([edge, alpha])
                        jump = padded[: len(states)].masked_fill(~skip, low)
                        ways = torch.stack([alpha, padded[1:-1], jump])
                        alpha = _log_sum(ways, 0) + here[t][index]
                    # PyTorch's gradient goes on through the softmax that is before.
                    total = here[:steps].exp().sum()
                    losses.append(-_log_sum(alpha[-2:], 0) + (total - total.detach()))
                return torch.stack(losses)

            losses = composite("CtcLossBackward0", each, log_probs)
            if zero_infinity:
                losses = torch.where(losses == math.inf, torch.zeros_like(losses), losses)
            if reduction == "mean":
                return (losses / torch.tensor(lengths, dtype=losses.dtype).clamp(min=1)).mean()
            return _reduced(losses, reduction)


        def _log_sum(x, dim):
            """logsumexp whose gradient at all minus infinities is 0."""
            peak = x.detach().amax(dim, keepdim=True)
            safe = torch.where(peak.isinf(), torch.zeros_like(peak), peak)
            total = (x - safe).exp().sum(dim)
            gone = total == 0
            log = torch.where(gone, torch.ones_like(total), total).log() + safe.squeeze(dim)
            return log.masked_fill(gone, -math.inf)


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
                lambda x: (x[first] - x[second]).norm(p, -1),
                input,
            )
        """#
}
