import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(0)
G = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 2))
D = nn.Sequential(nn.Linear(2, 8), nn.LeakyReLU(0.2), nn.Linear(8, 1))
loss_fn = nn.BCEWithLogitsLoss()
opt_g, opt_d = optim.Adam(G.parameters(), lr=1e-2, betas=(0.5, 0.999)), optim.Adam(D.parameters(), lr=1e-2, betas=(0.5, 0.999))
real = torch.randn(16, 2) + 3
for step in range(3):
    z = torch.randn(16, 2)
    fake = G(z)
    loss_d = loss_fn(D(real), torch.ones(16, 1)) + loss_fn(D(fake.detach()), torch.zeros(16, 1))
    opt_d.zero_grad()
    loss_d.backward()
    opt_d.step()
    loss_g = loss_fn(D(fake), torch.ones(16, 1))
    opt_g.zero_grad()
    loss_g.backward()
    opt_g.step()
    print(f"D {loss_d.item():.4f} G {loss_g.item():.4f}")
