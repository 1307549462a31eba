extension PythonSources {
    /// `torch.optim.lr_scheduler`: functions of the epoch.
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
                return self.optimizer._step_calls == self._steps_before

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
                if epoch is not None:
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

            def __init__(self, optimizer, lr_lambda, last_epoch=-1):
                super().__init__(optimizer, lr_lambda, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                epoch = self.last_epoch
                return [
                    base * f(epoch)
                    for f, base in zip(self.lr_lambdas, self.base_lrs, strict=True)
                ]


        class MultiplicativeLR(_PerGroupLambda):
            """The rate is multiplied by a function of the epoch, each epoch."""

            def __init__(self, optimizer, lr_lambda, last_epoch=-1):
                super().__init__(optimizer, lr_lambda, last_epoch)

            def get_lr(self):
                self._warn_if_asked()
                if self._is_initial:
                    return self._current()
                epoch = self.last_epoch
                return [
                    lr * f(epoch)
                    for f, lr in zip(self.lr_lambdas, self._current(), strict=True)
                ]


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
        """#
}
