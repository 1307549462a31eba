import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.tensor([-1.0, 0.0, 2.0])
r = nn.ReLU(inplace=True)
y = r(x)
print(x is y, x)
a = torch.tensor([-1.0, 2.0])
print(F.relu_(a) is a, a)
print(F.leaky_relu(torch.tensor([-1.0]), 0.1, inplace=True))
w = torch.tensor([1.0, -1.0], requires_grad=True)
attempt(lambda: F.relu(w, inplace=True))
z = w * 2
print(F.relu(z, inplace=True))
b = torch.tensor([-9.0, 9.0])
F.hardtanh(b, inplace=True)
print(b)
c = torch.tensor([-1.0])
nn.ELU(inplace=True)(c)
print(c)
