import torch
import torchvision.transforms.functional as TF

x = torch.arange(16.0).view(1, 4, 4) / 16
print(TF.hflip(x))
print(TF.vflip(x))
print(TF.center_crop(x, 2))
print(TF.rotate(x, 90))
print(TF.resize(x, [2, 2]))
print(TF.crop(x, 0, 1, 2, 2))
print(TF.pad(x, 1).shape, TF.normalize(x, [0.5], [0.5]).sum())
