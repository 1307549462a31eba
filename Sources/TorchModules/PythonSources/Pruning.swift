extension PythonSources {
    /// `torch.nn.utils.prune`: weights that a mask holds at zero.
    static let pruning = #"""
        import torch


        def _amount_checked(amount):
            if not isinstance(amount, numbers_real):
                raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
            whole = isinstance(amount, int) and not isinstance(amount, bool)
            if (whole and amount < 0) or (
                not whole and (float(amount) > 1.0 or float(amount) < 0.0)
            ):
                raise ValueError(
                    f"amount={amount} should either be a float in the range [0, 1] or a non-negative "
                    "integer"
                )


        numbers_real = (int, float)


        def _count(amount, size):
            """How many of size entries an amount means: a number of them, or a part."""
            if isinstance(amount, int) and not isinstance(amount, bool):
                if amount > size:
                    raise ValueError(
                        f"amount={amount} should be smaller than the number of parameters to prune="
                        f"{size}"
                    )
                return amount
            return round(amount * size)


        class BasePruningMethod:
            """What computes the mask of a parameter, before every forward."""

            __module__ = "torch.nn.utils.prune"

            def __call__(self, module, inputs):
                setattr(module, self._tensor_name, self.apply_mask(module))

            def compute_mask(self, t, default_mask):
                raise NotImplementedError

            def apply_mask(self, module):
                mask = getattr(module, self._tensor_name + "_mask")
                original = getattr(module, self._tensor_name + "_orig")
                return mask.to(dtype=original.dtype) * original

            @classmethod
            def apply(cls, module, name, *args, importance_scores=None, **kwargs):
                """Adds the mask, and the hook that applies it."""
                earlier = [
                    (key, hook)
                    for key, hook in module._forward_pre_hooks.items()
                    if isinstance(hook, BasePruningMethod) and hook._tensor_name == name
                ]
                method = cls(*args, **kwargs)
                method._tensor_name = name
                old = None
                if earlier:
                    key, hook = earlier[0]
                    old = hook
                    del module._forward_pre_hooks[key]
                    original = getattr(module, name + "_orig")
                    default = getattr(module, name + "_mask").detach().clone()
                else:
                    original = getattr(module, name)
                    default = torch.ones_like(original)
                scores = original if importance_scores is None else importance_scores
                if scores.shape != original.shape:
                    raise AssertionError(
                        "importance_scores should have the same shape as parameter "
                        f"                {name} of {module}"
                    )
                if not earlier:
                    module.register_parameter(name + "_orig", original)
                    del module._parameters[name]
                with torch.no_grad():
                    if old is None:
                        mask = method.compute_mask(scores.detach(), default)
                    else:
                        container = old
                        if not isinstance(container, PruningContainer):
                            container = PruningContainer(old)
                        container.add_pruning_method(method)
                        container._tensor_name = name
                        method = container
                        mask = method.compute_mask(scores.detach(), default)
                module.register_buffer(name + "_mask", mask)
                setattr(module, name, method.apply_mask(module))
                module.register_forward_pre_hook(method)
                return method

            def prune(self, t, default_mask=None, importance_scores=None):
                """The tensor with its mask applied."""
                scores = t if importance_scores is None else importance_scores
                default = torch.ones_like(t) if default_mask is None else default_mask
                return t * self.compute_mask(scores, default)

            def remove(self, module):
                """Makes the pruned tensor a plain parameter again."""
                name = self._tensor_name
                weight = self.apply_mask(module)
                if hasattr(module, name):
                    delattr(module, name)
                original = module._parameters[name + "_orig"]
                original.data = weight.data
                del module._parameters[name + "_orig"]
                del module._buffers[name + "_mask"]
                setattr(module, name, original)


        class PruningContainer(BasePruningMethod):
            """Several methods, one after the other."""

            def __init__(self, *args):
                self._pruning_methods = ()
                for method in args:
                    self.add_pruning_method(method)
                if args:
                    self._tensor_name = args[0]._tensor_name

            def add_pruning_method(self, method):
                self._pruning_methods += (method,)

            def __len__(self):
                return len(self._pruning_methods)

            def __iter__(self):
                return iter(self._pruning_methods)

            def __getitem__(self, idx):
                return self._pruning_methods[idx]

            def compute_mask(self, t, default_mask):
                method = self._pruning_methods[-1]
                mask = default_mask.to(dtype=t.dtype)
                if method.PRUNING_TYPE == "unstructured":
                    kept = mask == 1
                    partial = method.compute_mask(t[kept], default_mask=mask[kept])
                    new = mask.clone()
                    new[kept] = partial.to(mask.dtype)
                    return new
                if method.PRUNING_TYPE == "structured":
                    others = [d for d in range(t.dim()) if d != method.dim % t.dim()]
                    kept = mask.sum(dim=others) != 0
                    index = torch.arange(t.shape[method.dim])[kept]
                    part = method.compute_mask(
                        t.index_select(method.dim, index),
                        default_mask=mask.index_select(method.dim, index),
                    )
                    return mask.index_copy(method.dim, index, part.to(mask.dtype))
                return method.compute_mask(t, default_mask=mask)


        class Identity(BasePruningMethod):
            """Prunes nothing."""

            PRUNING_TYPE = "unstructured"

            def compute_mask(self, t, default_mask):
                return default_mask


        class RandomUnstructured(BasePruningMethod):
            """Random entries."""

            PRUNING_TYPE = "unstructured"

            def __init__(self, amount):
                _amount_checked(amount)
                self.amount = amount

            def compute_mask(self, t, default_mask):
                count = _count(self.amount, t.nelement())
                mask = default_mask.clone()
                if count != 0:
                    order = torch.topk(torch.rand_like(t).view(-1), k=count)
                    mask.view(-1)[order.indices] = 0
                return mask


        class L1Unstructured(BasePruningMethod):
            """The entries that are smallest in magnitude."""

            PRUNING_TYPE = "unstructured"

            def __init__(self, amount):
                _amount_checked(amount)
                self.amount = amount

            def compute_mask(self, t, default_mask):
                count = _count(self.amount, t.nelement())
                mask = default_mask.clone()
                if count != 0:
                    least = torch.topk(torch.abs(t).view(-1), k=count, largest=False)
                    mask.view(-1)[least.indices] = 0
                return mask


        def _structure_checked(t):
            if t.dim() <= 1:
                raise ValueError(
                    "Structured pruning can only be applied to "
                    "multidimensional tensors. Found tensor of shape "
                    f"{t.shape} with {t.dim()} dims"
                )


        class RandomStructured(BasePruningMethod):
            """Random channels along a dimension."""

            PRUNING_TYPE = "structured"

            def __init__(self, amount, dim=-1):
                _amount_checked(amount)
                self.amount = amount
                self.dim = dim

            def compute_mask(self, t, default_mask):
                _structure_checked(t)
                size = t.shape[self.dim]
                count = _count(self.amount, size)
                if count == 0:
                    return default_mask
                order = torch.rand(size)
                kept = order > torch.kthvalue(order, k=count).values
                return _channels(t, kept, self.dim) * default_mask


        class LnStructured(BasePruningMethod):
            """The channels along a dimension whose norm is smallest."""

            PRUNING_TYPE = "structured"

            def __init__(self, amount, n, dim=-1):
                _amount_checked(amount)
                self.amount = amount
                self.n = n
                self.dim = dim

            def compute_mask(self, t, default_mask):
                _structure_checked(t)
                size = t.shape[self.dim]
                count = _count(self.amount, size)
                if count == 0:
                    return default_mask
                others = [d for d in range(t.dim()) if d != self.dim % t.dim()]
                norms = torch.norm(t, p=self.n, dim=others)
                largest = torch.topk(norms, k=size - count, largest=True)
                kept = torch.zeros(size, dtype=torch.bool)
                kept[largest.indices] = True
                return _channels(t, kept, self.dim) * default_mask


        def _channels(t, kept, dim):
            mask = torch.zeros_like(t)
            place = [slice(None)] * t.dim()
            place[dim] = kept
            mask[tuple(place)] = 1
            return mask


        class CustomFromMask(BasePruningMethod):
            """A mask that is given."""

            PRUNING_TYPE = "global"

            def __init__(self, mask):
                self.mask = mask

            def compute_mask(self, t, default_mask):
                return default_mask * self.mask.to(dtype=default_mask.dtype)


        def identity(module, name):
            """Adds a mask of ones."""
            Identity.apply(module, name)
            return module


        def random_unstructured(module, name, amount):
            """Prunes random entries."""
            RandomUnstructured.apply(module, name, amount=amount)
            return module


        def l1_unstructured(module, name, amount, importance_scores=None):
            """Prunes the entries of smallest magnitude."""
            L1Unstructured.apply(module, name, amount=amount, importance_scores=importance_scores)
            return module


        def random_structured(module, name, amount, dim):
            """Prunes random channels."""
            RandomStructured.apply(module, name, amount=amount, dim=dim)
            return module


        def ln_structured(module, name, amount, n, dim, importance_scores=None):
            """Prunes the channels of smallest norm."""
            LnStructured.apply(
                module, name, amount=amount, n=n, dim=dim, importance_scores=importance_scores
            )
            return module


        def custom_from_mask(module, name, mask):
            """Prunes where a mask is zero."""
            CustomFromMask.apply(module, name, mask)
            return module


        def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
            """Prunes several parameters as if they were one."""
            if not isinstance(parameters, (list, tuple)):
                parameters = list(parameters)
            scores = importance_scores if importance_scores is not None else {}
            if not isinstance(scores, dict):
                raise TypeError("global_unstructured(): importance_scores must be of type dict")
            relevance = torch.cat([
                scores.get((module, name), getattr(module, name)).detach().reshape(-1)
                for module, name in parameters
            ])
            default = torch.cat([
                getattr(module, name + "_mask", torch.ones_like(getattr(module, name)))
                .detach().reshape(-1)
                for module, name in parameters
            ])
            container = PruningContainer()
            container._tensor_name = "temp"
            method = pruning_method(**kwargs)
            method._tensor_name = "temp"
            container.add_pruning_method(method)
            if method.PRUNING_TYPE != "unstructured":
                raise TypeError(
                    'Only "unstructured" PRUNING_TYPE supported for '
                    f"the `pruning_method`. Found method {pruning_method} of type "
                    f"{method.PRUNING_TYPE}"
                )
            mask = container.compute_mask(relevance, default)
            begin = 0
            for module, name in parameters:
                parameter = getattr(module, name)
                end = begin + parameter.numel()
                custom_from_mask(module, name, mask=mask[begin:end].view_as(parameter))
                begin = end


        def remove(module, name):
            """Makes pruning permanent."""
            for key, hook in list(module._forward_pre_hooks.items()):
                if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
                    hook.remove(module)
                    del module._forward_pre_hooks[key]
                    return module
            raise ValueError(
                f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed"
            )


        def is_pruned(module):
            """Whether a module or a part of it is pruned."""
            for _, part in module.named_modules():
                for hook in part._forward_pre_hooks.values():
                    if isinstance(hook, BasePruningMethod):
                        return True
            return False
        """#
}
