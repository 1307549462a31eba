from collections import OrderedDict

import torch
import torch.nn as nn

print(nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.2))))
print(nn.Sequential())
print(nn.Sequential(OrderedDict([('a', nn.Linear(1, 1)), ('b', nn.Tanh())])))
print(nn.ModuleList([nn.Linear(1, 2) for _ in range(3)]))
print(nn.ModuleList([nn.Linear(1, 2), nn.Linear(1, 2), nn.Linear(2, 2)]))
print(nn.ModuleDict({'a': nn.Linear(1, 2), 'b': nn.ReLU()}))
print(nn.ModuleList(), nn.ModuleDict())
print(nn.ParameterList([nn.Parameter(torch.ones(2, 3)), torch.zeros(2)]))
print(nn.ParameterDict({'a': nn.Parameter(torch.ones(2, 3))}))
