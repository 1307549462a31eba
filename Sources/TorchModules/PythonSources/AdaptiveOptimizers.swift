extension PythonSources {
    /// `torch.optim`: optimizers that scale each gradient.
    static let optimAdaptive = #"""
        import torch
        from torch.optim import Optimizer, _beta_rules, _check, _refuse, _rules


        class RMSprop(Optimizer):
            """Divides the gradient by a running root mean square."""

            __module__ = "torch.optim.rmsprop"
            _kind = "RMSprop"

            def __init__(
                self,
                params,
                lr=1e-2,
                alpha=0.99,
                eps=1e-8,
                weight_decay=0,
                momentum=0,
                centered=False,
                capturable=False,
                foreach=None,
                maximize=False,
                differentiable=False,
            ):
                rules = _rules(lr, weight_decay, eps)
                rules.insert(2, (0.0 <= momentum, f"Invalid momentum value: {momentum}"))
                rules.append((0.0 <= alpha, f"Invalid alpha value: {alpha}"))
                _check(rules)
                _refuse(capturable=capturable)
                defaults = dict(
                    lr=lr,
                    momentum=momentum,
                    alpha=alpha,
                    eps=eps,
                    centered=centered,
                    weight_decay=weight_decay,
                    capturable=capturable,
                    foreach=foreach,
                    maximize=maximize,
                    differentiable=differentiable,
                )
                super().__init__(params, defaults)



        class Adagrad(Optimizer):
            """Divides the gradient by the root of the sum of its squares."""

            __module__ = "torch.optim.adagrad"
            _kind = "Adagrad"

            def __init__(
                self,
                params,
                lr=1e-2,
                lr_decay=0,
                weight_decay=0,
                initial_accumulator_value=0,
                eps=1e-10,
                foreach=None,
                *,
                maximize=False,
                differentiable=False,
                fused=None,
            ):
                rules = _rules(lr, weight_decay)
                start = initial_accumulator_value
                rules.insert(1, (0.0 <= lr_decay, f"Invalid lr_decay value: {lr_decay}"))
                rules.append((0.0 <= start, f"Invalid initial_accumulator_value value: {start}"))
                rules.append((0.0 <= eps, f"Invalid epsilon value: {eps}"))
                _check(rules)
                defaults = dict(
                    lr=lr,
                    lr_decay=lr_decay,
                    eps=eps,
                    weight_decay=weight_decay,
                    initial_accumulator_value=initial_accumulator_value,
                    foreach=foreach,
                    maximize=maximize,
                    differentiable=differentiable,
                    fused=fused,
                )
                super().__init__(params, defaults)
                for group in self.param_groups:
                    for p in group["params"]:
                        self._start(group, p, self.state[p])

            def _start(self, group, p, state):
                state["step"] = torch.tensor(0.0)
                state["sum"] = torch.full_like(p, group["initial_accumulator_value"])



        class Adadelta(Optimizer):
            """Scales the gradient by the ratio of past changes and past gradients."""

            __module__ = "torch.optim.adadelta"
            _kind = "Adadelta"

            def __init__(
                self,
                params,
                lr=1.0,
                rho=0.9,
                eps=1e-6,
                weight_decay=0,
                foreach=None,
                *,
                capturable=False,
                maximize=False,
                differentiable=False,
            ):
                rules = _rules(lr, weight_decay, eps)
                rules.insert(1, (0.0 <= rho <= 1.0, f"Invalid rho value: {rho}"))
                _check(rules)
                _refuse(capturable=capturable)
                defaults = dict(
                    lr=lr,
                    rho=rho,
                    eps=eps,
                    weight_decay=weight_decay,
                    maximize=maximize,
                    capturable=capturable,
                    foreach=foreach,
                    differentiable=differentiable,
                )
                super().__init__(params, defaults)



        class NAdam(Optimizer):
            """Adam with Nesterov's momentum."""

            __module__ = "torch.optim.nadam"
            _kind = "NAdam"

            def __init__(
                self,
                params,
                lr=2e-3,
                betas=(0.9, 0.999),
                eps=1e-8,
                weight_decay=0,
                momentum_decay=4e-3,
                decoupled_weight_decay=False,
                *,
                foreach=None,
                maximize=False,
                capturable=False,
                differentiable=False,
            ):
                rules = _rules(lr, weight_decay, eps)
                rules = rules[:2] + _beta_rules(betas) + rules[2:]
                decay = momentum_decay
                rules.append((0.0 <= decay, f"Invalid momentum_decay value: {decay}"))
                _check(rules)
                _refuse(capturable=capturable)
                defaults = dict(
                    lr=lr,
                    betas=betas,
                    eps=eps,
                    weight_decay=weight_decay,
                    momentum_decay=momentum_decay,
                    decoupled_weight_decay=decoupled_weight_decay,
                    maximize=maximize,
                    foreach=foreach,
                    capturable=capturable,
                    differentiable=differentiable,
                )
                super().__init__(params, defaults)
        """#
}
