import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
class Polynomial3(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.a = torch.nn.Parameter(torch.randn(()))
        self.b = torch.nn.Parameter(torch.randn(()))
    def forward(self, x):
        return self.a + self.b * x
    def string(self):
        return f'y = {self.a.item():.3f} + {self.b.item():.3f} x'
m = Polynomial3()
print(m.string(), list(m.parameters()), m)
class DynamicNet(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.e = torch.nn.Parameter(torch.randn(()))
    def forward(self, x):
        y = x
        import random
        random.seed(1)
        for exp in range(4, random.randint(4, 6)):
            y = y + self.e * x ** exp
        return y
print(DynamicNet()(torch.tensor(1.5)))
p = torch.tensor([1, 2, 3])
xx = torch.linspace(-1,1,5).unsqueeze(-1).pow(p)
model = torch.nn.Sequential(torch.nn.Linear(3, 1), torch.nn.Flatten(0, 1))
print(model(xx))
linear_layer = model[0]
print(f'{linear_layer.bias.item():.4f} {linear_layer.weight[:, 0].item():.4f}')
