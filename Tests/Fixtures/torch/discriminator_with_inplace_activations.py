import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# DCGAN style
class Discriminator(nn.Module):
    def __init__(self, ndf=4, nc=1):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(nc, ndf, 4, 2, 1, bias=False),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf, ndf * 2, 4, 2, 1, bias=False),
            nn.BatchNorm2d(ndf * 2),
            nn.LeakyReLU(0.2, inplace=True),
            nn.Conv2d(ndf * 2, 1, 4, 1, 0, bias=False),
            nn.Sigmoid())
    def forward(self, input): return self.main(input)
netD = Discriminator()
crit = nn.BCELoss()
opt = torch.optim.Adam(netD.parameters(), lr=.01, betas=(.5, .999))
x = torch.randn(4,1,16,16)
for i in range(4):
    netD.zero_grad()
    label = torch.full((4,), 1., dtype=torch.float)
    out = netD(x).view(-1)
    err = crit(out, label); err.backward(); opt.step()
    print(f'{err.item():.4f} {out.mean().item():.4f}')
