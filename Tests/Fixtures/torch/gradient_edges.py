# Gradients where functions have corners, poles and ties.
import torch
import torch.nn.functional as F

D = torch.float64
inf, nan = float("inf"), float("nan")


def shown(x):
    if x is None:
        return None
    return [float(f"{v:.6g}") + 0.0 for v in (x.detach() + torch.zeros(x.shape, dtype=x.dtype)).flatten().tolist()]


def slope(name, f, *data):
    xs = [torch.tensor(d, dtype=D, requires_grad=True) for d in data]
    y = f(*xs)
    g = torch.autograd.grad(y, xs, torch.arange(1.0, y.numel() + 1, dtype=D).reshape(y.shape), allow_unused=True)
    print(name, shown(y), *[shown(t) for t in g])


zeros = [[0.0, 0.0], [3.0, 0.0], [-4.0, 3.0]]
for p in [0, 0.5, 1, 1.5, 2, 3, inf, -1, -inf]:
    slope(f"norm {p}", lambda x: x.norm(p), [0.0, 0.0])
    slope(f"norm {p} of rows", lambda x: x.norm(p, dim=1), zeros)
    slope(f"normalize {p}", lambda x: F.normalize(x, p), zeros)
slope("norm with nan", lambda x: x.norm(inf), [1.0, nan])
specials = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, inf, -inf, nan]
for name in ["abs", "sign", "sqrt", "rsqrt", "digamma", "lgamma", "sinc", "logit", "angle", "reciprocal", "log", "i0"]:
    slope(name, getattr(torch, name), [v for v in specials if not (name in ("digamma", "lgamma") and v in (-1.0, -inf))])
slope("entr", torch.special.entr, specials)
slope("logit eps", lambda x: torch.logit(x, 0.1), specials)
slope("trigamma", lambda x: torch.polygamma(1, x), [0.25, 1.0, 3.5, -0.5, inf])
for e in [0, 1, 2, -1, 0.5, 1.5]:
    slope(f"pow {e}", lambda x: x ** e, [0.0, 1.0, 2.0])
    slope(f"rpow {e}", lambda x: torch.pow(e, x), [0.0, 1.0, 2.0, -1.0])
slope("pow of tensors", torch.pow, [0.0, 0.0, 1.0, -1.0, 2.0], [0.0, 2.0, 0.0, 2.0, 0.5])
slope("hypot", torch.hypot, [3.0, 0.0, 1e300, inf], [4.0, 1e-200, 1e300, 1.0])
slope("nextafter", torch.nextafter, [0.0, 1.0, 1.0, 1.0], [1.0, 0.0, 1.0, nan])
for low, high in [(-1, 1), (0, 0), (1, 0), (None, 0.5), (0.5, None)]:
    slope(f"clamp {low} {high}", lambda x: x.clamp(low, high), specials)
slope("clamp of tensors", torch.clamp, [0.0, 0.0, 1.0, 2.0, 1.0, 3.0, nan], [0.0, 0.0, 2.0, 0.0, 2.0, 0.0, 1.0], [0.0, 1.0, 2.0, 2.0, 1.0, 2.0, 2.0])
slope("clamp min", lambda x, m: torch.clamp(x, min=m), [0.0, 1.0, 2.0], [1.0, 1.0, 1.0])
slope("maximum", torch.maximum, [0.0, 1.0, 2.0], [1.0, 1.0, 1.0])
for correction in [0, 1, 2]:
    slope(f"var of one {correction}", lambda x: x.var(correction=correction), [3.0])
    slope(f"std of two {correction}", lambda x: x.std(correction=correction), [3.0, 3.0])
    slope(f"var of rows {correction}", lambda x: x.var(1, correction=correction), [[1.0, 1.0], [1.0, 3.0]])
rows = [[-inf, -inf], [-inf, 0.0], [1.0, 1.0]]
for name in ["logsumexp", "softmax", "log_softmax", "logcumsumexp"]:
    slope(name, lambda x: getattr(torch, name)(x, 1), rows)
for v in [[0.0, 2.0, 3.0], [0.0, 0.0, 3.0]]:
    slope("prod", torch.prod, v)
    slope("cumprod", lambda x: x.cumprod(0), v)
slope("amax", lambda x: x.amax(), [2.0, 1.0, 2.0])
slope("max", lambda x: x.max(), [2.0, 1.0, 2.0])
slope("max of rows", lambda x: x.max(1).values, [[2.0, 2.0], [1.0, 3.0]])
slope("where", lambda x: torch.where(x > 0, x.sqrt(), torch.zeros_like(x)), [0.0, 4.0])
slope("bce", lambda x, t: F.binary_cross_entropy(x, t, reduction="none"), [0.0, 1.0, 0.5, 1.0], [0.0, 1.0, 1.0, 0.0])
slope("smooth l1", lambda x, t: F.smooth_l1_loss(x, t, reduction="none"), [0.0, 1.0, inf], [0.0, 0.0, 1.0])
slope("huber", lambda x, t: F.huber_loss(x, t, reduction="none"), [0.0, 2.0, inf], [0.0, 0.0, 1.0])
corners = [-3.0, -1.0, 0.0, 1.0, 3.0, 6.0]
for name in ["relu", "relu6", "leaky_relu", "elu", "selu", "celu", "hardtanh", "hardsigmoid", "hardswish", "hardshrink", "softshrink"]:
    slope(name, getattr(F, name), corners)
