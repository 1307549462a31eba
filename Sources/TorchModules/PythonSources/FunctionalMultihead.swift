extension PythonSources {
    /// `torch.nn.functional`: attention of several heads and its masks.
    static let functionalMultihead = #"""
        import math
        import warnings

        import torch
        from torch.nn import functional as F


        def _none_or_dtype(input):
            if input is None:
                return None
            if isinstance(input, torch.Tensor):
                return input.dtype
            raise RuntimeError("input to _none_or_dtype() must be None or torch.Tensor")


        def _canonical_mask(mask, mask_name, other_type, other_name, target_type, check_other=True):
            """A mask as numbers to add: True becomes minus infinity."""
            if mask is None:
                return None
            if mask.dtype != torch.bool and not mask.is_floating_point():
                raise AssertionError(f"only bool and floating types of {mask_name} are supported")
            if check_other and other_type is not None and mask.dtype != other_type:
                warnings.warn(
                    f"Support for mismatched {mask_name} and {other_name} is deprecated. Use same type "
                    "for both instead.",
                    stacklevel=2,
                )
            if mask.is_floating_point():
                return mask
            return torch.zeros_like(mask, dtype=target_type).masked_fill_(mask, -math.inf)


        def _mha_shape_check(query, key, value, key_padding_mask, attn_mask, num_heads):
            """Whether there is a batch; refuses dimensions that do not go together."""
            if query.dim() not in (2, 3):
                raise AssertionError(
                    "query should be unbatched 2D or batched 3D tensor but received "
                    f"{query.dim()}-D query tensor"
                )
            batched = query.dim() == 3
            n = query.dim()
            begin = f"For {'batched' if batched else 'unbatched'} ({n}-D) `query`, expected "
            if key.dim() != n or value.dim() != n:
                raise AssertionError(
                    f"{begin}`key` and `value` to be {n}-D but found {key.dim()}-D and {value.dim()}-D "
                    "tensors respectively"
                )
            if key_padding_mask is not None and key_padding_mask.dim() != n - 1:
                raise AssertionError(
                    f"{begin}`key_padding_mask` to be `None` or {n - 1}-D but found "
                    f"{key_padding_mask.dim()}-D tensor instead"
                )
            if attn_mask is not None:
                if attn_mask.dim() not in (2, 3):
                    raise AssertionError(
                        f"{begin}`attn_mask` to be `None`, 2-D or 3-D but found {attn_mask.dim()}-D "
                        "tensor instead"
                    )
                wanted = (num_heads, query.shape[0], key.shape[0])
                if not batched and attn_mask.dim() == 3 and attn_mask.shape != wanted:
                    raise AssertionError(
                        f"Expected `attn_mask` shape to be {wanted} but got {attn_mask.shape}"
                    )
            return batched


        def _checked_mask(mask, batch, num_heads, length, source):
            """A mask with a dimension for batch and heads."""
            wanted = (length, source) if mask.dim() == 2 else (batch * num_heads, length, source)
            if mask.dim() not in (2, 3):
                raise RuntimeError(f"attn_mask's dimension {mask.dim()} is not supported")
            if mask.shape != wanted:
                raise RuntimeError(
                    f"The shape of the {mask.dim()}D attn_mask is {mask.shape}, but should be {wanted}."
                )
            return mask.unsqueeze(0) if mask.dim() == 2 else mask


        def _in_projection(query, key, value, packed, separate, bias):
            """Queries, keys and values; PyTorch's three ways, which differ in rounding only."""
            if packed is not None and query is key and key is value:
                return F.linear(query, packed, bias).chunk(3, -1)
            weights = separate if packed is None else packed.chunk(3)
            if packed is None:
                names = ("query", "key", "value")
                for name, x, w in zip(names, (query, key, value), weights):
                    if w.shape != (query.size(-1), x.size(-1)):
                        raise AssertionError(
                            f"expecting {name} weights shape of {(query.size(-1), x.size(-1))}, but got "
                            f"{w.shape}"
                        )
            biases = (None, None, None) if bias is None else bias.chunk(3)
            return [F.linear(x, w, b) for x, w, b in zip((query, key, value), weights, biases)]


        def _given_heads(given, name, rows, head):
            for dim, wanted in ((0, rows), (2, head)):
                if given.size(dim) != wanted:
                    raise AssertionError(
                        f"expecting {name}.size({dim}) of {wanted}, but got {given.size(dim)}"
                    )
            return given


        def multi_head_attention_forward(
            query, key, value, embed_dim_to_check, num_heads, in_proj_weight, in_proj_bias, bias_k,
            bias_v, add_zero_attn, dropout_p, out_proj_weight, out_proj_bias, training=True,
            key_padding_mask=None, need_weights=True, attn_mask=None, use_separate_proj_weight=False,
            q_proj_weight=None, k_proj_weight=None, v_proj_weight=None, static_k=None, static_v=None,
            average_attn_weights=True, is_causal=False
        ):
            """Attention of several heads: (L, N, E) → (L, N, E) and the weights."""
            batched = _mha_shape_check(query, key, value, key_padding_mask, attn_mask, num_heads)
            if not batched:
                alone = {id(x): x.unsqueeze(1) for x in (query, key, value)}
                query, key, value = alone[id(query)], alone[id(key)], alone[id(value)]
                if key_padding_mask is not None:
                    key_padding_mask = key_padding_mask.unsqueeze(0)
            length, batch, width = query.shape
            source = key.shape[0]
            key_padding_mask = _canonical_mask(
                key_padding_mask, "key_padding_mask", _none_or_dtype(attn_mask), "attn_mask",
                query.dtype
            )
            if is_causal and attn_mask is None:
                raise RuntimeError(
                    "Need attn_mask if specifying the is_causal hint. You may use the Transformer "
                    "module method `generate_square_subsequent_mask` to create this mask."
                )
            only_causal = is_causal and key_padding_mask is None and not need_weights
            if only_causal:
                attn_mask = None
            else:
                attn_mask = _canonical_mask(attn_mask, "attn_mask", None, "", query.dtype, False)
            if width != embed_dim_to_check:
                raise AssertionError(
                    f"was expecting embedding dimension of {embed_dim_to_check}, but got {width}"
                )
            head = width // num_heads
            if head * num_heads != width:
                raise AssertionError(f"embed_dim {width} not divisible by num_heads {num_heads}")
            if use_separate_proj_weight:
                if key.shape[:2] != value.shape[:2]:
                    raise AssertionError(
                        f"key's sequence and batch dims {key.shape[:2]} do not match value's "
                        f"{value.shape[:2]}"
                    )
            elif key.shape != value.shape:
                raise AssertionError(
                    f"key shape {key.shape} does not match value shape {value.shape}"
                )
            q, k, v = _in_projection(
                query, key, value, None if use_separate_proj_weight else in_proj_weight,
                (q_proj_weight, k_proj_weight, v_proj_weight), in_proj_bias
            )
            if attn_mask is not None:
                attn_mask = _checked_mask(attn_mask, batch, num_heads, length, source)
            rows = batch * num_heads
            extra = 0
            if bias_k is not None and bias_v is not None:
                if static_k is not None:
                    raise AssertionError("bias cannot be added to static key.")
                if static_v is not None:
                    raise AssertionError("bias cannot be added to static value.")
                k = torch.cat([k, bias_k.repeat(1, batch, 1)])
                v = torch.cat([v, bias_v.repeat(1, batch, 1)])
                extra += 1
            elif bias_k is not None:
                raise AssertionError("bias_k is set but bias_v is None")
            elif bias_v is not None:
                raise AssertionError("bias_v is set but bias_k is None")

            def heads(x):
                return x.reshape(x.shape[0], rows, head).transpose(0, 1)

            q = heads(q)
            k = heads(k) if static_k is None else _given_heads(static_k, "static_k", rows, head)
            v = heads(v) if static_v is None else _given_heads(static_v, "static_v", rows, head)
            if add_zero_attn:
                k = torch.cat([k, torch.zeros(rows, 1, head, dtype=k.dtype)], dim=1)
                v = torch.cat([v, torch.zeros(rows, 1, head, dtype=v.dtype)], dim=1)
                extra += 1
            source = k.size(1)
            if only_causal:
                future = torch.ones(1, length, source, dtype=torch.bool).triu(1)
                attn_mask = _canonical_mask(future, "attn_mask", None, "", query.dtype)
            elif attn_mask is not None and extra:
                attn_mask = F.pad(attn_mask, (0, extra))
            if key_padding_mask is not None:
                padding = F.pad(key_padding_mask, (0, extra)) if extra else key_padding_mask
                for dim, wanted in ((0, batch), (1, source)):
                    if padding.shape[dim] != wanted:
                        raise AssertionError(
                            f"Expected key_padded_mask.shape[{dim}] to be {wanted}, but got "
                            f"{padding.shape[dim]}"
                        )
                padding = padding.view(batch, 1, 1, source).expand(-1, num_heads, -1, -1)
                padding = padding.reshape(rows, 1, source)
                attn_mask = padding if attn_mask is None else attn_mask + padding
            scaled = q * math.sqrt(1.0 / head)
            if attn_mask is None:
                scores = torch.bmm(scaled, k.transpose(-2, -1))
            else:
                scores = torch.baddbmm(attn_mask, scaled, k.transpose(-2, -1))
            attention = scores.softmax(-1)
            if training and dropout_p > 0.0:
                attention = F.dropout(attention, dropout_p)
            out = torch.bmm(attention, v).transpose(0, 1).reshape(length * batch, width)
            out = F.linear(out, out_proj_weight, out_proj_bias)
            out = out.view(length, batch, out.size(1))
            if not batched:
                out = out.squeeze(1)
            if not need_weights:
                return out, None
            attention = attention.view(batch, num_heads, length, source)
            if average_attn_weights:
                attention = attention.mean(dim=1)
            return out, attention if batched else attention.squeeze(0)
        """#
}
