import torch
import torch.nn as nn

def numeric_gradient(f, x, h=1e-5):
    grad = torch.zeros_like(x)
    flat, g = x.view(-1), grad.view(-1)
    for i in range(flat.numel()):
        old = flat[i].item()
        flat[i] = old + h
        up = f(x).item()
        flat[i] = old - h
        down = f(x).item()
        flat[i] = old
        g[i] = (up - down) / (2 * h)
    return grad
torch.manual_seed(0)
layers = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Tanh(), nn.Flatten(), nn.Linear(8, 1)).double()
x = torch.randn(3, 1, 4, 4, dtype=torch.float64)
f = lambda v: layers(v).sum()
with torch.no_grad():
    n = numeric_gradient(f, x.clone())
x.requires_grad_()
f(x).backward()
print((n - x.grad).abs().max().item() < 1e-6)
