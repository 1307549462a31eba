import torch, torch.nn as nn
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, bias=False)
        self.bn = nn.BatchNorm2d(8)
        self.head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(0.3), nn.Linear(8, 2))
    def forward(self, x):
        return self.head(torch.relu(self.bn(self.conv(x))))
    def train(self, mode=True):
        super().train(mode)
        for m in self.modules():
            if isinstance(m, nn.BatchNorm2d):
                m.eval()
        return self
net = Net().train()
print([(n, m.training) for n, m in net.named_modules()])
for n, p in net.named_parameters():
    if 'bn' in n: p.requires_grad = False
opt = torch.optim.SGD(filter(lambda p: p.requires_grad, net.parameters()), lr=0.1)
before = {k: v.clone() for k, v in net.state_dict().items()}
for _ in range(3):
    loss = nn.functional.cross_entropy(net(torch.randn(8, 3, 10, 10)), torch.randint(2, (8,)))
    opt.zero_grad(); loss.backward(); opt.step(); print(f"{loss.item():.5f}")
for k, v in net.state_dict().items(): print(k, torch.equal(before[k], v))
print(sum(p.numel() for p in net.parameters() if p.requires_grad), sum(p.numel() for p in net.parameters()))
def set_bn_eval(m):
    classname = m.__class__.__name__
    if classname.find('BatchNorm') != -1:
        m.eval()
net.apply(set_bn_eval)
