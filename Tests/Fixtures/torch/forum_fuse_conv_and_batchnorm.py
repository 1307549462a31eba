import torch, torch.nn as nn
torch.manual_seed(0)
def fuse(conv, bn):
    fused = nn.Conv2d(conv.in_channels, conv.out_channels, kernel_size=conv.kernel_size, stride=conv.stride, padding=conv.padding, bias=True)
    w_conv = conv.weight.clone().view(conv.out_channels, -1)
    w_bn = torch.diag(bn.weight.div(torch.sqrt(bn.eps + bn.running_var)))
    fused.weight.data.copy_(torch.mm(w_bn, w_conv).view(fused.weight.size()))
    b_conv = conv.bias if conv.bias is not None else torch.zeros(conv.weight.size(0))
    b_bn = bn.bias - bn.weight.mul(bn.running_mean).div(torch.sqrt(bn.running_var + bn.eps))
    fused.bias.data.copy_(torch.matmul(w_bn, b_conv) + b_bn)
    return fused
conv = nn.Conv2d(3, 6, 3, padding=1); bn = nn.BatchNorm2d(6)
with torch.no_grad():
    for _ in range(5): bn(conv(torch.randn(4, 3, 8, 8) + 1))
bn.weight.data.uniform_(); bn.bias.data.normal_()
conv.eval(); bn.eval()
x = torch.randn(2, 3, 8, 8)
f = fuse(conv, bn)
y1, y2 = bn(conv(x)), f(x)
print(f)
print("diff: %.4f" % (y1 - y2).norm().div(y1.norm()).item(), torch.allclose(y1, y2, atol=1e-5))
g = torch.nn.utils.fuse_conv_bn_eval(conv, bn)
print(g, torch.allclose(g(x), y1, atol=1e-5))
from torch.nn.utils.fusion import fuse_conv_bn_eval
print(fuse_conv_bn_eval(conv, bn).bias)
