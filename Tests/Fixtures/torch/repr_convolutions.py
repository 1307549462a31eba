import torch
import torch.nn as nn

for m in [nn.Conv1d(1,2,3), nn.Conv1d(4,8,3,stride=2,padding=1,dilation=2,groups=2,bias=False), nn.Conv2d(1,2,3,padding='same'), nn.Conv2d(1,2,(3,5),padding=(1,2)), nn.Conv2d(2,2,3,padding=1,padding_mode='reflect'), nn.Conv3d(1,2,3), nn.ConvTranspose1d(2,3,3), nn.ConvTranspose2d(2,3,3,stride=2,padding=1,output_padding=1)]: print(m)
