import torch
import torch.nn as nn

x=torch.arange(16.).view(1,1,4,4)
for c in [nn.MaxPool2d(2),nn.MaxPool2d(3,2,1),nn.MaxPool2d(2,1,dilation=2),nn.MaxPool2d(3,stride=2,ceil_mode=True),nn.MaxPool2d(2,return_indices=True),nn.AvgPool2d(2),nn.AvgPool2d(3,2,1),nn.AvgPool2d(3,2,1,count_include_pad=False),nn.AvgPool2d(3,2,ceil_mode=True),nn.AvgPool2d(2,divisor_override=3),nn.LPPool2d(2,2)]: print(c(x))
