import torch
import torch.nn as nn
from torch.optim import lr_scheduler as S
import torch.optim as optim


def run(make, steps=8, metric=None):
    p = nn.Parameter(torch.zeros(1))
    opt = torch.optim.SGD([p], lr=0.1)
    s = make(opt)
    out = []
    for i in range(steps):
        opt.step()
        out.append(round(opt.param_groups[0]["lr"], 6))
        if metric:
            s.step(metric[i])
        else:
            s.step()
    print(out, s.get_last_lr())


run(lambda o: S.StepLR(o, step_size=3, gamma=0.5))
run(lambda o: S.MultiStepLR(o, milestones=[2, 5], gamma=0.1))
run(lambda o: S.ExponentialLR(o, gamma=0.9))
run(lambda o: S.LambdaLR(o, lr_lambda=lambda e: 0.95 ** e))
run(lambda o: S.CosineAnnealingLR(o, T_max=8))
run(lambda o: S.CosineAnnealingWarmRestarts(o, T_0=3, T_mult=2))
run(lambda o: S.ReduceLROnPlateau(o, patience=1, factor=0.5), metric=[1, 0.9, 0.9, 0.9, 0.9, 0.8, 0.9, 1.0])
run(lambda o: S.OneCycleLR(o, max_lr=1.0, total_steps=10))
run(lambda o: S.CyclicLR(o, base_lr=0.01, max_lr=0.1, step_size_up=2, cycle_momentum=False))
run(lambda o: S.LinearLR(o, total_iters=4))
run(lambda o: S.SequentialLR(o, [S.LinearLR(o, total_iters=3), S.ExponentialLR(o, gamma=0.5)], milestones=[3]))
