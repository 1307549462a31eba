import torch
import torch.nn as nn
torch.manual_seed(1)
net = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
print(net.state_dict())
sd = net.state_dict()
print(type(sd).__name__, list(sd))
for k, v in sd.items():
    print(k, tuple(v.shape), v.dtype)
other = nn.Sequential(nn.Linear(2, 2), nn.BatchNorm1d(2))
print(other.load_state_dict(sd))
print(torch.equal(other[0].weight, net[0].weight))
sd["0.weight"].zero_()
print(net[0].weight)
