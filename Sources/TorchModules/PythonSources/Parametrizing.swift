extension PythonSources {
    /// `torch.nn.utils.parametrize`: parameters that are computed from others by a module.
    static let parametrize = #"""
        import torch
        from torch import nn


        class ParametrizationList(nn.ModuleList):
            """The modules that make a tensor of its original, one after the other."""

            __module__ = "torch.nn.utils.parametrize"

            def __init__(self, modules, original, unsafe=False):
                if len(modules) == 0:
                    raise ValueError("ParametrizationList requires one or more modules.")
                super().__init__(modules)
                self.unsafe = unsafe
                shape, dtype = original.shape, original.dtype
                new = original
                with torch.no_grad():
                    for module in reversed(self):
                        if hasattr(module, "right_inverse"):
                            try:
                                new = module.right_inverse(new)
                            except NotImplementedError:
                                pass
                if not isinstance(new, torch.Tensor) and not isinstance(new, (list, tuple)):
                    raise ValueError(
                        "'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). "
                        f"Got {type(new).__name__}"
                    )
                self.is_tensor = isinstance(new, torch.Tensor)
                self.ntensors = 1 if self.is_tensor else len(new)
                if self.is_tensor:
                    if original.dtype != new.dtype:
                        raise ValueError(
                            "When `right_inverse` outputs one tensor, it may not change the dtype.\n"
                            f"original.dtype: {original.dtype}\n"
                            f"right_inverse(original).dtype: {new.dtype}"
                        )
                    with torch.no_grad():
                        original.data = new.detach() if new is not original else original.data
                    if isinstance(original, nn.Parameter):
                        self.register_parameter("original", original)
                    else:
                        self.register_buffer("original", original)
                else:
                    for i, part in enumerate(new):
                        if isinstance(original, nn.Parameter):
                            part = nn.Parameter(part.detach().clone(), original.requires_grad)
                            self.register_parameter(f"original{i}", part)
                        else:
                            self.register_buffer(f"original{i}", part)
                if not unsafe:
                    made = self()
                    if not isinstance(made, torch.Tensor):
                        raise ValueError(
                            f"A parametrization must return a tensor. Got {type(made).__name__}."
                        )
                    if made.dtype != dtype:
                        raise ValueError(
                            "Registering a parametrization may not change the dtype of the tensor, "
                            "unless `unsafe` flag is enabled.\n"
                            f"unparametrized dtype: {dtype}\nparametrized dtype: {made.dtype}"
                        )
                    if made.shape != shape:
                        raise ValueError(
                            "Registering a parametrization may not change the shape of the tensor, "
                            "unless `unsafe` flag is enabled.\n"
                            f"unparametrized shape: {shape}\nparametrized shape: {made.shape}"
                        )

            @torch.no_grad()
            def right_inverse(self, value):
                """Sets the original so that the parametrized tensor becomes the value."""
                for module in reversed(self):
                    if not hasattr(module, "right_inverse"):
                        raise RuntimeError(
                            f"parametrization {type(module).__name__} does not implement right_inverse."
                        )
                    value = module.right_inverse(value)
                if self.is_tensor:
                    self.original.data = value.detach().clone()
                else:
                    for i, part in enumerate(value):
                        getattr(self, f"original{i}").data = part.detach().clone()

            def forward(self):
                if self.is_tensor:
                    value = self[0](self.original)
                else:
                    value = self[0](*(getattr(self, f"original{i}") for i in range(self.ntensors)))
                for i in range(1, len(self)):
                    value = self[i](value)
                return value


        _cache_depth = [0]
        _cache = {}


        class cached:
            """Within the block each parametrized tensor is computed once."""

            def __enter__(self):
                _cache_depth[0] += 1

            def __exit__(self, exc_type, exc_value, traceback):
                _cache_depth[0] -= 1
                if not _cache_depth[0]:
                    _cache.clear()


        def _computed(module, name):
            parts = module.parametrizations[name]
            if not _cache_depth[0]:
                return parts()
            key = (id(module), name)
            if key not in _cache:
                _cache[key] = parts()
            return _cache[key]


        def _parametrized_class(module):
            base = type(module)

            made = type("Parametrized" + base.__name__, (base,), {"_plain_class": base})
            made.__module__ = "torch.nn.utils.parametrize"
            module._become(made)


        def _inject(module, name):
            def get(self):
                return _computed(self, name)

            def put(self, value):
                self.parametrizations[name].right_inverse(value)

            setattr(type(module), name, property(get, put))


        def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
            """Makes a parameter of a module the output of another module."""
            parametrization.train(module.training)
            if is_parametrized(module, tensor_name):
                parts = module.parametrizations[tensor_name]
                if not unsafe:
                    value = getattr(module, tensor_name)
                    made = parametrization(value)
                    if made.shape != value.shape:
                        raise ValueError(
                            "Registering a parametrization may not change the shape of the tensor, "
                            "unless the `unsafe` flag is enabled.\n"
                            f"module.{tensor_name}.shape: {value.shape}\n"
                            f"parametrization(module.{tensor_name}).shape: {made.shape}"
                        )
                parts.append(parametrization)
                return module
            if tensor_name in module._buffers or tensor_name in module._parameters:
                original = getattr(module, tensor_name)
                parts = ParametrizationList([parametrization], original, unsafe=unsafe)
                delattr(module, tensor_name)
                if not is_parametrized(module):
                    _parametrized_class(module)
                    module.parametrizations = nn.ModuleDict()
                _inject(module, tensor_name)
                module.parametrizations[tensor_name] = parts
                return module
            raise ValueError(
                f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with "
                f"name '{tensor_name}'"
            )


        def is_parametrized(module, tensor_name=None):
            """Whether a module, or one of its tensors, is parametrized."""
            parts = module._modules.get("parametrizations")
            if parts is None or not isinstance(parts, nn.ModuleDict):
                return False
            return len(parts) > 0 if tensor_name is None else tensor_name in parts


        def remove_parametrizations(module, tensor_name, leave_parametrized=True):
            """Makes a parametrized tensor a plain parameter again."""
            if not is_parametrized(module, tensor_name):
                raise ValueError(
                    f"Module {module} does not have a parametrization on {tensor_name}"
                )
            parts = module.parametrizations[tensor_name]
            if not leave_parametrized and not parts.is_tensor:
                raise ValueError(
                    "Cannot leave unparametrized (`leave_parametrized=False`) a tensor "
                    "that is parametrized in terms of a sequence of tensors."
                )
            with torch.no_grad():
                value = getattr(module, tensor_name)
            if parts.is_tensor:
                original = parts.original
                if leave_parametrized:
                    original.data = value.detach()
            else:
                original = nn.Parameter(value.detach()) if leave_parametrized else value
            delattr(type(module), tensor_name)
            del module.parametrizations[tensor_name]
            if not is_parametrized(module):
                delattr(module, "parametrizations")
                module._become(type(module)._plain_class)
            setattr(module, tensor_name, original)
            return module


        def type_before_parametrizations(module):
            """The class of a module before it was parametrized."""
            return type(module)._plain_class if is_parametrized(module) else type(module)
        """#

    /// `torch.nn.utils.parametrizations`.
    static let parametrizations = #"""
        import torch
        from torch import nn
        from torch.nn.utils import parametrize


        class _WeightNorm(nn.Module):
            __module__ = "torch.nn.utils.parametrizations"

            def __init__(self, dim=0):
                super().__init__()
                self.dim = -1 if dim is None else dim

            def forward(self, weight_g, weight_v):
                return torch._weight_norm(weight_v, weight_g, self.dim)

            def right_inverse(self, weight):
                return torch.norm_except_dim(weight, 2, self.dim), weight


        def weight_norm(module, name="weight", dim=0):
            """A weight as its length times its direction."""
            if not hasattr(module, name):
                raise AttributeError(f"'{type(module).__name__}' object has no attribute '{name}'")
            parametrize.register_parametrization(module, name, _WeightNorm(dim), unsafe=True)
            return module


        class _SpectralNorm(nn.Module):
            __module__ = "torch.nn.utils.parametrizations"

            def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
                super().__init__()
                ndim = weight.ndim
                if dim >= ndim or dim < -ndim:
                    raise IndexError(
                        "Dimension out of range (expected to be in range of "
                        f"[-{ndim}, {ndim - 1}] but got {dim})"
                    )
                if n_power_iterations <= 0:
                    raise ValueError(
                        "Expected n_power_iterations to be positive, but "
                        f"got n_power_iterations={n_power_iterations}"
                    )
                self.dim = dim if dim >= 0 else dim + ndim
                self.eps = eps
                if ndim > 1:
                    self.n_power_iterations = n_power_iterations
                    matrix = self._matrix(weight)
                    rows, columns = matrix.size()
                    u = matrix.new_empty(rows).normal_(0, 1)
                    v = matrix.new_empty(columns).normal_(0, 1)
                    self.register_buffer("_u", nn.functional.normalize(u, dim=0, eps=eps))
                    self.register_buffer("_v", nn.functional.normalize(v, dim=0, eps=eps))
                    self._iterate(matrix, 15)

            def _matrix(self, weight):
                if self.dim != 0:
                    weight = weight.movedim(self.dim, 0)
                return weight.flatten(1)

            @torch.no_grad()
            def _iterate(self, matrix, count):
                for _ in range(count):
                    self._u.copy_(
                        nn.functional.normalize(torch.mv(matrix, self._v), dim=0, eps=self.eps)
                    )
                    self._v.copy_(
                        nn.functional.normalize(torch.mv(matrix.H, self._u), dim=0, eps=self.eps)
                    )

            def forward(self, weight):
                if weight.ndim == 1:
                    return nn.functional.normalize(weight, dim=0, eps=self.eps)
                matrix = self._matrix(weight)
                if self.training:
                    self._iterate(matrix, self.n_power_iterations)
                u, v = self._u.clone(), self._v.clone()
                return weight / torch.vdot(u, torch.mv(matrix, v))

            def right_inverse(self, value):
                return value


        def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
            """A weight divided by its largest singular value."""
            if not hasattr(module, name):
                raise ValueError(
                    f"Module '{module}' has no parameter or buffer with name '{name}'"
                )
            weight = getattr(module, name)
            if not isinstance(weight, torch.Tensor):
                raise ValueError(
                    f"Module '{module}' has no parameter or buffer with name '{name}'"
                )
            if dim is None:
                kinds = (nn.ConvTranspose1d, nn.ConvTranspose2d)
                dim = 1 if isinstance(module, kinds) else 0
            parametrize.register_parametrization(
                module, name, _SpectralNorm(weight, n_power_iterations, dim, eps)
            )
            return module


        def orthogonal(module, name="weight", orthogonal_map=None, *, use_trivialization=True):
            """Refused: nn.init.orthogonal_ is at hand."""
            raise NotImplementedError(
                "parametrizations.orthogonal is not part of CNNLab's torch; nn.init.orthogonal_ is"
            )
        """#
}
