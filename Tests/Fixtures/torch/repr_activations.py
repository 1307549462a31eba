import torch
import torch.nn as nn

for m in [nn.ReLU(), nn.ReLU(True), nn.ReLU6(), nn.LeakyReLU(0.2,True), nn.PReLU(3), nn.RReLU(), nn.ELU(0.5,True), nn.CELU(), nn.SELU(), nn.GELU('tanh'), nn.SiLU(), nn.Mish(), nn.Sigmoid(), nn.Tanh(), nn.Hardtanh(), nn.Hardsigmoid(), nn.Hardswish(), nn.Hardshrink(), nn.Softshrink(), nn.Tanhshrink(), nn.Softsign(), nn.Softplus(), nn.Softmax(dim=1), nn.LogSoftmax(1), nn.Softmin(1), nn.Softmax2d(), nn.LogSigmoid(), nn.Threshold(0.1,20), nn.GLU()]: print(m)
