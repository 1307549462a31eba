import torch
from torch.autograd import Function
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
x = torch.tensor([-1., 2.], requires_grad=True); y = MyReLU.apply(x); print(y); y.sum().backward(); print(x.grad)
class LinearFunction(Function):
    @staticmethod
    def forward(input, weight, bias):
        output = input.mm(weight.t())
        if bias is not None: output += bias.unsqueeze(0).expand_as(output)
        return output
    @staticmethod
    def setup_context(ctx, inputs, output):
        input, weight, bias = inputs
        ctx.save_for_backward(input, weight, bias)
    @staticmethod
    def backward(ctx, grad_output):
        input, weight, bias = ctx.saved_tensors
        grad_input = grad_weight = grad_bias = None
        if ctx.needs_input_grad[0]: grad_input = grad_output.mm(weight)
        if ctx.needs_input_grad[1]: grad_weight = grad_output.t().mm(input)
        if bias is not None and ctx.needs_input_grad[2]: grad_bias = grad_output.sum(0)
        return grad_input, grad_weight, grad_bias
torch.manual_seed(0)
i = torch.randn(3, 4, dtype=torch.double, requires_grad=True); w = torch.randn(2, 4, dtype=torch.double, requires_grad=True); b = torch.randn(2, dtype=torch.double, requires_grad=True)
print(torch.autograd.gradcheck(LinearFunction.apply, (i, w, b))); print(LinearFunction.apply(i, w, None))
class MulConstant(Function):
    @staticmethod
    def forward(ctx, tensor, constant): ctx.constant = constant; return tensor * constant
    @staticmethod
    def backward(ctx, g): return g * ctx.constant, None
print(MulConstant.apply(x, 5))
class Wrong(Function):
    @staticmethod
    def forward(ctx, a, b): return a + b
    @staticmethod
    def backward(ctx, g): return g
try: Wrong.apply(x, x).sum().backward()
except RuntimeError as e: print(e)
class Shape(Function):
    @staticmethod
    def forward(ctx, a): return a.sum()
    @staticmethod
    def backward(ctx, g): return torch.ones(5)
try: Shape.apply(x).backward()
except RuntimeError as e: print(e)
try: MyReLU()(x)
except Exception as e: print(type(e).__name__, e)
class NoB(Function):
    @staticmethod
    def forward(ctx, a): return a * 2
try: NoB.apply(x).sum().backward()
except Exception as e: print(type(e).__name__, e)
class Exp(Function):
    @staticmethod
    def forward(ctx, i): r = i.exp(); ctx.save_for_backward(r); return r
    @staticmethod
    def backward(ctx, g): r, = ctx.saved_tensors; return g * r
e = Exp.apply(x); g, = torch.autograd.grad(e.sum(), x, create_graph=True); print(g); print(torch.autograd.grad(g.sum(), x))
class STE(Function):
    @staticmethod
    def forward(ctx, x): return (x > 0).float()
    @staticmethod
    def backward(ctx, g): return torch.nn.functional.hardtanh(g)
s = STE.apply(x); print(s); s.sum().backward(); print(x.grad)
class Two(Function):
    @staticmethod
    def forward(ctx, x): ctx.set_materialize_grads(False); m = x * 1; ctx.mark_non_differentiable(m); return x * 2, m
    @staticmethod
    def backward(ctx, a, b): print(b); return a * 2
p, q = Two.apply(x); print(p.requires_grad, q.requires_grad); p.sum().backward()
class InP(Function):
    @staticmethod
    def forward(ctx, x): ctx.mark_dirty(x); x.mul_(2); return x
    @staticmethod
    def backward(ctx, g): return g * 2
z = x.clone(); InP.apply(z); print(z)
