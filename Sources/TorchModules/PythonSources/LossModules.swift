extension PythonSources {
    /// `torch.nn`: losses.
    static let losses = #"""
        from torch.nn import Module, functional as F


        class _Loss(Module):
            def __init__(self, size_average=None, reduce=None, reduction="mean"):
                super().__init__()
                self.reduction = F._reduction(size_average, reduce, reduction)


        class _WeightedLoss(_Loss):
            def __init__(self, weight=None, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)
                self.register_buffer("weight", weight)


        class L1Loss(_Loss):
            """The absolute difference."""

            def __init__(self, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)

            def forward(self, input, target):
                return F.l1_loss(input, target, reduction=self.reduction)


        class NLLLoss(_WeightedLoss):
            """Negative log likelihood of log probabilities."""

            def __init__(
                self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"
            ):
                super().__init__(weight, size_average, reduce, reduction)
                self.ignore_index = ignore_index

            def forward(self, input, target):
                return F.nll_loss(
                    input, target, weight=self.weight, ignore_index=self.ignore_index,
                    reduction=self.reduction
                )


        class PoissonNLLLoss(_Loss):
            """Negative log likelihood of a Poisson distribution."""

            def __init__(
                self, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None,
                reduction="mean"
            ):
                super().__init__(size_average, reduce, reduction)
                self.log_input = log_input
                self.full = full
                self.eps = eps

            def forward(self, log_input, target):
                return F.poisson_nll_loss(
                    log_input, target, log_input=self.log_input, full=self.full, eps=self.eps,
                    reduction=self.reduction
                )


        class GaussianNLLLoss(_Loss):
            """Negative log likelihood of a normal distribution."""

            def __init__(self, *, full=False, eps=1e-6, reduction="mean"):
                super().__init__(None, None, reduction)
                self.full = full
                self.eps = eps

            def forward(self, input, target, var):
                return F.gaussian_nll_loss(
                    input, target, var, full=self.full, eps=self.eps, reduction=self.reduction
                )


        class KLDivLoss(_Loss):
            """The Kullback-Leibler divergence from log probabilities."""

            def __init__(self, size_average=None, reduce=None, reduction="mean", log_target=False):
                super().__init__(size_average, reduce, reduction)
                self.log_target = log_target

            def forward(self, input, target):
                return F.kl_div(input, target, reduction=self.reduction, log_target=self.log_target)


        class MSELoss(_Loss):
            """The squared difference."""

            def forward(self, input, target):
                return F.mse_loss(input, target, reduction=self.reduction)


        class BCELoss(_WeightedLoss):
            """Binary cross entropy of probabilities."""

            def forward(self, input, target):
                return F.binary_cross_entropy(
                    input, target, weight=self.weight, reduction=self.reduction
                )


        class BCEWithLogitsLoss(_Loss):
            """Binary cross entropy of logits."""

            def __init__(
                self, weight=None, size_average=None, reduce=None, reduction="mean", pos_weight=None
            ):
                super().__init__(size_average, reduce, reduction)
                self.register_buffer("weight", weight)
                self.register_buffer("pos_weight", pos_weight)

            def forward(self, input, target):
                return F.binary_cross_entropy_with_logits(
                    input, target, self.weight, pos_weight=self.pos_weight, reduction=self.reduction
                )


        class HingeEmbeddingLoss(_Loss):
            """x where the target is 1, max(0, margin - x) where it is -1."""

            def __init__(self, margin=1.0, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)
                self.margin = margin

            def forward(self, input, target):
                return F.hinge_embedding_loss(
                    input, target, margin=self.margin, reduction=self.reduction
                )


        class MultiLabelMarginLoss(_Loss):
            """Margin between the labels and all other classes."""

            def __init__(self, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)

            def forward(self, input, target):
                return F.multilabel_margin_loss(input, target, reduction=self.reduction)


        class SmoothL1Loss(_Loss):
            """Squared below beta, absolute above."""

            def __init__(self, size_average=None, reduce=None, reduction="mean", beta=1.0):
                super().__init__(size_average, reduce, reduction)
                self.beta = beta

            def forward(self, input, target):
                return F.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)


        class HuberLoss(_Loss):
            """Squared below delta, linear above."""

            def __init__(self, reduction="mean", delta=1.0):
                super().__init__(reduction=reduction)
                if not isinstance(delta, (int, float)):
                    raise TypeError(f"delta must be a float or int, got: {type(delta)}")
                self.delta = delta

            def forward(self, input, target):
                return F.huber_loss(input, target, reduction=self.reduction, delta=self.delta)


        class SoftMarginLoss(_Loss):
            """log(1 + e^(-y x))."""

            def __init__(self, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)

            def forward(self, input, target):
                return F.soft_margin_loss(input, target, reduction=self.reduction)


        class CrossEntropyLoss(_WeightedLoss):
            """Cross entropy between logits and class indices or probabilities."""

            def __init__(
                self, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean",
                label_smoothing=0.0
            ):
                super().__init__(weight, size_average, reduce, reduction)
                self.ignore_index = ignore_index
                self.label_smoothing = label_smoothing

            def forward(self, input, target):
                return F.cross_entropy(
                    input, target, weight=self.weight, ignore_index=self.ignore_index,
                    reduction=self.reduction, label_smoothing=self.label_smoothing
                )


        class MultiLabelSoftMarginLoss(_WeightedLoss):
            """The mean over classes of each class's binary cross entropy of logits."""

            def __init__(self, weight=None, size_average=None, reduce=None, reduction="mean"):
                super().__init__(weight, size_average, reduce, reduction)

            def forward(self, input, target):
                return F.multilabel_soft_margin_loss(
                    input, target, weight=self.weight, reduction=self.reduction
                )


        class CosineEmbeddingLoss(_Loss):
            """1 - cos for y = 1, max(0, cos - margin) for y = -1."""

            def __init__(self, margin=0.0, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)
                self.margin = margin

            def forward(self, input1, input2, target):
                return F.cosine_embedding_loss(
                    input1, input2, target, margin=self.margin, reduction=self.reduction
                )


        class MarginRankingLoss(_Loss):
            """max(0, -y (x1 - x2) + margin)."""

            def __init__(self, margin=0.0, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)
                self.margin = margin

            def forward(self, input1, input2, target):
                return F.margin_ranking_loss(
                    input1, input2, target, margin=self.margin, reduction=self.reduction
                )


        class MultiMarginLoss(_WeightedLoss):
            """Margin between the right class and all others."""

            def __init__(
                self, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"
            ):
                super().__init__(weight, size_average, reduce, reduction)
                if p != 1 and p != 2:
                    raise ValueError("only p == 1 and p == 2 supported")
                if weight is not None and weight.dim() != 1:
                    raise ValueError(
                        "MultiMarginLoss: expected weight to be None or 1D tensor, got "
                        f"{weight.dim()}D instead"
                    )
                self.p = p
                self.margin = margin

            def forward(self, input, target):
                return F.multi_margin_loss(
                    input, target, p=self.p, margin=self.margin, weight=self.weight,
                    reduction=self.reduction
                )


        class TripletMarginLoss(_Loss):
            """max(0, d(anchor, positive) - d(anchor, negative) + margin)."""

            def __init__(
                self, margin=1.0, p=2.0, eps=1e-6, swap=False, size_average=None, reduce=None,
                reduction="mean"
            ):
                super().__init__(size_average, reduce, reduction)
                if margin <= 0:
                    raise ValueError(
                        f"TripletMarginLoss: expected margin to be greater than 0, got {margin} instead"
                    )
                self.margin = margin
                self.p = p
                self.eps = eps
                self.swap = swap

            def forward(self, anchor, positive, negative):
                return F.triplet_margin_loss(
                    anchor, positive, negative, margin=self.margin, p=self.p, eps=self.eps,
                    swap=self.swap, reduction=self.reduction
                )


        class TripletMarginWithDistanceLoss(_Loss):
            """TripletMarginLoss with a distance of one's own."""

            def __init__(self, *, distance_function=None, margin=1.0, swap=False, reduction="mean"):
                super().__init__(None, None, reduction)
                if margin <= 0:
                    raise ValueError(
                        "TripletMarginWithDistanceLoss: expected margin to be greater than 0, got "
                        f"{margin} instead"
                    )
                if distance_function is None:
                    from torch.nn import PairwiseDistance

                    distance_function = PairwiseDistance()
                self.distance_function = distance_function
                self.margin = margin
                self.swap = swap

            def forward(self, anchor, positive, negative):
                return F.triplet_margin_with_distance_loss(
                    anchor, positive, negative, distance_function=self.distance_function,
                    margin=self.margin, swap=self.swap, reduction=self.reduction
                )


        class CTCLoss(_Loss):
            """Connectionist temporal classification."""

            def __init__(self, blank=0, reduction="mean", zero_infinity=False):
                super().__init__(reduction=reduction)
                self.blank = blank
                self.zero_infinity = zero_infinity

            def forward(self, log_probs, targets, input_lengths, target_lengths):
                return F.ctc_loss(
                    log_probs, targets, input_lengths, target_lengths, self.blank, self.reduction,
                    self.zero_infinity
                )
        """#
}
