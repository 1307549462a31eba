# Copies of values that never change, and what torch.load takes with weights_only.
import copy
import io

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader, TensorDataset


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.device = torch.device("cpu")
        self.kind = torch.float32
        self.generator = torch.Generator()
        self.activation = torch.relu
        self.layer = nn.Linear(1, 1)


def same_numbers():
    generator = torch.Generator().manual_seed(3)
    twin = copy.deepcopy(generator)
    return torch.rand(2, generator=generator).equal(torch.rand(2, generator=twin)), generator is twin


optimizer = torch.optim.SGD(nn.Linear(2, 1).parameters(), lr=0.1)
for value in [torch.float32, torch.device("cpu"), torch.strided, torch.contiguous_format, torch.Size([1]), range(3), len]:
    print(copy.copy(value) == value, copy.deepcopy(value) == value, copy.deepcopy([value]))
print(same_numbers(), type(copy.copy(torch.Generator())).__name__)
print(copy.deepcopy(Net()))
print(type(copy.deepcopy(optimizer)).__name__, type(copy.deepcopy(StepLR(optimizer, 1))).__name__)
print(type(copy.deepcopy(DataLoader(TensorDataset(torch.ones(3)), generator=torch.Generator()))).__name__)
for value in [torch, (x for x in [1])]:
    try:
        copy.deepcopy(value)
    except TypeError as error:
        print(error)


def load(kept, **options):
    kept.seek(0)
    try:
        print(type(torch.load(kept, **options)).__name__)
    except Exception as error:
        print([kind.__name__ for kind in type(error).__mro__], error)


def save(value):
    kept = io.BytesIO()
    torch.save(value, kept)
    return kept


checkpoint = {"state": nn.Linear(2, 1).state_dict(), "epoch": 3, "name": "x", "pair": (1, 2), "loss": 1.5, "done": True}
checkpoint.update(none=None, losses=[1], seen={1}, dtype=torch.float64, device=torch.device("cpu"))
taken = [checkpoint, optimizer.state_dict(), nn.Parameter(torch.ones(2)), torch.float32, torch.Size([1, 2]), 3, "a", b"a"]
refused = [nn.Linear(2, 1), {"model": nn.Sequential(nn.Linear(1, 1))}, optimizer, TensorDataset(torch.ones(2)), range(3)]
refused += [len, nn.Linear, object(), frozenset([1]), [1, (2, {3: slice(1, 2)})]]
for value in taken + refused:
    kept = save(value)
    load(kept)
    load(kept, weights_only=False)

kept = save(nn.Linear(2, 1))
load(kept, weights_only=True)
with torch.serialization.safe_globals([nn.Linear, range]):
    load(save(range(3)))
torch.serialization.add_safe_globals([range])
load(save([range(2)]))
load(kept)
