import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(nn.Conv2d(3, 2, 3), torch.randn(1, 1, 8, 8))
attempt(nn.Conv2d(3, 2, 3), torch.randn(8, 8))
attempt(nn.Conv2d(3, 2, 3), torch.randn(1, 3, 2, 2))
attempt(nn.Conv1d(3, 2, 3), torch.randn(1, 2, 8))
attempt(nn.Conv2d(4, 2, 3, groups=2), torch.randn(1, 3, 8, 8))
w = torch.randn(2, 1, 3, 3)
attempt(lambda: F.conv2d(torch.randn(1, 1, 5, 5), w, torch.ones(3)))
attempt(lambda: F.conv2d(torch.randn(1, 1, 5, 5), torch.ones(3, 3)))
attempt(lambda: F.conv2d(torch.randn(1, 1, 5, 5), w, padding='foo'))
attempt(lambda: F.conv2d(torch.randn(1, 1, 5, 5), w, padding='same', stride=2))
attempt(lambda: F.conv2d(torch.randn(1, 1, 5, 5), w, padding='same').shape)
attempt(lambda: F.conv3d(torch.randn(1, 1, 3, 3, 3), torch.randn(1, 1, 2, 2, 2)).shape)
