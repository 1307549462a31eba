import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.randn(4, 6, 5, 5) * 3 + 1
for layer in (nn.BatchNorm2d(6), nn.GroupNorm(3, 6), nn.GroupNorm(1, 6), nn.InstanceNorm2d(6), nn.LayerNorm([6, 5, 5]), nn.LocalResponseNorm(3), nn.RMSNorm([6, 5, 5])):
    y = layer(x)
    print(f"{layer.__class__.__name__:18s} std {y.std().item():.4f}", sum(p.numel() for p in layer.parameters()))
