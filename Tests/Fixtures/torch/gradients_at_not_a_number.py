import copy
import io
from collections import deque

import torch
import torch.nn.functional as F

edges = torch.tensor([float("nan"), -1.0, 0.0, 1.0, float("inf")])
for function in (F.elu, F.celu, F.selu, F.hardswish, F.softshrink, F.rrelu, F.hardtanh, F.leaky_relu, F.relu,
                 F.hardshrink, F.hardsigmoid):
    point = edges.clone().requires_grad_()
    result = function(point)
    result.sum().backward()
    print(function.__name__, result.detach(), point.grad)
print(F.binary_cross_entropy(torch.tensor([0.0, 1.0, 0.5, 1e-8]), torch.tensor([0.0, 1.0, 1.0, 0.0]), reduction="none"))
for p in (0, 1, 2, float("inf")):
    a = torch.tensor([[1.0, 2.0], [1.0, 2.0]], requires_grad=True)
    torch.cdist(a, a.detach() + 1, p=p).sum().backward()
    print(p, a.grad)
for make in (lambda A: sum(part.sum() for part in torch.linalg.lu(A)[1:]), lambda A: torch.linalg.lu_factor(A)[0].sum()):
    A = torch.tensor([[2.0, 1.0, 0.5], [1.0, 3.0, 1.0], [4.0, 1.0, 2.0]], dtype=torch.float64, requires_grad=True)
    make(A).backward()
    print(A.grad, torch.autograd.gradcheck(make, A), torch.autograd.gradgradcheck(make, A))
P, L, U = torch.linalg.lu(torch.tensor([[[2.0, 1.0], [4.0, 3.0]], [[1.0, 2.0], [0.5, 1.5]]], requires_grad=True))
print(P, L, U, sep="\n")
try:
    torch.linalg.lu(torch.eye(2), pivot=False)
except RuntimeError as error:
    print(error)

print(torch.tensor(deque([1.0, 2.0])), torch.tensor([deque([1, 2]), deque([3, 4])]))
x = torch.ones(2, requires_grad=True)
other = copy.copy(x)
print(other, other is x, other.data_ptr() == x.data_ptr(), copy.copy(x * 2).is_leaf, type(copy.copy(torch.nn.Parameter(x))))
print(torch.tensor(1.0).__bool__())
buffer = io.BytesIO()
torch.save({"epoch": 5, "loss": (x * 2).sum(), "parts": [x * 3, (x,)]}, buffer)
buffer.seek(0)
print(torch.load(buffer))
