extension PythonSources {
    /// `torch.optim.swa_utils`.
    static let swaUtils = #"""
        import copy

        import torch
        from torch.nn import Module
        from torch.optim.lr_scheduler import LRScheduler
        import math


        def get_ema_avg_fn(decay=0.999):
            """The exponential moving average of one parameter."""
            if decay < 0.0 or decay > 1.0:
                raise ValueError(
                    f"Invalid decay value {decay} provided. Please provide a value in [0,1] range."
                )

            @torch.no_grad()
            def ema_update(ema_param, current_param, num_averaged):
                return decay * ema_param + (1 - decay) * current_param

            return ema_update


        def get_ema_multi_avg_fn(decay=0.999):
            """The exponential moving average of all parameters."""
            if decay < 0.0 or decay > 1.0:
                raise ValueError(
                    f"Invalid decay value {decay} provided. Please provide a value in [0,1] range."
                )

            @torch.no_grad()
            def ema_update(ema_param_list, current_param_list, num_averaged):
                for average, current in zip(ema_param_list, current_param_list):
                    if average.is_floating_point():
                        average.lerp_(current, 1 - decay)
                    else:
                        average.copy_(average * decay + current * (1 - decay))

            return ema_update


        def get_swa_avg_fn():
            """The mean of one parameter over all models so far."""

            @torch.no_grad()
            def swa_update(averaged_param, current_param, num_averaged):
                return averaged_param + (current_param - averaged_param) / (num_averaged + 1)

            return swa_update


        def get_swa_multi_avg_fn():
            """The mean of all parameters over all models so far."""

            @torch.no_grad()
            def swa_update(averaged_param_list, current_param_list, num_averaged):
                for average, current in zip(averaged_param_list, current_param_list):
                    average.copy_(average + (current - average) / (num_averaged + 1))

            return swa_update


        class AveragedModel(Module):
            """A copy of a model whose parameters are averages."""

            def __init__(
                self, model, device=None, avg_fn=None, multi_avg_fn=None, use_buffers=False
            ):
                super().__init__()
                if avg_fn is not None and multi_avg_fn is not None:
                    raise AssertionError("Only one of avg_fn and multi_avg_fn should be provided")
                self.module = copy.deepcopy(model)
                self.register_buffer("n_averaged", torch.tensor(0, dtype=torch.long))
                self.avg_fn = avg_fn
                self.multi_avg_fn = multi_avg_fn
                self.use_buffers = use_buffers

            def forward(self, *args, **kwargs):
                return self.module(*args, **kwargs)

            def _values(self, model):
                values = list(model.parameters())
                return values + list(model.buffers()) if self.use_buffers else values

            @torch.no_grad()
            def update_parameters(self, model):
                """Takes the model's parameters into the averages."""
                own, new = self._values(self.module), self._values(model)
                if self.n_averaged == 0:
                    for average, current in zip(own, new):
                        average.copy_(current)
                elif self.multi_avg_fn is not None:
                    self.multi_avg_fn(own, new, self.n_averaged)
                else:
                    average_of = self.avg_fn or get_swa_avg_fn()
                    for average, current in zip(own, new):
                        average.copy_(average_of(average, current, self.n_averaged))
                if not self.use_buffers:
                    for average, current in zip(self.module.buffers(), model.buffers()):
                        average.copy_(current)
                self.n_averaged += 1


        @torch.no_grad()
        def update_bn(loader, model, device=None):
            """Computes the running statistics of BatchNorm layers anew over a loader."""
            layers = {}
            for module in model.modules():
                if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
                    module.reset_running_stats()
                    layers[module] = module.momentum
            if not layers:
                return
            was_training = model.training
            model.train()
            for module in layers:
                module.momentum = None
            for batch in loader:
                if isinstance(batch, (list, tuple)):
                    batch = batch[0]
                model(batch)
            for module, momentum in layers.items():
                module.momentum = momentum
            model.train(was_training)


        class SWALR(LRScheduler):
            """Anneals the rate to a constant one."""

            def __init__(
                self, optimizer, swa_lr, anneal_epochs=10, anneal_strategy="cos", last_epoch=-1
            ):
                if anneal_strategy not in ("cos", "linear"):
                    raise ValueError(
                        "anneal_strategy must by one of 'cos' or 'linear', instead got "
                        f"{anneal_strategy}"
                    )
                if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
                    raise ValueError(
                        f"anneal_epochs must be equal or greater than 0, got {anneal_epochs}"
                    )
                self._anneal_strategy = anneal_strategy
                groups = optimizer.param_groups
                rates = swa_lr if isinstance(swa_lr, (list, tuple)) else [swa_lr] * len(groups)
                for rate, group in zip(rates, groups):
                    group["swa_lr"] = rate
                self.anneal_epochs = anneal_epochs
                super().__init__(optimizer, last_epoch)

            def _part(self, epoch):
                t = max(0, min(1, epoch / max(1, self.anneal_epochs)))
                return t if self._anneal_strategy == "linear" else (1 - math.cos(math.pi * t)) / 2

            def get_lr(self):
                self._warn_if_asked()
                step = self._step_count - 1
                if self.anneal_epochs == 0:
                    step = max(1, step)
                before, now = self._part(step - 1), self._part(step)
                rates = []
                for group in self.optimizer.param_groups:
                    start = group["lr"]
                    if before != 1:
                        start = (group["lr"] - before * group["swa_lr"]) / (1 - before)
                    rates.append(group["swa_lr"] * now + start * (1 - now))
                return rates
        """#
}
