extension PythonSources {
    /// `torch.nn.utils`.
    static let nnUtils = #"""
        import math
        import warnings

        import torch


        def _with_gradients(parameters):
            if isinstance(parameters, torch.Tensor):
                parameters = [parameters]
            return [p for p in parameters if p.grad is not None]


        @torch.no_grad()
        def get_total_norm(tensors, norm_type=2.0, error_if_nonfinite=False, foreach=None):
            """The norm of the norms of several tensors."""
            tensors = [tensors] if isinstance(tensors, torch.Tensor) else list(tensors)
            norm_type = float(norm_type)
            if not tensors:
                return torch.tensor(0.0)
            norms = [torch.linalg.vector_norm(tensor, norm_type) for tensor in tensors]
            total = torch.linalg.vector_norm(torch.stack(norms), norm_type)
            if error_if_nonfinite and not total.isfinite():
                raise RuntimeError(
                    f"The total norm of order {norm_type} for gradients from "
                    "`parameters` is non-finite, so it cannot be clipped. To disable "
                    "this error and scale the gradients by the non-finite norm anyway, "
                    "set `error_if_nonfinite=False`"
                )
            return total


        @torch.no_grad()
        def clip_grad_norm_(
            parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None
        ):
            """Scales all gradients so that their joint norm is at most max_norm."""
            parameters = _with_gradients(parameters)
            total = get_total_norm(
                [p.grad for p in parameters], norm_type, error_if_nonfinite, foreach
            )
            factor = (float(max_norm) / (total + 1e-6)).clamp(max=1.0)
            for p in parameters:
                p.grad.mul_(factor)
            return total


        def clip_grad_norm(
            parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None
        ):
            """The old name of clip_grad_norm_."""
            warnings.warn(
                "`torch.nn.utils.clip_grad_norm` is now deprecated in favor of "
                "`torch.nn.utils.clip_grad_norm_`.",
                FutureWarning,
                stacklevel=2,
            )
            return clip_grad_norm_(parameters, max_norm, norm_type, error_if_nonfinite, foreach)


        @torch.no_grad()
        def clip_grad_value_(parameters, clip_value, foreach=None):
            """Clips every gradient to [-clip_value, clip_value]."""
            clip_value = float(clip_value)
            found = _with_gradients(parameters)
            if not found:
                raise RuntimeError(
                    "Expected !nested_tensorlist[0].empty() to be true, but got false.  (Could this error "
                    "message be improved?  If so, please report an enhancement request to PyTorch.)"
                )
            for p in found:
                p.grad.clamp_(-clip_value, clip_value)


        def parameters_to_vector(parameters):
            """All parameters in one vector."""
            return torch.cat([p.view(-1) for p in parameters])


        def vector_to_parameters(vec, parameters):
            """Parameters out of one vector."""
            if not isinstance(vec, torch.Tensor):
                raise TypeError(f"expected torch.Tensor, but got: {torch.typename(vec)}")
            begin = 0
            for p in parameters:
                end = begin + p.numel()
                p.data = vec[begin:end].view_as(p).data
                begin = end


        class WeightNorm:
            """The hook that makes a weight of its length g and its direction v before each forward."""

            def __init__(self, name, dim):
                self.name = name
                self.dim = -1 if dim is None else dim

            def compute_weight(self, module):
                g = getattr(module, self.name + "_g")
                v = getattr(module, self.name + "_v")
                return torch._weight_norm(v, g, self.dim)

            @staticmethod
            def apply(module, name, dim):
                for hook in module._forward_pre_hooks.values():
                    if isinstance(hook, WeightNorm) and hook.name == name:
                        raise RuntimeError(
                            f"Cannot register two weight_norm hooks on the same parameter {name}"
                        )
                hook = WeightNorm(name, dim)
                weight = getattr(module, name)
                if torch.nn.parameter.is_lazy(weight):
                    raise ValueError(
                        "The module passed to `WeightNorm` can't have uninitialized parameters. "
                        "Make sure to run the dummy forward before applying weight normalization"
                    )
                del module._parameters[name]
                length = torch.norm_except_dim(weight, 2, hook.dim)
                module.register_parameter(name + "_g", torch.nn.Parameter(length.data))
                module.register_parameter(name + "_v", torch.nn.Parameter(weight.data))
                setattr(module, name, hook.compute_weight(module))
                module.register_forward_pre_hook(hook)
                return hook

            def remove(self, module):
                weight = self.compute_weight(module)
                delattr(module, self.name)
                del module._parameters[self.name + "_g"]
                del module._parameters[self.name + "_v"]
                setattr(module, self.name, torch.nn.Parameter(weight.data))

            def __call__(self, module, inputs):
                setattr(module, self.name, self.compute_weight(module))


        def weight_norm(module, name="weight", dim=0):
            """Splits a weight into its length g and its direction v."""
            warnings.warn(
                "`torch.nn.utils.weight_norm` is deprecated in favor of "
                "`torch.nn.utils.parametrizations.weight_norm`.",
                FutureWarning,
                stacklevel=2,
            )
            WeightNorm.apply(module, name, dim)
            return module


        def remove_weight_norm(module, name="weight"):
            """Joins what weight_norm split."""
            for key, hook in module._forward_pre_hooks.items():
                if isinstance(hook, WeightNorm) and hook.name == name:
                    hook.remove(module)
                    del module._forward_pre_hooks[key]
                    return module
            raise ValueError(f"weight_norm of '{name}' not found in {module}")


        @torch.no_grad()
        def clip_grads_with_norm_(parameters, max_norm, total_norm, foreach=None):
            """Scales all gradients by a joint norm that is known already."""
            factor = (float(max_norm) / (total_norm + 1e-6)).clamp(max=1.0)
            for p in _with_gradients(parameters):
                p.grad.mul_(factor)


        def _normalized(x, eps):
            return x / x.norm().clamp(min=eps)


        def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
            """Divides a weight by its largest singular value, found by power iteration."""
            if dim is None:
                dim = 1 if "ConvTranspose" in type(module).__name__ else 0
            weight = getattr(module, name)

            def matrix(w):
                return w.movedim(dim, 0).flatten(1) if w.dim() > 1 else w

            with torch.no_grad():
                rows, columns = matrix(weight).shape
                u = _normalized(torch.empty(rows, dtype=weight.dtype).normal_(0, 1), eps)
                v = _normalized(torch.empty(columns, dtype=weight.dtype).normal_(0, 1), eps)
            delattr(module, name)
            module.register_parameter(name + "_orig", torch.nn.Parameter(weight.detach().clone()))
            object.__setattr__(module, name, weight.detach())
            module.register_buffer(name + "_u", u)
            module.register_buffer(name + "_v", v)

            def hook(module, inputs):
                flat = matrix(getattr(module, name + "_orig"))
                u, v = getattr(module, name + "_u"), getattr(module, name + "_v")
                if module.training:
                    with torch.no_grad():
                        for _ in range(n_power_iterations):
                            v.copy_(_normalized(flat.t().mv(u), eps))
                            u.copy_(_normalized(flat.mv(v), eps))
                    u, v = u.clone(), v.clone()
                sigma = u.dot(flat.mv(v))
                object.__setattr__(module, name, getattr(module, name + "_orig") / sigma)

            module._spectral_norms = {
                **module.__dict__.get("_spectral_norms", {}),
                name: module.register_forward_pre_hook(hook),
            }
            return module


        def remove_spectral_norm(module, name="weight"):
            """Gives the module its plain weight back."""
            norms = module.__dict__.get("_spectral_norms", {})
            if name not in norms:
                raise ValueError(f"spectral_norm of '{name}' not found in {module}")
            norms.pop(name).remove()
            weight = module.__dict__[name].detach()
            for part in (name, name + "_orig", name + "_u", name + "_v"):
                delattr(module, part)
            module.register_parameter(name, torch.nn.Parameter(weight))
            return module


        def fuse_conv_bn_eval(conv, bn, transpose=False):
            """A convolution that does the work of a convolution and a BatchNorm in evaluation mode."""
            if conv.training or bn.training:
                raise AssertionError("Fusion only for eval!")
            import copy

            fused = copy.deepcopy(conv)
            scale = bn.weight * torch.rsqrt(bn.running_var + bn.eps)
            shape = [1, -1] if transpose else [-1, 1]
            bias = conv.bias if conv.bias is not None else torch.zeros_like(bn.running_mean)
            weight = conv.weight * scale.reshape(shape + [1] * (conv.weight.dim() - 2))
            fused.weight = torch.nn.Parameter(weight.detach())
            fused.bias = torch.nn.Parameter(((bias - bn.running_mean) * scale + bn.bias).detach())
            return fused


        def skip_init(module_cls, *args, **kwargs):
            """A module whose initial values do not matter."""
            # Nothing is drawn for them, so that what is drawn next is the same.
            state = torch.get_rng_state()
            try:
                return module_cls(*args, **kwargs)
            finally:
                torch.set_rng_state(state)
        """#

    /// `torch.nn.utils.rnn`.
    static let sequences = #"""
        import torch


        def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
            """Sequences of different lengths in one tensor."""
            if padding_side not in ("right", "left"):
                raise RuntimeError(
                    f"Expected padding_side to be one of left or right, but got {padding_side}."
                )
            sequences = list(sequences)
            if not sequences:
                raise RuntimeError("received an empty list of sequences")
            longest = max(len(s) for s in sequences)
            rest = sequences[0].shape[1:]
            size = (len(sequences), longest) if batch_first else (longest, len(sequences))
            out = torch.full((*size, *rest), padding_value, dtype=sequences[0].dtype)
            for i, s in enumerate(sequences):
                first = 0 if padding_side == "right" else longest - len(s)
                places = slice(first, first + len(s))
                if batch_first:
                    out[i, places] = s
                else:
                    out[places, i] = s
            return out
        """#
}
