import torch
import torch.nn as nn
import torch.optim as optim

S = optim.lr_scheduler

def rates(f, n=8, **k):
    o = optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1, momentum=0.9)
    s = f(o)
    out = []
    for i in range(n):
        out.append(round(s.get_last_lr()[0], 5))
        o.step()
        s.step()
    print(type(s).__name__, out)
for f in [lambda o: S.StepLR(o, 3, 0.5), lambda o: S.MultiStepLR(o, [2, 5], 0.1), lambda o: S.ExponentialLR(o, 0.9), lambda o: S.LambdaLR(o, lambda e: 0.95 ** e), lambda o: S.MultiplicativeLR(o, lambda e: 0.9), lambda o: S.CosineAnnealingLR(o, 4, eta_min=0.01), lambda o: S.CosineAnnealingWarmRestarts(o, 2, 2, 0.01), lambda o: S.LinearLR(o, 0.1, 1.0, 4), lambda o: S.ConstantLR(o, 0.5, 3), lambda o: S.PolynomialLR(o, 5, 2.0), lambda o: S.OneCycleLR(o, 1.0, total_steps=12), lambda o: S.OneCycleLR(o, 1.0, epochs=3, steps_per_epoch=4, anneal_strategy='linear', three_phase=True), lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=3), lambda o: S.CyclicLR(o, 0.01, 0.1, step_size_up=2, step_size_down=3, mode='triangular2'), lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)], [3]), lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.1, 2), S.ExponentialLR(o, 0.9)])]:
    rates(f)
