import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


pl = nn.ParameterList([nn.Parameter(torch.ones(1))])
pl.append(torch.zeros(2))
pl.extend([torch.ones(1)])
print(pl, len(pl))
pl += [nn.Parameter(torch.ones(3))]
print([n for n, _ in pl.named_parameters()])
attempt(lambda: pl[9])
attempt(pl, 1)
attempt(pl.extend, 3)
pl[0] = nn.Parameter(torch.zeros(1))
print(pl[0:2])
pd = nn.ParameterDict({'a': nn.Parameter(torch.ones(1))})
pd['b'] = torch.zeros(2)
print(pd, len(pd), list(pd.keys()), 'a' in pd)
print(pd['a'], pd.b)
attempt(lambda: pd['zz'])
pd.update({'c': torch.ones(1)})
print(pd.pop('c'))
print(pd.get('q'))
attempt(pd, 1)
del pd['a']
print(pd)
