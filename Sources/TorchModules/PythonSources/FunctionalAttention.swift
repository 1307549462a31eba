extension PythonSources {
    /// `torch.nn.functional`: attention and tables.
    static let functionalAttention = #"""
        import math
        import warnings

        import torch
        from _cnnlab import composite, rename
        from torch.nn import functional as F


        def _type_text(value):
            """How messages call a value's type: with its module if it is one of torch's own."""
            kind = type(value)
            return f"torch.{kind.__name__}" if kind.__module__ == "torch" else kind.__name__


        _C_NAMES = {
            torch.float32: "float", torch.float64: "double", torch.int64: "long int",
            torch.int32: "int", torch.uint8: "unsigned char", torch.bool: "bool",
        }


        def scaled_dot_product_attention(
            query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None,
            enable_gqa=False
        ):
            """softmax(Q Kᵀ · scale + mask) V."""
            parts = {"query": query, "key": key, "value": value}
            for place, (name, part) in enumerate(parts.items()):
                if not isinstance(part, torch.Tensor):
                    raise TypeError(
                        f"scaled_dot_product_attention(): argument '{name}' (position {place + 1}) must "
                        f"be Tensor, not {type(part).__name__}"
                    )
            if query.dim() < 2 or key.dim() < 2 or value.dim() < 2:
                raise RuntimeError(
                    "Expected query, key, and value to all be  at least 2 dimensional, but got query.dim: "
                    f"{query.dim()} key.dim: {key.dim()} and value.dim: {value.dim()} instead."
                )
            if query.dtype != key.dtype or query.dtype != value.dtype:
                query_kind, key_kind, value_kind = (_C_NAMES[part.dtype] for part in parts.values())
                raise RuntimeError(
                    "Expected query, key, and value to have the same dtype, but got query.dtype: "
                    f"{query_kind} key.dtype: {key_kind} and value.dtype: {value_kind} instead."
                )
            if enable_gqa:
                repeats = query.size(-3) // key.size(-3)
                key = key.repeat_interleave(repeats, -3)
                value = value.repeat_interleave(repeats, -3)
            scale = 1 / math.sqrt(query.size(-1)) if scale is None else scale
            length, source = query.size(-2), key.size(-2)
            if is_causal:
                if attn_mask is not None:
                    raise RuntimeError(
                        "_scaled_dot_product_attention: Explicit attn_mask should not be set when "
                        "is_causal=True"
                    )
                attn_mask = torch.ones(length, source, dtype=torch.bool).tril()
            if attn_mask is not None and attn_mask.dtype == torch.bool:
                bias = torch.zeros(attn_mask.shape, dtype=query.dtype)
                attn_mask = bias.masked_fill(attn_mask.logical_not(), -math.inf)
            factor = math.sqrt(scale)
            weights = (query * factor) @ (key * factor).transpose(-2, -1)
            if attn_mask is not None:
                weights = weights + attn_mask
            weights = weights.softmax(-1)
            if dropout_p > 0.0:
                weights = F.dropout(weights, dropout_p)
            output = weights @ value
            if query.dim() == 4 and dropout_p == 0.0:
                rename(output, "ScaledDotProductFlashAttentionForCpuBackward0")
            return output


        def rms_norm(input, normalized_shape, weight=None, eps=None):
            """Divides by the root mean square of the last dimensions."""
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    f"rms_norm(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}"
                )
            if not isinstance(normalized_shape, (tuple, list)):
                raise TypeError(
                    "rms_norm(): argument 'normalized_shape' (position 2) must be tuple of ints, not "
                    f"{type(normalized_shape).__name__}"
                )
            normalized_shape = tuple(normalized_shape)
            if input.dim() < len(normalized_shape):
                raise ValueError(
                    f"Input tensor must have at least {len(normalized_shape)} dimensions, but got "
                    f"{input.dim()}"
                )
            n = len(normalized_shape)
            if input.dim() < n or tuple(input.shape[-n:]) != normalized_shape:
                wanted = ", ".join(str(size) for size in normalized_shape)
                raise RuntimeError(
                    f"Given normalized_shape=[{wanted}], expected input with shape [*{wanted}], but got "
                    f"input of size{list(input.shape)}"
                )
            if eps is None:
                eps = 2.0**-23 if input.dtype == torch.float32 else 2.0**-52
            dims = tuple(range(-n, 0))

            def normed(x, w=None):
                y = x * (x.pow(2).mean(dims, keepdim=True) + eps).rsqrt()
                return y if w is None else y * w

            tensors = (input,) if weight is None else (input, weight)
            if not input.is_floating_point():
                kind = {torch.bool: "Bool", torch.int64: "Long", torch.int32: "Int"}.get(input.dtype, "Byte")
                raise NotImplementedError(f'"rms_norm" not implemented for \'{kind}\'')
            return composite("MulBackward0", normed, *tensors)


        def embedding(
            input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False,
            sparse=False
        ):
            """Rows of a table."""
            if sparse:
                raise NotImplementedError("embedding(sparse=True) is not part of CNNLab's torch")
            if isinstance(padding_idx, bool):
                raise TypeError(
                    "embedding(): argument 'padding_idx' (position 3) must be int, not bool"
                )
            if padding_idx is not None:
                if padding_idx >= weight.size(0) or padding_idx < -weight.size(0):
                    raise AssertionError("Padding_idx must be within num_embeddings")
                if padding_idx < 0:
                    padding_idx = weight.size(0) + padding_idx
            if max_norm is not None:
                _renorm(weight, input, max_norm, norm_type)
            if not isinstance(weight, torch.Tensor):
                raise TypeError(
                    "embedding(): argument 'weight' (position 1) must be Tensor, not "
                    f"{_type_text(weight)}"
                )
            if not isinstance(input, torch.Tensor):
                raise TypeError(
                    "embedding(): argument 'indices' (position 2) must be Tensor, not "
                    f"{type(input).__name__}"
                )
            if not scale_grad_by_freq:
                return F._embedding(input, weight, padding_idx)
            counts = torch.bincount(input.flatten(), minlength=weight.size(0))
            share = (1.0 / counts.clamp(min=1))[input].unsqueeze(-1).to(weight.dtype)

            def rows(w):
                found = F._embedding(input, w, padding_idx)
                return found * share + (found * (1 - share)).detach()

            return composite("EmbeddingBackward0", rows, weight)


        def embedding_bag(
            input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False,
            mode="mean", sparse=False, per_sample_weights=None, include_last_offset=False,
            padding_idx=None
        ):
            """Sums, means or maxima of bags of rows of a table."""
            if mode not in ("sum", "mean", "max"):
                raise ValueError("mode has to be one of sum, mean or max")
            if per_sample_weights is not None and mode != "sum":
                raise NotImplementedError(
                    "embedding_bag: per_sample_weights was not None. per_sample_weights is only "
                    f"supported for mode='sum' (got mode='{mode}'). Please open a feature request on "
                    "GitHub."
                )
            if input.dim() == 2:
                if offsets is not None:
                    raise ValueError(
                        "if input is 2D, then offsets has to be None, as input is treated is a "
                        "mini-batch of fixed length sequences. However, found offsets of type "
                        f"{type(offsets)}"
                    )
                begins = [i * input.size(1) for i in range(input.size(0))]
                input = input.reshape(-1)
                if per_sample_weights is not None:
                    per_sample_weights = per_sample_weights.reshape(-1)
            elif input.dim() == 1:
                if offsets is None:
                    raise ValueError("offsets has to be a 1D Tensor but got None")
                begins = offsets.tolist()
                if include_last_offset:
                    begins = begins[:-1]
            else:
                raise ValueError(f"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}")
            if input.dtype not in (torch.int64, torch.int32):
                raise RuntimeError(
                    "Expected tensor for argument #1 'indices' to have one of the following scalar types: "
                    f"Long, Int; but got torch.{F._kind(input)}Tensor instead (while checking arguments for "
                    "embedding_bag)"
                )
            ends = begins[1:] + [len(input)]
            if max_norm is not None:
                _renorm(weight, input, max_norm, norm_type)
            names = input.tolist()

            def bags(w):
                rows = w[input]
                if per_sample_weights is not None:
                    rows = rows * per_sample_weights.unsqueeze(1)
                out = []
                for begin, end in zip(begins, ends):
                    kept = [i for i in range(begin, end) if names[i] != padding_idx]
                    part = rows[kept]
                    if not kept:
                        out.append(torch.zeros(w.size(1), dtype=w.dtype))
                    elif mode == "sum":
                        out.append(part.sum(0))
                    else:
                        out.append(part.mean(0) if mode == "mean" else part.amax(0))
                return torch.stack(out)

            return composite("EmbeddingBagBackward0", bags, weight)


        def _renorm(weight, input, max_norm, norm_type):
            with torch.no_grad():
                for i in sorted(set(input.flatten().tolist())):
                    norm = weight[i].norm(norm_type)
                    if norm > max_norm:
                        weight[i] *= max_norm / (norm + 1e-7)
        """#
}
