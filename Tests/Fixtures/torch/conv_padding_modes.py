import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.arange(16.0).view(1, 1, 4, 4)
for mode in ['zeros', 'reflect', 'replicate', 'circular']:
    c = nn.Conv2d(1, 1, 3, padding=1, padding_mode=mode, bias=False)
    nn.init.ones_(c.weight)
    print(mode, c(x))
print(nn.Conv1d(1, 1, 3, padding=2, padding_mode='circular')(torch.ones(1, 1, 4)).shape, nn.Conv2d(1, 1, 2, padding='same', padding_mode='reflect')(x).shape)
