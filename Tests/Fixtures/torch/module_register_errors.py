import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


m = nn.Module()
attempt(m.register_buffer, 'a.b', torch.ones(1))
attempt(m.register_buffer, '', torch.ones(1))
attempt(m.register_buffer, 3, torch.ones(1))
attempt(m.register_buffer, 'a', 3)
attempt(m.register_buffer, 'a', torch.ones(1))
attempt(m.register_buffer, 'training', torch.ones(1))
attempt(m.register_parameter, 'a', nn.Parameter(torch.ones(1)))
attempt(m.register_parameter, 'p', torch.ones(1))
attempt(m.register_parameter, 'p.q', None)
attempt(m.register_parameter, 'q', nn.Parameter(torch.ones(1)) * 2)
attempt(m.add_module, 'x', 3)
attempt(m.add_module, 'a.b', nn.ReLU())
attempt(m.add_module, '', nn.ReLU())
attempt(m.add_module, 5, nn.ReLU())
attempt(m.add_module, 'z', nn.ReLU())
print(m)
