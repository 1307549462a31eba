import torch
from torch.autograd import gradcheck
torch.manual_seed(0)
bn = torch.nn.BatchNorm1d(3).double()
print(gradcheck(bn, (torch.randn(5, 3, dtype=torch.double, requires_grad=True),), eps=1e-6, atol=1e-4))
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x * 2
    @staticmethod
    def backward(ctx, g): return g * 3
x = torch.randn(2, dtype=torch.double, requires_grad=True)
try: gradcheck(Bad.apply, (x,))
except Exception as e: print(type(e).__name__); print(e)
print(gradcheck(Bad.apply, (x,), raise_exception=False))
print(torch.autograd.gradgradcheck(torch.tanh, (x,)))
linear = torch.nn.functional.linear
input = (torch.randn(20,20,dtype=torch.double,requires_grad=True), torch.randn(30,20,dtype=torch.double,requires_grad=True))
print(gradcheck(linear, input, eps=1e-6, atol=1e-4))
try: print(gradcheck(torch.sin, (torch.randn(2, requires_grad=True),), raise_exception=False))
except Exception as e: print(type(e).__name__, e)
try: gradcheck(torch.sin, (torch.randn(2),))
except Exception as e: print(type(e).__name__, e)
