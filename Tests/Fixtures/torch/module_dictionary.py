import copy

import torch
from torch import nn

net = nn.BatchNorm1d(2)
print(list(vars(net)))
print(net.__dict__["_parameters"].keys(), net.__dict__["_buffers"].keys(), net.__dict__["training"])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rate = 1
        self.layer = nn.Linear(1, 1)
        self.register_buffer("count", torch.zeros(1))


net = Net()
print({name: value for name, value in vars(net).items() if not name.startswith("_")})
net.__dict__["rate"] = 5
net.__dict__.update(other=3)
print(net.rate, net.other, "layer" in net.__dict__, "layer" in net.__dict__["_modules"])
del net.__dict__["other"]
print(hasattr(net, "other"))
net.eval()
print(net.__dict__["training"], vars(net.layer)["training"])
net.train()
print(vars(net)["training"])
net.added = nn.ReLU()
net.register_buffer("more", torch.ones(1))
print(list(vars(net)["_modules"]), list(vars(net)["_buffers"]), list(net.state_dict()))
for made in (copy.copy(net), copy.deepcopy(net)):
    print(list(vars(made)) == list(vars(net)), made.rate, made.training, list(made.state_dict()))
print(net._forward_hooks, net._backward_hooks, net._state_dict_hooks, net._is_full_backward_hook)
handle = net.register_forward_hook(lambda *args: None)
print(type(net._forward_hooks).__name__, len(net._forward_hooks))
handle.remove()
print(net._forward_hooks)
net.layer.register_full_backward_hook(lambda *args: None)
print(net.layer._is_full_backward_hook)
try:
    net.layer.register_backward_hook(lambda *args: None)
except RuntimeError as error:
    print(error)
