extension PythonSources {
    /// `torch.nn`: attention.
    static let attention = #"""
        import torch
        from torch.nn import (
            Module,
            NonDynamicallyQuantizableLinear,
            Parameter,
            functional as F,
            init,
        )


        class MultiheadAttention(Module):
            """Attention of several heads."""

            def __init__(
                self, embed_dim, num_heads, dropout=0.0, bias=True, add_bias_kv=False,
                add_zero_attn=False, kdim=None, vdim=None, batch_first=False, device=None, dtype=None
            ):
                if embed_dim <= 0 or num_heads <= 0:
                    raise ValueError(
                        f"embed_dim and num_heads must be greater than 0, got embed_dim={embed_dim} and "
                        f"num_heads={num_heads} instead"
                    )
                super().__init__()
                self.embed_dim = embed_dim
                self.kdim = kdim if kdim is not None else embed_dim
                self.vdim = vdim if vdim is not None else embed_dim
                self._qkv_same_embed_dim = self.kdim == embed_dim and self.vdim == embed_dim
                self.num_heads = num_heads
                self.dropout = dropout
                self.batch_first = batch_first
                self.head_dim = embed_dim // num_heads
                if self.head_dim * num_heads != embed_dim:
                    raise AssertionError("embed_dim must be divisible by num_heads")

                def empty(*shape):
                    return Parameter(torch.empty(shape, device=device, dtype=dtype))

                if self._qkv_same_embed_dim:
                    self.in_proj_weight = empty(3 * embed_dim, embed_dim)
                    self.register_parameter("q_proj_weight", None)
                    self.register_parameter("k_proj_weight", None)
                    self.register_parameter("v_proj_weight", None)
                else:
                    self.q_proj_weight = empty(embed_dim, embed_dim)
                    self.k_proj_weight = empty(embed_dim, self.kdim)
                    self.v_proj_weight = empty(embed_dim, self.vdim)
                    self.register_parameter("in_proj_weight", None)
                if bias:
                    self.in_proj_bias = empty(3 * embed_dim)
                else:
                    self.register_parameter("in_proj_bias", None)
                self.out_proj = NonDynamicallyQuantizableLinear(
                    embed_dim, embed_dim, bias=bias, device=device, dtype=dtype
                )
                if add_bias_kv:
                    self.bias_k = empty(1, 1, embed_dim)
                    self.bias_v = empty(1, 1, embed_dim)
                else:
                    self.bias_k = self.bias_v = None
                self.add_zero_attn = add_zero_attn
                self._reset_parameters()

            def _reset_parameters(self):
                if self._qkv_same_embed_dim:
                    init.xavier_uniform_(self.in_proj_weight)
                else:
                    for weight in (self.q_proj_weight, self.k_proj_weight, self.v_proj_weight):
                        init.xavier_uniform_(weight)
                if self.in_proj_bias is not None:
                    init.constant_(self.in_proj_bias, 0.0)
                    init.constant_(self.out_proj.bias, 0.0)
                for extra in (self.bias_k, self.bias_v):
                    if extra is not None:
                        init.xavier_normal_(extra)

            def forward(
                self, query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None,
                average_attn_weights=True, is_causal=False
            ):
                swap = self.batch_first and query.dim() == 3
                key_padding_mask = F._canonical_mask(
                    key_padding_mask, "key_padding_mask", F._none_or_dtype(attn_mask), "attn_mask",
                    query.dtype
                )
                attn_mask = F._canonical_mask(
                    attn_mask, "attn_mask", None, "", query.dtype, check_other=False
                )
                if swap:
                    # The same tensor given twice stays the same tensor.
                    turned = {id(x): x.transpose(1, 0) for x in (query, key, value)}
                    query, key, value = turned[id(query)], turned[id(key)], turned[id(value)]
                out, weights = F.multi_head_attention_forward(
                    query, key, value, self.embed_dim, self.num_heads, self.in_proj_weight,
                    self.in_proj_bias, self.bias_k, self.bias_v, self.add_zero_attn, self.dropout,
                    self.out_proj.weight, self.out_proj.bias, training=self.training,
                    key_padding_mask=key_padding_mask, need_weights=need_weights, attn_mask=attn_mask,
                    use_separate_proj_weight=not self._qkv_same_embed_dim,
                    q_proj_weight=self.q_proj_weight, k_proj_weight=self.k_proj_weight,
                    v_proj_weight=self.v_proj_weight, average_attn_weights=average_attn_weights,
                    is_causal=is_causal
                )
                return (out.transpose(1, 0) if swap else out), weights

            def merge_masks(self, attn_mask, key_padding_mask, query):
                """Both masks as one, and which there were: 0 that of attention, 1 of padding, 2 both."""
                if key_padding_mask is None:
                    return attn_mask, (None if attn_mask is None else 0)
                if attn_mask is None:
                    return key_padding_mask, 1
                batch, length, _ = query.shape
                if attn_mask.dim() == 3:
                    merged = attn_mask.view(batch, -1, length, length)
                else:
                    merged = attn_mask.view(1, 1, length, length).expand(
                        batch, self.num_heads, -1, -1
                    )
                padding = key_padding_mask.view(batch, 1, 1, length).expand(
                    -1, self.num_heads, -1, -1
                )
                return merged + padding, 2
        """#
}
