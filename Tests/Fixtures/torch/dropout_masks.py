import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
print(F.dropout(torch.ones(10), 0.5))
print(F.dropout(torch.ones(4), 0.5, training=False))
print(F.dropout(torch.ones(4), 0.0))
print(F.dropout(torch.ones(4), 1.0))
print(F.dropout2d(torch.ones(2, 3, 2, 2))[:, :, 0, 0])
print(F.dropout1d(torch.ones(2, 3, 2))[:, :, 0])
print(F.alpha_dropout(torch.ones(5), 0.5, True))
x = torch.ones(5, requires_grad=True)
y = F.dropout(x)
y.sum().backward()
print(torch.equal(y, x.grad))
attempt(F.dropout, torch.ones(4), 2)
attempt(F.dropout, torch.ones(4), -1)
print(nn.Dropout(0.3)(torch.ones(8)))
d = nn.Dropout(0.9).eval()
print(d(torch.ones(3)))
