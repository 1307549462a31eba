import torch
import torch.nn as nn

x=torch.arange(20.).view(1,1,4,5)
for c in [nn.AdaptiveAvgPool2d(1),nn.AdaptiveAvgPool2d((3,2)),nn.AdaptiveAvgPool2d((None,2)),nn.AdaptiveMaxPool2d(3),nn.AdaptiveMaxPool2d((2,1),return_indices=True)]: print(c(x))
y=torch.arange(8.).view(1,1,8)
for c in [nn.AdaptiveAvgPool1d(3),nn.AdaptiveMaxPool1d(3)]: print(c(y))
