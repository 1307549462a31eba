extension PythonSources {
    /// The parts of `torch` that wrap blocks and functions.
    static let gradModes = #"""
        import functools

        from torch import _set_grad, _set_inference
        from torch import is_grad_enabled, is_inference_mode_enabled


        class _Mode:
            """A setting for the length of a with block or of a function."""

            def __call__(self, func):
                @functools.wraps(func)
                def wrapper(*args, **kwargs):
                    with self._again():
                        return func(*args, **kwargs)

                @functools.wraps(func)
                def generating(*args, **kwargs):
                    # On while the generator runs, and off while it waits.
                    inner = func(*args, **kwargs)
                    resume, value = inner.send, None
                    try:
                        while True:
                            with self._again():
                                item = resume(value)
                            try:
                                resume, value = inner.send, (yield item)
                            except GeneratorExit:
                                with self._again():
                                    inner.close()
                                raise
                            except BaseException as error:
                                resume, value = inner.throw, error
                    except StopIteration as end:
                        return end.value

                code = getattr(func, "__code__", None)
                return generating if code is not None and code.co_flags & 0x20 else wrapper


        class autocast:
            """`torch.amp.autocast`."""

            def __new__(cls, device_type, dtype=None, enabled=True, cache_enabled=None):
                from torch.amp import autocast as made

                return made(device_type, dtype, enabled, cache_enabled)


        def is_autocast_enabled(device_type="cuda"):
            """Whether operations compute in lower precision: never here."""
            return False


        def is_autocast_cpu_enabled():
            return False


        def compile(
            model=None, *, fullgraph=False, dynamic=None, backend="inductor", mode=None, options=None,
            disable=False
        ):
            """The model or function as it is, the model under PyTorch's name for a compiled one."""
            if model is None:

                def decorate(model):
                    return compile(model, backend=backend, disable=disable)

                return decorate
            from torch import nn

            if disable or not isinstance(model, nn.Module):
                return model
            from torch._dynamo import OptimizedModule

            return OptimizedModule(model)


        class no_grad(_Mode):
            """No operation is recorded."""

            __module__ = "torch.autograd.grad_mode"

            def __new__(cls, *given, **named):
                made = object.__new__(cls)
                if not named and len(given) == 1 and given[0] is not None:
                    return made(given[0])
                return made

            def __init__(self):
                super().__init__()

            def _again(self):
                return no_grad()

            def __enter__(self):
                self.prev = is_grad_enabled()
                _set_grad(False)

            def __exit__(self, exc_type, exc_value, traceback):
                _set_grad(self.prev)


        class enable_grad(_Mode):
            """Operations are recorded."""

            __module__ = "torch.autograd.grad_mode"

            def __new__(cls, orig_func=None):
                made = object.__new__(cls)
                return made if orig_func is None else made(orig_func)

            def _again(self):
                return enable_grad()

            def __enter__(self):
                self.prev = is_grad_enabled()
                _set_grad(True)

            def __exit__(self, exc_type, exc_value, traceback):
                _set_grad(self.prev)


        class set_grad_enabled(_Mode):
            """Recording on or off, at once and, in a with block, back at its end."""

            __module__ = "torch.autograd.grad_mode"

            def __init__(self, mode):
                if not isinstance(mode, bool):
                    raise TypeError(
                        "set_grad_enabled(): argument 'enabled' (position 1) must be bool, not "
                        + type(mode).__name__
                    )
                self.prev = is_grad_enabled()
                self.mode = mode
                _set_grad(mode)

            def __repr__(self):
                return f"torch.autograd.grad_mode.set_grad_enabled(mode={self.mode})"

            def __call__(self, func):
                _set_grad(self.prev)
                return _Mode.__call__(self, func)

            def _again(self):
                return set_grad_enabled(self.mode)

            def __enter__(self):
                _set_grad(self.mode)

            def __exit__(self, exc_type, exc_value, traceback):
                _set_grad(self.prev)


        class inference_mode(_Mode):
            """No operation is recorded, and what is made never can be."""

            __module__ = "torch.autograd.grad_mode"

            def __new__(cls, mode=True):
                made = object.__new__(cls)
                if isinstance(mode, bool):
                    return made
                made.mode = True
                return made(mode)

            def __init__(self, mode=True):
                self.mode = mode

            def _again(self):
                return inference_mode(self.mode)

            def __enter__(self):
                self.prev = (is_grad_enabled(), is_inference_mode_enabled())
                if self.mode:
                    _set_grad(False)
                _set_inference(self.mode)

            def __exit__(self, exc_type, exc_value, traceback):
                _set_grad(self.prev[0])
                _set_inference(self.prev[1])
        """#

    /// `torch.autograd` beyond `grad` and `backward`.
    static let autograd = #"""
        import warnings

        import torch
        from torch.autograd import _record_function


        class _Context:
            """What forward leaves for backward."""

            def __init__(self):
                self._to_save = ()
                self._saved = None
                self._fixed = ()
                self._dirty = ()
                self._materialize = True

            def save_for_backward(self, *tensors):
                for tensor in tensors:
                    if tensor is not None and not isinstance(tensor, torch.Tensor):
                        raise TypeError(
                            "save_for_backward can only save variables, but argument "
                            f"{tensors.index(tensor)} is of type {type(tensor).__name__}"
                        )
                self._to_save = tensors

            @property
            def saved_tensors(self):
                return self._to_save if self._saved is None else self._saved

            def mark_non_differentiable(self, *args):
                self._fixed = args

            def mark_dirty(self, *args):
                self._dirty = args

            def set_materialize_grads(self, value):
                self._materialize = value


        class Function:
            """An operation whose forward and backward are written by hand."""

            __module__ = "torch.autograd.function"

            @staticmethod
            def forward(*args, **kwargs):
                raise NotImplementedError(
                    "You must implement the forward function for custom autograd.Function."
                )

            @staticmethod
            def setup_context(ctx, inputs, output):
                raise NotImplementedError("setup_context is not implemented.")

            @staticmethod
            def backward(ctx, *grad_outputs):
                raise NotImplementedError(
                    "You must implement either the backward or vjp method for your custom "
                    "autograd.Function to use it with backward mode AD."
                )

            def __call__(self, *args, **kwargs):
                raise RuntimeError(
                    "Legacy autograd function with non-static forward method is deprecated. Please "
                    "use new-style autograd function with static forward method. (Example: "
                    "https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)"
                )

            @classmethod
            def _make_context(cls):
                kind = cls.__dict__.get("_context_class")
                if kind is None:
                    names = {"__module__": "torch.autograd.function"}
                    cls._context_class = kind = type(cls.__name__ + "Backward", (_Context,), names)
                return kind()

            @classmethod
            def apply(cls, *args, **kwargs):
                ctx = cls._make_context()
                tensors = [x if isinstance(x, torch.Tensor) else None for x in args]
                ctx.needs_input_grad = tuple(x is not None and x.requires_grad for x in tensors)
                apart = cls.setup_context is not Function.setup_context
                with torch.no_grad():
                    if apart:
                        output = cls.forward(*args, **kwargs)
                        cls.setup_context(ctx, args, output)
                    else:
                        output = cls.forward(ctx, *args, **kwargs)
                if not torch.is_grad_enabled() or not any(ctx.needs_input_grad):
                    return output
                if any(x.is_leaf and x.requires_grad for x in ctx._dirty):
                    raise RuntimeError(
                        "a leaf Variable that requires grad has been used in an in-place operation."
                    )
                single = not isinstance(output, tuple)
                outputs = (output,) if single else output

                def run(ctx, saved, grads):
                    ctx._saved = saved
                    if ctx._materialize:
                        grads = [
                            torch.zeros_like(o) if g is None and isinstance(o, torch.Tensor) else g
                            for g, o in zip(grads, shapes)
                        ]
                    return cls.backward(ctx, *grads)

                shapes = [o.detach() if isinstance(o, torch.Tensor) else o for o in outputs]
                results = _record_function(
                    cls.__name__ + "Backward", ctx, tensors, outputs, ctx._to_save, ctx._fixed, run,
                    ctx._dirty
                )
                return results[0] if single else results


        class GradcheckError(RuntimeError):
            """Gradients that differ from central differences."""

            __module__ = "torch.autograd.gradcheck"


        def gradgradcheck(
            func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3,
            raise_exception=True
        ):
            """Compares the second derivatives of func with central differences."""
            inputs = inputs if isinstance(inputs, tuple) else (inputs,)

            @torch.enable_grad()
            def first(*values):
                outputs = func(*values)
                outputs = outputs if isinstance(outputs, tuple) else (outputs,)
                wanted = [v for v in values if isinstance(v, torch.Tensor) and v.requires_grad]
                return torch.autograd.grad(
                    outputs, wanted, [torch.ones_like(o) for o in outputs], create_graph=True,
                    allow_unused=True, materialize_grads=True
                )

            return gradcheck(
                first, inputs, eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception
            )


        class set_detect_anomaly:
            """Whether backward stops at the first step that gives NaN."""

            __module__ = "torch.autograd.anomaly_mode"

            def __init__(self, mode, check_nan=True):
                self.prev = torch.is_anomaly_enabled()
                torch.set_anomaly_enabled(mode, check_nan)

            def __enter__(self):
                pass

            def __exit__(self, exc_type, exc_value, traceback):
                torch.set_anomaly_enabled(self.prev)


        class detect_anomaly:
            """A block in which backward stops at the first step that gives NaN."""

            __module__ = "torch.autograd.anomaly_mode"

            def __init__(self, check_nan=True):
                self.prev = torch.is_anomaly_enabled()
                self.check_nan = check_nan
                warnings.warn(
                    "Anomaly Detection has been enabled. This mode will increase the runtime and should "
                    "only be enabled for debugging.",
                    stacklevel=2,
                )

            def __enter__(self):
                self.prev = torch.is_anomaly_enabled()
                torch.set_anomaly_enabled(True, self.check_nan)

            def __exit__(self, exc_type, exc_value, traceback):
                torch.set_anomaly_enabled(self.prev)


        def _numerical_jacobian(func, inputs, number, x, eps):
            """Central differences: a row for each element of x, a column for each of the output."""
            rows = []
            flat = x.data.view(-1)
            for j in range(flat.numel()):
                kept = flat[j].item()
                with torch.no_grad():
                    flat[j] = kept - eps
                    below = func(*inputs)
                    below = (below if isinstance(below, tuple) else (below,))[number].clone()
                    flat[j] = kept + eps
                    above = func(*inputs)
                    above = (above if isinstance(above, tuple) else (above,))[number].clone()
                    flat[j] = kept
                rows.append(((above - below) / (2 * eps)).reshape(-1))
            return torch.stack(rows) if rows else torch.zeros(0, 0)


        def gradcheck(
            func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, fast_mode=False
        ):
            """Compares the gradients of func with central differences."""
            inputs = inputs if isinstance(inputs, tuple) else (inputs,)
            checked = [x for x in inputs if isinstance(x, torch.Tensor) and x.requires_grad]
            if not checked:
                raise ValueError(
                    "gradcheck expects at least one input tensor to require gradient, "
                    "but none of them have requires_grad=True."
                )
            outputs = func(*inputs)
            outputs = outputs if isinstance(outputs, tuple) else (outputs,)
            for number, output in enumerate(outputs):
                if not output.requires_grad:
                    if not output.is_floating_point():
                        continue
                    for x in checked:
                        if _numerical_jacobian(func, inputs, number, x, eps).any():
                            if not raise_exception:
                                return False
                            raise GradcheckError(
                                "Numerical gradient for function expected to be zero"
                            )
                    continue
                for place, x in enumerate(checked):
                    columns = []
                    for i in range(output.numel()):
                        seed = torch.zeros_like(output).reshape(-1)
                        seed[i] = 1
                        (gradient,) = torch.autograd.grad(
                            output, x, seed.view_as(output), retain_graph=True, allow_unused=True
                        )
                        if gradient is None:
                            gradient = torch.zeros_like(x)
                        columns.append(gradient.reshape(-1))
                    analytical = torch.stack(columns, 1)
                    numerical = _numerical_jacobian(func, inputs, number, x, eps).to(analytical.dtype)
                    if not torch.allclose(analytical, numerical, rtol, atol):
                        if not raise_exception:
                            return False
                        raise GradcheckError(
                            f"Jacobian mismatch for output {number} with respect to input {place},\n"
                            f"numerical:{numerical}\nanalytical:{analytical}\n"
                        )
            return True
        """#
}
