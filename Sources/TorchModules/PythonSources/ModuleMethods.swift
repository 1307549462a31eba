extension PythonSources {
    /// The methods of `torch.nn.Module` beyond its attributes and its call, which are Swift.
    static let moduleMethods = #"""
        import copy

        import torch
        from _cnnlab import backward_hooks, backward_pre_hooks, forward_hooks, forward_pre_hooks
        from torch import Tensor, typename
        from torch.nn.parameter import UninitializedBuffer, is_lazy


        class RemovableHandle:
            """What takes a hook away again."""

            __module__ = "torch.utils.hooks"

            next_id = [0]

            def __init__(self, hooks_dict, *, extra_dict=None):
                self._hooks = hooks_dict
                # A session may be restored with hooks that were counted before.
                while self.next_id[0] in hooks_dict:
                    self.next_id[0] += 1
                self.id = self.next_id[0]
                self.next_id[0] += 1

            def remove(self):
                self._hooks.pop(self.id, None)

            def __enter__(self):
                return self

            def __exit__(self, *error):
                self.remove()


        def _check_name(kind, name):
            if not isinstance(name, str):
                raise TypeError(f"{kind} name should be a string. Got {typename(name)}")
            if "." in name:
                raise KeyError(f'{kind} name can\'t contain "."')
            if name == "":
                raise KeyError(f'{kind} name can\'t be empty string ""')


        def _indent(text):
            first, *rest = text.split("\n")
            return "\n".join([first] + ["  " + line for line in rest])


        class ModuleMethods:
            def forward(self, *input):
                raise NotImplementedError(
                    f'Module [{type(self).__name__}] is missing the required "forward" function'
                )

            def register_buffer(self, name, tensor, persistent=True):
                """Adds a tensor that is part of the state but not trained."""
                self._check_ready("buffer")
                _check_name("buffer", name)
                if name not in self._buffers and hasattr(self, name):
                    raise KeyError(f"attribute '{name}' already exists")
                if tensor is not None and not isinstance(tensor, Tensor):
                    raise TypeError(
                        f"cannot assign '{typename(tensor)}' object to buffer '{name}' "
                        "(torch Tensor or None required)"
                    )
                self._buffers[name] = tensor
                if persistent:
                    self._non_persistent_buffers_set.discard(name)
                else:
                    self._non_persistent_buffers_set.add(name)

            def register_parameter(self, name, param):
                """Adds a parameter under a name."""
                self._check_ready("parameter")
                _check_name("parameter", name)
                if name not in self._parameters and hasattr(self, name):
                    raise KeyError(f"attribute '{name}' already exists")
                if param is not None and not isinstance(param, torch.nn.Parameter):
                    raise TypeError(
                        f"cannot assign '{typename(param)}' object to parameter '{name}' "
                        "(torch.nn.Parameter or None required)"
                    )
                if param is not None and param.grad_fn:
                    raise ValueError(
                        f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters "
                        f"must be created explicitly. To express '{name}' as a function of another "
                        "Tensor, compute the value in the forward() method."
                    )
                self._parameters[name] = param

            def add_module(self, name, module):
                """Adds a child module under a name."""
                if module is not None and not isinstance(module, torch.nn.Module):
                    raise TypeError(f"{typename(module)} is not a Module subclass")
                if not isinstance(name, str):
                    raise TypeError(f"module name should be a string. Got {typename(name)}")
                if name not in self._modules and hasattr(self, name):
                    raise KeyError(f"attribute '{name}' already exists")
                if "." in name:
                    raise KeyError(f'module name can\'t contain ".", got: {name}')
                if name == "":
                    raise KeyError('module name can\'t be empty string ""')
                self._modules[name] = module

            def register_module(self, name, module):
                """The same as add_module."""
                self.add_module(name, module)

            def apply(self, fn):
                """Calls fn on every child's children, every child, and this module."""
                for module in self.children():
                    module.apply(fn)
                fn(self)
                return self

            def train(self, mode=True):
                """Sets training mode, here and below."""
                if not isinstance(mode, bool):
                    raise ValueError("training mode is expected to be boolean")
                self.training = mode
                for module in self.children():
                    module.train(mode)
                return self

            def eval(self):
                """Sets evaluation mode, here and below."""
                return self.train(False)

            def requires_grad_(self, requires_grad=True):
                """Whether gradients are computed for the parameters."""
                for parameter in self.parameters():
                    parameter.requires_grad_(requires_grad)
                return self

            def zero_grad(self, set_to_none=True):
                """Forgets (or zeroes) the gradients of the parameters."""
                for parameter in self.parameters():
                    if parameter.grad is None:
                        continue
                    if set_to_none:
                        parameter.grad = None
                    else:
                        parameter.grad = parameter.grad.detach()
                        parameter.grad.zero_()

            def _apply(self, fn, recurse=True):
                if recurse:
                    for module in self.children():
                        module._apply(fn)
                for parameter in self._parameters.values():
                    if parameter is not None:
                        with torch.no_grad():
                            parameter.data = fn(parameter.data)
                            if parameter.grad is not None:
                                parameter.grad = fn(parameter.grad)
                for name, buffer in self._buffers.items():
                    if is_lazy(buffer):
                        kind = fn(torch.empty(0, dtype=buffer.dtype)).dtype
                        self._buffers[name] = UninitializedBuffer(dtype=kind)
                    elif buffer is not None:
                        self._buffers[name] = fn(buffer)
                return self

            def to(self, *args, **kwargs):
                """Moves to a device (there is the CPU) or a floating-point dtype."""
                dtype = None
                memory_format = kwargs.pop("memory_format", None)
                for argument in [*args, *kwargs.values()]:
                    if isinstance(argument, Tensor):
                        dtype = argument.dtype
                    elif isinstance(argument, torch.dtype):
                        dtype = argument
                    elif isinstance(argument, (str, torch.device)):
                        torch.empty(0).to(argument)
                for name in kwargs:
                    if name not in ("device", "dtype", "non_blocking", "tensor"):
                        raise TypeError(f"to() received an invalid keyword argument: {name}")
                if memory_format is not None:
                    self._apply(
                        lambda t: t.to(memory_format=memory_format) if t.dim() in (4, 5) else t
                    )
                if dtype is None:
                    return self
                if not dtype.is_floating_point:
                    raise TypeError(
                        "nn.Module.to only accepts floating point or complex dtypes, "
                        f"but got desired dtype={dtype}"
                    )
                return self._apply(lambda t: t.to(dtype) if t.is_floating_point() else t)

            def float(self):
                """Parameters and buffers in float32."""
                return self.to(torch.float32)

            def double(self):
                """Parameters and buffers in float64."""
                return self.to(torch.float64)

            def type(self, dst_type):
                """All parameters and buffers in another type."""
                return self._apply(lambda t: t.type(dst_type))

            def cpu(self):
                """Itself: there is only the CPU."""
                return self

            def cuda(self, device=None):
                """Refused: there is only the CPU."""
                torch.empty(0).to("cuda")

            def _get_name(self):
                return type(self).__name__

            def extra_repr(self):
                """What stands between the parentheses of repr."""
                return ""

            def __repr__(self):
                lines = [f"({name}): " + _indent(repr(m)) for name, m in self._modules.items()]
                extra = self.extra_repr()
                extra_lines = extra.split("\n") if extra else []
                if not lines and len(extra_lines) <= 1:
                    return self._get_name() + "(" + extra + ")"
                body = "\n  ".join(extra_lines + lines)
                return self._get_name() + "(\n  " + body + "\n)"

            def __dir__(self):
                names = dir(type(self)) + list(self.__dict__)
                names += list(self._parameters) + list(self._modules) + list(self._buffers)
                return sorted(set(name for name in names if not name[0].isdigit()))

            def _register(self, hooks, hook, prepend=False):
                handle = RemovableHandle(hooks)
                hooks[handle.id] = hook
                if prepend:
                    for key in list(hooks):
                        if key != "next" and key != handle.id:
                            hooks[key] = hooks.pop(key)
                return handle

            def register_forward_pre_hook(
                self, hook, *, prepend=False, with_kwargs=False
            ):
                """hook(module, args) runs before forward and may change its arguments."""
                entry = (hook, True, False) if with_kwargs else hook
                return self._register(self._forward_pre_hooks, entry, prepend)

            def register_forward_hook(
                self, hook, *, prepend=False, with_kwargs=False, always_call=False
            ):
                """hook(module, args, output) runs after forward and may change its output."""
                more = with_kwargs or always_call
                entry = (hook, with_kwargs, always_call) if more else hook
                return self._register(self._forward_hooks, entry, prepend)

            def register_full_backward_hook(self, hook, prepend=False):
                """hook(module, grad_input, grad_output) sees and may change gradients of inputs."""
                self._one_kind(True)
                return self._register(self._backward_hooks, hook, prepend)

            def register_full_backward_pre_hook(self, hook, prepend=False):
                """hook(module, grad_output) sees and may change the gradients of the output."""
                return self._register(self._backward_pre_hooks, hook, prepend)

            def register_backward_hook(self, hook):
                """The same as register_full_backward_hook."""
                self._one_kind(False)
                return self._register(self._backward_hooks, hook)

            def _one_kind(self, full):
                if self._is_full_backward_hook in (None, full):
                    object.__setattr__(self, "_is_full_backward_hook", full)
                    return
                raise RuntimeError(
                    "Cannot use both regular backward hooks and full backward hooks on a single Module. "
                    "Please use only one of them."
                )

            def __deepcopy__(self, memo):
                made = self._empty_copy()
                memo[id(self)] = made
                for name, value in self._plain_attributes().items():
                    object.__setattr__(made, name, copy.deepcopy(value, memo))
                for name in (
                    "_parameters",
                    "_buffers",
                    "_modules",
                    "_forward_pre_hooks",
                    "_forward_hooks",
                    "_backward_pre_hooks",
                    "_backward_hooks",
                ):
                    table = getattr(made, name)
                    for key, value in getattr(self, name).items():
                        table[key] = copy.deepcopy(value, memo)
                made._non_persistent_buffers_set.update(self._non_persistent_buffers_set)
                made.training = self.training
                return made

            def compile(self, *args, **kwargs):
                """The module stays as it is: there is nothing to make faster."""

            def half(self):
                """Refused: float32 and float64 are the floating-point types here."""
                raise NotImplementedError("Module.half is not part of CNNLab's torch: no float16")

            def share_memory(self):
                """Refused: there are no other processes."""
                raise NotImplementedError("Module.share_memory is not part of CNNLab's torch")

            def bfloat16(self):
                """Refused: float32 and float64 are the floating-point types here."""
                raise NotImplementedError("Module.bfloat16 is not part of CNNLab's torch: no bfloat16")


        def register_module_forward_hook(
            hook, *, with_kwargs=False, always_call=False
        ):
            """hook(module, args, output) runs after the forward of every module."""
            handle = RemovableHandle(forward_hooks)
            forward_hooks[handle.id] = (hook, with_kwargs, always_call)
            return handle


        def register_module_forward_pre_hook(hook):
            """hook(module, args) runs before the forward of every module."""
            handle = RemovableHandle(forward_pre_hooks)
            forward_pre_hooks[handle.id] = (hook, False, False)
            return handle


        def register_module_full_backward_hook(hook):
            """hook(module, grad_input, grad_output) runs in the backward pass of every module."""
            handle = RemovableHandle(backward_hooks)
            backward_hooks[handle.id] = hook
            return handle


        def register_module_full_backward_pre_hook(hook):
            """hook(module, grad_output) runs before the backward pass of every module."""
            handle = RemovableHandle(backward_pre_hooks)
            backward_pre_hooks[handle.id] = hook
            return handle
        """#

    /// `torch.nn.modules.utils`.
    static let moduleUtilities = #"""
        from itertools import repeat


        def _ntuple(n, name="parse"):
            """What spreads a number over n dimensions."""

            def parse(x):
                if hasattr(x, "__iter__"):
                    return tuple(x)
                return tuple(repeat(x, n))

            parse.__name__ = name
            return parse


        def _single(x):
            return _ntuple(1)(x)


        def _pair(x):
            return _ntuple(2)(x)


        def _triple(x):
            return _ntuple(3)(x)


        def _quadruple(x):
            return _ntuple(4)(x)


        def _reverse_repeat_tuple(t, n):
            return tuple(x for x in reversed(t) for _ in range(n))
        """#
}
