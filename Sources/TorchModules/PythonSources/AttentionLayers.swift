extension PythonSources {
    /// `torch.nn`: attention.
    static let attention = #"""
        import torch
        from torch.nn import (
            Dropout,
            LayerNorm,
            Linear,
            Module,
            ModuleList,
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
                if add_bias_kv or add_zero_attn:
                    raise NotImplementedError(
                        "MultiheadAttention(add_bias_kv=, add_zero_attn=) is not part of CNNLab's torch"
                    )

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

            def forward(
                self, query, key, value, key_padding_mask=None, need_weights=True, attn_mask=None,
                average_attn_weights=True, is_causal=False
            ):
                swap = self.batch_first and query.dim() == 3
                if swap:
                    query, key, value = (x.transpose(1, 0) for x in (query, key, value))
                out, weights = F.multi_head_attention_forward(
                    query, key, value, self.embed_dim, self.num_heads, self.in_proj_weight,
                    self.in_proj_bias, None, None, False, self.dropout, self.out_proj.weight,
                    self.out_proj.bias, training=self.training, key_padding_mask=key_padding_mask,
                    need_weights=need_weights, attn_mask=attn_mask,
                    use_separate_proj_weight=not self._qkv_same_embed_dim,
                    q_proj_weight=self.q_proj_weight, k_proj_weight=self.k_proj_weight,
                    v_proj_weight=self.v_proj_weight, average_attn_weights=average_attn_weights,
                    is_causal=is_causal
                )
                return (out.transpose(1, 0) if swap else out), weights


        class TransformerEncoderLayer(Module):
            """Self-attention and a feed-forward network, each with a residual and LayerNorm."""

            def __init__(
                self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation=F.relu,
                layer_norm_eps=1e-5, batch_first=False, norm_first=False, bias=True, device=None,
                dtype=None
            ):
                super().__init__()
                where = dict(device=device, dtype=dtype)
                self.self_attn = MultiheadAttention(
                    d_model, nhead, dropout=dropout, bias=bias, batch_first=batch_first, **where
                )
                self.linear1 = Linear(d_model, dim_feedforward, bias=bias, **where)
                self.dropout = Dropout(dropout)
                self.linear2 = Linear(dim_feedforward, d_model, bias=bias, **where)
                self.norm_first = norm_first
                self.norm1 = LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **where)
                self.norm2 = LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **where)
                self.dropout1 = Dropout(dropout)
                self.dropout2 = Dropout(dropout)
                if isinstance(activation, str):
                    if activation not in ("relu", "gelu"):
                        raise RuntimeError(f"activation should be relu/gelu, not {activation}")
                    activation = getattr(F, activation)
                self.activation = activation

            def forward(self, src, src_mask=None, src_key_padding_mask=None, is_causal=False):
                def attend(x):
                    out = self.self_attn(
                        x, x, x, attn_mask=src_mask, key_padding_mask=src_key_padding_mask,
                        need_weights=False, is_causal=is_causal
                    )[0]
                    return self.dropout1(out)

                def feed(x):
                    return self.dropout2(self.linear2(self.dropout(self.activation(self.linear1(x)))))

                x = src
                if self.norm_first:
                    x = x + attend(self.norm1(x))
                    return x + feed(self.norm2(x))
                x = self.norm1(x + attend(x))
                return self.norm2(x + feed(x))


        class TransformerEncoder(Module):
            """A stack of encoder layers."""

            def __init__(
                self, encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True
            ):
                super().__init__()
                import copy

                self.layers = ModuleList([copy.deepcopy(encoder_layer) for _ in range(num_layers)])
                self.num_layers = num_layers
                self.norm = norm

            def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
                for layer in self.layers:
                    src = layer(
                        src, src_mask=mask, src_key_padding_mask=src_key_padding_mask,
                        is_causal=bool(is_causal) and mask is not None
                    )
                return src if self.norm is None else self.norm(src)
        """#
}
