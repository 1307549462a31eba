extension PythonSources {
    /// `torch.optim.lr_scheduler`: cycles.
    static let lrCycles = #"""
        import math

        from torch.optim import Optimizer
        from torch.optim.lr_scheduler import LRScheduler, _spread


        class CosineAnnealingLR(LRScheduler):
            """Half a cosine from the initial rate to eta_min within T_max epochs, and back."""

            def __init__(self, optimizer, T_max, eta_min=0.0, last_epoch=-1):
                self.T_max = T_max
                self.eta_min = eta_min
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                epoch, low, period = self.last_epoch, self.eta_min, self.T_max
                if self._is_initial:
                    return self._current()
                if self._step_count == 1 and epoch > 0:
                    return self._get_closed_form_lr()
                if (epoch - 1 - period) % (2 * period) == 0:
                    rise = 1 - math.cos(math.pi / period)
                    return [
                        lr + (base - low) * rise / 2
                        for base, lr in zip(self.base_lrs, self._current())
                    ]
                now = 1 + math.cos(math.pi * epoch / period)
                before = 1 + math.cos(math.pi * (epoch - 1) / period)
                return [now / before * (lr - low) + low for lr in self._current()]

            def _get_closed_form_lr(self):
                low = self.eta_min
                wave = 1 + math.cos(math.pi * self.last_epoch / self.T_max)
                return [low + (base - low) * wave / 2 for base in self.base_lrs]


        class CosineAnnealingWarmRestarts(LRScheduler):
            """Half a cosine that starts anew after T_0 epochs, each time T_mult times longer."""

            def __init__(self, optimizer, T_0, T_mult=1, eta_min=0.0, last_epoch=-1):
                if T_0 <= 0 or not isinstance(T_0, int):
                    raise ValueError(f"Expected positive integer T_0, but got {T_0}")
                if T_mult < 1 or not isinstance(T_mult, int):
                    raise ValueError(f"Expected integer T_mult >= 1, but got {T_mult}")
                self.T_0 = T_0
                self.T_i = T_0
                self.T_mult = T_mult
                self.eta_min = eta_min
                self.T_cur = last_epoch
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                wave = 1 + math.cos(math.pi * self.T_cur / self.T_i)
                low = self.eta_min
                return [low + (base - low) * wave / 2 for base in self.base_lrs]

            def step(self, epoch=None):
                if epoch is None and self.last_epoch < 0:
                    epoch = 0
                if epoch is None:
                    epoch = self.last_epoch + 1
                    self.T_cur += 1
                    if self.T_cur >= self.T_i:
                        self.T_cur %= self.T_i
                        self.T_i *= self.T_mult
                else:
                    if epoch < 0:
                        raise ValueError(f"Expected non-negative epoch, but got {epoch}")
                    self.T_i = self.T_0
                    self.T_cur = epoch
                    if epoch >= self.T_0 and self.T_mult == 1:
                        self.T_cur = epoch % self.T_0
                    elif epoch >= self.T_0:
                        ratio = epoch / self.T_0 * (self.T_mult - 1) + 1
                        n = int(math.log(ratio, self.T_mult))
                        passed = self.T_0 * (self.T_mult**n - 1) / (self.T_mult - 1)
                        self.T_cur = epoch - passed
                        self.T_i = self.T_0 * self.T_mult**n
                self.last_epoch = math.floor(epoch)
                self._rates()


        _LRScheduler = LRScheduler


        def _momentum_key(optimizer):
            defaults = optimizer.defaults
            if "momentum" not in defaults and "betas" not in defaults:
                raise ValueError(
                    "optimizer must support momentum or beta1 with `cycle_momentum` option enabled"
                )
            return "betas" if "betas" in defaults else "momentum"


        def _set_momentum(group, key, value):
            group[key] = (value, *group["betas"][1:]) if key == "betas" else value


        class CyclicLR(LRScheduler):
            """The rate goes up and down between base_lr and max_lr."""

            def __init__(
                self,
                optimizer,
                base_lr,
                max_lr,
                step_size_up=2000,
                step_size_down=None,
                mode="triangular",
                gamma=1.0,
                scale_fn=None,
                scale_mode="cycle",
                cycle_momentum=True,
                base_momentum=0.8,
                max_momentum=0.9,
                last_epoch=-1,
            ):
                if not isinstance(optimizer, Optimizer):
                    raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
                base_lrs = _spread("base_lr", optimizer, base_lr)
                if last_epoch == -1:
                    for lr, group in zip(base_lrs, optimizer.param_groups):
                        group["lr"] = lr
                self.max_lrs = _spread("max_lr", optimizer, max_lr)
                up = float(step_size_up)
                down = float(step_size_down) if step_size_down is not None else up
                self.total_size = up + down
                self.step_ratio = up / self.total_size
                if mode not in ("triangular", "triangular2", "exp_range") and scale_fn is None:
                    raise ValueError("mode is invalid and scale_fn is None")
                self.mode = mode
                self.gamma = gamma
                self._scale_fn_custom = scale_fn
                self.scale_mode = scale_mode
                if scale_fn is None:
                    self.scale_mode = "iterations" if mode == "exp_range" else "cycle"
                self.cycle_momentum = cycle_momentum
                if cycle_momentum:
                    self._key = _momentum_key(optimizer)
                    self.use_beta1 = self._key == "betas"
                    self.base_momentums = _spread("base_momentum", optimizer, base_momentum)
                    self.max_momentums = _spread("max_momentum", optimizer, max_momentum)
                    if last_epoch == -1:
                        for high, low, group in zip(
                            self.max_momentums, self.base_momentums, optimizer.param_groups
                        ):
                            _set_momentum(group, self._key, high)
                            group["max_momentum"] = high
                            group["base_momentum"] = low
                super().__init__(optimizer, last_epoch)
                self.base_lrs = base_lrs

            def state_dict(self):
                state = super().state_dict()
                custom = state.pop("_scale_fn_custom")
                state["_scale_fn_custom"] = None
                if custom is not None and not isinstance(custom, type(lambda: None)):
                    state["_scale_fn_custom"] = dict(custom.__dict__)
                return state

            def load_state_dict(self, state_dict):
                kept = dict(state_dict)
                kept.pop("_scale_fn_custom", None)
                super().load_state_dict(kept)

            def scale_fn(self, x):
                if self._scale_fn_custom is not None:
                    return self._scale_fn_custom(x)
                if self.mode == "triangular":
                    return 1.0
                if self.mode == "triangular2":
                    return 1 / 2.0 ** (x - 1)
                return self.gamma**x

            def get_lr(self):
                self._warn_if_asked()
                cycle = math.floor(1 + self.last_epoch / self.total_size)
                x = 1.0 + self.last_epoch / self.total_size - cycle
                if x <= self.step_ratio:
                    height = x / self.step_ratio
                else:
                    height = (x - 1) / (self.step_ratio - 1)
                at = cycle if self.scale_mode == "cycle" else self.last_epoch
                if self.cycle_momentum:
                    for low, high, group in zip(
                        self.base_momentums, self.max_momentums, self.optimizer.param_groups
                    ):
                        momentum = high - (high - low) * height * self.scale_fn(at)
                        _set_momentum(group, self._key, momentum)
                return [
                    low + (high - low) * height * self.scale_fn(at)
                    for low, high in zip(self.base_lrs, self.max_lrs)
                ]


        class OneCycleLR(LRScheduler):
            """One rise to max_lr and one fall far below the start, within total_steps."""

            def __init__(
                self,
                optimizer,
                max_lr,
                total_steps=None,
                epochs=None,
                steps_per_epoch=None,
                pct_start=0.3,
                anneal_strategy="cos",
                cycle_momentum=True,
                base_momentum=0.85,
                max_momentum=0.95,
                div_factor=25.0,
                final_div_factor=1e4,
                three_phase=False,
                last_epoch=-1,
            ):
                if not isinstance(optimizer, Optimizer):
                    raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
                if total_steps is not None:
                    if total_steps <= 0 or not isinstance(total_steps, int):
                        raise ValueError(
                            f"Expected positive integer total_steps, but got {total_steps}"
                        )
                    self.total_steps = total_steps
                elif epochs is not None and steps_per_epoch is not None:
                    if not isinstance(epochs, int) or epochs <= 0:
                        raise ValueError(f"Expected positive integer epochs, but got {epochs}")
                    if not isinstance(steps_per_epoch, int) or steps_per_epoch <= 0:
                        raise ValueError(
                            "Expected positive integer steps_per_epoch, but got "
                            f"{steps_per_epoch}"
                        )
                    self.total_steps = epochs * steps_per_epoch
                else:
                    raise ValueError(
                        "You must define either total_steps OR (epochs AND steps_per_epoch)"
                    )
                if pct_start < 0 or pct_start > 1 or not isinstance(pct_start, float):
                    raise ValueError(
                        f"Expected float between 0 and 1 pct_start, but got {pct_start}"
                    )
                if anneal_strategy not in ("cos", "linear"):
                    raise ValueError(
                        "anneal_strategy must be one of 'cos' or 'linear', instead got "
                        f"{anneal_strategy}"
                    )
                self._strategy = anneal_strategy
                total = self.total_steps
                rise = float(pct_start * total) - 1
                # Each phase: its last step, and what the rate and the momentum go between.
                if three_phase:
                    self._phases = [
                        (rise, "initial_lr", "max_lr", "max_momentum", "base_momentum"),
                        (
                            float(2 * pct_start * total) - 2,
                            "max_lr",
                            "initial_lr",
                            "base_momentum",
                            "max_momentum",
                        ),
                        (total - 1, "initial_lr", "min_lr", "max_momentum", "max_momentum"),
                    ]
                else:
                    self._phases = [
                        (rise, "initial_lr", "max_lr", "max_momentum", "base_momentum"),
                        (total - 1, "max_lr", "min_lr", "base_momentum", "max_momentum"),
                    ]
                names = ("end_step", "start_lr", "end_lr", "start_momentum", "end_momentum")
                self._schedule_phases = [dict(zip(names, phase)) for phase in self._phases]
                self._anneal_func_type = anneal_strategy
                max_lrs = _spread("max_lr", optimizer, max_lr)
                if last_epoch == -1:
                    for group, high in zip(optimizer.param_groups, max_lrs):
                        group["initial_lr"] = high / div_factor
                        group["max_lr"] = high
                        group["min_lr"] = group["initial_lr"] / final_div_factor
                self.cycle_momentum = cycle_momentum
                if cycle_momentum:
                    self._key = _momentum_key(optimizer)
                    self.use_beta1 = self._key == "betas"
                    highs = _spread("max_momentum", optimizer, max_momentum)
                    lows = _spread("base_momentum", optimizer, base_momentum)
                    if last_epoch == -1:
                        for high, low, group in zip(highs, lows, optimizer.param_groups):
                            _set_momentum(group, self._key, high)
                            group["max_momentum"] = high
                            group["base_momentum"] = low
                super().__init__(optimizer, last_epoch)

            def _anneal(self, start, end, part):
                if self._strategy == "linear":
                    return (end - start) * part + start
                return end + (start - end) / 2.0 * (math.cos(math.pi * part) + 1)

            def get_lr(self):
                self._warn_if_asked()
                now = self.last_epoch
                if now > self.total_steps:
                    raise ValueError(
                        f"Tried to step {now} times. The specified number of total steps is "
                        f"{self.total_steps}"
                    )
                begin = 0.0
                for end, lr_from, lr_to, momentum_from, momentum_to in self._phases:
                    if now <= end:
                        break
                    if end != self._phases[-1][0]:
                        begin = end
                part = (now - begin) / (end - begin)
                rates = []
                for group in self.optimizer.param_groups:
                    rates.append(self._anneal(group[lr_from], group[lr_to], part))
                    if self.cycle_momentum:
                        momentum = self._anneal(group[momentum_from], group[momentum_to], part)
                        _set_momentum(group, self._key, momentum)
                return rates
        """#
}
