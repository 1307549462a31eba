import torch
import torch.nn as nn

class MyDropout(nn.Module):
    def __init__(self, p: float = 0.5):
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError("p must be a probability")
        self.p = p

    def forward(self, x):
        if self.training and self.p > 0:
            mask = torch.bernoulli(torch.full_like(x, 1 - self.p))
            return x * mask / (1 - self.p)
        return x

    def extra_repr(self):
        return f"p={self.p}"

torch.manual_seed(0)
m = nn.Sequential(nn.Linear(4, 6), MyDropout(0.4))
print(m)
x = torch.ones(2, 4)
y = m(x)
print((y == 0).sum().item() > 0, y.shape)
m.eval()
print(torch.equal(m(x), m[0](x)))
