import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(0)
embed = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
loss_fn = nn.TripletMarginLoss(margin=1.0, p=2)
opt = optim.SGD(embed.parameters(), lr=0.05)
a, p, n = torch.randn(6, 4), torch.randn(6, 4), torch.randn(6, 4)
for _ in range(4):
    opt.zero_grad()
    loss = loss_fn(embed(a), embed(p), embed(n))
    loss.backward()
    opt.step()
    print(round(loss.item(), 4))
