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

# A dictionary that does not say its version is from before the batches were counted.
model = torch.nn.Sequential(torch.nn.BatchNorm1d(2), torch.nn.Linear(2, 1))
print(model.state_dict()._metadata)
model(torch.ones(3, 2))
for given in [{}, {k: v for k, v in model.state_dict().items() if "bias" not in k and "num" not in k}]:
    try:
        model.load_state_dict(given)
    except RuntimeError as error:
        print(error)
print(model.load_state_dict({}, strict=False), model[0].num_batches_tracked)
plain = dict(model.state_dict())
del plain["0.num_batches_tracked"]
print(torch.nn.Sequential(torch.nn.BatchNorm1d(2), torch.nn.Linear(2, 1)).load_state_dict(plain))
