import torch, torch.nn as nn
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
torch.manual_seed(0)
m = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1)); x = torch.randn(2, 3, requires_grad=True)
y = checkpoint(m, x, use_reentrant=False); print(y); y.sum().backward(); print(x.grad)
