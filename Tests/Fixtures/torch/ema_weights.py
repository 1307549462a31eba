import torch
import torch.nn as nn
import torch.optim as optim

class EMA:
    def __init__(self, model, decay):
        self.decay = decay
        self.shadow = {name: p.data.clone() for name, p in model.named_parameters() if p.requires_grad}
        self.backup = {}
    def update(self, model):
        for name, p in model.named_parameters():
            if p.requires_grad:
                self.shadow[name] = self.decay * self.shadow[name] + (1.0 - self.decay) * p.data
    def apply_shadow(self, model):
        for name, p in model.named_parameters():
            self.backup[name] = p.data
            p.data = self.shadow[name]
    def restore(self, model):
        for name, p in model.named_parameters():
            p.data = self.backup[name]
torch.manual_seed(0)
m = nn.Linear(2, 1)
ema = EMA(m, 0.9)
opt = optim.SGD(m.parameters(), lr=0.1)
for _ in range(5):
    opt.zero_grad()
    m(torch.ones(1, 2)).sum().backward()
    opt.step()
    ema.update(m)
print(m.weight.data)
ema.apply_shadow(m)
print(m.weight.data)
ema.restore(m)
print(m.weight.data)
