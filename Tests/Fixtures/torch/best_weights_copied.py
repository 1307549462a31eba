import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
best = copy.deepcopy(nn.Linear(2,2).state_dict()) if False else None
import copy
m = nn.Linear(2,2)
best = copy.deepcopy(m.state_dict())
with torch.no_grad():
    m.weight.fill_(1)
m.load_state_dict(best)
print(m.weight)
m2 = copy.deepcopy(m)
print(m2.weight is m.weight, torch.equal(m2.weight, m.weight), m2)
