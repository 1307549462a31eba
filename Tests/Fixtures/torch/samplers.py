import torch
from torch.utils.data import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
ds = TensorDataset(torch.arange(6))
print(list(SequentialSampler(ds)), list(RandomSampler(ds)), list(RandomSampler(ds, replacement=True, num_samples=8)), list(SubsetRandomSampler([1, 3, 5])), list(WeightedRandomSampler([0.1, 0.9, 0.5], 6)), list(BatchSampler(SequentialSampler(range(7)), 3, False)), list(BatchSampler(range(7), 3, True)))
attempt(RandomSampler, ds, replacement=3)
attempt(RandomSampler, ds, num_samples=0)
attempt(WeightedRandomSampler, [0.1], 0)
attempt(WeightedRandomSampler, [[0.1]], 1)
attempt(BatchSampler, range(3), 0, False)
