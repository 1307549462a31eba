import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.randn(2, 4, 3, requires_grad=True)
for c in [nn.LayerNorm(3), nn.LayerNorm((4, 3)), nn.GroupNorm(2, 4), nn.InstanceNorm1d(4), nn.RMSNorm(3)]:
    x.grad = None
    y = c(x)
    print(type(c).__name__, y[0])
    (y * torch.arange(24.0).view(2, 4, 3)).sum().backward()
    print(x.grad[1, 0])
