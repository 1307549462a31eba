import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


m = nn.Sequential(nn.Linear(2, 1), nn.BatchNorm1d(1))
print(m.training, m[1].training)
m.eval()
print(m.training, m[1].training)
m.train()
attempt(m.train, 1)
print(m.double()[0].weight.dtype, m[1].running_mean.dtype, m[1].num_batches_tracked.dtype)
print(m.float()[0].weight.dtype)
attempt(m.to, torch.int64)
m.to(dtype=torch.float64)
print(m[0].bias.dtype)
m.requires_grad_(False)
print([p.requires_grad for p in m.parameters()])
print(m.to(torch.device('cpu')) is m, m.cpu() is m)
