import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
def dropout_layer(X, dropout):
    assert 0 <= dropout <= 1
    if dropout == 1: return torch.zeros_like(X)
    mask = (torch.rand(X.shape) > dropout).float()
    return mask * X / (1.0 - dropout)
X = torch.arange(16, dtype = torch.float32).reshape((2, 8))
print('dropout_p = 0:', dropout_layer(X, 0))
print('dropout_p = 0.5:', dropout_layer(X, 0.5))
print('dropout_p = 1:', dropout_layer(X, 1))
class DropoutMLPScratch(nn.Module):
    def __init__(self, num_outputs, h1, h2, d1, d2, lr):
        super().__init__()
        self.d1, self.d2 = d1, d2
        self.lin1 = nn.LazyLinear(h1)
        self.lin2 = nn.LazyLinear(h2)
        self.lin3 = nn.LazyLinear(num_outputs)
        self.relu = nn.ReLU()
    def forward(self, X):
        H1 = self.relu(self.lin1(X.reshape((X.shape[0], -1))))
        if self.training:
            H1 = dropout_layer(H1, self.d1)
        H2 = self.relu(self.lin2(H1))
        if self.training:
            H2 = dropout_layer(H2, self.d2)
        return self.lin3(H2)
net = DropoutMLPScratch(10, 16, 16, .5, .5, .1)
print(net)
print(net(torch.randn(2, 4, 4)).shape)
print(net)
