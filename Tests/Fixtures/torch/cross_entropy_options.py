import torch
import torch.nn as nn

torch.manual_seed(0)
x = torch.randn(4, 3, requires_grad=True)
y = torch.tensor([0, 2, 1, 2])
for kw in [{}, dict(reduction='sum'), dict(reduction='none'), dict(weight=torch.tensor([1.0, 2.0, 3.0])), dict(ignore_index=2), dict(label_smoothing=0.1), dict(label_smoothing=0.1, weight=torch.tensor([1.0, 2.0, 3.0])), dict(label_smoothing=0.1, ignore_index=2)]:
    x.grad = None
    l = nn.CrossEntropyLoss(**kw)(x, y)
    l.sum().backward()
    print(sorted(kw), l)
    print(x.grad[1])
