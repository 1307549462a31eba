import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.arange(6.0).view(1, 1, 2, 3)
print(F.pad(x, (1, 1)))
print(F.pad(x, (1, 0, 0, 1), value=9.0))
print(F.pad(x, (1, 1, 1, 1), 'reflect'))
print(F.pad(x, (1, 2, 1, 0), 'replicate'))
print(F.pad(x, (1, 0, 1, 0), 'circular'))
print(F.pad(x, (-1, 0)))
attempt(F.pad, x, (4, 4, 0, 0), 'reflect')
attempt(F.pad, x, (1, 1), 'foo')
attempt(F.pad, torch.ones(3), (1, 1), 'reflect')
x.requires_grad_()
F.pad(x, (1, 1, 1, 1), 'reflect').sum().backward()
print(x.grad)
for c in [nn.ZeroPad2d(1), nn.ConstantPad1d(1, 2.0), nn.ReflectionPad2d((1, 1, 0, 1)), nn.ReplicationPad2d(1), nn.CircularPad2d(1)]:
    print(c(x.detach()).shape)
