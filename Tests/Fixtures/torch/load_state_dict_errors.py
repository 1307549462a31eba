from collections import OrderedDict

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
        self.fc1 = nn.Linear(2, 3)
        self.fc2 = nn.Linear(3, 1)
m = Net()
sd = m.state_dict()
print(m.load_state_dict(sd))
s2 = OrderedDict(sd)
del s2['fc1.weight']
s2['foo'] = torch.ones(1)
attempt(m.load_state_dict, s2)
print(m.load_state_dict(s2, strict=False))
s3 = dict(sd)
s3['fc2.weight'] = torch.ones(4, 4)
attempt(m.load_state_dict, s3)
attempt(m.load_state_dict, s3, strict=False)
s3['bar'] = torch.ones(1)
s3.pop('fc1.bias')
attempt(m.load_state_dict, s3)
attempt(m.load_state_dict, 3)
attempt(m.load_state_dict, {})
r = m.load_state_dict({}, strict=False)
print(r.missing_keys, r.unexpected_keys)
