import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


l = nn.ModuleList([nn.Linear(1, 1)])
l.append(nn.ReLU())
l += [nn.Tanh()]
print(l, len(l))
print(l[0], l[-1], l[0:2])
l.insert(0, nn.ELU())
attempt(lambda: l[10])
attempt(l.append, 3)
attempt(l.extend, 3)
attempt(l, 1)
attempt(nn.ModuleList, [1])
l[1] = nn.SiLU()
del l[0]
print(l)
print(l + [nn.ReLU()])
print(l.pop(0))
print([n for n, _ in l.named_children()])
