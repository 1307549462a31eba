import torch, torch.nn as nn
m = nn.Linear(2, 2)
with torch.autocast(device_type='cpu', enabled=False): print(m(torch.zeros(1, 2)).dtype)
scaler = torch.amp.GradScaler('cpu', enabled=False)
opt = torch.optim.SGD(m.parameters(), lr=.1)
l = m(torch.ones(1, 2)).sum(); scaler.scale(l).backward(); scaler.step(opt); scaler.update(); print(scaler.get_scale(), scaler.is_enabled())
