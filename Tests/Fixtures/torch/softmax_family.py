import torch
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.tensor([[1.0, 2.0, 3.0], [1.0, 1.0, 1.0]])
print(F.softmax(x, dim=1))
print(F.softmax(x, dim=0))
print(F.log_softmax(x, dim=-1))
print(F.softmin(x, dim=1))
print(torch.softmax(x, 1).sum(1))
print(F.softmax(x, dim=1, dtype=torch.float64))
print(F.softmax(torch.tensor([1000.0, 0.0]), 0))
attempt(F.softmax, x, dim=3)
big = torch.tensor([[1000.0, 1000.0]])
print(F.log_softmax(big, 1))
print(F.logsigmoid(torch.tensor([-100.0, 0.0])))
torch.manual_seed(0)
print(F.gumbel_softmax(torch.zeros(2, 3), hard=True).sum(1))
