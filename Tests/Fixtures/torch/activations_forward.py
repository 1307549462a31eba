import torch
import torch.nn as nn

x=torch.linspace(-3,3,7)
for c in [nn.ReLU(), nn.ReLU6(), nn.LeakyReLU(), nn.LeakyReLU(0.2), nn.ELU(), nn.ELU(0.5), nn.CELU(2.0), nn.SELU(), nn.GELU(), nn.GELU('tanh'), nn.SiLU(), nn.Mish(), nn.Sigmoid(), nn.Tanh(), nn.Hardtanh(-2,2), nn.Hardsigmoid(), nn.Hardswish(), nn.Hardshrink(), nn.Softshrink(), nn.Tanhshrink(), nn.Softsign(), nn.Softplus(2,5), nn.Softmax(0), nn.LogSoftmax(0), nn.Softmin(0), nn.LogSigmoid(), nn.Threshold(0.1,20)]: print(type(c).__name__,c(x))
