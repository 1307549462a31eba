import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


m = nn.Linear(2, 2)
attempt(setattr, m, 'weight', torch.ones(2, 2))
attempt(setattr, m, 'weight', 3)
attempt(setattr, m, 'bias', 'x')
attempt(setattr, m, 'bias', None)
print(m)
b = nn.BatchNorm1d(2)
attempt(setattr, b, 'running_mean', 3)
attempt(setattr, b, 'running_mean', torch.ones(2))
print(b.running_mean)
s = nn.Sequential(nn.Linear(1, 1))
attempt(s.__setitem__, 0, 3)
attempt(s.__setitem__, 0, nn.ReLU())
print(s)
attempt(s.__setitem__, 5, nn.ReLU())
attempt(lambda: s[3])
