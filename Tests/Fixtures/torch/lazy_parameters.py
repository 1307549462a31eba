import copy

import torch
from torch import nn
from torch.nn.parameter import is_lazy


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, str(error)[:150])


torch.manual_seed(0)
net = nn.Sequential(nn.LazyConv2d(4, 3), nn.LazyBatchNorm2d(), nn.ReLU(), nn.Flatten(), nn.LazyLinear(5, bias=False))
print(net)
weight = net[0].weight
print(weight, type(weight), weight.requires_grad, weight.dtype, is_lazy(weight))
attempt(lambda: weight.shape)
attempt(lambda: weight.numel())
attempt(lambda: weight.fill_(1))
print(net.state_dict())
print(list(net.named_parameters()))
print([net[0].has_uninitialized_params(), net[2].training])
print(net.double()[1].running_mean, net[0].weight.dtype)
net.float()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
net(torch.randn(2, 1, 5, 5)).sum().backward()
print(net)
print(weight is net[0].weight, type(weight), weight.shape, weight.grad.shape)
before = net[4].weight.detach().clone()
optimizer.step()
print("the optimizer made before the first input trains:", not torch.equal(before, net[4].weight))

late = nn.LazyLinear(3)
plain = nn.Linear(4, 3)
print(late.load_state_dict(plain.state_dict()), late, torch.equal(late.weight, plain.weight))
late(torch.ones(1, 4))
print(late)
attempt(lambda: plain.load_state_dict(nn.LazyLinear(3).state_dict()))
print(copy.deepcopy(nn.LazyLinear(3)).weight)
attempt(lambda: nn.LazyConv1d(2, 3)(torch.ones(5)))
attempt(lambda: nn.utils.weight_norm(nn.LazyLinear(2)))
