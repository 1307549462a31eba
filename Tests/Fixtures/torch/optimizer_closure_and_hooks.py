import torch
import torch.nn as nn
import torch.optim as optim

w = nn.Parameter(torch.tensor([3.0]))
o = optim.SGD([w], 0.1)

def closure():
    o.zero_grad()
    l = (w ** 2).sum()
    l.backward()
    return l
print(o.step(closure))
print(w)
o.zero_grad()
print(w.grad)
h = o.register_step_post_hook(lambda o, a, k: print('post'))
o.register_step_pre_hook(lambda o, a, k: print('pre'))
o.step()
h.remove()
o.step(closure)
b = optim.LBFGS([w], lr=0.5)
b.step(lambda: (b.zero_grad(), (w ** 2).sum().backward(), (w ** 2).sum())[-1])
print(abs(w.item()) < 0.01)
