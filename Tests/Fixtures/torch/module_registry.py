import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# module misc
class Net(nn.Module):
    def __init__(self, n=3):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(n)])
        self.scale = nn.Parameter(torch.ones(1))
        self.register_buffer('steps', torch.tensor(0))
        self.drop = nn.Dropout(.3)
        self.act = F.relu
        self.d = nn.ModuleDict({'x': nn.Conv2d(1,1,1), 'y': nn.BatchNorm1d(2)})
    def extra_repr(self): return f'n={len(self.layers)}'
    def forward(self, x):
        self.steps += 1
        for l in self.layers: x = self.act(l(x))
        return self.drop(x) * self.scale
n = Net()
print(n)
for name, p in n.named_parameters(): print(name, tuple(p.shape), p.requires_grad)
for name, b in n.named_buffers(): print(name, b)
print([k for k, _ in n.named_modules()])
print(n.state_dict().keys())
n(torch.ones(1,2)); print(n.steps)
n.eval(); print([m.training for m in n.modules()])
print(sum(p.numel() for p in n.parameters()))
print({k: v.shape for k, v in n.state_dict().items() if 'weight' in k})
n2 = Net(2)
try: n2.load_state_dict(n.state_dict())
except Exception as e: print(type(e).__name__, e)
print(n2.load_state_dict(n.state_dict(), strict=False))
try:
    class NoInit(nn.Module):
        def __init__(self): self.l = nn.Linear(1,1)
    NoInit()
except Exception as e: print(type(e).__name__, e)
try:
    class NoF(nn.Module): pass
    NoF()(1)
except Exception as e: print(type(e).__name__, e)
try: n.foo
except Exception as e: print(type(e).__name__, e)
try: n.layers[7]
except Exception as e: print(type(e).__name__, e)
try: n(torch.ones(1,3))
except Exception as e: print(type(e).__name__, e)
try: n(torch.ones(1,2), 3)
except Exception as e: print(type(e).__name__, e)
del n.drop
try: n(torch.ones(1,2))
except Exception as e: print(type(e).__name__, e)
for p in n.layers[0].parameters(): p.requires_grad = False
print([p.requires_grad for p in n.parameters()])
n.apply(lambda m: setattr(m, 'tag', 1))
print(n.layers[1].tag)
print(n.double().scale.dtype, n.float().scale.dtype, n.steps.dtype)
n.zero_grad(set_to_none=False)
print(repr(n.scale), n._parameters.keys(), n._buffers.keys(), list(n._modules))
setattr(n, 'new', nn.Linear(1,1)); print('new' in dict(n.named_children()), hasattr(n, 'nope'), getattr(n, 'nope', 5))
n.steps = torch.tensor(5); print(n.state_dict()['steps'])
try: n.steps = 3
except Exception as e: print(type(e).__name__, e)
n.scale = None; print([k for k, _ in n.named_parameters()][:1], 'scale' in n.state_dict())
import copy
c = copy.deepcopy(n); print(c.layers[0].weight.data_ptr() != n.layers[0].weight.data_ptr())
print(n.__class__.__name__, type(n), isinstance(n, nn.Module), issubclass(Net, nn.Module))
print(n._get_name(), len(list(n.modules())), n.get_buffer('steps'))
