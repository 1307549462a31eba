import torch
from torch.utils.data import Dataset, DataLoader

class Words(Dataset):
    def __init__(self):
        self.items = [[1, 2, 3], [4], [5, 6], [7, 8, 9, 10]]
    def __len__(self):
        return len(self.items)
    def __getitem__(self, i):
        return torch.tensor(self.items[i]), i
def pad(batch):
    longest = max(len(x) for x, _ in batch)
    out = torch.zeros(len(batch), longest, dtype=torch.long)
    for row, (x, _) in enumerate(batch):
        out[row, :len(x)] = x
    return out, torch.tensor([i for _, i in batch])
for x, i in DataLoader(Words(), batch_size=2, collate_fn=pad):
    print(x, i)
try:
    next(iter(DataLoader(Words(), batch_size=2)))
except RuntimeError as e:
    print(e)
