import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.linspace(-3, 3, 8).view(2, 4)
print(nn.GLU()(x))
print(nn.GLU(0)(x))
attempt(nn.GLU(), torch.ones(3))
print(nn.Softmax2d()(torch.ones(1, 2, 2, 2)))
attempt(nn.Softmax2d(), torch.ones(2, 2))
attempt(nn.PReLU(3), torch.ones(2, 4))
p = nn.PReLU(4)
y = p(x)
print(y)
y.sum().backward()
print(p.weight.grad)
print(nn.RReLU().eval()(torch.tensor([-1.0, 2.0])))
attempt(nn.ReLU(), 3)
attempt(nn.GELU('foo'), torch.ones(1))
attempt(nn.Softmax(1), torch.ones(3))
