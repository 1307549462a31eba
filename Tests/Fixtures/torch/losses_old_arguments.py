import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for kw in [dict(size_average=False), dict(reduce=False), dict(size_average=True, reduce=True)]:
    print(F.mse_loss(torch.tensor([1.0, 2.0]), torch.zeros(2), **kw), nn.L1Loss(**kw)(torch.tensor([1.0, 2.0]), torch.zeros(2)), nn.L1Loss(**kw).reduction)
attempt(F.mse_loss, torch.ones(2), torch.ones(3))
attempt(F.mse_loss, torch.ones(2), torch.ones(2), reduction='foo')
attempt(F.smooth_l1_loss, torch.ones(2), torch.ones(2), beta=-1)
attempt(F.huber_loss, torch.ones(2), torch.ones(2), delta=0)
