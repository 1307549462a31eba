import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
c = nn.ConvTranspose2d(1, 1, 3, stride=2, bias=False)
nn.init.ones_(c.weight)
print(c(torch.arange(4.0).view(1, 1, 2, 2)))
print(c(torch.ones(1, 1, 4, 4), output_size=(10, 10)).shape)
attempt(c, torch.ones(1, 1, 4, 4), output_size=(20, 20))
c1 = nn.ConvTranspose1d(2, 3, 3, stride=2, padding=1, output_padding=1)
print(c1(torch.randn(1, 2, 4)).shape)
attempt(nn.ConvTranspose2d(3, 2, 3), torch.randn(1, 2, 4, 4))
print(F.conv_transpose1d(torch.tensor([[[1.0, 2.0]]]), torch.tensor([[[1.0, 1.0]]]), stride=2))
