extension PythonSources {
    /// `torch.nn.functional`: losses of margins, and of label sequences.
    static let functionalMargins = #"""
        import math

        import torch
        from _cnnlab import composite
        from torch.nn import functional as F
        from torch.nn.functional import _known, _reduced, _reduction, pairwise_distance


        def _same_dims(anchor, positive, negative):
            dims = [x.dim() for x in (anchor, positive, negative)]
            if len(set(dims)) > 1:
                raise RuntimeError(
                    "The anchor, positive, and negative tensors are expected to have the same number of "
                    f"dimensions, but got: anchor {dims[0]}D, positive {dims[1]}D, and negative {dims[2]}D "
                    "inputs"
                )


        def triplet_margin_loss(
            anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None,
            reduce=None, reduction="mean"
        ):
            """max(0, d(anchor, positive) - d(anchor, negative) + margin)."""
            reduction = _reduction(size_average, reduce, reduction)
            if margin <= 0:
                raise ValueError(f"margin must be greater than 0, got {margin}")
            _known(reduction)
            for place, (part, name) in enumerate(
                [(anchor, "anchor"), (positive, "positive"), (negative, "negative")]
            ):
                if not isinstance(part, torch.Tensor):
                    raise TypeError(
                        f"triplet_margin_loss(): argument '{name}' (position {place + 1}) must be Tensor, "
                        f"not {type(part).__name__}"
                    )
            _same_dims(anchor, positive, negative)
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
            if reduction not in ("mean", "sum", "none"):
                raise ValueError(f"{reduction} is not a valid value for reduction")
            if margin <= 0:
                raise ValueError(f"margin must be greater than 0, got {margin}")
            distance = distance_function if distance_function is not None else pairwise_distance
            _same_dims(anchor, positive, negative)
            near, far = distance(anchor, positive), distance(anchor, negative)
            if swap:
                far = torch.minimum(far, distance(positive, negative))
            return _reduced((margin + near - far).clamp_min(0), reduction)


        def multi_margin_loss(
            input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"
        ):
            """Σ max(0, margin - x[y] + x[i])^p over the wrong classes, by the number of classes."""
            reduction = _known(_reduction(size_average, reduce, reduction))
            if p != 1 and p != 2:
                raise ValueError("only p == 1 and p == 2 supported")
            for place, (part, name) in enumerate([(input, "input"), (target, "target")]):
                if not isinstance(part, torch.Tensor):
                    raise TypeError(
                        f"multi_margin_loss(): argument '{name}' (position {place + 1}) must be Tensor, "
                        f"not {type(part).__name__}"
                    )
            if weight is not None and weight.dim() != 1:
                raise ValueError("weight must be one-dimensional")
            if weight is not None and weight.requires_grad and torch.is_grad_enabled():
                raise RuntimeError(
                    "The function 'multi_margin_loss' is not differentiable with respect to argument "
                    "'weight'. This input cannot have requires_grad True."
                )
            batch = input.size(0) if input.dim() == 2 else 1
            classes = input.size(-1) if input.dim() else 1
            if input.dim() > 2 or classes == 0:
                raise RuntimeError(
                    "Expected non-empty vector or matrix with optional 0-dim batch size, but got: "
                    f"{list(input.shape)}"
                )
            if target.dim() > 1 or target.numel() != batch:
                raise RuntimeError(
                    "multi_margin_loss: target tensor should be 1-D with size equal to the number of input "
                    f"samples (batch size). Expected target size [{batch}], but got {list(target.shape)}. "
                    f"Input has shape {list(input.shape)}."
                )
            if weight is not None and weight.numel() != classes:
                raise RuntimeError(
                    f"inconsistent weight size, expected {classes} but got {list(weight.shape)}"
                )
            if target.dtype != torch.int64:
                raise RuntimeError(f"expected scalar type Long but found {F._kind(target)}")
            if bool(((target < 0) | (target >= classes)).any()):
                raise RuntimeError("target out of range")

            def loss(x):
                rows = x.reshape(batch, classes)
                right = target.reshape(-1)
                terms = (margin - rows.gather(1, right.unsqueeze(1)) + rows).clamp(min=0)
                terms = terms if p == 1 else terms * terms
                if weight is not None:
                    terms = terms * weight[right].unsqueeze(1)
                wrong = 1 - F.one_hot(right, classes).to(x.dtype)
                each = (terms * wrong).sum(1) / classes
                return _reduced(each.view(target.shape), reduction)

            return composite("MultiMarginLossBackward0", loss, input)


        def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
            """Margin between the labels (listed until -1) and all other classes."""
            reduction = _known(_reduction(size_average, reduce, reduction))
            for place, (part, name) in enumerate([(input, "input"), (target, "target")]):
                if not isinstance(part, torch.Tensor):
                    raise TypeError(
                        f"multilabel_margin_loss(): argument '{name}' (position {place + 1}) must be "
                        f"Tensor, not {type(part).__name__}"
                    )
            if input.dim() > 2:
                raise RuntimeError(
                    "Expected non-empty vector or matrix with optional 0-dim batch size, but got: "
                    f"{list(input.shape)}"
                )
            if input.dim() == 2 and target.shape != input.shape or target.numel() != input.numel():
                raise RuntimeError(
                    f"inconsistent target size: {list(target.shape)} for input of size: "
                    f"{list(input.shape)}"
                )
            if target.dtype != torch.int64:
                raise RuntimeError(f"expected scalar type Long but found {F._kind(target)}")
            classes = input.size(-1) if input.dim() else 1
            if target.numel() and int(target.min()) < -1:
                raise RuntimeError("target.min() >= -1 INTERNAL ASSERT FAILED")
            if target.numel() and int(target.max()) >= classes:
                raise RuntimeError("target out of range")

            def loss(x):
                rows = x.reshape(-1, classes)
                each = []
                for row, listed in zip(rows, target.reshape(-1, classes).tolist()):
                    chosen = listed[: listed.index(-1)] if -1 in listed else listed
                    others = [i for i in range(classes) if i not in chosen]
                    if chosen and others:
                        gaps = 1 - (row[chosen].unsqueeze(1) - row[others].unsqueeze(0))
                        each.append(gaps.clamp(min=0).sum() / classes)
                    else:
                        each.append(row.sum() * 0)
                joined = torch.stack(each) if each else x.new_empty(0)
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
            # PyTorch sums over the input's last dimension, counted from the front.
            classes = input.size(input.dim() - 1)
            loss = loss.sum(dim=input.dim() - 1) / classes
            if reduction not in ("mean", "sum", "none"):
                raise ValueError(f"{reduction} is not valid")
            return _reduced(loss, reduction)


        def _ctc_lengths(name, lengths, batch, most):
            """The lengths of a batch; none is below 0 or above `most`."""
            if isinstance(lengths, torch.Tensor):
                lengths = lengths.reshape(-1).tolist()
            lengths = [int(n) for n in lengths]
            if len(lengths) != batch:
                raise RuntimeError(f"{name} must be of size batch_size")
            for n in lengths:
                if n < 0 or (most is not None and n > most):
                    bound = "least 0" if n < 0 else f"most {most}"
                    raise RuntimeError(
                        f"Expected {name} to have value at {bound}, but got value {n} (while checking "
                        "arguments for ctc_loss_allocate_outputs)"
                    )
            return lengths


        def _ctc_labels(targets, lengths):
            """The label sequences, from a padded matrix or from all of them in one row."""
            place = "for argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)"
            if targets.dim() == 2:
                longest = max(lengths, default=0)
                if targets.size(0) != len(lengths):
                    raise RuntimeError(
                        f"Expected tensor to have size {len(lengths)} at dimension 0, but got size "
                        f"{targets.size(0)} {place}"
                    )
                if targets.size(1) < longest:
                    raise RuntimeError(
                        f"Expected tensor to have size at least {longest} at dimension 1, but got size "
                        f"{targets.size(1)} {place}"
                    )
                return [row[:n] for row, n in zip(targets.tolist(), lengths)]
            if targets.size(0) != sum(lengths):
                raise RuntimeError(
                    f"Expected tensor to have size {sum(lengths)} at dimension 0, but got size "
                    f"{targets.size(0)} {place}"
                )
            flat, labels, begin = targets.tolist(), [], 0
            for n in lengths:
                labels.append(flat[begin : begin + n])
                begin += n
            return labels


        def ctc_loss(
            log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean",
            zero_infinity=False
        ):
            """Connectionist temporal classification: minus the log probability of the label sequences."""
            _known(reduction)
            if not log_probs.is_floating_point():
                raise NotImplementedError(f'"ctc_loss_cpu" not implemented for \'{F._kind(log_probs)}\'')
            batched = log_probs.dim() == 3
            rows = log_probs if batched else log_probs.unsqueeze(1)
            batch = rows.size(1)
            if blank < 0 or blank >= rows.size(2):
                raise RuntimeError("blank must be in label range")
            if not batched and targets.dim() == 1:
                targets = targets.unsqueeze(0)
            targets = targets.to(torch.int64)
            for name, lengths in (("input_lengths", input_lengths), ("target_lengths", target_lengths)):
                if isinstance(lengths, torch.Tensor) and lengths.is_floating_point():
                    raise RuntimeError(f"{name} must be integral")
            inputs = _ctc_lengths("input_lengths", input_lengths, batch, None)
            lengths = _ctc_lengths("target_lengths", target_lengths, batch, None)
            labels = _ctc_labels(targets, lengths)
            inputs = _ctc_lengths("input_lengths", input_lengths, batch, rows.size(0))
            low = -math.inf

            def each(log_probs):
                log_probs = log_probs if batched else log_probs.unsqueeze(1)
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
                return torch.stack(losses) if batched else losses[0]

            losses = composite("CtcLossBackward0", each, log_probs)
            if zero_infinity:
                losses = torch.where(losses == math.inf, torch.zeros_like(losses), losses)
            if reduction == "mean":
                counts = torch.tensor(lengths, dtype=losses.dtype).clamp(min=1)
                return (losses / (counts if batched else counts[0])).mean()
            return _reduced(losses, reduction)


        def _log_sum(x, dim):
            """logsumexp whose gradient at all minus infinities is 0."""
            peak = x.detach().amax(dim, keepdim=True)
            safe = torch.where(peak.isinf(), torch.zeros_like(peak), peak)
            total = (x - safe).exp().sum(dim)
            gone = total == 0
            log = torch.where(gone, torch.ones_like(total), total).log() + safe.squeeze(dim)
            return log.masked_fill(gone, -math.inf)
        """#
}
