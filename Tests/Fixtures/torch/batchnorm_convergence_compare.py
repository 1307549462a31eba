import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

def make(bn):
    layers = [nn.Linear(5, 16)]
    if bn:
        layers.append(nn.BatchNorm1d(16))
    layers += [nn.Tanh(), nn.Linear(16, 2)]
    return nn.Sequential(*layers)

for lr in (0.05, 0.5):
    for bn in (False, True):
        torch.manual_seed(0)
        x = torch.randn(40, 5) * 3 + 5
        y = (x[:, 0] > 5).long()
        net = make(bn)
        opt = optim.SGD(net.parameters(), lr=lr)
        for _ in range(15):
            opt.zero_grad()
            loss = F.cross_entropy(net(x), y)
            loss.backward()
            opt.step()
        print(lr, bn, round(loss.item(), 3))
