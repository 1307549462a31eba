import torch
import torch.nn as nn
import torch.optim as optim

S = optim.lr_scheduler
o = optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1)
s = S.ReduceLROnPlateau(o, patience=1, factor=0.5)
out = []
for v in [1, 1, 1, 1, 0.5, 0.6, 0.6, 0.6]:
    s.step(v)
    out.append((s.get_last_lr(), s.num_bad_epochs))
print(out)
s = S.ReduceLROnPlateau(o, 'max', 0.1, 0, cooldown=1, min_lr=0.001, threshold_mode='abs')
for v in [1, 1, 1, 1, 1]:
    s.step(torch.tensor(v))
    print(f"{o.param_groups[0]['lr']:.5f}", s.cooldown_counter, s.in_cooldown)
