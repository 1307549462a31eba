import torch
import torch.nn as nn

class Net(nn.Module):

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.bn = nn.BatchNorm2d(2)
        self.seq = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
        self.register_buffer('b', torch.zeros(1))
        self.register_buffer('t', torch.zeros(1), persistent=False)
        self.w = nn.Parameter(torch.ones(2))
m = Net()
print([n for n, _ in m.named_parameters()])
print([n for n, _ in m.named_buffers()])
print([n for n, _ in m.named_children()])
print([n for n, _ in m.named_modules()])
print(m.state_dict().keys())
print([n for n, _ in m.named_parameters(prefix='p', recurse=False)])
print([n for n, _ in m.named_modules(prefix='q')])
print(len(list(m.children())), len(list(m.modules())), len(list(m.buffers())))
