extension PythonSources {
    /// `torch.nn`: linear layers.
    static let linearLayers = #"""
        import math

        import torch
        from torch.nn import Module, Parameter, functional as F, init


        class Identity(Module):
            """Gives back its input."""

            def __init__(self, *args, **kwargs):
                super().__init__()

            def forward(self, input):
                return input


        class Linear(Module):
            """y = x Aᵀ + b; (*, in_features) → (*, out_features)."""

            def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
                super().__init__()
                self.in_features = in_features
                self.out_features = out_features
                self.weight = Parameter(
                    torch.empty((out_features, in_features), device=device, dtype=dtype)
                )
                if bias:
                    self.bias = Parameter(torch.empty(out_features, device=device, dtype=dtype))
                else:
                    self.register_parameter("bias", None)
                self.reset_parameters()

            def reset_parameters(self):
                """Draws new initial values."""
                init.kaiming_uniform_(self.weight, a=math.sqrt(5))
                if self.bias is not None:
                    bound = 1 / math.sqrt(self.in_features) if self.in_features > 0 else 0
                    init.uniform_(self.bias, -bound, bound)

            def forward(self, input):
                return F.linear(input, self.weight, self.bias)

            def extra_repr(self):
                return (
                    f"in_features={self.in_features}, out_features={self.out_features}, "
                    f"bias={self.bias is not None}"
                )


        class Bilinear(Module):
            """y = x1ᵀ A x2 + b."""

            def __init__(
                self, in1_features, in2_features, out_features, bias=True, device=None, dtype=None
            ):
                super().__init__()
                if in1_features <= 0:
                    raise ValueError(f"in1_features must be > 0, but got ({in1_features=})")
                self.in1_features = in1_features
                self.in2_features = in2_features
                self.out_features = out_features
                shape = (out_features, in1_features, in2_features)
                self.weight = Parameter(torch.empty(shape, device=device, dtype=dtype))
                if bias:
                    self.bias = Parameter(torch.empty(out_features, device=device, dtype=dtype))
                else:
                    self.register_parameter("bias", None)
                self.reset_parameters()

            def reset_parameters(self):
                """Draws new initial values."""
                bound = 1 / math.sqrt(self.weight.size(1))
                init.uniform_(self.weight, -bound, bound)
                if self.bias is not None:
                    init.uniform_(self.bias, -bound, bound)

            def forward(self, input1, input2):
                return F.bilinear(input1, input2, self.weight, self.bias)

            def extra_repr(self):
                return (
                    f"in1_features={self.in1_features}, in2_features={self.in2_features}, "
                    f"out_features={self.out_features}, bias={self.bias is not None}"
                )


        class NonDynamicallyQuantizableLinear(Linear):
            """Linear, as attention uses it."""

            def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
                super().__init__(in_features, out_features, bias=bias, device=device, dtype=dtype)
        """#

    /// `torch.nn`: tables of vectors.
    static let embeddings = #"""
        import torch
        from torch.nn import Module, Parameter, functional as F, init


        def _row(padding_idx, num_embeddings):
            """A row counted from the front."""
            if padding_idx is None:
                return None
            if padding_idx > 0:
                if padding_idx >= num_embeddings:
                    raise AssertionError("Padding_idx must be within num_embeddings")
            elif padding_idx < 0:
                if padding_idx < -num_embeddings:
                    raise AssertionError("Padding_idx must be within num_embeddings")
                return num_embeddings + padding_idx
            return padding_idx


        class Embedding(Module):
            """A table of vectors, looked up by index."""

            def __init__(
                self, num_embeddings, embedding_dim, padding_idx=None, max_norm=None, norm_type=2.0,
                scale_grad_by_freq=False, sparse=False, _weight=None, _freeze=False, device=None,
                dtype=None
            ):
                super().__init__()
                if sparse:
                    raise NotImplementedError("Embedding(sparse=True) is not part of CNNLab's torch")
                self.num_embeddings = num_embeddings
                self.embedding_dim = embedding_dim
                self.padding_idx = _row(padding_idx, num_embeddings)
                self.max_norm = max_norm
                self.norm_type = norm_type
                self.scale_grad_by_freq = scale_grad_by_freq
                if _weight is None:
                    weight = torch.empty((num_embeddings, embedding_dim), device=device, dtype=dtype)
                    self.weight = Parameter(weight, requires_grad=not _freeze)
                    self.reset_parameters()
                else:
                    if list(_weight.shape) != [num_embeddings, embedding_dim]:
                        raise AssertionError(
                            "Shape of weight does not match num_embeddings and embedding_dim"
                        )
                    self.weight = Parameter(_weight, requires_grad=not _freeze)
                self.sparse = sparse

            def reset_parameters(self):
                """Draws new initial values."""
                init.normal_(self.weight)
                if self.padding_idx is not None:
                    with torch.no_grad():
                        self.weight[self.padding_idx].fill_(0)

            def forward(self, input):
                return F.embedding(
                    input, self.weight, self.padding_idx, self.max_norm, self.norm_type,
                    self.scale_grad_by_freq, self.sparse
                )

            def extra_repr(self):
                text = f"{self.num_embeddings}, {self.embedding_dim}"
                if self.padding_idx is not None:
                    text += f", padding_idx={self.padding_idx}"
                if self.max_norm is not None:
                    text += f", max_norm={self.max_norm}"
                if self.norm_type != 2:
                    text += f", norm_type={self.norm_type}"
                if self.scale_grad_by_freq:
                    text += f", scale_grad_by_freq={self.scale_grad_by_freq}"
                return text

            @classmethod
            def from_pretrained(
                cls, embeddings, freeze=True, padding_idx=None, max_norm=None, norm_type=2.0,
                scale_grad_by_freq=False, sparse=False
            ):
                """An embedding over a given table."""
                if embeddings.dim() != 2:
                    raise AssertionError("Embeddings parameter is expected to be 2-dimensional")
                rows, columns = embeddings.shape
                return cls(
                    num_embeddings=rows, embedding_dim=columns, _weight=embeddings, _freeze=freeze,
                    padding_idx=padding_idx, max_norm=max_norm, norm_type=norm_type,
                    scale_grad_by_freq=scale_grad_by_freq, sparse=sparse
                )


        class EmbeddingBag(Module):
            """Sums, means or maxima of bags of vectors of a table."""

            def __init__(
                self, num_embeddings, embedding_dim, max_norm=None, norm_type=2.0,
                scale_grad_by_freq=False, mode="mean", sparse=False, _weight=None,
                include_last_offset=False, padding_idx=None, device=None, dtype=None
            ):
                super().__init__()
                self.num_embeddings = num_embeddings
                self.embedding_dim = embedding_dim
                self.max_norm = max_norm
                self.norm_type = norm_type
                self.scale_grad_by_freq = scale_grad_by_freq
                self.padding_idx = _row(padding_idx, num_embeddings)
                if _weight is None:
                    weight = torch.empty((num_embeddings, embedding_dim), device=device, dtype=dtype)
                    self.weight = Parameter(weight)
                    self.reset_parameters()
                else:
                    self.weight = Parameter(_weight)
                self.mode = mode
                self.sparse = sparse
                self.include_last_offset = include_last_offset

            def reset_parameters(self):
                """Draws new initial values."""
                init.normal_(self.weight)
                if self.padding_idx is not None:
                    with torch.no_grad():
                        self.weight[self.padding_idx].fill_(0)

            def forward(self, input, offsets=None, per_sample_weights=None):
                return F.embedding_bag(
                    input, self.weight, offsets, self.max_norm, self.norm_type, self.scale_grad_by_freq,
                    self.mode, self.sparse, per_sample_weights, self.include_last_offset, self.padding_idx
                )

            def extra_repr(self):
                text = f"{self.num_embeddings}, {self.embedding_dim}"
                if self.max_norm is not None:
                    text += f", max_norm={self.max_norm}"
                if self.norm_type != 2:
                    text += f", norm_type={self.norm_type}"
                if self.scale_grad_by_freq:
                    text += f", scale_grad_by_freq={self.scale_grad_by_freq}"
                text += f", mode={self.mode!r}"
                if self.padding_idx is not None:
                    text += f", padding_idx={self.padding_idx}"
                return text
        """#

    /// `torch.nn`: changes of shape.
    static let shapeLayers = #"""
        import torch
        from torch.nn import Module, functional as F


        class Flatten(Module):
            """Joins the dimensions from start_dim to end_dim."""

            def __init__(self, start_dim=1, end_dim=-1):
                super().__init__()
                self.start_dim = start_dim
                self.end_dim = end_dim

            def forward(self, input):
                return input.flatten(self.start_dim, self.end_dim)

            def extra_repr(self):
                return f"start_dim={self.start_dim}, end_dim={self.end_dim}"


        class Unflatten(Module):
            """Splits one dimension into several."""

            def __init__(self, dim, unflattened_size):
                super().__init__()
                if isinstance(unflattened_size, (tuple, list)):
                    for i, element in enumerate(unflattened_size):
                        if not isinstance(element, int):
                            raise TypeError(
                                "unflattened_size must be tuple of ints, but found element of type "
                                f"{type(element).__name__} at pos {i}"
                            )
                else:
                    raise TypeError(
                        "unflattened_size must be a tuple of ints, but found type "
                        + type(unflattened_size).__name__
                    )
                self.dim = dim
                self.unflattened_size = unflattened_size

            def forward(self, input):
                return input.unflatten(self.dim, self.unflattened_size)

            def extra_repr(self):
                return f"dim={self.dim}, unflattened_size={self.unflattened_size}"
        """#
}
