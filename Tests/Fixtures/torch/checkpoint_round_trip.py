import copy

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

torch.manual_seed(0)
net, x, y = nn.Linear(3, 1), torch.randn(8, 3), torch.randn(8, 1)
opt = optim.Adam(net.parameters(), lr=0.1)
sched = optim.lr_scheduler.StepLR(opt, 2, 0.5)
def step(net, opt, sched):
    opt.zero_grad()
    loss = F.mse_loss(net(x), y)
    loss.backward()
    opt.step()
    sched.step()
    return round(loss.item(), 5)
for _ in range(3):
    step(net, opt, sched)
checkpoint = copy.deepcopy({'epoch': 3, 'model': net.state_dict(), 'opt': opt.state_dict(), 'sched': sched.state_dict()})
a = [step(net, opt, sched) for _ in range(3)]
net2 = nn.Linear(3, 1)
opt2 = optim.Adam(net2.parameters(), lr=9.0)
sched2 = optim.lr_scheduler.StepLR(opt2, 7)
net2.load_state_dict(checkpoint['model'])
opt2.load_state_dict(checkpoint['opt'])
sched2.load_state_dict(checkpoint['sched'])
b = [step(net2, opt2, sched2) for _ in range(3)]
print(a == b, sched2.get_last_lr(), sorted(checkpoint))
