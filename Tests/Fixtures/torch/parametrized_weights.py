import torch, torch.nn as nn
import torch.nn.utils.parametrize as parametrize
torch.manual_seed(0)
class Symmetric(nn.Module):
    def forward(self, X): return X.triu() + X.triu(1).transpose(-1, -2)
layer = nn.Linear(3, 3); parametrize.register_parametrization(layer, "weight", Symmetric()); print(layer); A = layer.weight; print(torch.allclose(A, A.T), A)
print(layer.parametrizations, layer.parametrizations.weight.original)
parametrize.remove_parametrizations(layer, "weight", leave_parametrized=True); print(layer)
from torch.nn.utils.parametrizations import weight_norm, spectral_norm, orthogonal
l = weight_norm(nn.Linear(3, 2)); print(l); print([n for n, _ in l.named_parameters()], l.weight)
