import torch
import torch.nn as nn
import torch.nn.functional as F

class CenteredLayer(nn.Module):
    def __init__(self):
        super().__init__()
    def forward(self, X):
        return X - X.mean()
class MyLinear(nn.Module):
    def __init__(self, in_units, units):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(in_units, units))
        self.bias = nn.Parameter(torch.randn(units,))
    def forward(self, X):
        linear = torch.matmul(X, self.weight.data) + self.bias.data
        return F.relu(linear)
torch.manual_seed(0)
layer = CenteredLayer()
print(layer(torch.tensor([1.0, 2, 3, 4, 5])))
net = nn.Sequential(nn.Linear(8, 128), CenteredLayer())
print(abs(net(torch.rand(4, 8)).mean().item()) < 1e-6)
linear = MyLinear(5, 3)
print(linear.weight)
print(linear(torch.rand(2, 5)))
print(nn.Sequential(MyLinear(64, 8), MyLinear(8, 1)))
