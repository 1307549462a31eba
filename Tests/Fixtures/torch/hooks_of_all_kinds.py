import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# hooks
m = nn.Sequential(nn.Linear(2,3), nn.ReLU(), nn.Linear(3,1))
acts = {}
def hook(name):
    def f(mod, inp, out):
        acts[name] = out.detach()
        print(name, type(mod).__name__, [tuple(i.shape) for i in inp], tuple(out.shape))
    return f
hs = [l.register_forward_hook(hook(str(i))) for i, l in enumerate(m)]
x = torch.randn(4,2)
m(x)
for h in hs: h.remove()
m(x)
h = m[0].register_full_backward_hook(lambda mod, gi, go: print('bw', gi, [g.shape for g in go]))
m(x).sum().backward()
h.remove()
h = m.register_forward_pre_hook(lambda mod, inp: (inp[0]*2,))
print(m(x))
h.remove()
h = m[0].weight.register_hook(lambda g: g*0)
m.zero_grad(); m(x).sum().backward(); print(m[0].weight.grad)
h.remove()
def kw(mod, args, kwargs, out): print(args[0].shape, kwargs); return out
h = m.register_forward_hook(kw, with_kwargs=True)
m(x)
t = torch.ones(3, requires_grad=True)
y = t*2
y.retain_grad()
y.register_hook(lambda g: print('g', g))
(y**2).sum().backward()
print(y.grad, t.grad)
