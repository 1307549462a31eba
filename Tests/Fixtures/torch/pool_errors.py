import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(nn.MaxPool2d(5), torch.randn(1, 1, 4, 4))
attempt(nn.MaxPool2d(2, padding=2), torch.randn(1, 1, 4, 4))
attempt(nn.MaxPool2d(2), torch.randn(4, 4))
attempt(nn.AvgPool2d(5), torch.randn(1, 1, 4, 4))
attempt(nn.AvgPool2d(2, padding=2), torch.randn(1, 1, 4, 4))
attempt(nn.AvgPool2d(2), torch.randn(4, 4))
attempt(nn.AvgPool2d(2, divisor_override=0), torch.randn(1, 1, 4, 4))
attempt(nn.MaxPool2d(0), torch.randn(1, 1, 4, 4))
attempt(nn.AdaptiveAvgPool2d(2), torch.randn(4, 4))
for name in ["max_pool1d", "max_pool2d", "adaptive_max_pool1d", "adaptive_max_pool2d"]:
    for arguments, options in [((), {}), ((torch.ones(1, 1, 4, 4),), {}), ((torch.ones(1, 1, 4, 4), 2), {"size": 1})]:
        try:
            getattr(torch.nn.functional, name)(*arguments, **options)
        except TypeError as error:
            print(error)
