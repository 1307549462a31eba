import torch
import torch.nn as nn
import torch.optim as optim


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


w = nn.Parameter(torch.ones(1))
attempt(optim.SGD, [], 0.1)
attempt(optim.SGD, torch.ones(1), 0.1)
attempt(optim.SGD, [w], -0.1)
attempt(optim.SGD, [1], 0.1)
attempt(optim.SGD, 3, 0.1)
attempt(optim.SGD, nn.Linear(1, 1), 0.1)
attempt(optim.SGD, [w * 2], 0.1)
attempt(optim.SGD, [w], 0.1, momentum=-1)
attempt(optim.SGD, [w], 0.1, nesterov=True)
attempt(optim.SGD, [w], foo=1)
attempt(optim.Adam, [w], betas=(1.0, 0.9))
attempt(optim.Adam, [w], eps=-1)
attempt(optim.Adam, [w], momentum=0.9)
attempt(optim.Adam)
attempt(optim.Adagrad, [w], lr_decay=-1)
attempt(optim.Adadelta, [w], rho=2)
attempt(optim.RMSprop, [w], alpha=-1)
attempt(optim.Adam, [{'params': [w]}, {'params': [w]}])
attempt(optim.Adam, [{'params': {w}}])
attempt(optim.NAdam, [w], momentum_decay=-1)
