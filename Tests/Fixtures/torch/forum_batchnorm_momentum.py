import torch, torch.nn as nn
torch.manual_seed(0)
x = torch.randn(10, 3, 4, 4) * 2 + 5
for mom in (0.1, 0.9, None, 0., 1.):
    bn = nn.BatchNorm2d(3, momentum=mom)
    print(bn)
    for i in range(3):
        bn(x + i)
        print(mom, bn.running_mean, bn.running_var, bn.num_batches_tracked)
manual = nn.BatchNorm2d(3)
m = x.mean([0, 2, 3]); v = x.var([0, 2, 3], unbiased=True)
manual(x)
print(torch.allclose(manual.running_mean, 0.1 * m), torch.allclose(manual.running_var, 0.9 + 0.1 * v))
