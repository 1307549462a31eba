extension PythonSources {
    /// `torch.optim`: optimizers whose arithmetic is written with tensors.
    static let optimMore = #"""
        import math

        import torch
        from torch import Tensor
        from torch.optim import Optimizer, _beta_rules, _check, _lr_rule, _refuse


        class _InPython(Optimizer):
            """Optimizers whose arithmetic is written with tensors."""

            def _update(self, group, params):
                for p in params:
                    grad = -p.grad if group["maximize"] else p.grad
                    state = self.state[p]
                    if not state:
                        state["step"] = torch.tensor(0.0)
                        self._begin(group, p, state)
                    state["step"] += 1
                    self._change(group, p, grad, state, int(state["step"].item()))


        class RAdam(_InPython):
            """Adam whose first steps have no adaptive rate."""

            __module__ = "torch.optim.radam"

            def __init__(
                self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0,
                decoupled_weight_decay=False, *, foreach=None, maximize=False, capturable=False,
                differentiable=False
            ):
                _check([
                    _lr_rule(lr),
                    (0.0 <= eps, f"Invalid epsilon value: {eps}"),
                    *_beta_rules(betas),
                    (0.0 <= weight_decay, f"Invalid weight_decay value: {weight_decay}"),
                ])
                _refuse(capturable=capturable)
                super().__init__(
                    params,
                    dict(
                        lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, maximize=maximize,
                        foreach=foreach, capturable=capturable,
                        decoupled_weight_decay=decoupled_weight_decay, differentiable=differentiable
                    ),
                )

            def _begin(self, group, p, state):
                state["exp_avg"] = torch.zeros_like(p)
                state["exp_avg_sq"] = torch.zeros_like(p)

            def _change(self, group, p, grad, state, step):
                lr, (first, second), decay = group["lr"], group["betas"], group["weight_decay"]
                if decay != 0:
                    if group["decoupled_weight_decay"]:
                        p.mul_(1 - lr * decay)
                    else:
                        grad = grad.add(p, alpha=decay)
                state["exp_avg"].lerp_(grad, 1 - first)
                state["exp_avg_sq"].mul_(second).addcmul_(grad, grad, value=1 - second)
                correction = 1 - second**step
                average = state["exp_avg"] / (1 - first**step)
                longest = 2 / (1 - second) - 1
                length = longest - 2 * step * second**step / correction
                if length > 5.0:
                    rectified = math.sqrt(
                        (length - 4) * (length - 2) * longest
                        / ((longest - 4) * (longest - 2) * length)
                    )
                    adaptive = math.sqrt(correction) / state["exp_avg_sq"].sqrt().add_(group["eps"])
                    p.add_(average * lr * adaptive * rectified, alpha=-1.0)
                else:
                    p.add_(average * lr, alpha=-1.0)


        class Adamax(_InPython):
            """Adam with the infinity norm."""

            __module__ = "torch.optim.adamax"

            def __init__(
                self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *,
                maximize=False, differentiable=False, capturable=False
            ):
                _check([
                    _lr_rule(lr),
                    (0.0 <= eps, f"Invalid epsilon value: {eps}"),
                    *_beta_rules(betas),
                    (0.0 <= weight_decay, f"Invalid weight_decay value: {weight_decay}"),
                ])
                _refuse(capturable=capturable)
                super().__init__(
                    params,
                    dict(
                        lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, foreach=foreach,
                        maximize=maximize, differentiable=differentiable, capturable=capturable
                    ),
                )

            def _begin(self, group, p, state):
                state["exp_avg"] = torch.zeros_like(p)
                state["exp_inf"] = torch.zeros_like(p)

            def _change(self, group, p, grad, state, step):
                first, second = group["betas"]
                if group["weight_decay"] != 0:
                    grad = grad.add(p, alpha=group["weight_decay"])
                state["exp_avg"].lerp_(grad, 1 - first)
                peak = torch.maximum(state["exp_inf"].mul_(second), grad.abs().add_(group["eps"]))
                state["exp_inf"].copy_(peak)
                p.addcdiv_(state["exp_avg"], state["exp_inf"], value=-group["lr"] / (1 - first**step))


        class ASGD(_InPython):
            """Averaged stochastic gradient descent."""

            __module__ = "torch.optim.asgd"

            def __init__(
                self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None,
                maximize=False, differentiable=False, capturable=False
            ):
                _check([
                    _lr_rule(lr),
                    (0.0 <= lambd, f"Invalid lambd value: {lambd}"),
                    (0.0 <= alpha, f"Invalid alpha value: {alpha}"),
                    (0.0 <= weight_decay, f"Invalid weight_decay value: {weight_decay}"),
                ])
                _refuse(capturable=capturable)
                super().__init__(
                    params,
                    dict(
                        lr=lr, lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay,
                        foreach=foreach, maximize=maximize, differentiable=differentiable,
                        capturable=capturable
                    ),
                )

            def _begin(self, group, p, state):
                state["eta"] = torch.tensor(group["lr"], dtype=torch.float32)
                state["mu"] = torch.ones(())
                state["ax"] = torch.zeros_like(p)

            def _change(self, group, p, grad, state, step):
                if group["weight_decay"] != 0:
                    grad = grad.add(p, alpha=group["weight_decay"])
                eta = state["eta"].item()
                p.mul_(1 - group["lambd"] * eta)
                p.add_(grad, alpha=-eta)
                if state["mu"].item() != 1:
                    state["ax"].add_(p.sub(state["ax"]).mul_(state["mu"].item()))
                else:
                    state["ax"].copy_(p)
                lr = group["lr"]
                state["eta"].copy_(
                    torch.tensor(lr / (1 + group["lambd"] * lr * step) ** group["alpha"])
                )
                state["mu"].copy_(torch.tensor(1 / max(1, step - group["t0"])))


        class Rprop(_InPython):
            """Resilient backpropagation: only the signs of gradients count."""

            __module__ = "torch.optim.rprop"

            def __init__(
                self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False,
                foreach=None, maximize=False, differentiable=False
            ):
                _check([
                    _lr_rule(lr),
                    (0.0 < etas[0] < 1.0 < etas[1], f"Invalid eta values: {etas[0]}, {etas[1]}"),
                ])
                _refuse(capturable=capturable)
                super().__init__(
                    params,
                    dict(
                        lr=lr, etas=etas, step_sizes=step_sizes, foreach=foreach, maximize=maximize,
                        differentiable=differentiable, capturable=capturable
                    ),
                )

            def _begin(self, group, p, state):
                state["prev"] = torch.zeros_like(p)
                state["step_size"] = torch.full_like(p, group["lr"])

            def _change(self, group, p, grad, state, step):
                shrink, grow = group["etas"]
                low, high = group["step_sizes"]
                agree = grad.mul(state["prev"]).sign()
                factor = torch.ones_like(agree)
                factor[agree.gt(0)] = grow
                factor[agree.lt(0)] = shrink
                state["step_size"].mul_(factor).clamp_(low, high)
                grad = grad.clone()
                grad[agree.lt(0)] = 0
                p.addcmul_(grad.sign(), state["step_size"], value=-1)
                state["prev"].copy_(grad)
        """#
}
