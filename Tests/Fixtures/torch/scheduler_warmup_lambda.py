import torch
import torch.nn as nn
import torch.optim as optim

net = nn.Linear(1, 1)
opt = optim.SGD(net.parameters(), lr=1.0)
warm = lambda step: min(1.0, (step + 1) / 5) * 0.9 ** max(0, step - 5)
sched = optim.lr_scheduler.LambdaLR(opt, warm)
rates = []
for _ in range(10):
    rates.append(round(opt.param_groups[0]['lr'], 4))
    opt.step()
    sched.step()
print(rates)
opt = optim.SGD(net.parameters(), lr=0.1)
sched = optim.lr_scheduler.SequentialLR(opt, [optim.lr_scheduler.LinearLR(opt, 0.1, total_iters=3), optim.lr_scheduler.CosineAnnealingLR(opt, 5)], milestones=[3])
rates = []
for _ in range(9):
    rates.append(round(sched.get_last_lr()[0], 4))
    opt.step()
    sched.step()
print(rates)
