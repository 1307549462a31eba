import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
m = nn.BatchNorm1d(3)
x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 6.0, 8.0], [-1.0, 0.0, 1.0], [2.0, 2.0, 2.0]])
print(m(x))
print(m.running_mean, m.running_var, m.num_batches_tracked)
m.eval()
print(m(x))
attempt(m, torch.randn(4))
m.train()
attempt(m, x[:1])
print(m(torch.randn(1, 3, 2)).shape)
attempt(m, torch.randn(1, 3, 1))
attempt(nn.BatchNorm2d(2), torch.randn(2, 3))
attempt(nn.BatchNorm2d(2), torch.randn(1, 2, 1, 1))
attempt(nn.BatchNorm3d(2), torch.randn(1, 3, 2, 2))
