import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
class MyReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return input.clamp(min=0)
    @staticmethod
    def backward(ctx, grad_output):
        input, = ctx.saved_tensors
        grad_input = grad_output.clone()
        grad_input[input < 0] = 0
        return grad_input
x = torch.randn(3, requires_grad=True)
y = MyReLU.apply(x)
print(y)
y.sum().backward()
print(x.grad)
print(torch.autograd.gradcheck(MyReLU.apply, (torch.randn(3, dtype=torch.double, requires_grad=True),)))
class Exp(torch.autograd.Function):
    @staticmethod
    def forward(ctx, i):
        result = i.exp()
        ctx.save_for_backward(result)
        return result
    @staticmethod
    def backward(ctx, g):
        result, = ctx.saved_tensors
        return g * result
print(Exp.apply(x).grad_fn.name() if hasattr(Exp.apply(x).grad_fn, 'name') else '')
class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k): ctx.k = k; return x * k
    @staticmethod
    def backward(ctx, g): return g * ctx.k, None
print(Scale.apply(x, 3.), Scale.apply(x, k=3.) if False else '')
z = Scale.apply(x, 2.); z.sum().backward(); print(x.grad)
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x*2
    @staticmethod
    def backward(ctx, g): return g, g
try: Bad.apply(x).sum().backward()
except Exception as e: print(type(e).__name__, e)
class Bad2(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x*2
    @staticmethod
    def backward(ctx, g): return g[:2]
try: Bad2.apply(x).sum().backward()
except Exception as e: print(type(e).__name__, e)
class Two(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x*2, x*3
    @staticmethod
    def backward(ctx, a, b): print(a, b); return a*2 + b*3
u, v = Two.apply(x); u.sum().backward()
print(u)
try: MyReLU()(x)
except Exception as e: print(type(e).__name__, e)
class NG(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x): return x*2
try: NG.apply(x).sum().backward()
except Exception as e: print(type(e).__name__, e)
from torch.autograd.function import once_differentiable
