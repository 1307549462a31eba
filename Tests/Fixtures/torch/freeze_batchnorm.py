import torch
import torch.nn as nn

def set_bn_eval(m):
    if isinstance(m, nn.modules.batchnorm._BatchNorm):
        m.eval()
        m.weight.requires_grad = False
        m.bias.requires_grad = False
torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU())
net.train()
net.apply(set_bn_eval)
before = net[1].running_mean.clone()
net(torch.randn(4, 1, 5, 5))
print([m.training for m in net], torch.equal(before, net[1].running_mean))
print([n for n, p in net.named_parameters() if p.requires_grad])
