import torch
from torch import nn


def attempt(name, f):
    try:
        print(name, f())
    except Exception as error:
        print(name, type(error).__name__, error)


class Same(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        return a

    @staticmethod
    def backward(ctx, gradient):
        return gradient * 2


class Flat(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        print(type(ctx).__name__)
        return a.view(-1)

    @staticmethod
    def backward(ctx, gradient):
        return gradient.view(1, 2) * 2


a = torch.ones(1, 2, requires_grad=True)
for function in (Same, Flat):
    made = function.apply(a * 1)
    attempt("in place", lambda: made.add_(1))
    attempt("a view of it", lambda: made.view(2)[0].mul_(2))
    attempt("a copy", lambda: made.clone().add_(1))
    attempt("out of place", lambda: (made * 2).add_(1))
base = a * 1
made = Same.apply(base)
base.add_(1)
attempt("its base", lambda: made.grad_fn)

net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(inplace=True))
net[0].register_full_backward_hook(lambda module, inputs, outputs: print(inputs, outputs))
attempt("hook before an in-place step", lambda: net(torch.ones(1, 2)))
for answer in (5, "ab", (None, None)):
    layer = nn.Linear(2, 2)
    layer.register_full_backward_hook(lambda module, inputs, outputs: answer)
    attempt(repr(answer), lambda: layer(torch.ones(1, 2, requires_grad=True)).sum().backward())
layer = nn.Linear(2, 2)
layer.register_full_backward_hook(lambda module, inputs, outputs: (inputs[0][0],))
attempt("another size", lambda: layer(torch.ones(1, 2, requires_grad=True)).sum().backward())
