import torch
import torch.nn as nn
import torch.optim as optim


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


S = optim.lr_scheduler
o = optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1)
attempt(S.ReduceLROnPlateau, o, factor=1.5)
attempt(S.ReduceLROnPlateau, o, mode='foo')
attempt(S.ReduceLROnPlateau, 3)
attempt(S.StepLR, o)
attempt(S.StepLR, 3, 2)
attempt(S.LambdaLR, o, [lambda e: 1, lambda e: 2])
attempt(S.CosineAnnealingWarmRestarts, o, 0)
attempt(S.LinearLR, o, 2.0)
attempt(S.ConstantLR, o, 2.0)
attempt(S.OneCycleLR, o, 0.1)
attempt(S.OneCycleLR, o, 0.1, total_steps=-1)
attempt(S.OneCycleLR, o, 0.1, total_steps=10, pct_start=2.0)
attempt(S.SequentialLR, o, [], [])
attempt(S.ReduceLROnPlateau, o, verbose=True)
attempt(S.StepLR, o, 2, verbose=True)
attempt(S.ChainedScheduler, [])
m = optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1, momentum=0.9)
s = S.OneCycleLR(m, 0.1, total_steps=3)
for i in range(4):
    m.step()
    attempt(s.step)
