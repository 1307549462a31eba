import torch
import torch.nn as nn
import torch.optim as optim
from torch.optim.swa_utils import AveragedModel, SWALR, get_ema_multi_avg_fn, update_bn

torch.manual_seed(0)
m = nn.Linear(2, 1)
a = AveragedModel(m)
e = AveragedModel(m, multi_avg_fn=get_ema_multi_avg_fn(0.9))
o = optim.SGD(m.parameters(), 0.1)
for i in range(3):
    o.zero_grad()
    m(torch.ones(1, 2)).sum().backward()
    o.step()
    a.update_parameters(m)
    e.update_parameters(m)
print(a)
print(a.module.weight, e.module.weight, a.n_averaged)
print(list(a.state_dict()))
s = SWALR(o, 0.05, anneal_epochs=3)
for i in range(4):
    o.step()
    s.step()
    print(round(s.get_last_lr()[0], 5))
