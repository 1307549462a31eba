import torch, math
from torch import nn, tensor
from torch.nn import init
import torch.nn.functional as F
from functools import partial
from collections.abc import Iterable
torch.manual_seed(1)
class Hook():
    def __init__(self, m, f): self.hook = m.register_forward_hook(partial(f, self))
    def remove(self): self.hook.remove()
def append_stats(hook, mod, inp, outp):
    if not hasattr(hook, 'stats'): hook.stats = ([], [], [])
    acts = outp.detach().cpu()
    hook.stats[0].append(acts.mean()); hook.stats[1].append(acts.std()); hook.stats[2].append(acts.abs().histc(40, 0, 10))
class Hooks(list):
    def __init__(self, ms, f): super().__init__([Hook(m, f) for m in ms])
    def __enter__(self, *args): return self
    def __exit__(self, *args): self.remove()
    def __delitem__(self, i): self[i].remove(); super().__delitem__(i)
    def remove(self):
        for h in self: h.remove()
class GeneralRelu(nn.Module):
    def __init__(self, leak=None, sub=None, maxv=None):
        super().__init__(); self.leak, self.sub, self.maxv = leak, sub, maxv
    def forward(self, x):
        x = F.leaky_relu(x, self.leak) if self.leak is not None else F.relu(x)
        if self.sub is not None: x -= self.sub
        if self.maxv is not None: x.clamp_max_(self.maxv)
        return x
def init_weights(m, leaky=0.):
    if isinstance(m, (nn.Conv1d, nn.Conv2d, nn.Conv3d)): init.kaiming_normal_(m.weight, a=leaky)
class BatchNorm(nn.Module):
    def __init__(self, nf, mom=0.1, eps=1e-5):
        super().__init__()
        self.mom, self.eps = mom, eps
        self.mults = nn.Parameter(torch.ones(nf, 1, 1)); self.adds = nn.Parameter(torch.zeros(nf, 1, 1))
        self.register_buffer('vars', torch.ones(1, nf, 1, 1)); self.register_buffer('means', torch.zeros(1, nf, 1, 1))
    def update_stats(self, x):
        m = x.mean((0, 2, 3), keepdim=True); v = x.var((0, 2, 3), keepdim=True)
        self.means.lerp_(m, self.mom); self.vars.lerp_(v, self.mom)
        return m, v
    def forward(self, x):
        if self.training:
            with torch.no_grad(): m, v = self.update_stats(x)
        else: m, v = self.means, self.vars
        x = (x - m) / (v + self.eps).sqrt()
        return x * self.mults + self.adds
class RunningBatchNorm(nn.Module):
    def __init__(self, nf, mom=0.1, eps=1e-5):
        super().__init__()
        self.mom, self.eps = mom, eps
        self.mults = nn.Parameter(torch.ones(nf, 1, 1)); self.adds = nn.Parameter(torch.zeros(nf, 1, 1))
        self.register_buffer('sums', torch.zeros(1, nf, 1, 1)); self.register_buffer('sqrs', torch.zeros(1, nf, 1, 1))
        self.register_buffer('count', tensor(0.)); self.register_buffer('factor', tensor(0.)); self.register_buffer('offset', tensor(0.)); self.batch = 0
    def update_stats(self, x):
        bs, nc, *_ = x.shape
        self.sums.detach_(); self.sqrs.detach_()
        dims = (0, 2, 3)
        s = x.sum(dims, keepdim=True); ss = (x * x).sum(dims, keepdim=True)
        c = s.new_tensor(x.numel() / nc)
        mom1 = s.new_tensor(1 - (1 - self.mom) / math.sqrt(bs - 1))
        self.sums.lerp_(s, mom1); self.sqrs.lerp_(ss, mom1); self.count.lerp_(c, mom1)
        self.batch += bs
        means = self.sums / self.count
        varns = (self.sqrs / self.count).sub_(means * means)
        if bool(self.batch < 20): varns.clamp_min_(0.01)
        self.factor = self.mults / (varns + self.eps).sqrt(); self.offset = self.adds - means * self.factor
    def forward(self, x):
        if self.training: self.update_stats(x)
        return x * self.factor + self.offset
def conv(ni, nf, ks=3, act=True, bn=BatchNorm):
    layers = [nn.Conv2d(ni, nf, stride=2, kernel_size=ks, padding=ks//2)]
    if bn: layers.append(bn(nf))
    if act: layers.append(GeneralRelu(leak=0.1, sub=0.4))
    return nn.Sequential(*layers)
for bn in (None, BatchNorm, RunningBatchNorm, nn.BatchNorm2d):
    model = nn.Sequential(conv(1, 8, 5, bn=bn), conv(8, 16, bn=bn), conv(16, 10, act=False, bn=None), nn.Flatten()).apply(partial(init_weights, leaky=0.1))
    xb = torch.randn(16, 1, 8, 8); yb = torch.randint(0, 10, (16,))
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    with Hooks([m for m in model.modules() if isinstance(m, GeneralRelu)], append_stats) as hooks:
        for i in range(5):
            loss = F.cross_entropy(model(xb), yb); loss.backward(); opt.step(); opt.zero_grad()
        for h in hooks: print([f'{v:.4f}' for v in h.stats[0]], [f'{v:.4f}' for v in h.stats[1]], h.stats[2][-1][:4])
    model.eval(); print(f'{loss:.4f}', model(xb)[0,:3])
def lsuv_module(m, xb):
    h = Hook(m, lambda hook, mod, inp, outp: (setattr(hook, 'mean', outp.mean().item()), setattr(hook, 'std', outp.std().item())) and None)
    model2(xb)
    r = (h.mean, h.std); h.remove(); return r
model2 = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
print(lsuv_module(model2[1], torch.randn(10, 4)))
