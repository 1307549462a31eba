import torch
import torch.nn as nn
import torch.nn.functional as F

x = torch.tensor([[[[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 8.0, 1.0], [7.0, 0.0, 2.0, 2.0], [1.0, 6.0, 3.0, 9.0]]]], requires_grad=True)
pool = nn.MaxPool2d(2, return_indices=True)
y, i = pool(x)
y.sum().backward()
print(x.grad)
print(nn.MaxUnpool2d(2)(y.detach(), i))
print(nn.MaxUnpool2d(2)(y.detach(), i, output_size=(5, 5)).shape)
x.grad = None
F.avg_pool2d(x, 3, 1, 1).sum().backward()
print(x.grad)
x.grad = None
F.adaptive_avg_pool2d(x, (3, 2)).sum().backward()
print(x.grad)
