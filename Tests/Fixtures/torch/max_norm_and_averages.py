import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# max norm, gradient accumulation, ema
m = nn.Linear(3, 2)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[3., 4., 0.], [.1, .1, .1]]))
    norm = m.weight.norm(2, dim=1, keepdim=True)
    m.weight.mul_(torch.clamp(norm, max=1.) / norm)
print(m.weight, torch.renorm(torch.tensor([[3., 4.], [.1, .1]]), 2, 0, 1.))
opt = torch.optim.SGD(m.parameters(), lr=.1)
opt.zero_grad()
for i in range(4):
    loss = m(torch.ones(1,3)*i).sum() / 4
    loss.backward()
    if (i+1) % 2 == 0:
        torch.nn.utils.clip_grad_norm_(m.parameters(), max_norm=1.0)
        opt.step(); opt.zero_grad(set_to_none=True)
print(m.weight, m.weight.grad)
import copy
ema = copy.deepcopy(m)
for pe, p in zip(ema.parameters(), m.parameters()): pe.data.mul_(.9).add_(p.data, alpha=.1)
print(ema.bias)
swa = torch.optim.swa_utils.AveragedModel(m); swa.update_parameters(m); print(swa.n_averaged, swa.module)
