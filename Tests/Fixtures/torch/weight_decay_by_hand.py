import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

def l2_penalty(w):
    return (w ** 2).sum() / 2
torch.manual_seed(0)
x, y = torch.randn(20, 10), torch.randn(20, 1)
for lambd in (0, 0.5):
    torch.manual_seed(1)
    net = nn.Linear(10, 1)
    opt = optim.SGD(net.parameters(), lr=0.05)
    for _ in range(30):
        opt.zero_grad()
        loss = F.mse_loss(net(x), y) + lambd * l2_penalty(net.weight)
        loss.backward()
        opt.step()
    print(f"lambda {lambd}: |w| = {net.weight.norm().item():.4f}")
torch.manual_seed(1)
net = nn.Linear(10, 1)
opt = optim.SGD([{"params": net.weight, 'weight_decay': 0.5}, {"params": net.bias}], lr=0.05)
for _ in range(30):
    opt.zero_grad()
    F.mse_loss(net(x), y).backward()
    opt.step()
print(f"optimizer: |w| = {net.weight.norm().item():.4f}")
