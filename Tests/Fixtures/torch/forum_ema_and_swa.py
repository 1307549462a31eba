import torch, torch.nn as nn, copy
torch.manual_seed(0)
class EMA:
    def __init__(self, model, decay):
        self.model = model; self.decay = decay; self.shadow = {}; self.backup = {}
    def register(self):
        for name, param in self.model.named_parameters():
            if param.requires_grad: self.shadow[name] = param.data.clone()
    def update(self):
        for name, param in self.model.named_parameters():
            if param.requires_grad:
                assert name in self.shadow
                new_average = (1.0 - self.decay) * param.data + self.decay * self.shadow[name]
                self.shadow[name] = new_average.clone()
    def apply_shadow(self):
        for name, param in self.model.named_parameters():
            if param.requires_grad:
                self.backup[name] = param.data
                param.data = self.shadow[name]
    def restore(self):
        for name, param in self.model.named_parameters():
            if param.requires_grad:
                param.data = self.backup[name]
        self.backup = {}
m = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
ema = EMA(m, .9); ema.register(); opt = torch.optim.SGD(m.parameters(), lr=.1)
avg = torch.optim.swa_utils.AveragedModel(m, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.9))
swa = torch.optim.swa_utils.AveragedModel(m)
X = torch.randn(16, 3); Y = X.sum(1, keepdim=True)
for i in range(5):
    l = (m(X) - Y).pow(2).mean(); opt.zero_grad(); l.backward(); opt.step(); ema.update(); avg.update_parameters(m); swa.update_parameters(m)
ema.apply_shadow(); print(m(X)[:2]); ema.restore(); print(m(X)[:2]); print(avg(X)[:2], swa(X)[:2], swa.n_averaged)
target = copy.deepcopy(m)
for tp, p in zip(target.parameters(), m.parameters()): tp.data.copy_(0.5 * tp.data + 0.5 * p.data); tp.data.mul_(.9).add_(p.data, alpha=.1); tp.data.lerp_(p.data, .5)
print(torch.allclose(target(X), m(X)), swa)
