import torch
import torch.nn as nn

torch.manual_seed(0)
m = nn.BatchNorm2d(2, momentum=None)
for i in range(3):
    m(torch.randn(4, 2, 3, 3))
print(m.running_mean, m.running_var, m.num_batches_tracked)
m.reset_running_stats()
print(m.running_mean, m.running_var, m.num_batches_tracked)
m = nn.BatchNorm2d(2, track_running_stats=False)
m.eval()
print(m(torch.ones(2, 2, 2, 2)).abs().sum())
print(m.running_mean, m.state_dict().keys())
print(nn.BatchNorm1d(2, affine=False).state_dict())
print(nn.BatchNorm1d(2).state_dict())
