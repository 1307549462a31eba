import torch
import torch.nn as nn


class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.fc = nn.Linear(n, n)
        self.scale = nn.Parameter(torch.ones(n))
        self.register_buffer("count", torch.zeros(1))
        self.note = "hello"

    def forward(self, x):
        return self.fc(x) * self.scale


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = Block(2)
        self.b = Block(2)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.b(self.relu(self.a(x)))


net = Net()
for name, p in net.named_parameters():
    print(name, p.shape, p.requires_grad)
for name, b in net.named_buffers():
    print(name, b)
for name, m in net.named_modules():
    print(repr(name), type(m).__name__)
for name, m in net.named_children():
    print(name, type(m).__name__)
print(len(list(net.parameters())), len(list(net.children())), len(list(net.modules())))
print(net.training, net.a.training)
net.eval()
print(net.training, net.a.fc.training)
print(net.train() is net)
print(list(net.state_dict().keys()))
print(net.a.note, hasattr(net, "missing"))
try:
    net.missing
except AttributeError as e:
    print(e)
print(net.a.fc.weight is net.a.fc.weight)
net.a.fc.weight.requires_grad = False
print([n for n, p in net.named_parameters() if p.requires_grad])


def init(m):
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, 0.5)
        nn.init.zeros_(m.bias)


print(net.apply(init) is net)
print(net(torch.ones(1, 2)))
net.extra = nn.Linear(2, 1)
print([n for n, _ in net.named_children()])
del net.extra
print([n for n, _ in net.named_children()])
net.add_module("tail", nn.Linear(2, 2, bias=False))
print(net)
print(net.get_parameter("a.fc.weight").shape, net.get_submodule("b.fc"))
net.a.fc = nn.Identity()
print(net.a)
print(nn.Module.__name__, isinstance(net, nn.Module), issubclass(Net, nn.Module))
net.requires_grad_(False)
print(all(not p.requires_grad for p in net.parameters()))
