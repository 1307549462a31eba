import torch
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


x = torch.tensor([[0.3, -0.7], [1.2, 0.1]], requires_grad=True)
y = torch.tensor([[0.0, 1.0], [1.0, 0.5]])
for kw in [{}, dict(weight=torch.tensor([1.0, 2.0])), dict(pos_weight=torch.tensor([3.0, 1.0])), dict(reduction='none')]:
    x.grad = None
    l = F.binary_cross_entropy_with_logits(x, y, **kw)
    l.sum().backward()
    print(sorted(kw), l)
    print(x.grad)
p = torch.sigmoid(x.detach())
print(F.binary_cross_entropy(p, y), F.binary_cross_entropy(p, y, weight=torch.tensor([1.0, 2.0]), reduction='sum'))
print(F.binary_cross_entropy(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 0.0])))
attempt(F.binary_cross_entropy, torch.tensor([1.5]), torch.tensor([1.0]))
attempt(F.binary_cross_entropy, torch.tensor([0.5, 0.5]), torch.tensor([1.0]))
attempt(F.binary_cross_entropy_with_logits, torch.tensor([0.5, 0.5]), torch.tensor([1.0]))
attempt(F.binary_cross_entropy, torch.tensor([0.5]), torch.tensor([1]))
