import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(nn.Linear, 3)
attempt(nn.Linear, 3, 4, foo=1)
attempt(nn.Conv2d, 1, 2)
attempt(nn.Conv2d, 3, 4, 3, groups=2)
attempt(nn.Conv2d, 4, 3, 3, groups=2)
attempt(nn.Conv2d, 4, 3, 3, groups=0)
attempt(nn.Conv2d, 1, 2, 3, stride=2, padding='same')
attempt(nn.Dropout, 1.5)
attempt(nn.Dropout, -0.1)
attempt(nn.ReLU, 1, 2)
attempt(nn.BatchNorm2d)
attempt(nn.GroupNorm, 3, 4)
attempt(nn.Embedding, 3, 2, padding_idx=5)
attempt(nn.Unflatten, 1, 3)
attempt(nn.Hardtanh, 1, 0)
attempt(nn.ConvTranspose2d, 2, 2, 3, padding_mode='reflect')
