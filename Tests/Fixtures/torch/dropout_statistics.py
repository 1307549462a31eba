import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.ones(10000)
for p in (0.1, 0.5, 0.9):
    y = F.dropout(x, p)
    kept = (y != 0).float().mean().item()
    print(p, abs(kept - (1 - p)) < 0.02, abs(y.mean().item() - 1) < 0.1, f'{y.max().item():.4f}')
m = nn.Dropout2d(0.5)
y = m(torch.ones(4, 100, 3, 3))
per = y.view(4, 100, -1)
print((per.min(2)[0] == per.max(2)[0]).all())
