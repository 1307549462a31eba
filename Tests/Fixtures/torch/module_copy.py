import copy

import torch
import torch.nn as nn

torch.manual_seed(0)
m = nn.Sequential(nn.Linear(2, 1), nn.BatchNorm1d(1))
c = copy.deepcopy(m)
print(torch.equal(c[0].weight, m[0].weight), c[0].weight is m[0].weight)
s = copy.copy(m[0])
print(s.weight is m[0].weight)
c[0].weight.data.zero_()
print(m[0].weight.abs().sum() > 0)
c.eval()
print(m.training, c.training, c[1].training)
