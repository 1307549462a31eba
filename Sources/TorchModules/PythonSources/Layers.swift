extension PythonSources {
    /// `torch.nn`: containers and layers.
    static let layers = #"""
        import itertools
        import math
        import operator
        from collections import OrderedDict

        import torch
        from torch import Tensor
        from torch.nn import Module, Parameter, functional as F, init


        def _tuple(value, n):
            """A number for each of n dimensions."""
            if isinstance(value, (tuple, list, torch.Size)):
                return tuple(value)
            return (value,) * n


        class Sequential(Module):
            """Modules one after the other."""

            __module__ = "torch.nn.modules.container"

            def __init__(self, *args):
                super().__init__()
                if len(args) == 1 and isinstance(args[0], OrderedDict):
                    for name, module in args[0].items():
                        self.add_module(name, module)
                else:
                    for i, module in enumerate(args):
                        self.add_module(str(i), module)

            def _name_at(self, idx):
                names = list(self._modules)
                idx = operator.index(idx)
                if not -len(names) <= idx < len(names):
                    raise IndexError(f"index {idx} is out of range")
                return names[idx]

            def __getitem__(self, idx):
                if isinstance(idx, slice):
                    return type(self)(OrderedDict(list(self._modules.items())[idx]))
                return self._modules[self._name_at(idx)]

            def __setitem__(self, idx, module):
                setattr(self, self._name_at(idx), module)

            def __delitem__(self, idx):
                names = list(self._modules)[idx] if isinstance(idx, slice) else [self._name_at(idx)]
                for name in names:
                    del self._modules[name]
                self._renumber()

            def _renumber(self):
                modules = list(self._modules.values())
                self._modules.clear()
                for i, module in enumerate(modules):
                    self._modules[str(i)] = module

            def __len__(self):
                return len(self._modules)

            def __iter__(self):
                return iter(self._modules.values())

            def _check_sequential(self, other):
                if not isinstance(other, Sequential):
                    raise ValueError(
                        "add operator supports only objects of Sequential class, "
                        f"but {type(other)} is given."
                    )

            def __add__(self, other):
                self._check_sequential(other)
                return Sequential().extend(self).extend(other)

            def __iadd__(self, other):
                self._check_sequential(other)
                return self.extend(list(other))

            def __mul__(self, other):
                if not isinstance(other, int):
                    raise TypeError(
                        f"unsupported operand type(s) for *: {type(self)} and {type(other)}"
                    )
                if other <= 0:
                    raise ValueError(
                        f"Non-positive multiplication factor {other} for {type(self)}"
                    )
                return Sequential().extend(list(self) * other)

            def __rmul__(self, other):
                return self * other

            def forward(self, input):
                for module in self._modules.values():
                    input = module(input)
                return input

            def append(self, module):
                """Adds a module at the end."""
                self.add_module(str(len(self)), module)
                return self

            def insert(self, index, module):
                """Adds a module before the one at index."""
                if not isinstance(module, Module):
                    raise AssertionError(f"module should be of type: {Module}")
                n = len(self)
                if not -n <= index <= n:
                    raise IndexError(f"Index out of range: {index}")
                modules = list(self)
                modules.insert(index + n if index < 0 else index, module)
                self._modules.clear()
                return self.extend(modules)

            def extend(self, sequential):
                """Adds modules at the end."""
                for module in sequential:
                    self.append(module)
                return self

            def pop(self, key):
                """Takes a module out."""
                module = self[key]
                del self[key]
                return module


        class ModuleList(Module):
            """A list of modules that the module knows as its children."""

            __module__ = "torch.nn.modules.container"

            def __init__(self, modules=None):
                super().__init__()
                if modules is not None:
                    self.extend(modules)

            def _name_at(self, idx):
                idx = operator.index(idx)
                if not -len(self) <= idx < len(self):
                    raise IndexError(f"index {idx} is out of range")
                return str(idx + len(self) if idx < 0 else idx)

            def __getitem__(self, idx):
                if isinstance(idx, slice):
                    return type(self)(list(self._modules.values())[idx])
                return self._modules[self._name_at(idx)]

            def __setitem__(self, idx, module):
                setattr(self, self._name_at(idx), module)

            def __delitem__(self, idx):
                modules = list(self)
                del modules[idx]
                self._replace(modules)

            def _replace(self, modules):
                self._modules.clear()
                for i, module in enumerate(modules):
                    self.add_module(str(i), module)

            def __len__(self):
                return len(self._modules)

            def __iter__(self):
                return iter(self._modules.values())

            def __iadd__(self, modules):
                return self.extend(modules)

            def __add__(self, other):
                return ModuleList(itertools.chain(self, other))

            def __repr__(self):
                runs = []
                for i, text in enumerate(repr(module) for module in self):
                    if runs and runs[-1][2] == text:
                        runs[-1][1] = i
                    else:
                        runs.append([i, i, text])
                if not runs:
                    return self._get_name() + "()"
                lines = []
                for first, last, text in runs:
                    if first == last:
                        line = f"({first}): {text}"
                    else:
                        line = f"({first}-{last}): {last - first + 1} x {text}"
                    lines.append(line.replace("\n", "\n  "))
                return self._get_name() + "(\n  " + "\n  ".join(lines) + "\n)"

            def insert(self, index, module):
                """Adds a module before the one at index."""
                modules = list(self)
                modules.insert(index, module)
                self._replace(modules)

            def append(self, module):
                """Adds a module at the end."""
                self.add_module(str(len(self)), module)
                return self

            def pop(self, key):
                """Takes a module out."""
                module = self[key]
                del self[key]
                return module

            def extend(self, modules):
                """Adds modules at the end."""
                if not hasattr(modules, "__iter__"):
                    raise TypeError(
                        "ModuleList.extend should be called with an iterable, but got "
                        + type(modules).__name__
                    )
                for module in list(modules):
                    self.append(module)
                return self


        class ModuleDict(Module):
            """A dictionary of modules that the module knows as its children."""

            __module__ = "torch.nn.modules.container"

            def __init__(self, modules=None):
                super().__init__()
                if modules is not None:
                    self.update(modules)

            def __getitem__(self, key):
                return self._modules[key]

            def __setitem__(self, key, module):
                self.add_module(key, module)

            def __delitem__(self, key):
                del self._modules[key]

            def __len__(self):
                return len(self._modules)

            def __iter__(self):
                return iter(self._modules)

            def __contains__(self, key):
                return key in self._modules

            def clear(self):
                """Forgets all modules."""
                self._modules.clear()

            def pop(self, key):
                """Takes a module out."""
                return self._modules.pop(key)

            def keys(self):
                """The names."""
                return self._modules.keys()

            def items(self):
                """Names and modules."""
                return self._modules.items()

            def values(self):
                """The modules."""
                return self._modules.values()

            def update(self, modules):
                """Adds the modules of another dictionary or of pairs."""
                pairs = modules.items() if hasattr(modules, "items") else modules
                for key, module in pairs:
                    self[key] = module


        class ParameterList(Module):
            """A list of parameters that the module knows as its own."""

            __module__ = "torch.nn.modules.container"

            def __init__(self, values=None):
                super().__init__()
                self._size = 0
                if values is not None:
                    self.extend(values)

            def _name_at(self, idx):
                idx = operator.index(idx)
                if not -self._size <= idx < self._size:
                    raise IndexError(f"index {idx} is out of range")
                return str(idx + self._size if idx < 0 else idx)

            def __getitem__(self, idx):
                if isinstance(idx, slice):
                    return type(self)([self[i] for i in range(*idx.indices(self._size))])
                return getattr(self, self._name_at(idx))

            def __setitem__(self, idx, param):
                if isinstance(param, Tensor) and not isinstance(param, Parameter):
                    param = Parameter(param)
                setattr(self, self._name_at(idx), param)

            def __len__(self):
                return self._size

            def __iter__(self):
                return iter([self[i] for i in range(self._size)])

            def __iadd__(self, parameters):
                return self.extend(parameters)

            def append(self, value):
                """Adds a parameter at the end."""
                self._size += 1
                self[self._size - 1] = value
                return self

            def extend(self, values):
                """Adds parameters at the end."""
                if isinstance(values, Tensor) or not hasattr(values, "__iter__"):
                    raise TypeError(
                        "ParameterList.extend should be called with an iterable, but got "
                        + type(values).__name__
                    )
                for value in values:
                    self.append(value)
                return self

            def extra_repr(self):
                lines = []
                for i, p in enumerate(self):
                    if isinstance(p, Tensor):
                        size = "x".join(str(n) for n in p.size())
                        kind = "Parameter" if isinstance(p, Parameter) else "Tensor"
                        lines.append(f"  ({i}): {kind} containing: [{p.dtype} of size {size}]")
                    else:
                        lines.append(f"  ({i}): Object of type: {type(p).__name__}")
                return "\n".join(lines)

            def __call__(self, *args, **kwargs):
                raise RuntimeError("ParameterList should not be called.")


        class Identity(Module):
            """Gives back its input."""

            __module__ = "torch.nn.modules.linear"

            def __init__(self, *args, **kwargs):
                super().__init__()

            def forward(self, input):
                return input


        class Linear(Module):
            """y = x Aᵀ + b; (*, in_features) → (*, out_features)."""

            __module__ = "torch.nn.modules.linear"

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

            __module__ = "torch.nn.modules.linear"

            def __init__(
                self, in1_features, in2_features, out_features, bias=True, device=None, dtype=None
            ):
                super().__init__()
                if in1_features <= 0:
                    raise ValueError(f"in1_features must be > 0, but got {in1_features}")
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


        class Embedding(Module):
            """A table of vectors, looked up by index."""

            __module__ = "torch.nn.modules.sparse"

            def __init__(
                self, num_embeddings, embedding_dim, padding_idx=None, device=None, dtype=None
            ):
                super().__init__()
                self.num_embeddings = num_embeddings
                self.embedding_dim = embedding_dim
                if padding_idx is not None:
                    if not -num_embeddings <= padding_idx < num_embeddings:
                        raise AssertionError("Padding_idx must be within num_embeddings")
                    padding_idx %= num_embeddings
                self.padding_idx = padding_idx
                shape = (num_embeddings, embedding_dim)
                self.weight = Parameter(torch.empty(shape, device=device, dtype=dtype))
                self.reset_parameters()

            def reset_parameters(self):
                """Draws new initial values."""
                init.normal_(self.weight)
                if self.padding_idx is not None:
                    with torch.no_grad():
                        self.weight[self.padding_idx].fill_(0)

            def forward(self, input):
                return F.embedding(input, self.weight, self.padding_idx)

            def extra_repr(self):
                text = f"{self.num_embeddings}, {self.embedding_dim}"
                if self.padding_idx is not None:
                    text += f", padding_idx={self.padding_idx}"
                return text


        class _Convolution(Module):
            _dims = 2
            _transposed = False

            def _setup(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride,
                padding,
                dilation,
                output_padding,
                groups,
                bias,
                padding_mode,
                device,
                dtype,
            ):
                super().__init__()
                n = self._dims
                if groups <= 0:
                    raise ValueError("groups must be a positive integer")
                if in_channels % groups != 0:
                    raise ValueError("in_channels must be divisible by groups")
                if out_channels % groups != 0:
                    raise ValueError("out_channels must be divisible by groups")
                stride = _tuple(stride, n)
                if isinstance(padding, str):
                    if padding not in ("same", "valid"):
                        raise ValueError(
                            f"Invalid padding string {padding!r}, should be one of same, valid"
                        )
                    if padding == "same" and any(s != 1 for s in stride):
                        raise ValueError(
                            "padding='same' is not supported for strided convolutions"
                        )
                else:
                    padding = _tuple(padding, n)
                if self._transposed and padding_mode != "zeros":
                    raise ValueError(
                        'Only "zeros" padding mode is supported for ' + type(self).__name__
                    )
                modes = ("zeros", "reflect", "replicate", "circular")
                if padding_mode not in modes:
                    raise ValueError(
                        f"padding_mode must be one of {set(modes)}, but got "
                        f"padding_mode='{padding_mode}'"
                    )
                if padding_mode != "zeros":
                    raise NotImplementedError(
                        f"padding_mode='{padding_mode}' is not part of CNNLab's torch; 'zeros' is"
                    )
                self.in_channels = in_channels
                self.out_channels = out_channels
                self.kernel_size = _tuple(kernel_size, n)
                self.stride = stride
                self.padding = padding
                self.dilation = _tuple(dilation, n)
                self.transposed = self._transposed
                self.output_padding = _tuple(output_padding, n)
                self.groups = groups
                self.padding_mode = padding_mode
                if self._transposed:
                    shape = (in_channels, out_channels // groups, *self.kernel_size)
                else:
                    shape = (out_channels, in_channels // groups, *self.kernel_size)
                self.weight = Parameter(torch.empty(shape, device=device, dtype=dtype))
                if bias:
                    self.bias = Parameter(torch.empty(out_channels, device=device, dtype=dtype))
                else:
                    self.register_parameter("bias", None)
                self.reset_parameters()

            def reset_parameters(self):
                """Draws new initial values."""
                init.kaiming_uniform_(self.weight, a=math.sqrt(5))
                if self.bias is not None:
                    fan_in, _ = init._calculate_fan_in_and_fan_out(self.weight)
                    if fan_in != 0:
                        bound = 1 / math.sqrt(fan_in)
                        init.uniform_(self.bias, -bound, bound)

            def extra_repr(self):
                text = (
                    f"{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, "
                    f"stride={self.stride}"
                )
                n = self._dims
                if self.padding != (0,) * n:
                    text += f", padding={self.padding}"
                if self.dilation != (1,) * n:
                    text += f", dilation={self.dilation}"
                if self.output_padding != (0,) * n:
                    text += f", output_padding={self.output_padding}"
                if self.groups != 1:
                    text += f", groups={self.groups}"
                if self.bias is None:
                    text += ", bias=False"
                return text


        class Conv1d(_Convolution):
            """Cross-correlation over (N, C, L)."""

            __module__ = "torch.nn.modules.conv"
            _dims = 1

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                dilation=1,
                groups=1,
                bias=True,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, 0, groups,
                    bias, padding_mode, device, dtype
                )

            def forward(self, input):
                return F.conv1d(
                    input, self.weight, self.bias, self.stride, self.padding, self.dilation,
                    self.groups
                )


        class Conv2d(_Convolution):
            """Cross-correlation over (N, C, H, W)."""

            __module__ = "torch.nn.modules.conv"

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                dilation=1,
                groups=1,
                bias=True,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation, 0, groups,
                    bias, padding_mode, device, dtype
                )

            def forward(self, input):
                return F.conv2d(
                    input, self.weight, self.bias, self.stride, self.padding, self.dilation,
                    self.groups
                )


        class ConvTranspose2d(_Convolution):
            """The gradient of Conv2d as a layer."""

            __module__ = "torch.nn.modules.conv"
            _transposed = True

            def __init__(
                self,
                in_channels,
                out_channels,
                kernel_size,
                stride=1,
                padding=0,
                output_padding=0,
                groups=1,
                bias=True,
                dilation=1,
                padding_mode="zeros",
                device=None,
                dtype=None,
            ):
                self._setup(
                    in_channels, out_channels, kernel_size, stride, padding, dilation,
                    output_padding, groups, bias, padding_mode, device, dtype
                )

            def forward(self, input, output_size=None):
                extra = self.output_padding
                if output_size is not None:
                    output_size = list(output_size)[-2:]
                    least = [
                        (input.size(d - 2) - 1) * self.stride[d]
                        - 2 * self.padding[d]
                        + self.dilation[d] * (self.kernel_size[d] - 1)
                        + 1
                        for d in range(2)
                    ]
                    most = [n + s - 1 for n, s in zip(least, self.stride)]
                    if any(not a <= n <= b for a, n, b in zip(least, output_size, most)):
                        raise ValueError(
                            f"requested an output size of {output_size}, but valid sizes range "
                            f"from {least} to {most} (for an input of {input.size()[2:]})"
                        )
                    extra = tuple(n - a for n, a in zip(output_size, least))
                return F.conv_transpose2d(
                    input, self.weight, self.bias, self.stride, self.padding, extra, self.groups,
                    self.dilation
                )


        class _Norm(Module):
            _track = False

            def _setup(
                self, num_features, eps, momentum, affine, track_running_stats, device, dtype,
                bias=True
            ):
                super().__init__()
                self.num_features = num_features
                self.eps = eps
                self.momentum = momentum
                self.affine = affine
                self.track_running_stats = track_running_stats
                if affine:
                    self.weight = Parameter(torch.empty(num_features, device=device, dtype=dtype))
                else:
                    self.register_parameter("weight", None)
                if affine and bias:
                    self.bias = Parameter(torch.empty(num_features, device=device, dtype=dtype))
                else:
                    self.register_parameter("bias", None)
                if track_running_stats:
                    self.register_buffer(
                        "running_mean", torch.zeros(num_features, device=device, dtype=dtype)
                    )
                    self.register_buffer(
                        "running_var", torch.ones(num_features, device=device, dtype=dtype)
                    )
                    self.register_buffer("num_batches_tracked", torch.tensor(0))
                else:
                    self.register_buffer("running_mean", None)
                    self.register_buffer("running_var", None)
                    self.register_buffer("num_batches_tracked", None)
                self.reset_parameters()

            def reset_running_stats(self):
                """Mean 0, variance 1, no batch seen."""
                if self.track_running_stats:
                    self.running_mean.zero_()
                    self.running_var.fill_(1)
                    self.num_batches_tracked.zero_()

            def reset_parameters(self):
                """γ = 1, β = 0, and fresh running statistics."""
                self.reset_running_stats()
                if self.affine:
                    init.ones_(self.weight)
                    if self.bias is not None:
                        init.zeros_(self.bias)

            def extra_repr(self):
                return (
                    f"{self.num_features}, eps={self.eps}, momentum={self.momentum}, "
                    f"affine={self.affine}, bias={self.bias is not None}, "
                    f"track_running_stats={self.track_running_stats}"
                )


        class _BatchNorm(_Norm):
            __module__ = "torch.nn.modules.batchnorm"

            def __init__(
                self,
                num_features,
                eps=1e-5,
                momentum=0.1,
                affine=True,
                track_running_stats=True,
                device=None,
                dtype=None,
                *,
                bias=True,
            ):
                self._setup(
                    num_features, eps, momentum, affine, track_running_stats, device, dtype, bias
                )

            def forward(self, input):
                self._check_input_dim(input)
                factor = 0.0 if self.momentum is None else self.momentum
                training = self.training
                if training and self.track_running_stats and self.num_batches_tracked is not None:
                    self.num_batches_tracked.add_(1)
                    if self.momentum is None:
                        factor = 1.0 / self.num_batches_tracked.item()
                running_mean, running_var = self.running_mean, self.running_var
                use_batch = training or (running_mean is None and running_var is None)
                if training and not self.track_running_stats:
                    running_mean = running_var = None
                return F.batch_norm(
                    input, running_mean, running_var, self.weight, self.bias, use_batch, factor,
                    self.eps
                )


        class BatchNorm1d(_BatchNorm):
            """Normalizes each feature of (N, C) or (N, C, L) over the batch."""

            def _check_input_dim(self, input):
                if input.dim() != 2 and input.dim() != 3:
                    raise ValueError(f"expected 2D or 3D input (got {input.dim()}D input)")


        class BatchNorm2d(_BatchNorm):
            """Normalizes each channel of (N, C, H, W) over N, H and W."""

            def _check_input_dim(self, input):
                if input.dim() != 4:
                    raise ValueError(f"expected 4D input (got {input.dim()}D input)")


        class InstanceNorm2d(_Norm):
            """Normalizes each channel of each image of (N, C, H, W)."""

            __module__ = "torch.nn.modules.instancenorm"

            def __init__(
                self,
                num_features,
                eps=1e-5,
                momentum=0.1,
                affine=False,
                track_running_stats=False,
                device=None,
                dtype=None,
            ):
                self._setup(
                    num_features, eps, momentum, affine, track_running_stats, device, dtype
                )

            def forward(self, input):
                if input.dim() not in (3, 4):
                    raise ValueError(f"expected 3D or 4D input (got {input.dim()}D input)")
                unbatched = input.dim() == 3
                out = F.instance_norm(
                    input.unsqueeze(0) if unbatched else input, self.running_mean,
                    self.running_var, self.weight, self.bias,
                    self.training or not self.track_running_stats,
                    0.0 if self.momentum is None else self.momentum, self.eps
                )
                return out.squeeze(0) if unbatched else out


        class LayerNorm(Module):
            """Normalizes over the last dimensions."""

            __module__ = "torch.nn.modules.normalization"

            def __init__(
                self,
                normalized_shape,
                eps=1e-5,
                elementwise_affine=True,
                bias=True,
                device=None,
                dtype=None,
            ):
                super().__init__()
                self.normalized_shape = _tuple(normalized_shape, 1)
                self.eps = eps
                self.elementwise_affine = elementwise_affine
                for name, wanted in (
                    ("weight", elementwise_affine),
                    ("bias", elementwise_affine and bias),
                ):
                    if wanted:
                        tensor = torch.empty(self.normalized_shape, device=device, dtype=dtype)
                        self.register_parameter(name, Parameter(tensor))
                    else:
                        self.register_parameter(name, None)
                self.reset_parameters()

            def reset_parameters(self):
                """Weights 1, biases 0."""
                if self.weight is not None:
                    init.ones_(self.weight)
                if self.bias is not None:
                    init.zeros_(self.bias)

            def forward(self, input):
                return F.layer_norm(
                    input, self.normalized_shape, self.weight, self.bias, self.eps
                )

            def extra_repr(self):
                return (
                    f"{self.normalized_shape}, eps={self.eps}, "
                    f"elementwise_affine={self.elementwise_affine}, bias={self.bias is not None}"
                )


        class GroupNorm(Module):
            """Normalizes groups of channels of each sample."""

            __module__ = "torch.nn.modules.normalization"

            def __init__(
                self, num_groups, num_channels, eps=1e-5, affine=True, device=None, dtype=None,
                *, bias=True
            ):
                super().__init__()
                if num_channels % num_groups != 0:
                    raise ValueError(
                        f"num_channels ({num_channels}) must be divisible by num_groups "
                        f"({num_groups})"
                    )
                self.num_groups = num_groups
                self.num_channels = num_channels
                self.eps = eps
                self.affine = affine
                for name, wanted in (("weight", affine), ("bias", affine and bias)):
                    if wanted:
                        tensor = torch.empty(num_channels, device=device, dtype=dtype)
                        self.register_parameter(name, Parameter(tensor))
                    else:
                        self.register_parameter(name, None)
                self.reset_parameters()

            def reset_parameters(self):
                """Weights 1, biases 0."""
                if self.weight is not None:
                    init.ones_(self.weight)
                if self.bias is not None:
                    init.zeros_(self.bias)

            def forward(self, input):
                return F.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

            def extra_repr(self):
                return (
                    f"{self.num_groups}, {self.num_channels}, eps={self.eps}, "
                    f"affine={self.affine}, bias={self.bias is not None}"
                )


        class LocalResponseNorm(Module):
            """Divides by a power of the neighbouring channels' mean square."""

            __module__ = "torch.nn.modules.normalization"

            def __init__(self, size, alpha=1e-4, beta=0.75, k=1.0):
                super().__init__()
                self.size = size
                self.alpha = alpha
                self.beta = beta
                self.k = k

            def forward(self, input):
                return F.local_response_norm(input, self.size, self.alpha, self.beta, self.k)

            def extra_repr(self):
                return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"


        class _Dropout(Module):
            __module__ = "torch.nn.modules.dropout"

            def __init__(self, p=0.5, inplace=False):
                super().__init__()
                if p < 0 or p > 1:
                    raise ValueError(
                        f"dropout probability has to be between 0 and 1, but got {p}"
                    )
                self.p = p
                self.inplace = inplace

            def extra_repr(self):
                return f"p={self.p}, inplace={self.inplace}"


        class Dropout(_Dropout):
            """Zeroes each element with probability p in training, scales the rest by 1/(1-p)."""

            def forward(self, input):
                return F.dropout(input, self.p, self.training, self.inplace)


        class Dropout1d(_Dropout):
            """Zeroes whole channels of (N, C, L)."""

            def forward(self, input):
                return F.dropout1d(input, self.p, self.training, self.inplace)


        class Dropout2d(_Dropout):
            """Zeroes whole channels of (N, C, H, W)."""

            def forward(self, input):
                return F.dropout2d(input, self.p, self.training, self.inplace)


        class AlphaDropout(_Dropout):
            """Dropout that keeps mean and variance, for SELU."""

            def forward(self, input):
                return F.alpha_dropout(input, self.p, self.training)


        class _MaxPool(Module):
            __module__ = "torch.nn.modules.pooling"

            def __init__(
                self,
                kernel_size,
                stride=None,
                padding=0,
                dilation=1,
                return_indices=False,
                ceil_mode=False,
            ):
                super().__init__()
                self.kernel_size = kernel_size
                self.stride = stride if stride is not None else kernel_size
                self.padding = padding
                self.dilation = dilation
                self.return_indices = return_indices
                self.ceil_mode = ceil_mode

            def extra_repr(self):
                return (
                    f"kernel_size={self.kernel_size}, stride={self.stride}, "
                    f"padding={self.padding}, dilation={self.dilation}, "
                    f"ceil_mode={self.ceil_mode}"
                )


        class MaxPool1d(_MaxPool):
            """The largest value of each window of (N, C, L)."""

            def forward(self, input):
                return F.max_pool1d(
                    input, self.kernel_size, self.stride, self.padding, self.dilation,
                    self.ceil_mode, self.return_indices
                )


        class MaxPool2d(_MaxPool):
            """The largest value of each window of (N, C, H, W)."""

            def forward(self, input):
                return F.max_pool2d(
                    input, self.kernel_size, self.stride, self.padding, self.dilation,
                    self.ceil_mode, self.return_indices
                )


        class AvgPool1d(Module):
            """The mean of each window of (N, C, L)."""

            __module__ = "torch.nn.modules.pooling"

            def __init__(
                self,
                kernel_size,
                stride=None,
                padding=0,
                ceil_mode=False,
                count_include_pad=True,
            ):
                super().__init__()
                self.kernel_size = _tuple(kernel_size, 1)
                self.stride = _tuple(stride, 1) if stride is not None else self.kernel_size
                self.padding = _tuple(padding, 1)
                self.ceil_mode = ceil_mode
                self.count_include_pad = count_include_pad

            def forward(self, input):
                return F.avg_pool1d(
                    input, self.kernel_size, self.stride, self.padding, self.ceil_mode,
                    self.count_include_pad
                )

            def extra_repr(self):
                return (
                    f"kernel_size={self.kernel_size}, stride={self.stride}, "
                    f"padding={self.padding}"
                )


        class AvgPool2d(Module):
            """The mean of each window of (N, C, H, W)."""

            __module__ = "torch.nn.modules.pooling"

            def __init__(
                self,
                kernel_size,
                stride=None,
                padding=0,
                ceil_mode=False,
                count_include_pad=True,
                divisor_override=None,
            ):
                super().__init__()
                self.kernel_size = kernel_size
                self.stride = stride if stride is not None else kernel_size
                self.padding = padding
                self.ceil_mode = ceil_mode
                self.count_include_pad = count_include_pad
                self.divisor_override = divisor_override

            def forward(self, input):
                return F.avg_pool2d(
                    input, self.kernel_size, self.stride, self.padding, self.ceil_mode,
                    self.count_include_pad, self.divisor_override
                )

            def extra_repr(self):
                return (
                    f"kernel_size={self.kernel_size}, stride={self.stride}, "
                    f"padding={self.padding}"
                )


        class _AdaptivePool(Module):
            __module__ = "torch.nn.modules.pooling"

            def __init__(self, output_size):
                super().__init__()
                self.output_size = output_size

            def extra_repr(self):
                return f"output_size={self.output_size}"


        class AdaptiveAvgPool1d(_AdaptivePool):
            """Means of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_avg_pool1d(input, self.output_size)


        class AdaptiveAvgPool2d(_AdaptivePool):
            """Means of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_avg_pool2d(input, self.output_size)


        class _AdaptiveMaxPool(_AdaptivePool):
            def __init__(self, output_size, return_indices=False):
                super().__init__(output_size)
                self.return_indices = return_indices


        class AdaptiveMaxPool1d(_AdaptiveMaxPool):
            """Maxima of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_max_pool1d(input, self.output_size, self.return_indices)


        class AdaptiveMaxPool2d(_AdaptiveMaxPool):
            """Maxima of as many windows as asked for."""

            def forward(self, input):
                return F.adaptive_max_pool2d(input, self.output_size, self.return_indices)


        class Flatten(Module):
            """Joins the dimensions from start_dim to end_dim."""

            __module__ = "torch.nn.modules.flatten"

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

            __module__ = "torch.nn.modules.flatten"

            def __init__(self, dim, unflattened_size):
                super().__init__()
                if not isinstance(unflattened_size, (tuple, list, torch.Size)):
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

    /// `torch.nn`: activations and losses.
    static let activationsAndLosses = #"""
        import torch
        from torch.nn import Module, Parameter, functional as F


        class _Activation(Module):
            __module__ = "torch.nn.modules.activation"


        class _InplaceActivation(_Activation):
            def __init__(self, inplace=False):
                super().__init__()
                self.inplace = inplace

            def extra_repr(self):
                return "inplace=True" if self.inplace else ""


        class ReLU(_InplaceActivation):
            """max(0, x)."""

            def forward(self, input):
                return F.relu(input, self.inplace)


        class ReLU6(_InplaceActivation):
            """min(max(0, x), 6)."""

            def forward(self, input):
                return F.hardtanh(input, 0.0, 6.0, self.inplace)


        class LeakyReLU(_Activation):
            """x where positive, else negative_slope · x."""

            def __init__(self, negative_slope=0.01, inplace=False):
                super().__init__()
                self.negative_slope = negative_slope
                self.inplace = inplace

            def forward(self, input):
                return F.leaky_relu(input, self.negative_slope, self.inplace)

            def extra_repr(self):
                return f"negative_slope={self.negative_slope}" + (
                    ", inplace=True" if self.inplace else ""
                )


        class PReLU(_Activation):
            """LeakyReLU with a learned slope."""

            def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
                super().__init__()
                self.num_parameters = num_parameters
                self.init = init
                self.weight = Parameter(torch.empty(num_parameters, device=device, dtype=dtype))
                self.reset_parameters()

            def reset_parameters(self):
                """The initial slope."""
                torch.nn.init.constant_(self.weight, self.init)

            def forward(self, input):
                return F.prelu(input, self.weight)

            def extra_repr(self):
                return f"num_parameters={self.num_parameters}"


        class ELU(_Activation):
            """x where positive, else alpha · (eˣ - 1)."""

            def __init__(self, alpha=1.0, inplace=False):
                super().__init__()
                self.alpha = alpha
                self.inplace = inplace

            def forward(self, input):
                return F.elu(input, self.alpha, self.inplace)

            def extra_repr(self):
                return f"alpha={self.alpha}" + (", inplace=True" if self.inplace else "")


        class SELU(_InplaceActivation):
            """Scaled ELU."""

            def forward(self, input):
                return F.selu(input, self.inplace)


        class SiLU(_InplaceActivation):
            """x · sigmoid(x)."""

            def forward(self, input):
                return F.silu(input, self.inplace)


        class GELU(_Activation):
            """x · Φ(x)."""

            def __init__(self, approximate="none"):
                super().__init__()
                self.approximate = approximate

            def forward(self, input):
                return F.gelu(input, approximate=self.approximate)

            def extra_repr(self):
                return f"approximate={self.approximate!r}"


        class Sigmoid(_Activation):
            """1 / (1 + e⁻ˣ)."""

            def forward(self, input):
                return torch.sigmoid(input)


        class Tanh(_Activation):
            """The hyperbolic tangent."""

            def forward(self, input):
                return torch.tanh(input)


        class Softmax(_Activation):
            """eˣ over the sum of eˣ along dim."""

            def __init__(self, dim=None):
                super().__init__()
                self.dim = dim

            def forward(self, input):
                return F.softmax(input, self.dim)

            def extra_repr(self):
                return f"dim={self.dim}"


        class LogSoftmax(_Activation):
            """The logarithm of softmax along dim."""

            def __init__(self, dim=None):
                super().__init__()
                self.dim = dim

            def forward(self, input):
                return F.log_softmax(input, self.dim)

            def extra_repr(self):
                return f"dim={self.dim}"


        class Softplus(_Activation):
            """log(1 + e^(beta x)) / beta."""

            def __init__(self, beta=1.0, threshold=20.0):
                super().__init__()
                self.beta = beta
                self.threshold = threshold

            def forward(self, input):
                return F.softplus(input, self.beta, self.threshold)

            def extra_repr(self):
                return f"beta={self.beta}, threshold={self.threshold}"


        class Hardtanh(_Activation):
            """x clipped to [min_val, max_val]."""

            def __init__(self, min_val=-1.0, max_val=1.0, inplace=False):
                super().__init__()
                if not max_val > min_val:
                    raise AssertionError("max_val must be larger than min_val")
                self.min_val = min_val
                self.max_val = max_val
                self.inplace = inplace

            def forward(self, input):
                return F.hardtanh(input, self.min_val, self.max_val, self.inplace)

            def extra_repr(self):
                return f"min_val={self.min_val}, max_val={self.max_val}" + (
                    ", inplace=True" if self.inplace else ""
                )


        class _Loss(Module):
            __module__ = "torch.nn.modules.loss"

            def __init__(self, size_average=None, reduce=None, reduction="mean"):
                super().__init__()
                if size_average is not None or reduce is not None:
                    raise NotImplementedError(
                        "size_average= and reduce= are not part of CNNLab's torch; use reduction="
                    )
                self.reduction = reduction


        class CrossEntropyLoss(_Loss):
            """Cross entropy between logits and class indices or probabilities."""

            def __init__(
                self,
                weight=None,
                size_average=None,
                ignore_index=-100,
                reduce=None,
                reduction="mean",
                label_smoothing=0.0,
            ):
                super().__init__(size_average, reduce, reduction)
                self.register_buffer("weight", weight)
                self.ignore_index = ignore_index
                self.label_smoothing = label_smoothing

            def forward(self, input, target):
                return F.cross_entropy(
                    input, target, weight=self.weight, ignore_index=self.ignore_index,
                    reduction=self.reduction, label_smoothing=self.label_smoothing
                )


        class NLLLoss(_Loss):
            """Negative log likelihood of log probabilities."""

            def __init__(
                self,
                weight=None,
                size_average=None,
                ignore_index=-100,
                reduce=None,
                reduction="mean",
            ):
                super().__init__(size_average, reduce, reduction)
                self.register_buffer("weight", weight)
                self.ignore_index = ignore_index

            def forward(self, input, target):
                return F.nll_loss(
                    input, target, weight=self.weight, ignore_index=self.ignore_index,
                    reduction=self.reduction
                )


        class MSELoss(_Loss):
            """The squared difference."""

            def forward(self, input, target):
                return F.mse_loss(input, target, reduction=self.reduction)


        class L1Loss(_Loss):
            """The absolute difference."""

            def forward(self, input, target):
                return F.l1_loss(input, target, reduction=self.reduction)


        class SmoothL1Loss(_Loss):
            """Squared below beta, absolute above."""

            def __init__(self, size_average=None, reduce=None, reduction="mean", beta=1.0):
                super().__init__(size_average, reduce, reduction)
                self.beta = beta

            def forward(self, input, target):
                return F.smooth_l1_loss(
                    input, target, reduction=self.reduction, beta=self.beta
                )


        class BCELoss(_Loss):
            """Binary cross entropy of probabilities."""

            def __init__(self, weight=None, size_average=None, reduce=None, reduction="mean"):
                super().__init__(size_average, reduce, reduction)
                self.register_buffer("weight", weight)

            def forward(self, input, target):
                return F.binary_cross_entropy(
                    input, target, weight=self.weight, reduction=self.reduction
                )


        class BCEWithLogitsLoss(_Loss):
            """Binary cross entropy of logits."""

            def __init__(
                self,
                weight=None,
                size_average=None,
                reduce=None,
                reduction="mean",
                pos_weight=None,
            ):
                super().__init__(size_average, reduce, reduction)
                self.register_buffer("weight", weight)
                self.register_buffer("pos_weight", pos_weight)

            def forward(self, input, target):
                return F.binary_cross_entropy_with_logits(
                    input, target, self.weight, pos_weight=self.pos_weight,
                    reduction=self.reduction
                )


        class KLDivLoss(_Loss):
            """The Kullback-Leibler divergence from log probabilities."""

            def __init__(
                self, size_average=None, reduce=None, reduction="mean", log_target=False
            ):
                super().__init__(size_average, reduce, reduction)
                self.log_target = log_target

            def forward(self, input, target):
                return F.kl_div(
                    input, target, reduction=self.reduction, log_target=self.log_target
                )
        """#
}
