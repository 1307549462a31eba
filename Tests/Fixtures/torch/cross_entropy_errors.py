import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.zeros(4, 3)
attempt(F.cross_entropy, x, torch.tensor([0, 1, 2, 3]))
attempt(F.cross_entropy, x, torch.tensor([0, 1, 2, -1]))
attempt(F.cross_entropy, x, torch.tensor([0, 1]))
attempt(F.cross_entropy, x, torch.tensor([0.0, 1.0, 2.0, 0.0]))
attempt(F.cross_entropy, x, torch.zeros(4, 4))
attempt(F.cross_entropy, x, torch.tensor([0, 1, 2, 0]), weight=torch.ones(2))
attempt(F.cross_entropy, x, [0, 1, 2, 0])
attempt(F.cross_entropy, x, torch.tensor([0, 1, 2, 0]), reduction='foo')
attempt(F.cross_entropy, x, torch.tensor([0, 1, 2, 0]), label_smoothing=2.0)
attempt(F.cross_entropy, x)
attempt(F.cross_entropy, x, torch.tensor([0, 1, 2, 0]), foo=1)
attempt(F.nll_loss, x, torch.tensor([0, 1, 2, 5]))
attempt(F.nll_loss, x, torch.tensor([0, 1]))
attempt(nn.CrossEntropyLoss(), x)
print(F.cross_entropy(x, torch.tensor([-100] * 4)))
