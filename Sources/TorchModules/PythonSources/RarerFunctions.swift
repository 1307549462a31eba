extension PythonSources {
    /// Functions of `torch` that are made of others and asked for rarely; they are compiled at the first call.
    static let rarerParts: [(part: String, source: String)] = [
        ("functions", rarerFunctions), ("arrangements", rarerArrangements),
        ("matrices", rarerMatrices), ("others", rarerOthers),
    ]

    /// Functions of `torch.nn.functional` as torch has them.
    static let rarerFunctions = #"""
        import math

        import torch
        from _cnnlab import composite, overwrite
        from torch.nn import functional as F

        _KINDS = ["none", "mean", "sum"]
        builtin_range = range


        def batch_norm(
            input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled
        ):
            return F.batch_norm(
                input, running_mean, running_var, weight, bias, training, momentum, eps
            )


        def instance_norm(
            input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps,
            cudnn_enabled
        ):
            return F.instance_norm(
                input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps
            )


        def embedding(
            weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False
        ):
            padding = None if padding_idx == -1 else padding_idx
            return F.embedding(indices, weight, padding, None, 2.0, scale_grad_by_freq, sparse)


        def rms_norm(input, normalized_shape, weight=None, eps=None):
            return F.rms_norm(input, list(normalized_shape), weight, eps)


        def constant_pad_nd(input, pad, value=0):
            return F.pad(input, tuple(pad), "constant", value)


        def kl_div(input, target, reduction=0, *, log_target=False):
            return F.kl_div(input, target, reduction=_KINDS[reduction], log_target=log_target)


        def binary_cross_entropy_with_logits(
            input, target, weight=None, pos_weight=None, reduction=0
        ):
            return F.binary_cross_entropy_with_logits(
                input, target, weight, pos_weight=pos_weight, reduction=_KINDS[reduction]
            )


        def hinge_embedding_loss(input, target, margin=1.0, reduction=0):
            return F.hinge_embedding_loss(input, target, margin, reduction=_KINDS[reduction])


        def margin_ranking_loss(input1, input2, target, margin=0.0, reduction=0):
            return F.margin_ranking_loss(
                input1, input2, target, margin, reduction=_KINDS[reduction]
            )


        def cosine_embedding_loss(input1, input2, target, margin=0.0, reduction=0):
            return F.cosine_embedding_loss(
                input1, input2, target, margin, reduction=_KINDS[reduction]
            )


        def triplet_margin_loss(
            anchor, positive, negative, margin=1.0, p=2.0, eps=1e-06, swap=False, reduction=0
        ):
            return F.triplet_margin_loss(
                anchor, positive, negative, margin, p, eps, swap, reduction=_KINDS[reduction]
            )


        def poisson_nll_loss(input, target, log_input, full, eps, reduction):
            return F.poisson_nll_loss(
                input, target, log_input, full, eps=eps, reduction=_KINDS[reduction]
            )


        def ctc_loss(
            log_probs, targets, input_lengths, target_lengths, blank=0, reduction=0,
            zero_infinity=False
        ):
            return F.ctc_loss(
                log_probs, targets, input_lengths, target_lengths, blank, _KINDS[reduction],
                zero_infinity
            )


        def feature_dropout(input, p, train):
            return F.dropout2d(input, p, train) if train and p > 0 else input


        def feature_alpha_dropout(input, p, train):
            return F.feature_alpha_dropout(input, p, train)


        def dropout_(input, p, train):
            return F.dropout(input, p, train, True)


        def adaptive_max_pool1d(input, output_size):
            return F.adaptive_max_pool1d(input, output_size, return_indices=True)


        def max_pool1d_with_indices(
            input, kernel_size, stride=(), padding=0, dilation=1, ceil_mode=False
        ):
            return F.max_pool1d(
                input, kernel_size, stride or None, padding, dilation, ceil_mode, True
            )


        def rrelu_(input, lower=0.125, upper=0.3333333333333333, training=False, generator=None):
            return F.rrelu(input, lower, upper, training, True)


        def selu_(input):
            return F.selu(input, True)


        def celu_(input, alpha=1.0):
            return F.celu(input, alpha, True)


        def threshold_(input, threshold, value):
            return F.threshold(input, threshold, value, True)


        def detach(input):
            return input.detach()


        def is_nonzero(input):
            return input.is_nonzero()


        def is_same_size(input, other):
            return input.size() == other.size()


        def is_signed(input):
            return input.is_signed()


        def is_inference(input):
            return input.is_inference()


        def is_conj(input):
            return False


        def is_neg(input):
            return False


        def resolve_neg(input):
            return input
        """#

    /// What is left.
    static let rarerOthers = #"""
        import math

        import torch
        from _cnnlab import composite, overwrite
        from torch.nn import functional as F

        builtin_range = range


        def unsafe_chunk(input, chunks, dim=0):
            return input.chunk(chunks, dim)


        def unsafe_split(tensor, split_size, dim=0):
            return tensor.split(split_size, dim)


        def empty_strided(
            size, stride, *, dtype=None, layout=None, device=None, requires_grad=False,
            pin_memory=False
        ):
            """A tensor of given strides."""
            room = 1 + sum((n - 1) * s for n, s in zip(size, stride)) if 0 not in size else 0
            made = torch.zeros(room, dtype=dtype or torch.get_default_dtype())
            return made.as_strided(size, stride).requires_grad_(requires_grad)


        def renorm_(input, p, dim, maxnorm):
            return overwrite(input, lambda x: x.renorm(p, dim, maxnorm))


        def float_power_(input, exponent):
            if input.dtype != torch.float64:
                raise RuntimeError(
                    "the base given to float_power_ has dtype "
                    f"{_NAMES[input.dtype]} but the operation's result requires dtype Double"
                )
            return input.pow_(exponent)


        _NAMES = {
            torch.float32: "Float", torch.int64: "Long", torch.int32: "Int", torch.uint8: "Byte",
            torch.bool: "Bool",
        }


        def new(input, *args):
            """A tensor of the same type, of that size or with those numbers."""
            if len(args) == 1 and isinstance(args[0], (list, tuple)) and not isinstance(
                args[0], torch.Size
            ):
                return torch.tensor(args[0], dtype=input.dtype)
            if len(args) == 1 and isinstance(args[0], torch.Tensor):
                return args[0].to(input.dtype)
            size = args[0] if len(args) == 1 and isinstance(args[0], torch.Size) else args
            return torch.zeros(tuple(size) if size else (0,), dtype=input.dtype)


        def set_default_tensor_type(t):
            """Sets the type of new floating-point tensors, by the older names."""
            name = t if isinstance(t, str) else "torch." + getattr(t, "__name__", str(t))
            kinds = {
                "torch.FloatTensor": torch.float32, "torch.DoubleTensor": torch.float64,
                "torch.float32": torch.float32, "torch.float64": torch.float64,
            }
            if name not in kinds:
                raise TypeError("only floating-point types are supported as the default type")
            torch.set_default_dtype(kinds[name])


        def hardshrink(input, lambd=0.5):
            return F.hardshrink(input, lambd)


        def prelu(input, weight):
            return F.prelu(input, weight)


        def get_num_interop_threads():
            return 1


        def vmap(func, in_dims=0, out_dims=0, randomness="error", *, chunk_size=None):
            """The function, over the entries of one dimension."""
            return torch.func.vmap(func, in_dims, out_dims, randomness, chunk_size=chunk_size)
        """#
}
