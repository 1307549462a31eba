# Second derivatives of in-place operations, decompositions, pools and activations, and those that PyTorch refuses.
import torch
import torch.nn.functional as F

D = torch.float64


def shown(x):
    return None if x is None else [round(v, 6) + 0.0 for v in (x + torch.zeros(x.shape, dtype=D)).flatten().tolist()]


def second(name, f, x, weights=None):
    x = x.clone().requires_grad_()
    y = f(x)
    weights = torch.linspace(-1, 1, y.numel(), dtype=D).reshape(y.shape) if weights is None else weights
    (g,) = torch.autograd.grad(y, x, weights, create_graph=True)
    try:
        (h,) = torch.autograd.grad(g, x, torch.linspace(1, 2, g.numel(), dtype=D).reshape(g.shape), allow_unused=True)
        print(name, shown(h))
    except Exception as e:
        print(name, type(e).__name__, str(e))


x = torch.tensor([[0.3, -1.2, 0.8], [1.5, -0.4, 0.9], [-0.7, 0.2, 1.1]], dtype=D)
second("chain in place", lambda x: (x * 2).mul_(x).add_(1).pow_(2).sigmoid_(), x)
second("exp_ log_", lambda x: (x * 1).exp_().mul(2).add_(x).log_(), x.abs())
second("div_", lambda x: (x * x).div_(x * x + 1), x)
second("part in place", lambda x: torch.cat([(x * x)[:1].mul_(x[:1]), (x * x)[1:].sin_()]), x)
s = lambda x: x @ x.mT + torch.diag(torch.arange(1.0, 4.0, dtype=D))
second("eigvalsh", lambda x: torch.linalg.eigvalsh(s(x)), x)
second("eigh", lambda x: torch.linalg.eigh(s(x))[1] ** 2, x)
second("svdvals", lambda x: torch.linalg.svdvals(x), x)
second("svd", lambda x: torch.linalg.svd(x)[0] ** 2, x)
second("qr", lambda x: torch.linalg.qr(x)[1] ** 2, x)
second("pinv", lambda x: torch.linalg.pinv(x), x)
second("nuclear", lambda x: torch.linalg.matrix_norm(x, "nuc"), x)
second("i0", lambda x: torch.special.i0(x), x)
second("remainder", lambda x: torch.remainder(x * 3, x * x + 0.5), x)
for name in ["leaky_relu", "relu6", "hardtanh", "hardshrink", "softshrink", "hardsigmoid", "elu", "selu", "celu"]:
    second(name, getattr(F, name), x)
image = torch.linspace(-1, 1, 36, dtype=D).sin().reshape(1, 1, 6, 6)
line = torch.linspace(-1, 1, 8, dtype=D).cos().reshape(1, 1, 8)
second("max_pool2d", lambda x: F.max_pool2d(x, 2), image)
second("max_pool1d", lambda x: F.max_pool1d(x, 3, 2, 1), line)
second("avg_pool2d", lambda x: F.avg_pool2d(x, 3, 2, 1), image)
second("avg_pool1d", lambda x: F.avg_pool1d(x, 2), line)
second("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, 2), image)
second("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, 2), image)
second("square of max_pool2d", lambda x: F.max_pool2d(x * x, 2), image)
second("square of avg_pool2d", lambda x: F.avg_pool2d(x * x, 2), image)
second("reflect", lambda x: F.pad(x, (1, 1), mode="reflect"), line)
second("replicate", lambda x: F.pad(x, (1, 1, 1, 1), mode="replicate"), image)
second("nll", lambda x: F.nll_loss(x, torch.tensor([0, 2, 1]), reduction="none"), x)
second("multi margin", lambda x: F.multi_margin_loss(x, torch.tensor([0, 2, 1]), reduction="none"), x)

w = x.clone().requires_grad_()
scale = torch.ones(2, 3, dtype=D, requires_grad=True)
(g,) = torch.autograd.grad(F.embedding(torch.tensor([0, 2]), w), w, scale, create_graph=True)
print("embedding", shown(torch.autograd.grad(g.sum(), scale)[0]))
