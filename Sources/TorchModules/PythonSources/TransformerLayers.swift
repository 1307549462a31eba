extension PythonSources {
    /// `torch.nn`: encoders and decoders of attention layers.
    static let transformers = #"""
        import copy
        import warnings

        import torch
        from torch.nn import (
            GELU,
            Dropout,
            LayerNorm,
            Linear,
            Module,
            ModuleList,
            MultiheadAttention,
            ReLU,
            functional as F,
            init,
        )


        def _generate_square_subsequent_mask(sz, device=None, dtype=None):
            """0 where a position may look, minus infinity in its future."""
            return torch.triu(
                torch.full((sz, sz), float("-inf"), dtype=dtype, device=device), diagonal=1
            )


        def _get_seq_len(src, batch_first):
            if src.dim() == 2:
                return src.size(0)
            return src.size(1 if batch_first else 0)


        def _get_clones(module, N):
            return ModuleList([copy.deepcopy(module) for _ in range(N)])


        def _get_activation_fn(activation):
            if activation == "relu":
                return F.relu
            if activation == "gelu":
                return F.gelu
            raise RuntimeError(f"activation should be relu/gelu, not {activation}")


        def _detect_is_causal_mask(mask, is_causal=None, size=None):
            """Whether the mask hides the future and nothing else."""
            if is_causal is not None or mask is None:
                return is_causal is True
            future = _generate_square_subsequent_mask(
                mask.size(-2) if size is None else size, dtype=mask.dtype
            )
            return mask.size() == future.size() and bool((mask == future).all())


        class TransformerEncoderLayer(Module):
            """Self-attention and a feed-forward network, each with a residual and LayerNorm."""

            __constants__ = ["norm_first"]

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
                    activation = _get_activation_fn(activation)
                if activation is F.relu or isinstance(activation, ReLU):
                    self.activation_relu_or_gelu = 1
                elif activation is F.gelu or isinstance(activation, GELU):
                    self.activation_relu_or_gelu = 2
                else:
                    self.activation_relu_or_gelu = 0
                self.activation = activation

            def forward(self, src, src_mask=None, src_key_padding_mask=None, is_causal=False):
                src_key_padding_mask = F._canonical_mask(
                    src_key_padding_mask, "src_key_padding_mask", F._none_or_dtype(src_mask),
                    "src_mask", src.dtype
                )
                src_mask = F._canonical_mask(
                    src_mask, "src_mask", None, "", src.dtype, check_other=False
                )
                masks = (src_mask, src_key_padding_mask, is_causal)
                x = src
                if self.norm_first:
                    x = x + self._sa_block(self.norm1(x), *masks)
                    return x + self._ff_block(self.norm2(x))
                x = self.norm1(x + self._sa_block(x, *masks))
                return self.norm2(x + self._ff_block(x))

            def _sa_block(self, x, attn_mask, key_padding_mask, is_causal=False):
                attended = self.self_attn(
                    x, x, x, attn_mask=attn_mask, key_padding_mask=key_padding_mask,
                    need_weights=False, is_causal=is_causal
                )
                return self.dropout1(attended[0])

            def _ff_block(self, x):
                return self.dropout2(self.linear2(self.dropout(self.activation(self.linear1(x)))))


        class TransformerDecoderLayer(Module):
            """Self-attention, attention to the encoder's memory and a feed-forward network."""

            __constants__ = ["norm_first"]

            def __init__(
                self, d_model, nhead, dim_feedforward=2048, dropout=0.1, activation=F.relu,
                layer_norm_eps=1e-5, batch_first=False, norm_first=False, bias=True, device=None,
                dtype=None
            ):
                super().__init__()
                where = dict(device=device, dtype=dtype)
                self.self_attn = MultiheadAttention(
                    d_model, nhead, dropout=dropout, batch_first=batch_first, bias=bias, **where
                )
                self.multihead_attn = MultiheadAttention(
                    d_model, nhead, dropout=dropout, batch_first=batch_first, bias=bias, **where
                )
                self.linear1 = Linear(d_model, dim_feedforward, bias=bias, **where)
                self.dropout = Dropout(dropout)
                self.linear2 = Linear(dim_feedforward, d_model, bias=bias, **where)
                self.norm_first = norm_first
                self.norm1 = LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **where)
                self.norm2 = LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **where)
                self.norm3 = LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **where)
                self.dropout1 = Dropout(dropout)
                self.dropout2 = Dropout(dropout)
                self.dropout3 = Dropout(dropout)
                if isinstance(activation, str):
                    activation = _get_activation_fn(activation)
                self.activation = activation

            def forward(
                self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
                memory_key_padding_mask=None, tgt_is_causal=False, memory_is_causal=False
            ):
                own = (tgt_mask, tgt_key_padding_mask, tgt_is_causal)
                other = (memory, memory_mask, memory_key_padding_mask, memory_is_causal)
                x = tgt
                if self.norm_first:
                    x = x + self._sa_block(self.norm1(x), *own)
                    x = x + self._mha_block(self.norm2(x), *other)
                    return x + self._ff_block(self.norm3(x))
                x = self.norm1(x + self._sa_block(x, *own))
                x = self.norm2(x + self._mha_block(x, *other))
                return self.norm3(x + self._ff_block(x))

            def _sa_block(self, x, attn_mask, key_padding_mask, is_causal=False):
                attended = self.self_attn(
                    x, x, x, attn_mask=attn_mask, key_padding_mask=key_padding_mask,
                    is_causal=is_causal, need_weights=False
                )
                return self.dropout1(attended[0])

            def _mha_block(self, x, mem, attn_mask, key_padding_mask, is_causal=False):
                attended = self.multihead_attn(
                    x, mem, mem, attn_mask=attn_mask, key_padding_mask=key_padding_mask,
                    is_causal=is_causal, need_weights=False
                )
                return self.dropout2(attended[0])

            def _ff_block(self, x):
                return self.dropout3(self.linear2(self.dropout(self.activation(self.linear1(x)))))


        def _slow_because(layer):
            """Why PyTorch keeps padding in a stack of such layers; empty if it drops it."""
            if not isinstance(layer, TransformerEncoderLayer):
                return "encoder_layer was not TransformerEncoderLayer"
            attention = layer.self_attn
            if layer.norm_first:
                return "encoder_layer.norm_first was True"
            if not attention.batch_first:
                return (
                    "encoder_layer.self_attn.batch_first was not True(use batch_first for better "
                    "inference performance)"
                )
            if not attention._qkv_same_embed_dim:
                return "encoder_layer.self_attn._qkv_same_embed_dim was not True"
            if attention.in_proj_bias is None:
                return "encoder_layer.self_attn was passed bias=False"
            if not layer.activation_relu_or_gelu:
                return "encoder_layer.activation_relu_or_gelu was not True"
            if layer.norm1.eps != layer.norm2.eps:
                return "encoder_layer.norm1.eps was not equal to encoder_layer.norm2.eps"
            if attention.num_heads % 2 == 1:
                return "encoder_layer.self_attn.num_heads is odd"
            return ""


        class TransformerEncoder(Module):
            """A stack of encoder layers."""

            __constants__ = ["norm"]

            def __init__(
                self, encoder_layer, num_layers, norm=None, enable_nested_tensor=True, mask_check=True
            ):
                super().__init__()
                self.layers = _get_clones(encoder_layer, num_layers)
                self.num_layers = num_layers
                self.norm = norm
                self.enable_nested_tensor = enable_nested_tensor
                self.use_nested_tensor = enable_nested_tensor
                self.mask_check = mask_check
                why = _slow_because(encoder_layer)
                if enable_nested_tensor and why:
                    warnings.warn(
                        "enable_nested_tensor is True, but self.use_nested_tensor is False because "
                        + why,
                        stacklevel=2,
                    )
                    self.use_nested_tensor = False

            def forward(self, src, mask=None, src_key_padding_mask=None, is_causal=None):
                src_key_padding_mask = F._canonical_mask(
                    src_key_padding_mask, "src_key_padding_mask", F._none_or_dtype(mask), "mask",
                    src.dtype
                )
                mask = F._canonical_mask(mask, "mask", None, "", src.dtype, check_other=False)
                length = _get_seq_len(src, self.layers[0].self_attn.batch_first)
                is_causal = _detect_is_causal_mask(mask, is_causal, length)
                output = src
                for layer in self.layers:
                    output = layer(
                        output, src_mask=mask, is_causal=is_causal,
                        src_key_padding_mask=src_key_padding_mask
                    )
                if mask is None and self._drops_padding(src, src_key_padding_mask):
                    output = output.masked_fill(src_key_padding_mask.isinf().unsqueeze(-1), 0.0)
                return output if self.norm is None else self.norm(output)

            def _drops_padding(self, src, padding):
                """In evaluation without gradients PyTorch computes nothing for padding, and gives zeros."""
                first = self.layers[0]
                if not self.use_nested_tensor or first.training or src.dim() != 3 or padding is None:
                    return False
                hidden = padding.isinf().to(torch.int64)
                if bool((hidden[:, 1:] < hidden[:, :-1]).any()):
                    return False
                if not torch.is_grad_enabled():
                    return True
                return not (src.requires_grad or any(p.requires_grad for p in first.parameters()))


        class TransformerDecoder(Module):
            """A stack of decoder layers."""

            __constants__ = ["norm"]

            def __init__(self, decoder_layer, num_layers, norm=None):
                super().__init__()
                self.layers = _get_clones(decoder_layer, num_layers)
                self.num_layers = num_layers
                self.norm = norm

            def forward(
                self, tgt, memory, tgt_mask=None, memory_mask=None, tgt_key_padding_mask=None,
                memory_key_padding_mask=None, tgt_is_causal=None, memory_is_causal=False
            ):
                length = _get_seq_len(tgt, self.layers[0].self_attn.batch_first)
                tgt_is_causal = _detect_is_causal_mask(tgt_mask, tgt_is_causal, length)
                output = tgt
                for layer in self.layers:
                    output = layer(
                        output, memory, tgt_mask=tgt_mask, memory_mask=memory_mask,
                        tgt_key_padding_mask=tgt_key_padding_mask,
                        memory_key_padding_mask=memory_key_padding_mask, tgt_is_causal=tgt_is_causal,
                        memory_is_causal=memory_is_causal
                    )
                return output if self.norm is None else self.norm(output)


        class Transformer(Module):
            """An encoder and a decoder."""

            def __init__(
                self, d_model=512, nhead=8, num_encoder_layers=6, num_decoder_layers=6,
                dim_feedforward=2048, dropout=0.1, activation=F.relu, custom_encoder=None,
                custom_decoder=None, layer_norm_eps=1e-5, batch_first=False, norm_first=False,
                bias=True, device=None, dtype=None
            ):
                super().__init__()
                where = dict(device=device, dtype=dtype)

                def stack(kind, layer, count):
                    made = layer(
                        d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps,
                        batch_first, norm_first, bias, **where
                    )
                    return kind(
                        made, count, LayerNorm(d_model, eps=layer_norm_eps, bias=bias, **where)
                    )

                if custom_encoder is None:
                    self.encoder = stack(
                        TransformerEncoder, TransformerEncoderLayer, num_encoder_layers
                    )
                else:
                    self.encoder = custom_encoder
                if custom_decoder is None:
                    self.decoder = stack(
                        TransformerDecoder, TransformerDecoderLayer, num_decoder_layers
                    )
                else:
                    self.decoder = custom_decoder
                self._reset_parameters()
                self.d_model = d_model
                self.nhead = nhead
                self.batch_first = batch_first

            def forward(
                self, src, tgt, src_mask=None, tgt_mask=None, memory_mask=None,
                src_key_padding_mask=None, tgt_key_padding_mask=None, memory_key_padding_mask=None,
                src_is_causal=None, tgt_is_causal=None, memory_is_causal=False
            ):
                batch = 0 if self.batch_first else 1
                if src.dim() == 3 and src.size(batch) != tgt.size(batch):
                    raise RuntimeError("the batch number of src and tgt must be equal")
                if src.size(-1) != self.d_model or tgt.size(-1) != self.d_model:
                    raise RuntimeError("the feature number of src and tgt must be equal to d_model")
                memory = self.encoder(
                    src, mask=src_mask, src_key_padding_mask=src_key_padding_mask,
                    is_causal=src_is_causal
                )
                return self.decoder(
                    tgt, memory, tgt_mask=tgt_mask, memory_mask=memory_mask,
                    tgt_key_padding_mask=tgt_key_padding_mask,
                    memory_key_padding_mask=memory_key_padding_mask, tgt_is_causal=tgt_is_causal,
                    memory_is_causal=memory_is_causal
                )

            @staticmethod
            def generate_square_subsequent_mask(sz, device=None, dtype=None):
                """0 where a position may look, minus infinity in its future."""
                return _generate_square_subsequent_mask(sz, dtype=dtype, device=device)

            def _reset_parameters(self):
                for p in self.parameters():
                    if p.dim() > 1:
                        init.xavier_uniform_(p)
        """#
}
