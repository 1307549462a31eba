import torch
from torch.utils.data import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
ds = TensorDataset(torch.arange(10))
print([len(p) for p in random_split(ds, [7, 3])])
a, b = random_split(ds, [0.8, 0.2], generator=torch.Generator().manual_seed(1))
print(a.indices, b.indices)
a, b, c = random_split(range(10), [0.5, 0.3, 0.2])
print(list(a), list(b), list(c))
attempt(random_split, ds, [5, 4])
attempt(random_split, ds, [1.5, -0.5])
print(len(random_split(range(11), [0.5, 0.5])[0]))
