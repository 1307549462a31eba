import torch
from torch import nn


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


torch.manual_seed(0)
for dim in (0, 1, None, -1):
    for make, shape in ((lambda: nn.Linear(3, 2), (2, 3)), (lambda: nn.Conv2d(2, 3, 2), (1, 2, 3, 3))):
        layer = nn.utils.weight_norm(make(), dim=dim)
        print(dim, layer, layer.weight.grad_fn.name(), layer.weight_g.shape, list(layer.state_dict()))
        layer(torch.randn(shape)).sum().backward()
        print(layer.weight_g, layer.weight_g.grad)
        print(layer.weight_v.grad)
        nn.utils.remove_weight_norm(layer)
        print(list(dict(layer.named_parameters())), layer.weight.sum())
layer = nn.utils.weight_norm(nn.Linear(3, 2))
attempt(lambda: nn.utils.weight_norm(layer))
attempt(lambda: nn.utils.weight_norm(layer, "bias").bias)
attempt(lambda: nn.utils.weight_norm(layer, "nothing"))
attempt(lambda: nn.utils.remove_weight_norm(nn.Linear(1, 1)))
for dim in (0, 1, None):
    layer = nn.utils.parametrizations.weight_norm(nn.Linear(3, 2), dim=dim)
    print(layer.weight.grad_fn.name(), layer.parametrizations.weight.original0)
values = torch.arange(24.0).view(2, 3, 4)
for dim in (0, 1, 2, -1):
    print(torch.norm_except_dim(values, 2, dim).shape)
