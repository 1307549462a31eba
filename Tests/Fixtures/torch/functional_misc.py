import torch
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(F.normalize(torch.tensor([[3.0, 4.0], [0.0, 0.0]])))
print(F.one_hot(torch.tensor([0, 2])))
print(F.one_hot(torch.tensor([0, 2]), 4))
attempt(F.one_hot, torch.tensor([0, 5]), 3)
attempt(F.one_hot, torch.tensor([-1]))
print(F.linear(torch.ones(1, 2), torch.ones(3, 2), torch.ones(3)))
attempt(F.linear, torch.ones(3), torch.ones(3, 2))
print(F.embedding(torch.tensor([1, 0]), torch.tensor([[1.0, 2.0], [3.0, 4.0]])))
print(F.embedding_bag(torch.tensor([[1, 0]]), torch.tensor([[1.0, 2.0], [3.0, 4.0]])))
print(F.threshold(torch.tensor([1.0, -1.0]), 0.0, 5.0))
print(F.rms_norm(torch.tensor([1.0, 2.0]), (2,)))
print(F.bilinear(torch.ones(1, 2), torch.ones(1, 3), torch.ones(4, 2, 3)))
