import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 1))
x, y = torch.randn(10, 4), torch.randn(10, 1)
l1 = sum(p.abs().sum() for p in net.parameters())
l2 = sum((p ** 2).sum() for n, p in net.named_parameters() if n.endswith('weight'))
loss = F.mse_loss(net(x), y) + 1e-3 * l1 + 1e-2 * l2
loss.backward()
print(f"{l1.item():.4f} {l2.item():.4f} {loss.item():.4f}")
print(net[0].bias.grad)
