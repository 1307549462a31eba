extension PythonSources {
    /// `torch.optim.lr_scheduler`.
    static let lrScheduler = #"""
        import math
        import warnings
        from collections import Counter

        from torch.optim import Optimizer


        def _spread(name, optimizer, value):
            groups = len(optimizer.param_groups)
            if isinstance(value, (list, tuple)):
                if len(value) != groups:
                    raise ValueError(
                        f"{name} must have the same length as optimizer.param_groups. "
                        f"{name} has {len(value)} values, param_groups has {groups}."
                    )
                return list(value)
            return [value] * groups


        def _count_at_or_before(milestones, epoch):
            return sum(1 for milestone in milestones if milestone <= epoch)


        class LRScheduler:
            """Adjusts the learning rate of each parameter group, once a step()."""

            def __init__(self, optimizer, last_epoch=-1):
                if not isinstance(optimizer, Optimizer):
                    raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
                self.optimizer = optimizer
                for i, group in enumerate(optimizer.param_groups):
                    if last_epoch == -1:
                        group.setdefault("initial_lr", group["lr"])
                    elif "initial_lr" not in group:
                        raise KeyError(
                            f"param 'initial_lr' is not specified in param_groups[{i}] "
                            "when resuming scheduler with last_epoch >= 0.\n"
                            "This typically happens when:\n"
                            "1. You're trying to resume training from a checkpoint but haven't "
                            "properly loaded the optimizer state\n"
                            "2. You're using last_epoch >= 0 for a fresh training run "
                            "(not recommended)"
                        )
                self.base_lrs = [group["initial_lr"] for group in optimizer.param_groups]
                self.last_epoch = last_epoch
                self._steps_before = optimizer._step_calls
                self._initial_step()

            def _initial_step(self):
                self._step_count = 0
                self._is_initial = True
                self._get_lr_called_within_step = False
                self.step()
                self._is_initial = False

            def _current(self):
                return [group["lr"] for group in self.optimizer.param_groups]

            def _set(self, values):
                for group, value in zip(self.optimizer.param_groups, values):
                    group["lr"] = value
                self._last_lr = self._current()

            def _update_lr(self, epoch=None):
                if epoch is None:
                    self.last_epoch += 1
                    self._rates()
                else:
                    warnings.warn(
                        "The epoch parameter in `scheduler.step()` was not necessary and is being "
                        "deprecated where possible. Please use `scheduler.step()` to step the scheduler. "
                        "During the deprecation, if epoch is different from None, the closed form is used "
                        "instead of the new chainable form, where available. Please open an issue if you "
                        "are unable to replicate your use case: "
                        "https://github.com/pytorch/pytorch/issues/new/choose.",
                        UserWarning,
                        stacklevel=2,
                    )
                    self.last_epoch = epoch
                    if hasattr(self, "_get_closed_form_lr"):
                        self._set(self._get_closed_form_lr())
                    else:
                        self._rates()

            def _rates(self):
                self._get_lr_called_within_step = True
                try:
                    self._set(self.get_lr())
                finally:
                    self._get_lr_called_within_step = False

            def _warn_if_asked(self):
                if not self._get_lr_called_within_step:
                    warnings.warn(
                        "To get the last learning rate computed by the scheduler, please use "
                        "`get_last_lr()`.",
                        UserWarning,
                        stacklevel=3,
                    )

            def state_dict(self):
                hidden = ("optimizer", "_steps_before", "_key", "_phases", "_strategy")
                return {k: v for k, v in self.__dict__.items() if k not in hidden}

            def load_state_dict(self, state_dict):
                for key, value in state_dict.items():
                    setattr(self, key, value)

            def get_last_lr(self):
                return self._last_lr

            def get_lr(self):
                raise NotImplementedError

            def _skipped_optimizer(self):
                optimizer = self.optimizer
                if type(optimizer).step is not Optimizer.step:
                    return False
                return optimizer._step_calls == self._steps_before

            def step(self, epoch=None):
                if self._step_count == 1 and self._skipped_optimizer():
                    warnings.warn(
                        "Detected call of `lr_scheduler.step()` before `optimizer.step()`. "
                        "In PyTorch 1.1.0 and later, you should call them in the opposite order: "
                        "`optimizer.step()` before `lr_scheduler.step()`.  Failure to do this "
                        "will result in PyTorch skipping the first value of the learning rate "
                        "schedule. See more details at "
                        "https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate",
                        UserWarning,
                        stacklevel=2,
                    )
                self._step_count += 1
                self._update_lr(epoch)


        class _PerGroupLambda(LRScheduler):
            def __init__(self, optimizer, lr_lambda, last_epoch=-1):
                groups = len(optimizer.param_groups)
                if isinstance(lr_lambda, (list, tuple)):
                    if len(lr_lambda) != groups:
                        raise ValueError(f"Expected {groups} lr_lambdas, but got {len(lr_lambda)}")
                    self.lr_lambdas = list(lr_lambda)
                else:
                    self.lr_lambdas = [lr_lambda] * groups
                super().__init__(optimizer, last_epoch)

            def state_dict(self):
                state = super().state_dict()
                lambdas = state.pop("lr_lambdas")
                plain = type(lambda: None)
                state["lr_lambdas"] = [
                    None if isinstance(f, plain) else dict(f.__dict__) for f in lambdas
                ]
                return state

            def load_state_dict(self, state_dict):
                kept = dict(state_dict)
                lambdas = kept.pop("lr_lambdas")
                super().load_state_dict(kept)
                for f, state in zip(self.lr_lambdas, lambdas):
                    if state is not None:
                        f.__dict__.update(state)


        class LambdaLR(_PerGroupLambda):
            """The initial rate times a function of the epoch."""

            def get_lr(self):
                self._warn_if_asked()
                epoch = self.last_epoch
                return [base * f(epoch) for f, base in zip(self.lr_lambdas, self.base_lrs)]


        class MultiplicativeLR(_PerGroupLambda):
            """The rate is multiplied by a function of the epoch, each epoch."""

            def get_lr(self):
                self._warn_if_asked()
                if self._is_initial:
                    return self._current()
                epoch = self.last_epoch
                return [lr * f(epoch) for f, lr in zip(self.lr_lambdas, self._current())]


        class StepLR(LRScheduler):
            """The rate is multiplied by gamma every step_size epochs."""

            def __init__(self, optimizer, step_size, gamma=0.1, last_epoch=-1):
                self.step_size = step_size
                self.gamma = gamma
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                if self.last_epoch == 0 or self.last_epoch % self.step_size != 0:
                    return self._current()
                return [lr * self.gamma for lr in self._current()]

            def _get_closed_form_lr(self):
                times = self.last_epoch // self.step_size
                return [base * self.gamma**times for base in self.base_lrs]


        class MultiStepLR(LRScheduler):
            """The rate is multiplied by gamma at each milestone."""

            def __init__(self, optimizer, milestones, gamma=0.1, last_epoch=-1):
                self.milestones = Counter(milestones)
                self.gamma = gamma
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                times = self.milestones[self.last_epoch]
                if times == 0:
                    return self._current()
                return [lr * self.gamma**times for lr in self._current()]

            def _get_closed_form_lr(self):
                times = _count_at_or_before(self.milestones.elements(), self.last_epoch)
                return [base * self.gamma**times for base in self.base_lrs]


        class ConstantLR(LRScheduler):
            """A constant factor until total_iters is reached."""

            def __init__(self, optimizer, factor=1.0 / 3, total_iters=5, last_epoch=-1):
                if factor > 1.0 or factor < 0:
                    raise ValueError(
                        "Constant multiplicative factor expected to be between 0 and 1."
                    )
                self.factor = factor
                self.total_iters = total_iters
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                if self.last_epoch == 0:
                    return [lr * self.factor for lr in self._current()]
                if self.last_epoch != self.total_iters:
                    return self._current()
                return [lr * (1.0 / self.factor) for lr in self._current()]

            def _get_closed_form_lr(self):
                over = self.last_epoch >= self.total_iters
                return [base * (self.factor + over * (1 - self.factor)) for base in self.base_lrs]


        class LinearLR(LRScheduler):
            """A factor that goes linearly from start_factor to end_factor."""

            def __init__(
                self, optimizer, start_factor=1.0 / 3, end_factor=1.0, total_iters=5, last_epoch=-1
            ):
                if start_factor > 1.0 or start_factor <= 0:
                    raise ValueError(
                        "Starting multiplicative factor expected to be greater than 0 "
                        "and less or equal to 1."
                    )
                if end_factor > 1.0 or end_factor < 0:
                    raise ValueError(
                        "Ending multiplicative factor expected to be between 0 and 1."
                    )
                self.start_factor = start_factor
                self.end_factor = end_factor
                self.total_iters = total_iters
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                epoch = self.last_epoch
                if epoch == 0:
                    return [lr * self.start_factor for lr in self._current()]
                if self._is_initial or epoch > self.total_iters:
                    return self._current()
                slope = self.end_factor - self.start_factor
                before = self.total_iters * self.start_factor + (epoch - 1) * slope
                return [lr * (1.0 + slope / before) for lr in self._current()]

            def _get_closed_form_lr(self):
                slope = self.end_factor - self.start_factor
                done = min(self.total_iters, self.last_epoch)
                factor = self.start_factor + slope * done / self.total_iters
                return [base * factor for base in self.base_lrs]


        class ExponentialLR(LRScheduler):
            """The rate is multiplied by gamma every epoch."""

            def __init__(self, optimizer, gamma, last_epoch=-1):
                self.gamma = gamma
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                if self._is_initial:
                    return self._current()
                return [lr * self.gamma for lr in self._current()]

            def _get_closed_form_lr(self):
                return [base * self.gamma**self.last_epoch for base in self.base_lrs]


        class PolynomialLR(LRScheduler):
            """A polynomial decay to zero within total_iters."""

            def __init__(self, optimizer, total_iters=5, power=1.0, last_epoch=-1):
                self.total_iters = total_iters
                self.power = power
                super().__init__(optimizer, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                epoch = self.last_epoch
                if self._is_initial or epoch > self.total_iters:
                    return self._current()
                left = 1.0 - epoch / self.total_iters
                before = 1.0 - (epoch - 1) / self.total_iters
                factor = (left / before) ** self.power
                return [lr * factor for lr in self._current()]

            def _get_closed_form_lr(self):
                done = min(self.total_iters, self.last_epoch)
                factor = (1.0 - done / self.total_iters) ** self.power
                return [base * factor for base in self.base_lrs]


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


        class SequentialLR(LRScheduler):
            """One scheduler after the other, changing at the milestones."""

            def __init__(self, optimizer, schedulers, milestones, last_epoch=-1):
                name = type(self).__name__
                if len(schedulers) < 1:
                    raise ValueError(
                        f"{name} expects at least one scheduler, but got no scheduler."
                    )
                for i, scheduler in enumerate(schedulers):
                    if not hasattr(scheduler, "optimizer"):
                        raise TypeError(
                            f"{name} at index {i} should have `optimizer` as its attribute."
                        )
                    if isinstance(scheduler, ReduceLROnPlateau):
                        raise ValueError(
                            f"{name} does not support `ReduceLROnPlateau` scheduler as it requires "
                            "additional kwargs to be specified when calling `step`, but got one at "
                            f"index {i} in the given schedulers sequence."
                        )
                    if optimizer is not scheduler.optimizer:
                        raise ValueError(
                            f"{name} expects all schedulers to belong to the same optimizer, but "
                            f"got scheduler {type(scheduler).__name__} at index {i} has "
                            f"{scheduler.optimizer}, which is different from "
                            f"{type(optimizer).__name__}."
                        )
                if len(milestones) != len(schedulers) - 1:
                    raise ValueError(
                        "Sequential Schedulers expects number of schedulers provided to be one "
                        "more than the number of milestone points, but got number of schedulers "
                        f"{len(schedulers)} and the number of milestones to be equal to "
                        f"{len(milestones)}"
                    )
                self._schedulers = schedulers
                self._milestones = milestones
                self.last_epoch = last_epoch + 1
                self.optimizer = optimizer
                for group in optimizer.param_groups:
                    group["lr"] = group["initial_lr"]
                self._undo(self)
                first = schedulers[_count_at_or_before(milestones, 0)]
                first._initial_step()
                self._last_lr = first.get_last_lr()

            def _undo(self, scheduler):
                if hasattr(scheduler, "_schedulers"):
                    for inner in scheduler._schedulers:
                        self._undo(inner)
                elif hasattr(scheduler, "last_epoch"):
                    scheduler.last_epoch -= 1

            def step(self):
                self.last_epoch += 1
                index = _count_at_or_before(self._milestones, self.last_epoch)
                scheduler = self._schedulers[index]
                if index > 0 and self._milestones[index - 1] == self.last_epoch:
                    scheduler._update_lr(0)
                else:
                    scheduler.step()
                self._last_lr = scheduler.get_last_lr()

            def state_dict(self):
                hidden = ("optimizer", "_schedulers")
                state = {k: v for k, v in self.__dict__.items() if k not in hidden}
                state["_schedulers"] = [s.state_dict() for s in self._schedulers]
                return state

            def load_state_dict(self, state_dict):
                for key, value in state_dict.items():
                    if key != "_schedulers":
                        setattr(self, key, value)
                for scheduler, state in zip(self._schedulers, state_dict["_schedulers"]):
                    scheduler.load_state_dict(state)


        class ChainedScheduler(LRScheduler):
            """Several schedulers at once."""

            def __init__(self, schedulers, optimizer=None):
                name = type(self).__name__
                if len(schedulers) < 1:
                    raise ValueError(
                        f"{name} expects at least one scheduler to be chained, but got no scheduler."
                    )
                optimizer = optimizer or schedulers[0].optimizer
                for i, scheduler in enumerate(schedulers):
                    if not hasattr(scheduler, "optimizer"):
                        raise TypeError(
                            f"{name} at index {i} should have `optimizer` as its attribute."
                        )
                    if isinstance(scheduler, ReduceLROnPlateau):
                        raise ValueError(
                            f"{name} does not support `ReduceLROnPlateau` scheduler as it requires "
                            "additional kwargs to be specified when calling `step`, but got one at "
                            f"index {i} in the given schedulers sequence."
                        )
                    if optimizer is not scheduler.optimizer:
                        raise ValueError(
                            f"{name} expects all schedulers to belong to the same optimizer, but "
                            f"got scheduler {type(scheduler).__name__} at index {i} has "
                            f"{scheduler.optimizer}, which is different from "
                            f"{type(optimizer).__name__}."
                        )
                self._schedulers = schedulers
                self.optimizer = optimizer
                self._last_lr = self._current()

            def step(self):
                for scheduler in self._schedulers:
                    scheduler.step()
                self._last_lr = self._current()

            def state_dict(self):
                hidden = ("optimizer", "_schedulers")
                state = {k: v for k, v in self.__dict__.items() if k not in hidden}
                state["_schedulers"] = [s.state_dict() for s in self._schedulers]
                return state

            def load_state_dict(self, state_dict):
                for key, value in state_dict.items():
                    if key != "_schedulers":
                        setattr(self, key, value)
                for scheduler, state in zip(self._schedulers, state_dict["_schedulers"]):
                    scheduler.load_state_dict(state)


        class ReduceLROnPlateau(LRScheduler):
            """The rate is multiplied by factor when a metric has stopped improving."""

            def __init__(
                self,
                optimizer,
                mode="min",
                factor=0.1,
                patience=10,
                threshold=1e-4,
                threshold_mode="rel",
                cooldown=0,
                min_lr=0,
                eps=1e-8,
            ):
                if factor >= 1.0:
                    raise ValueError("Factor should be < 1.0.")
                if not isinstance(optimizer, Optimizer):
                    raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
                if mode not in ("min", "max"):
                    raise ValueError("mode " + mode + " is unknown!")
                if threshold_mode not in ("rel", "abs"):
                    raise ValueError("threshold mode " + threshold_mode + " is unknown!")
                self.factor = factor
                self.optimizer = optimizer
                groups = len(optimizer.param_groups)
                if isinstance(min_lr, (list, tuple)):
                    if len(min_lr) != groups:
                        raise ValueError(f"expected {groups} min_lrs, got {len(min_lr)}")
                    self.default_min_lr = None
                    self.min_lrs = list(min_lr)
                else:
                    self.default_min_lr = min_lr
                    self.min_lrs = [min_lr] * groups
                self.patience = patience
                self.cooldown = cooldown
                self.eps = eps
                self.last_epoch = 0
                self._last_lr = self._current()
                self.mode_worse = math.inf if mode == "min" else -math.inf
                self.mode = mode
                self.threshold = threshold
                self.threshold_mode = threshold_mode
                self._reset()

            def _reset(self):
                self.best = math.inf if self.mode == "min" else -math.inf
                self.cooldown_counter = 0
                self.num_bad_epochs = 0

            @property
            def in_cooldown(self):
                return self.cooldown_counter > 0

            def _is_better(self, value, best):
                if self.threshold_mode == "rel":
                    if self.mode == "min":
                        return value < best * (1.0 - self.threshold)
                    return value > best * (self.threshold + 1.0)
                if self.mode == "min":
                    return value < best - self.threshold
                return value > best + self.threshold

            def step(self, metrics, epoch=None):
                current = float(metrics)
                self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
                if self._is_better(current, self.best):
                    self.best = current
                    self.num_bad_epochs = 0
                else:
                    self.num_bad_epochs += 1
                if self.in_cooldown:
                    self.cooldown_counter -= 1
                    self.num_bad_epochs = 0
                if self.num_bad_epochs > self.patience:
                    for group, least in zip(self.optimizer.param_groups, self.min_lrs):
                        old = float(group["lr"])
                        new = max(old * self.factor, least)
                        if old - new > self.eps:
                            group["lr"] = new
                    self.cooldown_counter = self.cooldown
                    self.num_bad_epochs = 0
                self._last_lr = self._current()


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


        _LRScheduler = LRScheduler
        """#
}
