import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
class ResBlock(nn.Module):
    def __init__(self, c_in, c_out, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(c_in, c_out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(c_out)
        self.conv2 = nn.Conv2d(c_out, c_out, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(c_out)
        self.shortcut = nn.Sequential()
        if stride != 1 or c_in != c_out:
            self.shortcut = nn.Sequential(nn.Conv2d(c_in, c_out, 1, stride, bias=False), nn.BatchNorm2d(c_out))
        self.relu = nn.ReLU(inplace=True)
    def forward(self, x):
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        out += self.shortcut(x)
        return self.relu(out)
net = nn.Sequential(ResBlock(1, 4), ResBlock(4, 8, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 3))
print(net)
opt = torch.optim.SGD(net.parameters(), lr=.1, momentum=.9, weight_decay=5e-4, nesterov=True)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=5)
x, y = torch.randn(8,1,8,8), torch.randint(3,(8,))
for e in range(5):
    opt.zero_grad(); loss = F.cross_entropy(net(x), y); loss.backward(); opt.step(); sched.step()
    print(e, f'{loss.item():.4f}', sched.get_last_lr())
net.eval()
with torch.no_grad(): print(net(x).argmax(1), net[0].bn1.running_mean, net[0].bn1.num_batches_tracked)
