import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class M(nn.Module):

    def __init__(self):
        self.a = nn.Linear(1, 1)

class P(nn.Module):

    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))
attempt(M)
attempt(P)

class NoForward(nn.Module):
    pass
attempt(NoForward(), torch.ones(1))
attempt(NoForward, 3)
attempt(NoForward, a=3)
attempt(lambda: NoForward().foo)
