import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


p = nn.Parameter(torch.tensor([1.0, 2.0]))
print(p)
print(type(p), p.requires_grad)
print(nn.Parameter(torch.ones(2), requires_grad=False))
attempt(nn.Parameter, torch.ones(2, dtype=torch.int64))
print(nn.Parameter())
print(isinstance(p, nn.Parameter), isinstance(p, torch.Tensor))
t = torch.ones(2)
q = nn.Parameter(t)
t[0] = 5
print(q)
print((p * 2).grad_fn is not None, type(p * 2))
print(p.data, p.is_leaf)
