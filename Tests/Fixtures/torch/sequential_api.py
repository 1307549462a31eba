import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


s = nn.Sequential(nn.Linear(1, 2), nn.ReLU(), nn.Linear(2, 3))
print(len(s), s[0], s[-1])
print(s[0:2])
s.append(nn.Tanh())
s.insert(1, nn.Sigmoid())
s.extend([nn.ELU()])
print(s)
print(s.pop(0))
del s[0]
print(s)
attempt(s.insert, 50, nn.ReLU())
attempt(s.append, 3)
print(s + nn.Sequential(nn.ReLU()))
print(nn.Sequential(nn.ReLU()) * 2)
attempt(lambda: s * 0)
attempt(lambda: s + 3)
attempt(nn.Sequential, 3)
attempt(nn.Sequential, [nn.ReLU()])
attempt(nn.Sequential, nn.ReLU)
