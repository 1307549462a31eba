import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 4), nn.Sigmoid(), nn.Linear(4, 4), nn.Sigmoid(), nn.Linear(4, 1))
norms = []
def hook(module, grad_input, grad_output):
    norms.append((module.__class__.__name__, grad_output[0].norm().item()))
for m in net:
    m.register_full_backward_hook(hook)
net(torch.randn(5, 4)).pow(2).mean().backward()
for name, n in norms:
    print(f"{name}: {n:.5f}")
for name, p in net.named_parameters():
    print(name, f"{p.grad.abs().mean():.5f}")
