import torch
import torch.nn.functional as F

x = torch.arange(16.0).view(1, 1, 4, 4)
u = F.unfold(x, 2)
print(u.shape)
print(u[0, :, 0], u[0, :, -1])
print(F.fold(u, (4, 4), 2))
print(F.unfold(x, (2, 3), padding=1, stride=2).shape)
w = torch.ones(1, 4)
print((w @ u).view(1, 1, 3, 3))
print(F.conv2d(x, torch.ones(1, 1, 2, 2)))
x.requires_grad_()
F.unfold(x, 2).sum().backward()
print(x.grad)
