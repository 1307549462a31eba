import torch
import torch.nn as nn

x = torch.linspace(-2.5, 2.5, 6, requires_grad=True)
for c in [nn.ReLU(), nn.ReLU6(), nn.LeakyReLU(0.2), nn.ELU(), nn.CELU(2.0), nn.SELU(), nn.GELU(), nn.SiLU(), nn.Mish(), nn.Sigmoid(), nn.Tanh(), nn.Hardtanh(), nn.Hardsigmoid(), nn.Hardswish(), nn.Hardshrink(), nn.Softshrink(), nn.Softsign(), nn.Softplus(), nn.Softmax(0), nn.LogSigmoid()]:
    x.grad = None
    y = c(x)
    y.pow(2).sum().backward()
    print(type(c).__name__, x.grad, y.grad_fn.name())
