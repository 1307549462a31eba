extension PythonSources {
    /// `torch.optim`: optimizers whose arithmetic is written with tensors.
    static let optimMore = #"""
        import math

        import torch
        from torch import Tensor
        from torch.optim import Optimizer


        def _check(rules):
            for holds, message in rules:
                if not holds:
                    raise ValueError(message)


        def _refuse(**options):
            for name, value in options.items():
                if value:
                    raise NotImplementedError(f"{name}={value!r} is not part of CNNLab's torch.optim")


        def _betas(betas):
            return [
                (0.0 <= beta < 1.0, f"Invalid beta parameter at index {i}: {beta}")
                for i, beta in enumerate(betas)
            ]


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
                    (0.0 <= lr, f"Invalid learning rate: {lr}"),
                    (0.0 <= eps, f"Invalid epsilon value: {eps}"),
                    *_betas(betas),
                    (0.0 <= weight_decay, f"Invalid weight_decay value: {weight_decay}"),
                ])
                _refuse(differentiable=differentiable, capturable=capturable)
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
                    (0.0 <= lr, f"Invalid learning rate: {lr}"),
                    (0.0 <= eps, f"Invalid epsilon value: {eps}"),
                    *_betas(betas),
                    (0.0 <= weight_decay, f"Invalid weight_decay value: {weight_decay}"),
                ])
                _refuse(differentiable=differentiable, capturable=capturable)
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
                    (0.0 <= lr, f"Invalid learning rate: {lr}"),
                    (0.0 <= weight_decay, f"Invalid weight_decay value: {weight_decay}"),
                ])
                _refuse(differentiable=differentiable, capturable=capturable)
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
                    (0.0 <= lr, f"Invalid learning rate: {lr}"),
                    (0.0 < etas[0] < 1.0 < etas[1], f"Invalid eta values: {etas[0]}, {etas[1]}"),
                ])
                _refuse(differentiable=differentiable, capturable=capturable)
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


        class LBFGS(Optimizer):
            """Limited-memory BFGS; step needs a closure."""

            __module__ = "torch.optim.lbfgs"

            def __init__(
                self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7,
                tolerance_change=1e-9, history_size=100, line_search_fn=None, *, maximize=False
            ):
                _check([(0.0 <= lr, f"Invalid learning rate: {lr}")])
                if line_search_fn is not None:
                    raise NotImplementedError(
                        f"line_search_fn={line_search_fn!r} is not part of CNNLab's torch.optim"
                    )
                if max_eval is None:
                    max_eval = max_iter * 5 // 4
                super().__init__(
                    params,
                    dict(
                        lr=lr, max_iter=max_iter, max_eval=max_eval, tolerance_grad=tolerance_grad,
                        tolerance_change=tolerance_change, history_size=history_size,
                        line_search_fn=line_search_fn, maximize=maximize
                    ),
                )
                if len(self.param_groups) != 1:
                    raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
                self._params = self.param_groups[0]["params"]

            def _gradient(self):
                gradient = torch.cat([
                    torch.zeros(p.numel(), dtype=p.dtype) if p.grad is None else p.grad.view(-1)
                    for p in self._params
                ])
                return gradient.neg_() if self.param_groups[0].get("maximize", False) else gradient

            def _move(self, size, direction):
                begin = 0
                for p in self._params:
                    end = begin + p.numel()
                    p.add_(direction[begin:end].view_as(p), alpha=size)
                    begin = end

            @torch.no_grad()
            def step(self, closure):
                """Several iterations; the closure gives the loss."""
                self._step_calls += 1
                group = self.param_groups[0]
                lr, limit = group["lr"], group["max_iter"]
                with torch.enable_grad():
                    first = closure()
                loss, calls = float(first), 1
                state = self.state[self._params[0]]
                state["func_evals"] = state.get("func_evals", 0) + 1
                state.setdefault("n_iter", 0)
                gradient = self._gradient()
                if gradient.abs().max() <= group["tolerance_grad"]:
                    return first
                direction, size = state.get("d"), state.get("t")
                ys, steps = state.get("old_dirs", []), state.get("old_stps", [])
                ro, scale = state.get("ro", []), state.get("H_diag", 1)
                before, loss_before = state.get("prev_flat_grad"), state.get("prev_loss")
                for n in range(1, limit + 1):
                    state["n_iter"] += 1
                    if state["n_iter"] == 1:
                        direction, ys, steps, ro, scale = gradient.neg(), [], [], [], 1
                    else:
                        y, s = gradient.sub(before), direction.mul(size)
                        product = y.dot(s)
                        if product > 1e-10:
                            if len(ys) == group["history_size"]:
                                ys.pop(0), steps.pop(0), ro.pop(0)
                            ys.append(y)
                            steps.append(s)
                            ro.append(1.0 / product)
                            scale = product / y.dot(y)
                        q, factors = gradient.neg(), [None] * len(ys)
                        for i in reversed(range(len(ys))):
                            factors[i] = steps[i].dot(q) * ro[i]
                            q.add_(ys[i], alpha=-factors[i].item())
                        direction = q.mul(scale)
                        for i in range(len(ys)):
                            beta = ys[i].dot(direction) * ro[i]
                            direction.add_(steps[i], alpha=(factors[i] - beta).item())
                    before, loss_before = gradient.clone(), loss
                    if state["n_iter"] == 1:
                        size = min(1.0, 1.0 / float(gradient.abs().sum())) * lr
                    else:
                        size = lr
                    slope = gradient.dot(direction)
                    if slope > -group["tolerance_change"]:
                        break
                    self._move(size, direction)
                    evaluations = 0
                    if n != limit:
                        with torch.enable_grad():
                            loss = float(closure())
                        gradient = self._gradient()
                        evaluations = 1
                    calls += evaluations
                    state["func_evals"] += evaluations
                    if n == limit or calls >= group["max_eval"]:
                        break
                    if gradient.abs().max() <= group["tolerance_grad"]:
                        break
                    if direction.mul(size).abs().max() <= group["tolerance_change"]:
                        break
                    if abs(loss - loss_before) < group["tolerance_change"]:
                        break
                state.update(
                    d=direction, t=size, old_dirs=ys, old_stps=steps, ro=ro, H_diag=scale,
                    prev_flat_grad=before, prev_loss=loss_before
                )
                return first
        """#
}
