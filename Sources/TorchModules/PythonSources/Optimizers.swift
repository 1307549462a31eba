extension PythonSources {
    /// `torch.optim`: settings and state here, the arithmetic in Swift.
    static let optim = #"""
        import copy
        import functools
        import warnings
        from collections import defaultdict

        import torch
        from _cnnlab import optimizer_step
        from torch import Tensor, typename


        class _Required:
            def __repr__(self):
                return "<required parameter>"


        required = _Required()


        class _StepHook:
            """What takes a hook of step away again."""

            def __init__(self, hooks, hook):
                self._hooks = hooks
                self.id = max(hooks, default=-1) + 1
                hooks[self.id] = hook

            def remove(self):
                self._hooks.pop(self.id, None)


        def _changed_by(hooks, optimizer, args, kwargs):
            for hook in list(hooks.values()):
                changed = hook(optimizer, args, kwargs)
                if changed is None:
                    continue
                if not isinstance(changed, tuple) or len(changed) != 2:
                    raise RuntimeError(
                        f"{type(optimizer).step} must return None or a tuple of (new_args, new_kwargs), "
                        f"but got {changed}."
                    )
                args, kwargs = changed
            return args, kwargs


        def _with_hooks(step):
            @functools.wraps(step)
            def hooked(*args, **kwargs):
                optimizer = args[0]
                args, kwargs = _changed_by(optimizer._pre_hooks, optimizer, args, kwargs)
                loss = step(*args, **kwargs)
                optimizer._step_calls += 1
                for hook in list(optimizer._post_hooks.values()):
                    hook(optimizer, args, kwargs)
                return loss

            hooked.hooked = True
            return hooked


        class Optimizer:
            """Holds parameter groups and what an optimizer remembers of each parameter."""

            __module__ = "torch.optim.optimizer"

            def __init__(self, params, defaults):
                self.defaults = defaults
                self._step_calls = 0
                self._pre_hooks, self._post_hooks = {}, {}
                kind = type(self)
                if kind.step is not Optimizer.step and not getattr(kind.step, "hooked", False):
                    kind.step = _with_hooks(kind.step)
                if isinstance(params, Tensor):
                    raise TypeError(
                        "params argument given to the optimizer should be an iterable of Tensors "
                        f"or dicts, but got {typename(params)}"
                    )
                self.state = defaultdict(dict)
                self.param_groups = []
                groups = list(params)
                if not groups:
                    raise ValueError("optimizer got an empty parameter list")
                if not isinstance(groups[0], dict):
                    groups = [{"params": groups}]
                for group in groups:
                    self.add_param_group(group)
                if defaults.get("fused"):
                    if defaults.get("differentiable"):
                        raise RuntimeError("`fused` does not support `differentiable`")
                    if defaults.get("foreach"):
                        raise RuntimeError("`fused` and `foreach` cannot be `True` together.")

            def add_param_group(self, param_group):
                """Adds parameters with settings of their own."""
                if not isinstance(param_group, dict):
                    raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
                params = param_group["params"]
                if isinstance(params, Tensor):
                    params = [params]
                elif isinstance(params, set):
                    raise TypeError(
                        "optimizer parameters need to be organized in ordered collections, but the "
                        "ordering of tensors in sets will change between runs. Please use a list "
                        "instead."
                    )
                params = list(params)
                names = [p[0] for p in params if isinstance(p, tuple)]
                if names:
                    if len(names) != len(params):
                        raise ValueError(
                            "all optimizer params should be with/without names. "
                            "Some param names are missing"
                        )
                    params = [p[1] for p in params]
                param_group["params"] = params
                if names:
                    param_group["param_names"] = names
                for p in params:
                    if not isinstance(p, Tensor):
                        raise TypeError(
                            "optimizer can only optimize Tensors, but one of the params is "
                            + typename(p)
                        )
                    if not p.is_leaf and not p.retains_grad:
                        raise ValueError("can't optimize a non-leaf Tensor")
                for name, default in self.defaults.items():
                    if default is required and name not in param_group:
                        raise ValueError(
                            "parameter group didn't specify a value of required optimization "
                            f"parameter {name}"
                        )
                    param_group.setdefault(name, default)
                if len(params) != len(set(params)):
                    warnings.warn(
                        "optimizer contains a parameter group with duplicate parameters; "
                        "in future, this will cause an error; "
                        "see github.com/pytorch/pytorch/issues/40967 for more information",
                        stacklevel=3,
                    )
                known = set()
                for group in self.param_groups:
                    known.update(group["params"])
                if not known.isdisjoint(set(params)):
                    raise ValueError("some parameters appear in more than one parameter group")
                self.param_groups.append(param_group)

            def __repr__(self):
                text = type(self).__name__ + " ("
                for i, group in enumerate(self.param_groups):
                    text += f"\nParameter Group {i}\n"
                    for key in sorted(group):
                        if key != "params":
                            text += f"    {key}: {group[key]}\n"
                return text + ")"

            def zero_grad(self, set_to_none=True):
                """Forgets (or zeroes) the gradients of all parameters."""
                for group in self.param_groups:
                    for p in group["params"]:
                        if set_to_none:
                            p.grad = None
                        elif p.grad is not None:
                            p.grad = p.grad.detach()
                            p.grad.zero_()

            def register_step_pre_hook(self, hook):
                """hook(optimizer, args, kwargs) runs before step."""
                return _StepHook(self._pre_hooks, hook)

            def register_step_post_hook(self, hook):
                """hook(optimizer, args, kwargs) runs after step."""
                return _StepHook(self._post_hooks, hook)

            def step(self, closure=None):
                """Changes the parameters by their gradients, once."""
                given = (self,) if closure is None else (self, closure)
                if self._pre_hooks:
                    given, kwargs = _changed_by(self._pre_hooks, self, given, {})
                    closure = given[1] if len(given) > 1 else kwargs.get("closure")
                loss = self._step(closure)
                for hook in list(self._post_hooks.values()):
                    hook(self, given, {})
                return loss

            def _step(self, closure):
                self._step_calls += 1
                loss = None
                if closure is not None:
                    with torch.enable_grad():
                        loss = closure()
                with torch.no_grad():
                    for group in self.param_groups:
                        params = [p for p in group["params"] if p.grad is not None]
                        if params and group.get("differentiable"):
                            _differentiate(params)
                        if params:
                            self._update(group, params)
                return loss

            def _update(self, group, params):
                if self._kind == "SGD" and not group["momentum"]:
                    states = [{} for _ in params]
                else:
                    states = [self.state[p] for p in params]
                optimizer_step(self._kind, params, states, group)

            def state_dict(self):
                """What is remembered, by the number of the parameter, and the groups."""
                numbers = {}
                groups = []
                for group in self.param_groups:
                    for p in group["params"]:
                        numbers.setdefault(id(p), len(numbers))
                    packed = {k: v for k, v in group.items() if k != "params"}
                    packed["params"] = [numbers[id(p)] for p in group["params"]]
                    groups.append(packed)
                state = {
                    numbers[id(k)] if isinstance(k, Tensor) else k: v
                    for k, v in self.state.items()
                }
                return {"state": state, "param_groups": groups}

            def load_state_dict(self, state_dict):
                """Takes over what state_dict gave."""
                groups = copy.deepcopy(state_dict["param_groups"])
                if len(groups) != len(self.param_groups):
                    raise ValueError(
                        "loaded state dict has a different number of parameter groups"
                    )
                pairs = list(zip(self.param_groups, groups))
                if any(len(own["params"]) != len(new["params"]) for own, new in pairs):
                    raise ValueError(
                        "loaded state dict contains a parameter group that doesn't match the size "
                        "of optimizer's group"
                    )
                state = defaultdict(dict)
                saved = state_dict["state"]
                for own, new in pairs:
                    for p, number in zip(own["params"], new["params"]):
                        if number in saved:
                            state[p] = {
                                key: self._fitting(p, key, value)
                                for key, value in saved[number].items()
                            }
                    new["params"] = own["params"]
                self.state = state
                self.param_groups = groups

            def _fitting(self, p, key, value):
                if isinstance(value, Tensor):
                    if key != "step" and p.is_floating_point():
                        return value.detach().to(p.dtype).clone()
                    return value.detach().clone()
                return copy.deepcopy(value)


        def _check(rules):
            for holds, message in rules:
                if not holds:
                    raise ValueError(message)


        def _refuse(**options):
            for name, value in options.items():
                if value:
                    raise NotImplementedError(
                        f"{name}={value!r} is not part of CNNLab's torch.optim"
                    )


        def _lr_rule(lr, foreach=False, capturable=False):
            """What a learning rate must be; the first that it is not."""
            if isinstance(lr, Tensor):
                if foreach and not capturable:
                    return (
                        False, "lr as a Tensor is not supported for capturable=False and foreach=True"
                    )
                if lr.numel() != 1:
                    return False, "Tensor lr must be 1-element"
            return 0.0 <= lr, f"Invalid learning rate: {lr}"


        def _rules(lr, weight_decay, eps=0.0):
            return [
                _lr_rule(lr),
                (0.0 <= eps, f"Invalid epsilon value: {eps}"),
                (0.0 <= weight_decay, f"Invalid weight_decay value: {weight_decay}"),
            ]


        def _beta_rules(betas):
            return [
                (0.0 <= beta < 1.0, f"Invalid beta parameter at index {i}: {beta}")
                for i, beta in enumerate((betas[0], betas[1]))
            ]


        def _differentiate(params):
            """A step that records itself changes its parameters, which leaves do not bear."""
            if any(p.is_leaf and p.requires_grad for p in params):
                raise RuntimeError(
                    "a leaf Variable that requires grad is being used in an in-place operation."
                )
            raise NotImplementedError("differentiable=True is not part of CNNLab's torch.optim")


        class SGD(Optimizer):
            """Gradient descent, with momentum."""

            __module__ = "torch.optim.sgd"
            _kind = "SGD"

            def __init__(
                self,
                params,
                lr=1e-3,
                momentum=0,
                dampening=0,
                weight_decay=0,
                nesterov=False,
                *,
                maximize=False,
                foreach=None,
                differentiable=False,
                fused=None,
            ):
                if not isinstance(lr, Tensor) and lr < 0.0:
                    raise ValueError(f"Invalid learning rate: {lr}")
                rules = _rules(lr, weight_decay)
                rules.insert(1, (not momentum < 0.0, f"Invalid momentum value: {momentum}"))
                _check(rules)
                if nesterov and (momentum <= 0 or dampening != 0):
                    raise ValueError("Nesterov momentum requires a momentum and zero dampening")
                defaults = dict(
                    lr=lr,
                    momentum=momentum,
                    dampening=dampening,
                    weight_decay=weight_decay,
                    nesterov=nesterov,
                    maximize=maximize,
                    foreach=foreach,
                    differentiable=differentiable,
                    fused=fused,
                )
                super().__init__(params, defaults)


        class Adam(Optimizer):
            """Adaptive moments."""

            __module__ = "torch.optim.adam"
            _kind = "Adam"

            def __init__(
                self,
                params,
                lr=1e-3,
                betas=(0.9, 0.999),
                eps=1e-8,
                weight_decay=0,
                amsgrad=False,
                *,
                foreach=None,
                maximize=False,
                capturable=False,
                differentiable=False,
                fused=None,
                decoupled_weight_decay=False,
            ):
                rules = _rules(lr, weight_decay, eps)
                rules[0] = _lr_rule(lr, foreach, capturable)
                _check(rules[:2] + _beta_rules(betas) + rules[2:])
                if not (isinstance(betas[0], float) and isinstance(betas[1], float)):
                    raise ValueError("betas must be either both floats or both Tensors")
                _refuse(capturable=capturable)
                defaults = dict(
                    lr=lr,
                    betas=betas,
                    eps=eps,
                    weight_decay=weight_decay,
                    amsgrad=amsgrad,
                    maximize=maximize,
                    foreach=foreach,
                    capturable=capturable,
                    differentiable=differentiable,
                    fused=fused,
                    decoupled_weight_decay=decoupled_weight_decay,
                )
                super().__init__(params, defaults)


        class AdamW(Adam):
            """Adam whose weight decay does not pass through the moments."""

            __module__ = "torch.optim.adamw"

            def __init__(
                self,
                params,
                lr=1e-3,
                betas=(0.9, 0.999),
                eps=1e-8,
                weight_decay=1e-2,
                amsgrad=False,
                *,
                maximize=False,
                foreach=None,
                capturable=False,
                differentiable=False,
                fused=None,
            ):
                super().__init__(
                    params,
                    lr,
                    betas,
                    eps,
                    weight_decay,
                    amsgrad,
                    foreach=foreach,
                    maximize=maximize,
                    capturable=capturable,
                    differentiable=differentiable,
                    fused=fused,
                    decoupled_weight_decay=True,
                )
        """#
}
