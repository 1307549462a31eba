import warnings

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.autograd import Variable

warnings.simplefilter("ignore")


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


x = torch.tensor([1.0, -2.0, 3.0])
m = torch.arange(9.0).view(3, 3)
print(torch.add(x, 2, x), torch.sub(x, 2.5, x), x.add(2, x), x.clone().sub_(3, x))
print(torch.addcmul(x, 2, x, x), torch.addcdiv(x, 2, x, x), x.clone().addcmul_(2, x, x))
print(torch.addmm(2, m, m, m), m.addmm(2, 3, m, m), torch.addmv(2, x, m, x))
print(torch.addr(2, m, x, x), torch.baddbmm(2, m[None], m[None], m[None]))
show(lambda: torch.add(x, x, 2))
v = Variable(x, requires_grad=True)
print(v, isinstance(v, Variable), isinstance(x, Variable), isinstance(3, Variable), type(v))
print(Variable, Variable(v).requires_grad, Variable(torch.ones(2), volatile=True))
show(lambda: Variable([1.0]))
kinds = [torch.FloatTensor, torch.DoubleTensor, torch.LongTensor, torch.BoolTensor, torch.ByteTensor]
for t in (x, x.double(), x.long(), x > 0, nn.Parameter(x)):
    print([isinstance(t, kind) for kind in kinds], isinstance(t, (torch.IntTensor, torch.FloatTensor)))
b = nn.Buffer(x)
print(isinstance(b, nn.Buffer), isinstance(x, nn.Buffer), isinstance(nn.Parameter(x), nn.Buffer), type(b))
out = torch.empty(3)
print(F.gelu(x, out=out), out, F.softplus(x, out=out) is out, out)
print(F.linear(x, m, out=out), out, F.hardshrink(x, out=out), F.softshrink(x, out=out))
wide = torch.empty(0)
print(F.hardshrink(m - 4, 2.5, out=wide), wide.shape)
show(lambda: F.gelu(v, out=out))
y = torch.tensor([3.0, 1.0, 3.0, 3.0], requires_grad=True)
print(torch.unique(y), y.unique(return_counts=True), torch.unique(y.view(2, 2), dim=0))
print(torch.unique_consecutive(y, return_inverse=True, return_counts=True))
print(torch.unique_consecutive(torch.tensor([[1, 1], [1, 1], [2, 1]]), dim=0, return_counts=True))
for shape, dim in (((), 0), ((2, 0), 0), ((2, 0), 1), ((0, 0), 1)):
    show(lambda: torch.unique_consecutive(torch.ones(shape), dim=dim))
    show(lambda: torch.unique(torch.ones(shape), dim=dim))
show(lambda: torch.unique(y).sum().backward())
show(lambda: torch.unique(y, dim=0).sum().backward())
for t in (torch.tensor([1, 2, 3], dtype=torch.int32), torch.tensor([0.5, 2.0]), torch.tensor([True, False])):
    print(torch.vander(t), torch.vander(t, 2, True), torch.vander(t, 0).shape)
    show(lambda: torch.linalg.vander(t))
show(lambda: torch.vander(x, -1))
torch.manual_seed(0)
print(torch.empty(4).log_normal_(), torch.empty(20).log_normal_(0, 0.5), torch.rand(1))
