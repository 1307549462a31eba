import torch
from torch import nn


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


x = torch.tensor([3.0, 4.0, 5.0])
i = torch.tensor([3, 4, 5])
for name in ("remainder", "float_power", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift",
             "bitwise_right_shift", "xlogy", "pow", "fmod", "atan2", "maximum", "mul", "sub"):
    for tensor in (x, i):
        attempt(lambda: (name, getattr(torch, name)(2, tensor)))
for dim in ("a", 1.5, None, [0], True):
    attempt(lambda: torch.median(x, dim=dim))
    attempt(lambda: torch.unique(x, dim=dim))
    attempt(lambda: torch.split(x, 2, dim=dim))
attempt(lambda: torch.nn.functional.group_norm(x[None], 0))
attempt(lambda: torch.nn.functional.group_norm(x[None], "a"))
attempt(lambda: nn.BatchNorm1d(3, eps="a")(x.expand(2, 3)))
attempt(lambda: nn.BatchNorm1d(3, eps=-1)(x.expand(2, 3)))
attempt(lambda: torch.zeros(1, 2, 1).squeeze((0, 0)))
attempt(lambda: torch.zeros(1, 2, 1).squeeze((0, 2)).shape)
attempt(lambda: torch.vsplit(torch.arange(10), 2))
attempt(lambda: torch.ones(1, 2, 3).norm("nuc"))
for other, alpha in ((1, 2.5), (2.5, 2.5), (torch.tensor([1]), 2.5), (torch.tensor([1.0]), 2.5)):
    attempt(lambda: torch.tensor([1]).add(other, alpha=alpha))
    attempt(lambda: torch.tensor([1]).add_(other, alpha=alpha))
    attempt(lambda: torch.tensor([1]).sub_(other, alpha=alpha))


def assign(tensor, value):
    tensor[0] = value


attempt(lambda: assign(torch.zeros(2, dtype=torch.int64), 2**63))
leaf = torch.ones(2, requires_grad=True)
attempt(lambda: torch.autograd.grad(leaf.sum(), leaf, allow_unused=False, materialize_grads=True))
attempt(lambda: torch.autograd.grad(leaf.sum(), [leaf, torch.ones(1, requires_grad=True)], materialize_grads=True))
attempt(lambda: torch.zeros(3, 2).scatter_(1, torch.tensor([[0, 1], [2, 0], [3, 3]]), 1.0))
attempt(lambda: torch.histc(torch.tensor([1.0, float("inf")])))
attempt(lambda: torch.histc(torch.tensor([True]), 2))
previous = torch.set_grad_enabled(False)
print(previous)
torch.set_grad_enabled(True)
attempt(lambda: torch.set_grad_enabled("a"))
attempt(lambda: nn.Sequential(nn.Linear(1, 1), torch.nn.functional.relu))
attempt(lambda: nn.Sequential(torch.tanh))
print(type(torch.Generator().seed()), torch.Generator().seed() > 0)
attempt(lambda: nn.Sequential(nn.ReLU(), nn.Tanh()).insert(1, nn.GELU()))

for repeats in (2, 0, torch.tensor(2), torch.tensor([2])):
    for dim in (None, 0, -1):
        attempt(lambda: torch.tensor(3.0).repeat_interleave(repeats, dim))
        attempt(lambda: torch.empty(0).repeat_interleave(repeats, dim))
