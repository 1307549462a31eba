import torch
import torch.nn as nn

class DepthwiseSeparable(nn.Module):
    def __init__(self, cin, cout):
        super().__init__()
        self.depthwise = nn.Conv2d(cin, cin, 3, padding=1, groups=cin, bias=False)
        self.pointwise = nn.Conv2d(cin, cout, 1, bias=False)
        self.bn = nn.BatchNorm2d(cout)
        self.act = nn.ReLU6(inplace=True)
    def forward(self, x):
        return self.act(self.bn(self.pointwise(self.depthwise(x))))
torch.manual_seed(0)
m = DepthwiseSeparable(4, 6)
print(m)
print(m(torch.randn(2, 4, 5, 5)).shape, sum(p.numel() for p in m.parameters()))
