"""Inputs that PyTorch saves though the gradient needs only their shape: changed in place, the backward pass refuses."""

import torch
import torch.nn as nn
import torch.nn.functional as F


def changed(name, function, shape, change):
    leaf = torch.arange(float(torch.Size(shape).numel())).view(shape).requires_grad_()
    x = leaf * 1
    y = function(x)
    change(x, y)
    try:
        y.sum().backward()
        print(name, leaf.grad.sum())
    except RuntimeError as error:
        print(name, error)


def input_(x, y):
    x.add_(1)


def output_(x, y):
    y.mul_(2)


index = torch.zeros(1, 1, 2, 4, dtype=torch.int64)
for change in [input_, output_, lambda x, y: x.detach().zero_(), lambda x, y: x[0, 0, 0].zero_()]:
    plane = [
        ("max_pool2d", lambda x: F.max_pool2d(x, 2)),
        ("max_pool2d of another size", lambda x: F.max_pool2d(x, 3, stride=1)),
        ("avg_pool2d", lambda x: F.avg_pool2d(x, 2)),
        ("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, 2)),
        ("adaptive_avg_pool2d of one", lambda x: F.adaptive_avg_pool2d(x, 1)),
        ("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, 2)),
        ("gather", lambda x: x.gather(2, index)),
        ("a view", lambda x: F.max_pool2d(x[:, :, 1:], 2)),
    ]
    for name, function in plane:
        changed(name, function, (1, 1, 4, 4), change)
for change in [input_, output_]:
    changed("max_pool1d", lambda x: F.max_pool1d(x, 2), (1, 2, 6), change)
    changed("avg_pool1d", lambda x: F.avg_pool1d(x, 2), (1, 2, 6), change)

# What comes after a step that computes later is refused all the same, and a large plane as well.
torch.manual_seed(0)
block = nn.Sequential(nn.Conv2d(1, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU())
x = block(torch.randn(16, 1, 28, 28))
y = F.max_pool2d(x, 2)
with torch.no_grad():
    x += 1
try:
    y.sum().backward()
except RuntimeError as error:
    print(error)
