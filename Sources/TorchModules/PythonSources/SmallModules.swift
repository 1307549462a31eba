extension PythonSources {
    /// `torch.random`.
    static let random = #"""
        import torch


        class _Forked:
            def __enter__(self):
                self.state = torch.get_rng_state()

            def __exit__(self, exc_type, exc_value, traceback):
                torch.set_rng_state(self.state)


        def manual_seed(seed):
            """Starts the random numbers from a seed."""
            return torch.manual_seed(seed)


        def seed():
            """Starts over from a seed that cannot be foreseen."""
            return torch.seed()


        def initial_seed():
            """The seed that the random numbers began with."""
            return torch.initial_seed()


        def get_rng_state():
            """The state of the random numbers."""
            return torch.get_rng_state()


        def set_rng_state(new_state):
            """Takes over a state of the random numbers."""
            torch.set_rng_state(new_state)


        def fork_rng(
            devices=None, enabled=True, _caller="fork_rng", _devices_kw="devices", device_type="cuda"
        ):
            """A block after which the random numbers go on as if it had not been."""
            return _Forked() if enabled else torch.enable_grad()
        """#

    /// `torch.amp`: the CPU computes in the types it is given.
    static let mixedPrecision = #"""
        import functools
        import warnings

        import torch


        class autocast:
            """Lower precision in a block: on this CPU only when it is not enabled."""

            __module__ = "torch.amp.autocast_mode"

            def __init__(self, device_type, dtype=None, enabled=True, cache_enabled=None):
                if not isinstance(device_type, str):
                    raise ValueError(
                        f"Expected `device_type` of type `str`, got: `{type(device_type)}`"
                    )
                self.device = device_type
                # PyTorch too turns it off where there is no GPU.
                self._enabled = enabled and device_type == "cpu"
                if enabled and device_type == "cuda":
                    warnings.warn(
                        "CUDA is not available or torch_xla is imported. Disabling autocast."
                    )
                if self._enabled:
                    raise NotImplementedError(
                        "autocast(device_type='cpu') computes in bfloat16, which is not part of CNNLab's "
                        "torch; with enabled=False it runs"
                    )

            def __enter__(self):
                return self

            def __exit__(self, exc_type, exc_value, traceback):
                return False

            def __call__(self, func):
                @functools.wraps(func)
                def wrapper(*args, **kwargs):
                    with self:
                        return func(*args, **kwargs)

                return wrapper


        class GradScaler:
            """Scales losses so that small gradients do not vanish; without a GPU it does nothing."""

            __module__ = "torch.amp.grad_scaler"

            def __init__(
                self, device="cuda", init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5,
                growth_interval=2000, enabled=True
            ):
                self._device = device
                self._enabled = enabled and device == "cpu"
                if enabled and device == "cuda":
                    warnings.warn(
                        "torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling."
                    )
                self._scale = init_scale
                self._growth_factor = growth_factor
                self._backoff_factor = backoff_factor
                self._growth_interval = growth_interval
                self._steps = 0
                self._found = {}

            def is_enabled(self):
                return self._enabled

            def get_scale(self):
                return self._scale if self._enabled else 1.0

            def scale(self, outputs):
                if not self._enabled:
                    return outputs
                if isinstance(outputs, torch.Tensor):
                    return outputs * torch.tensor(self._scale)
                return type(outputs)(self.scale(part) for part in outputs)

            def unscale_(self, optimizer):
                if not self._enabled:
                    return
                if id(optimizer) in self._found:
                    raise RuntimeError(
                        "unscale_() has already been called on this optimizer since the last update()."
                    )
                bad = False
                for group in optimizer.param_groups:
                    for p in group["params"]:
                        if p.grad is not None:
                            p.grad.mul_(1.0 / self._scale)
                            bad = bad or not bool(p.grad.isfinite().all())
                self._found[id(optimizer)] = bad

            def step(self, optimizer, *args, **kwargs):
                if not self._enabled:
                    return optimizer.step(*args, **kwargs)
                if id(optimizer) not in self._found:
                    self.unscale_(optimizer)
                if not self._found[id(optimizer)]:
                    return optimizer.step(*args, **kwargs)
                return None

            def update(self, new_scale=None):
                if not self._enabled:
                    return
                if new_scale is not None:
                    self._scale = float(new_scale)
                elif any(self._found.values()):
                    self._scale *= self._backoff_factor
                    self._steps = 0
                else:
                    self._steps += 1
                    if self._steps == self._growth_interval:
                        self._scale *= self._growth_factor
                        self._steps = 0
                self._found = {}

            def state_dict(self):
                if not self._enabled:
                    return {}
                return {
                    "scale": self._scale, "growth_factor": self._growth_factor,
                    "backoff_factor": self._backoff_factor,
                    "growth_interval": self._growth_interval, "_growth_tracker": self._steps,
                }

            def load_state_dict(self, state_dict):
                if not self._enabled:
                    return
                self._scale = state_dict["scale"]
                self._steps = state_dict["_growth_tracker"]
        """#

    /// `torch.testing`.
    static let testing = #"""
        import torch

        _TOLERANCES = {torch.float32: (1.3e-6, 1e-5), torch.float64: (1e-7, 1e-7)}


        def assert_close(
            actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False,
            check_device=True, check_dtype=True, check_layout=True, check_stride=False, msg=None
        ):
            """Raises an AssertionError that says where two tensors differ."""
            if isinstance(expected, (list, tuple)):
                for a, b in zip(actual, expected):
                    assert_close(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan, msg=msg)
                return
            given = isinstance(actual, torch.Tensor)
            if given != isinstance(expected, torch.Tensor) and type(actual) is not type(expected):
                raise TypeError(
                    "No comparison pair was able to handle inputs of type "
                    f"{type(actual)} and {type(expected)}."
                )
            scalars = not given

            def fail(text):
                raise AssertionError(text if msg is None else msg if isinstance(msg, str) else msg(text))

            a = actual if given else torch.tensor(actual)
            b = expected if isinstance(expected, torch.Tensor) else torch.tensor(expected)
            if a.shape != b.shape:
                fail(
                    "The values for attribute 'shape' do not match: "
                    f"{a.shape} != {b.shape}."
                )
            if check_dtype and a.dtype != b.dtype:
                fail(f"The values for attribute 'dtype' do not match: {a.dtype} != {b.dtype}.")
            if (rtol is None) != (atol is None):
                raise ValueError(
                    "rtol and atol must both be specified or both be unspecified, "
                    f"but got rtol={rtol} and atol={atol}."
                )
            if rtol is None:
                rtol, atol = max(
                    _TOLERANCES.get(a.dtype, (0.0, 0.0)), _TOLERANCES.get(b.dtype, (0.0, 0.0))
                )
            kind = torch.promote_types(a.dtype, b.dtype)
            a, b = a.detach().to(kind), b.detach().to(kind)
            close = torch.isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan)
            if close.all():
                return
            exact = rtol == 0 and atol == 0
            what = "Scalars" if scalars or a.dim() == 0 else "Tensor-likes"
            text = f"{what} are not {'equal' if exact else 'close'}!\n\n"
            if a.dim() == 0:
                x, y = a.item(), b.item()
                difference = abs(x - y)
                part = difference / abs(y) if y != 0 else float("inf")
                allowed = "" if exact else f" (up to {atol} allowed)"
                relative = "" if exact else f" (up to {rtol} allowed)"
                fail(
                    f"Scalars are not {'equal' if exact else 'close'}!\n\n"
                    f"Expected {y} but got {x}.\n"
                    f"Absolute difference: {difference}{allowed}\n"
                    f"Relative difference: {part}{relative}"
                )
            wrong = int((~close).sum())
            difference = (a.double() - b.double()).abs()
            difference[close] = 0
            relative = difference / b.double().abs()
            relative[close] = 0

            def place(values):
                flat = int(values.reshape(-1).argmax())
                index = tuple(int(i) for i in torch.unravel_index(torch.tensor(flat), a.shape))
                return index[0] if len(index) == 1 else index

            count = a.numel()
            bounds = ("", "") if exact else (f" (up to {atol} allowed)", f" (up to {rtol} allowed)")

            def shown(values):
                return values.max().to(a.dtype if a.is_floating_point() else torch.int64).item()

            fail(
                text + f"Mismatched elements: {wrong} / {count} ({wrong / count:.1%})\n"
                f"Greatest absolute difference: {shown(difference)} at index "
                f"{_shown(place(difference))}{bounds[0]}\n"
                f"Greatest relative difference: {relative.max().to(torch.float32).item()} at index "
                f"{_shown(place(relative))}{bounds[1]}"
            )


        def _shown(index):
            return str(index if isinstance(index, tuple) else (index,))
        """#

    /// `torch.cuda.amp`, the older names.
    static let mixedPrecisionOlder = #"""
        import warnings

        from torch.amp import GradScaler as _GradScaler
        from torch.amp import autocast as _autocast


        def _outdated(name):
            warnings.warn(
                f"`torch.cuda.amp.{name}(args...)` is deprecated. Please use "
                f"`torch.amp.{name}('cuda', args...)` instead.",
                FutureWarning,
                stacklevel=3,
            )


        class autocast(_autocast):
            """Mixed precision on a GPU, of which there is none."""

            __module__ = "torch.cuda.amp.autocast_mode"

            def __init__(self, enabled=True, dtype=None, cache_enabled=True):
                _outdated("autocast")
                super().__init__("cuda", enabled=enabled, dtype=dtype, cache_enabled=cache_enabled)


        class GradScaler(_GradScaler):
            """Scaled losses on a GPU, of which there is none."""

            __module__ = "torch.cuda.amp.grad_scaler"

            def __init__(
                self, init_scale=65536.0, growth_factor=2.0, backoff_factor=0.5,
                growth_interval=2000, enabled=True
            ):
                _outdated("GradScaler")
                super().__init__(
                    "cuda", init_scale, growth_factor, backoff_factor, growth_interval, enabled
                )
        """#

    /// `torch.utils.checkpoint`: there is memory enough, so nothing is computed twice.
    static let checkpointing = #"""
        import warnings


        def checkpoint(
            function, *args, use_reentrant=None, context_fn=None, determinism_check="default",
            debug=False, early_stop=True, preserve_rng_state=True, **kwargs
        ):
            """function(*args)."""
            return function(*args, **kwargs)


        def checkpoint_sequential(functions, segments, input, use_reentrant=None, **kwargs):
            """The functions one after the other."""
            for function in functions.children() if hasattr(functions, "children") else functions:
                input = function(input)
            return input
        """#
}
