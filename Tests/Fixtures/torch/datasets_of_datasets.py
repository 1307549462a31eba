import torch
from torch.utils.data import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


a, b = (TensorDataset(torch.arange(3)), TensorDataset(torch.arange(10, 14)))
c = a + b
print(len(c), c[3], c[-1], type(c).__name__, c.cumulative_sizes)
attempt(lambda: c[-8])
s = Subset(c, [0, 5])
print(len(s), s[1])
attempt(lambda: s[2])
print([x for x in s])
it = iter(DataLoader(a, batch_size=2))
print(next(it), next(it))
attempt(lambda: next(it))

class Numbers(IterableDataset):

    def __iter__(self):
        return iter(range(5))
for batch in DataLoader(Numbers(), batch_size=2):
    print(batch)
attempt(DataLoader, Numbers(), shuffle=True)
attempt(lambda: len(DataLoader(Numbers(), batch_size=2)))
