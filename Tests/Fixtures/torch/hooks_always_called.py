import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


m = nn.Linear(2, 2)
m.register_forward_hook(lambda m, i, o: print('called with', o), always_call=True)
attempt(m, torch.ones(1, 3))
order = []
n = nn.Identity()
n.register_forward_hook(lambda *a: order.append(1))
n.register_forward_hook(lambda *a: order.append(2))
n.register_forward_hook(lambda *a: order.append(0), prepend=True)
n(torch.ones(1))
print(order)
