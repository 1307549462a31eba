import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

torch.manual_seed(0)
x, y = torch.randn(64, 3), torch.randn(64, 1)
net = nn.Linear(3, 1)
opt = optim.SGD(net.parameters(), lr=1e-4)
gamma = (1.0 / 1e-4) ** (1 / 10)
sched = optim.lr_scheduler.ExponentialLR(opt, gamma)
lrs, losses = [], []
for i in range(10):
    opt.zero_grad()
    loss = F.mse_loss(net(x), y)
    loss.backward()
    opt.step()
    lrs.append(opt.param_groups[0]['lr'])
    losses.append(loss.item())
    sched.step()
print([f"{v:.5f}" for v in lrs])
print([f"{v:.3f}" for v in losses])
