import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


d = nn.ModuleDict({'a': nn.ReLU()})
d['b'] = nn.Tanh()
print(d, len(d), 'a' in d, list(d), list(d.keys()), list(d.values()))
attempt(lambda: d['z'])
d.update({'c': nn.ELU()})
d.update([['e', nn.ELU()]])
print(d.pop('a'))
del d['b']
print(d)
attempt(d.update, 3)
attempt(d.update, [1])
attempt(d.update, [['a']])
attempt(d, 1)
d.clear()
print(d)
attempt(nn.ModuleDict, {'a.b': nn.ReLU()})
attempt(nn.ModuleDict, {'keys': nn.ReLU()})
attempt(nn.ModuleDict, {'a': 3})
