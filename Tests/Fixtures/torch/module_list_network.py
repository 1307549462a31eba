import torch
import torch.nn as nn

class MLP(nn.Module):
    def __init__(self, sizes, act=nn.ReLU):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:]))
        self.act = act()
        self.heads = nn.ModuleDict({'mean': nn.Linear(sizes[-1], 1), 'var': nn.Linear(sizes[-1], 1)})
    def forward(self, x, head):
        for layer in self.layers:
            x = self.act(layer(x))
        return self.heads[head](x)
torch.manual_seed(0)
net = MLP([3, 5, 5, 4])
print(net)
print(net(torch.ones(2, 3), 'mean').shape, net(torch.ones(2, 3), 'var').shape)
print([n for n, _ in net.named_children()], len(net.layers))
try:
    net(torch.ones(2, 3), 'median')
except KeyError as e:
    print('KeyError', e)
