import torch
import torch.nn as nn
import torch.nn.functional as F

class DoubleConv(nn.Module):
    def __init__(self, cin, cout):
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(cin, cout, 3, padding=1, bias=False), nn.BatchNorm2d(cout), nn.ReLU(inplace=True))

    def forward(self, x):
        return self.conv(x)

class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1, self.down2 = DoubleConv(1, 4), DoubleConv(4, 8)
        self.up = nn.ConvTranspose2d(8, 4, 2, stride=2)
        self.last = DoubleConv(8, 4)
        self.out = nn.Conv2d(4, 1, 1)

    def forward(self, x):
        a = self.down1(x)
        b = self.down2(F.max_pool2d(a, 2))
        c = torch.cat([a, self.up(b)], dim=1)
        return self.out(self.last(c))

torch.manual_seed(0)
net = UNet()
y = net(torch.randn(2, 1, 8, 8))
print(y.shape, sum(p.numel() for p in net.parameters()))
mask = (torch.rand(2, 1, 8, 8) > 0.5).float()
probs = torch.sigmoid(y)
dice = 2 * (probs * mask).sum() / (probs.sum() + mask.sum())
print(f"{(1 - dice).item():.3f}")
