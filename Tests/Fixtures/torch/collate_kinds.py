import torch
from torch.utils.data import *


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class D(Dataset):

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return {'x': torch.tensor([i, i + 1.0]), 'y': i, 'name': f'n{i}', 't': (i, float(i)), 'l': [i, i]}
for b in DataLoader(D(), batch_size=2):
    print(b)
print(default_collate([(1, 2), (3, 4)]), default_collate([1.5, 2.5]), default_collate([True, False]), default_collate(['a', 'b']))
attempt(default_collate, [[1, 2], [3]])
attempt(default_collate, [{'a': 1}, {'b': 1}])
