import torch
from torch.utils.data import *

torch.manual_seed(0)
x = torch.arange(10.0).view(10, 1)
y = torch.arange(10)
ds = TensorDataset(x, y)
print(len(ds), ds[3])
dl = DataLoader(ds, batch_size=4)
print(len(dl))
for a, b in dl:
    print(a.shape, b)
for a, b in DataLoader(ds, batch_size=4, shuffle=True):
    print(b)
for a, b in DataLoader(ds, batch_size=4, shuffle=True, drop_last=True, generator=torch.Generator().manual_seed(5)):
    print(b)
for b in DataLoader(ds, batch_sampler=[[0, 9], [5]]):
    print(b[1])
print(torch.rand(1))
