import torch
import torch.nn as nn

torch.manual_seed(0)
bn = nn.BatchNorm1d(3)
x = torch.randn(16, 3) * 4 + 10
bn.train()
for _ in range(50):
    bn(x)
print(bn.running_mean, bn.running_var)
out_train = bn(x)
bn.eval()
out_eval = bn(x)
print((out_train - out_eval).abs().max().item() < 0.2)
print(bn(x[:1]).shape)
bn.train()
try:
    bn(x[:1])
except ValueError as e:
    print(e)
