# Normalization across channels, old and new, with gradients.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
for size in (1, 2, 3, 5):
    x = torch.randn(2, 6, 3, 4, dtype=torch.float64, requires_grad=True)
    for name, layer in (
        ("LocalResponseNorm", nn.LocalResponseNorm(size, alpha=0.1, beta=0.6, k=1.5)),
        ("CrossMapLRN2d", nn.CrossMapLRN2d(size, alpha=0.1, beta=0.6, k=1.5)),
    ):
        if size == 1 and name == "CrossMapLRN2d":
            continue
        x.grad = None
        out = layer(x)
        (out * torch.arange(out.numel()).view(out.shape)).sum().backward()
        print(layer, type(out.grad_fn).__name__)
        print("  ", f"{out.sum().item():.6f} {x.grad.sum().item():.6f} {x.grad.norm().item():.6f}")
lines = torch.randn(2, 5, 7, requires_grad=True)
F.local_response_norm(lines, 3, 0.5).sum().backward()
print(f"{lines.grad.sum().item():.4f}")
print(F.local_response_norm(torch.empty(0, 3, 2, 2), 2).shape)
for function in (
    lambda: nn.CrossMapLRN2d(2)(torch.rand(2, 3)),
    lambda: F.local_response_norm(torch.rand(2, 3), 2),
    lambda: F.local_response_norm(None, 2),
):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)
