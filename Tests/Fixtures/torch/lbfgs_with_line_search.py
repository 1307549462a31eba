import torch
def rosen(p): return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2
for ls in (None, 'strong_wolfe'):
    p = torch.tensor([-1.5, 2.], dtype=torch.float64, requires_grad=True); o = torch.optim.LBFGS([p], lr=.1 if ls is None else 1, max_iter=10, history_size=5, line_search_fn=ls)
    def closure():
        o.zero_grad(); l = rosen(p); l.backward(); return l
    for i in range(5): l = o.step(closure); print(ls, f"{l.item():.6f}", p)
