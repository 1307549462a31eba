import torch
from torch.autograd.functional import jacobian, hessian, jvp, vjp, hvp
f = lambda x: x.pow(2).sum() + x.prod()
x = torch.tensor([1., 2., 3.])
print(jacobian(f, x), hessian(f, x)); print(jacobian(lambda x: x.exp(), x)); print(vjp(f, x), hvp(f, x, torch.ones(3)))
print(torch.func.grad(f)(x)); print(torch.func.vmap(torch.dot)(torch.ones(2, 3), torch.ones(2, 3)))
