import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# MC dropout
net = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(p=0.2), nn.Linear(16, 3))
def enable_dropout(model):
    for m in model.modules():
        if m.__class__.__name__.startswith('Dropout'):
            m.train()
net.eval(); enable_dropout(net)
x = torch.randn(5, 4)
preds = torch.stack([F.softmax(net(x), dim=-1) for _ in range(10)])
print(preds.mean(0), preds.std(0))
mean = preds.mean(dim=0)
entropy = -(mean * torch.log(mean + 1e-12)).sum(-1)
print(entropy)
print(net.training, [m.training for m in net])
