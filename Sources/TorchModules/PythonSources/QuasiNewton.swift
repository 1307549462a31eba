extension PythonSources {
    /// `torch.optim.LBFGS`.
    static let optimQuasiNewton = #"""
        import torch
        from torch.optim import Optimizer, _check, _with_hooks


        def _cubic_minimum(x1, f1, g1, x2, f2, g2, bounds=None):
            """Where the cubic through two points with those slopes is least, within the bounds."""
            low, high = bounds if bounds is not None else ((x1, x2) if x1 <= x2 else (x2, x1))
            d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2)
            square = d1**2 - g1 * g2
            if square < 0:
                return (low + high) / 2.0
            d2 = square.sqrt()
            if x1 <= x2:
                least = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2))
            else:
                least = x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2))
            return min(max(least, low), high)


        def _strong_wolfe(
            probe, t, d, f, g, gtd, c1=1e-4, c2=0.9, tolerance_change=1e-9, max_ls=25
        ):
            """A step that lowers the value enough and flattens the slope: Wolfe's conditions."""
            width = d.abs().max()
            g = g.clone()
            f_new, g_new = probe(t)
            evaluations = 1
            gtd_new = g_new.dot(d)
            t_before, f_before, g_before, gtd_before = 0, f, g, gtd
            done, count, bracket = False, 0, None
            # First a bracket that holds such a step, then narrower ones.
            while count < max_ls:
                if f_new > f + c1 * t * gtd or (count > 1 and f_new >= f_before):
                    bracket = [t_before, t]
                    values, slopes = [f_before, f_new], [gtd_before, gtd_new]
                    gradients = [g_before, g_new.clone()]
                    break
                if abs(gtd_new) <= -c2 * gtd:
                    bracket, values, gradients, slopes = [t], [f_new], [g_new], [gtd_new]
                    done = True
                    break
                if gtd_new >= 0:
                    bracket = [t_before, t]
                    values, slopes = [f_before, f_new], [gtd_before, gtd_new]
                    gradients = [g_before, g_new.clone()]
                    break
                least = t + 0.01 * (t - t_before)
                most = t * 10
                kept = t
                t = _cubic_minimum(
                    t_before, f_before, gtd_before, t, f_new, gtd_new, bounds=(least, most)
                )
                t_before, f_before, g_before, gtd_before = kept, f_new, g_new.clone(), gtd_new
                f_new, g_new = probe(t)
                evaluations += 1
                gtd_new = g_new.dot(d)
                count += 1
            if count == max_ls:
                bracket, values, gradients, slopes = [0, t], [f, f_new], [g, g_new], [gtd, gtd_new]
            stalled = False
            low, high = (0, 1) if values[0] <= values[-1] else (1, 0)
            while not done and count < max_ls:
                if abs(bracket[1] - bracket[0]) * width < tolerance_change:
                    break
                t = _cubic_minimum(
                    bracket[0], values[0], slopes[0], bracket[1], values[1], slopes[1]
                )
                # A step too near an end of the bracket twice in a row is moved inwards.
                margin = 0.1 * (max(bracket) - min(bracket))
                if min(max(bracket) - t, t - min(bracket)) < margin:
                    if stalled or t >= max(bracket) or t <= min(bracket):
                        if abs(t - max(bracket)) < abs(t - min(bracket)):
                            t = max(bracket) - margin
                        else:
                            t = min(bracket) + margin
                        stalled = False
                    else:
                        stalled = True
                else:
                    stalled = False
                f_new, g_new = probe(t)
                evaluations += 1
                gtd_new = g_new.dot(d)
                count += 1
                if f_new > f + c1 * t * gtd or f_new >= values[low]:
                    bracket[high], values[high] = t, f_new
                    gradients[high], slopes[high] = g_new.clone(), gtd_new
                    low, high = (0, 1) if values[0] <= values[1] else (1, 0)
                else:
                    if abs(gtd_new) <= -c2 * gtd:
                        done = True
                    elif gtd_new * (bracket[high] - bracket[low]) >= 0:
                        bracket[high], values[high] = bracket[low], values[low]
                        gradients[high], slopes[high] = gradients[low], slopes[low]
                    bracket[low], values[low] = t, f_new
                    gradients[low], slopes[low] = g_new.clone(), gtd_new
            return values[low], gradients[low], bracket[low], evaluations


        class LBFGS(Optimizer):
            """Limited-memory BFGS; step needs a closure."""

            __module__ = "torch.optim.lbfgs"

            def __init__(
                self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7,
                tolerance_change=1e-9, history_size=100, line_search_fn=None, *, maximize=False
            ):
                _check([(0.0 <= lr, f"Invalid learning rate: {lr}")])
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

            @_with_hooks
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
                    evaluations = 0
                    if group["line_search_fn"] is not None:
                        if group["line_search_fn"] != "strong_wolfe":
                            raise RuntimeError("only 'strong_wolfe' is supported")
                        start = [p.clone(memory_format=torch.contiguous_format) for p in self._params]

                        def probe(length):
                            self._move(length, direction)
                            with torch.enable_grad():
                                value = float(closure())
                            found = self._gradient()
                            for p, kept in zip(self._params, start):
                                p.copy_(kept)
                            return value, found

                        loss, gradient, size, evaluations = _strong_wolfe(
                            probe, size, direction, loss, gradient, slope
                        )
                        self._move(size, direction)
                    else:
                        self._move(size, direction)
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
