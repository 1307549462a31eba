import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x, y = torch.randn(8, 3), torch.randn(8, 1)
big, small = nn.Linear(3, 1), nn.Linear(3, 1)
small.load_state_dict(big.state_dict())
F.mse_loss(big(x), y).backward()
steps = 4
for i in range(steps):
    loss = F.mse_loss(small(x[2 * i:2 * i + 2]), y[2 * i:2 * i + 2]) / steps
    loss.backward()
print(torch.allclose(big.weight.grad, small.weight.grad, atol=1e-6))
print(nn.utils.clip_grad_norm_(small.parameters(), 0.1) > 0, small.weight.grad.norm() <= 0.1)
