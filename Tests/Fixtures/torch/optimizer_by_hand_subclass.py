import torch
import torch.nn as nn
import torch.optim as optim

class Momentum(optim.Optimizer):
    def __init__(self, params, lr=0.1, beta=0.9):
        super().__init__(params, dict(lr=lr, beta=beta))
    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group['params']:
                if p.grad is None:
                    continue
                v = self.state[p].setdefault('v', torch.zeros_like(p))
                v.mul_(group['beta']).add_(p.grad)
                p.add_(v, alpha=-group['lr'])
        return loss
w1 = nn.Parameter(torch.tensor([1.0, -2.0]))
w2 = nn.Parameter(w1.detach().clone())
mine, theirs = Momentum([w1]), optim.SGD([w2], lr=0.1, momentum=0.9)
for _ in range(3):
    for w, o in ((w1, mine), (w2, theirs)):
        o.zero_grad()
        (w ** 2).sum().backward()
        o.step()
print(w1.data, torch.allclose(w1, w2))
print(mine)
print(mine.state_dict()['param_groups'])
sched = optim.lr_scheduler.ExponentialLR(mine, 0.5)
mine.step()
sched.step()
print(mine.param_groups[0]['lr'])
