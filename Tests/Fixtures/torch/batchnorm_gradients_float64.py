import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
m = nn.BatchNorm2d(2).double()
x = torch.randn(3, 2, 2, 2, dtype=torch.float64, requires_grad=True)
y = m(x)
(y * torch.arange(24.0).view(3, 2, 2, 2)).sum().backward()
print(x.grad.sum().abs().item() < 1e-09)
print(m.weight.grad, m.bias.grad)
print(torch.autograd.gradcheck(lambda t: F.batch_norm(t, None, None, training=True), (x,)))
m.eval()
print(torch.autograd.gradcheck(m, (x,)))
