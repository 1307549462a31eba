import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(4, 3, requires_grad=True)
p = torch.softmax(torch.randn(4, 3), 1)
for kw in [{}, dict(reduction='none'), dict(weight=torch.tensor([1.0, 2.0, 3.0])), dict(label_smoothing=0.1)]:
    x.grad = None
    l = F.cross_entropy(x, p, **kw)
    l.sum().backward()
    print(sorted(kw), l)
    print(x.grad[0])
