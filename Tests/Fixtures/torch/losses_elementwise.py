import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(3, 2, requires_grad=True)
y = torch.rand(3, 2)
for f, kws in [(F.mse_loss, [{}, dict(reduction='sum'), dict(reduction='none')]), (F.l1_loss, [{}, dict(reduction='sum')]), (F.smooth_l1_loss, [{}, dict(beta=0.5), dict(reduction='none')]), (F.huber_loss, [{}, dict(delta=0.5), dict(reduction='sum')])]:
    for kw in kws:
        x.grad = None
        l = f(x, y, **kw)
        l.sum().backward()
        print(f.__name__, sorted(kw), l)
        print(x.grad[0])
