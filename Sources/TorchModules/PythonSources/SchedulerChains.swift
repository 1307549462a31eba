extension PythonSources {
    /// `torch.optim.lr_scheduler`: plateaus, and schedulers of schedulers.
    static let lrChains = #"""
        import math

        from torch.optim import Optimizer
        from torch.optim.lr_scheduler import LRScheduler, _count_at_or_before


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
        """#
}
