import torch
import torch.nn as nn
import torch.optim as optim


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 1))
o = optim.SGD([{'params': net[0].parameters()}, {'params': net[1].parameters(), 'lr': 0.001}], lr=0.01, momentum=0.9)
print(o)
o.add_param_group({'params': nn.Parameter(torch.ones(1)), 'weight_decay': 0.1})
print(len(o.param_groups), o.param_groups[2]['weight_decay'])
attempt(o.add_param_group, {'params': net[0].weight})
attempt(o.add_param_group, 3)
print(o.defaults['lr'])
print([g['params'] for g in o.state_dict()['param_groups']])
attempt(optim.SGD(net.parameters(), 0.1).load_state_dict, o.state_dict())
for g in o.param_groups:
    g['lr'] *= 0.1
print([round(g['lr'], 6) for g in o.param_groups])
