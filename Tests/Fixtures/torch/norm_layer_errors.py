import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(nn.LayerNorm(3), torch.randn(2, 4))
attempt(nn.LayerNorm((2, 3)), torch.randn(3))
attempt(nn.GroupNorm(2, 4), torch.randn(2, 3, 2))
attempt(nn.InstanceNorm2d(3), torch.randn(2, 2))
attempt(nn.InstanceNorm2d(3), torch.randn(2, 3, 1, 1))
attempt(nn.InstanceNorm2d(3, affine=True), torch.randn(2, 2, 4, 4))
attempt(nn.LocalResponseNorm(2), torch.randn(2, 2))
attempt(nn.RMSNorm(3), torch.randn(2, 4))
attempt(F.layer_norm, torch.randn(3, 2), 2)
