import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.arange(4.0).view(1, 1, 2, 2)
print(F.interpolate(x, scale_factor=2))
print(F.interpolate(x, size=3))
print(F.interpolate(x, size=(3, 4), mode='bilinear'))
print(F.interpolate(x, scale_factor=2, mode='bilinear', align_corners=True))
print(F.interpolate(torch.arange(3.0).view(1, 1, 3), scale_factor=2, mode='linear'))
print(F.interpolate(torch.arange(16.0).view(1, 1, 4, 4), size=2, mode='area'))
attempt(F.interpolate, x)
attempt(F.interpolate, x, size=2, scale_factor=2)
attempt(F.interpolate, x, size=2, align_corners=True)
print(nn.Upsample(scale_factor=2, mode='bilinear')(x).shape)
