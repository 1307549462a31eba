"""Second derivatives through steps in place on a part of a tensor, whose backward needs what they have left there."""

import torch

torch.manual_seed(0)
start = torch.rand(3, 2, dtype=torch.float64)


steps = {
    "tanh_": lambda part: part.tanh_(),
    "sigmoid_": lambda part: part.sigmoid_(),
    "exp_": lambda part: part.exp_(),
    "sqrt_": lambda part: part.sqrt_(),
    "mul_": lambda part: part.mul_(3),
    "pow_": lambda part: part.pow_(3),
    "sin_": lambda part: part.sin_(),
    "reciprocal_": lambda part: part.reciprocal_(),
    "clamp_": lambda part: part.clamp_(max=1),
}
parts = {
    "column": lambda v: v[:, 0],
    "row": lambda v: v[1],
    "flat": lambda v: v.view(-1),
    "turned": lambda v: v.t(),
}
for name, step in steps.items():
    for where, take in parts.items():
        x = start.clone().requires_grad_()
        v = x * 2
        step(take(v))
        (first,) = torch.autograd.grad((v**3).sum(), x, create_graph=True)
        (second,) = torch.autograd.grad((first**2).sum(), x)
        print(name, where, first.detach().flatten(), second.flatten(), sep="\n")

x = start.clone().requires_grad_()
v = x * 2
v[1].mul_(2)
v[:, 0].tanh_()
(first,) = torch.autograd.grad(v.sin().sum(), x, create_graph=True)
print(first)
(second,) = torch.autograd.grad(first.sum(), x, create_graph=True)
print(second.detach())
print(torch.autograd.grad(second.sum(), x))


def function(x):
    v = x * 2
    v[1].mul_(2)
    v[:, 0].tanh_()
    return v


print(torch.autograd.gradcheck(function, (x,)), torch.autograd.gradgradcheck(function, (x,)))
