import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.LazyConv2d(4, 3), nn.LazyBatchNorm2d(), nn.ReLU(), nn.Flatten(), nn.LazyLinear(3))
print(net)
y = net(torch.randn(2, 1, 5, 5))
print(y.shape)
print(net)
print(net[0].weight.shape, net[4].in_features, type(net[4]).__name__)
print(y)
