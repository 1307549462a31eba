import torch
from torch.utils.data import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


ds = TensorDataset(torch.arange(6))
attempt(DataLoader, ds, batch_size=0)
attempt(DataLoader, ds, shuffle=True, sampler=SequentialSampler(ds))
attempt(DataLoader, ds, num_workers=-1)
attempt(DataLoader, ds, batch_sampler=BatchSampler(range(3), 2, False), batch_size=4)
attempt(DataLoader, ds, batch_size=None, drop_last=True)
attempt(DataLoader, ds, foo=1)
attempt(DataLoader, [], shuffle=True)
attempt(TensorDataset, torch.ones(2), torch.ones(3))
attempt(DataLoader, ds, timeout=-1)
attempt(DataLoader, ds, prefetch_factor=2)
attempt(lambda: ds[10])
attempt(ConcatDataset, [])
attempt(lambda: list(DataLoader([None, None], batch_size=2)))
attempt(lambda: list(DataLoader([torch.ones(1), torch.zeros(2)], batch_size=2)))
