import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Net(nn.Module):

    def __init__(self):
        super().__init__()
        self.bn = nn.BatchNorm2d(2)
        self.seq = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
        self.register_buffer('b', torch.zeros(1))
m = Net()
print(m.get_submodule('seq.0'))
attempt(m.get_submodule, 'seq.9')
attempt(m.get_submodule, 'b')
print(m.get_parameter('seq.0.bias').shape)
attempt(m.get_parameter, 'bn.running_mean')
attempt(m.get_buffer, 'bn.weight')
print(m.get_buffer('bn.running_var'))
attempt(m.get_parameter, 'foo')
m.set_submodule('seq.1', nn.Tanh())
print(m)
