import torch
from torch.utils.data import DataLoader, TensorDataset, Dataset, Subset, ConcatDataset, random_split
torch.manual_seed(0)
x = torch.arange(10).float().unsqueeze(1)
y = torch.arange(10)
ds = TensorDataset(x, y)
print(len(ds), ds[3])
for epoch in range(2):
    for xb, yb in DataLoader(ds, batch_size=4, shuffle=True):
        print(yb, tuple(xb.shape))
loader = DataLoader(ds, batch_size=4, drop_last=True)
print(len(loader), [b[1].tolist() for b in loader])
print(torch.rand(1))
a, b = random_split(ds, [7, 3])
print(a.indices, b.indices, len(a), len(b))
a, b = random_split(ds, [0.8, 0.2], generator=torch.Generator().manual_seed(42))
print(a.indices, b.indices)


class Squares(Dataset):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return torch.tensor([float(i), float(i * i)]), i % 2


for xb, yb in DataLoader(Squares(5), batch_size=2, shuffle=True):
    print(xb, yb)
sub = Subset(ds, [1, 3, 5])
print(len(sub), sub[1])
cat = ConcatDataset([sub, Squares(2)])
print(len(cat), cat[3], cat[4])
for xb, yb in DataLoader(ds, batch_size=5, shuffle=True, generator=torch.Generator().manual_seed(1)):
    print(yb)
xb, yb = next(iter(DataLoader(ds, batch_size=3)))
print(xb, yb)
it = iter(DataLoader(ds, 5))
print(next(it)[1], next(it)[1])
try:
    next(it)
except StopIteration:
    print("stop")
loader = DataLoader(ds, batch_size=32)
print(len(loader), loader.batch_size, len(loader.dataset), loader.dataset is ds)
