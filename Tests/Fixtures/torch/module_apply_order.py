import torch
import torch.nn as nn

def show(m):
    print(type(m).__name__)
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, 0.5)
        m.bias.data.fill_(0.1)
net = nn.Sequential(nn.Linear(2, 2), nn.Sequential(nn.Linear(2, 2), nn.ReLU()))
print(net.apply(show) is net)
print(net(torch.ones(1, 2)))
