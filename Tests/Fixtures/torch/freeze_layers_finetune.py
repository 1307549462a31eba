from collections import OrderedDict

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

torch.manual_seed(0)
net = nn.Sequential(OrderedDict(backbone=nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU()), head=nn.Linear(8, 2)))
for param in net.backbone.parameters():
    param.requires_grad = False
print([n for n, p in net.named_parameters() if p.requires_grad])
opt = optim.Adam(filter(lambda p: p.requires_grad, net.parameters()), lr=1e-2)
before = net.backbone[0].weight.clone()
loss = F.cross_entropy(net(torch.randn(6, 4)), torch.randint(0, 2, (6,)))
loss.backward()
opt.step()
print(torch.equal(before, net.backbone[0].weight), net.backbone[0].weight.grad, net.head.weight.grad is not None)
net.head = nn.Linear(8, 3)
print(net)
total = sum(p.numel() for p in net.parameters())
trainable = sum(p.numel() for p in net.parameters() if p.requires_grad)
print(f"{trainable:,} of {total:,} parameters are trained")
