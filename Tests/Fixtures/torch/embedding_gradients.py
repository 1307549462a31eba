import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


m = nn.Embedding(3, 2, padding_idx=1)
m(torch.tensor([0, 1, 1, 2, 2])).sum().backward()
print(m.weight.grad)
print(m.weight[1])
e = nn.Embedding.from_pretrained(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
print(e(torch.tensor([[1, 0]])), e.weight.requires_grad)
attempt(e, torch.tensor([5]))
attempt(e, torch.tensor([1.0]))
s = nn.Embedding(3, 2, scale_grad_by_freq=True)
s(torch.tensor([0, 1, 1])).sum().backward()
print(s.weight.grad)
b = nn.EmbeddingBag.from_pretrained(torch.eye(3), mode='sum') if hasattr(nn.EmbeddingBag, 'from_pretrained') and False else None
