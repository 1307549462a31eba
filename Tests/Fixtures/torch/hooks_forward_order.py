import torch
import torch.nn as nn

def hook(m, i, o):
    print('fwd', type(m).__name__, [tuple(x.shape) for x in i], tuple(o.shape))

def pre(m, i):
    print('pre', type(m).__name__, len(i))

def bwd(m, gi, go):
    print('bwd', type(m).__name__, [None if g is None else tuple(g.shape) for g in gi], [tuple(g.shape) for g in go])
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
hs = []
for m in net:
    hs += [m.register_forward_hook(hook), m.register_forward_pre_hook(pre), m.register_full_backward_hook(bwd)]
net(torch.ones(4, 2)).sum().backward()
for h in hs:
    h.remove()
net(torch.ones(4, 2))
print(type(hs[0]).__name__, len(net[0]._forward_hooks))
