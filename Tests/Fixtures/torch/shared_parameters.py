import torch
import torch.nn as nn

shared = nn.Linear(4, 4)
net = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), shared, nn.ReLU(), shared, nn.Linear(4, 1))
print(net[2].weight.data[0] is net[4].weight.data[0], (net[2].weight.data[0] == net[4].weight.data[0]).all())
net[2].weight.data[0, 0] = 100
print(net[4].weight.data[0, 0])
print(len(list(net.parameters())), len(list(net.named_parameters(remove_duplicate=False))), len(net.state_dict()))
print([n for n, _ in net.named_modules()])
