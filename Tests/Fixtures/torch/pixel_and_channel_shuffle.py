import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.arange(16.0).view(1, 4, 2, 2)
y = F.pixel_shuffle(x, 2)
print(y)
print(torch.equal(F.pixel_unshuffle(y, 2), x))
print(F.channel_shuffle(torch.arange(8.0).view(1, 4, 2, 1), 2).flatten())
attempt(nn.PixelShuffle(3), x)
