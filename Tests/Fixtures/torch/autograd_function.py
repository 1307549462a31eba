import torch
def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        return g * 2 * x
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = Square.apply(x)
print(y, y.requires_grad)
y.sum().backward()
print(x.grad)
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
t = torch.tensor([-1.0, 2.0], requires_grad=True)
MyReLU.apply(t).sum().backward()
print(t.grad)
class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, factor):
        ctx.factor = factor
        return x * factor
    @staticmethod
    def backward(ctx, g):
        return g * ctx.factor, None
a = torch.tensor(2.0, requires_grad=True)
Scale.apply(a, 5).backward()
print(a.grad)
class Two(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, y):
        ctx.save_for_backward(x, y)
        return x * y, x + y
    @staticmethod
    def backward(ctx, gm, ga):
        x, y = ctx.saved_tensors
        return gm * y + ga, gm * x + ga
p = torch.tensor(3.0, requires_grad=True)
q = torch.tensor(4.0, requires_grad=True)
m, s = Two.apply(p, q)
(m + 2 * s).backward()
print(p.grad, q.grad, m.grad_fn.name())
class Bad(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
    @staticmethod
    def backward(ctx, g):
        return g, g
show(lambda: Bad.apply(p).backward())
class BadShape(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
    @staticmethod
    def backward(ctx, g):
        return torch.ones(3)
show(lambda: BadShape.apply(torch.ones(2, requires_grad=True)).sum().backward())
class GradReverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, alpha):
        ctx.alpha = alpha
        return x.view_as(x)
    @staticmethod
    def backward(ctx, g):
        return g.neg() * ctx.alpha, None
r = torch.ones(2, requires_grad=True)
GradReverse.apply(r, 0.5).sum().backward()
print(r.grad)
class STE(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()
    @staticmethod
    def backward(ctx, g):
        return g
u = torch.tensor([0.3, 1.7], requires_grad=True)
o = STE.apply(u)
o.sum().backward()
print(o, u.grad)
class Needs(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w):
        ctx.save_for_backward(x, w)
        return x @ w
    @staticmethod
    def backward(ctx, g):
        x, w = ctx.saved_tensors
        print(ctx.needs_input_grad)
        return (g @ w.t() if ctx.needs_input_grad[0] else None), (x.t() @ g if ctx.needs_input_grad[1] else None)
w = torch.ones(2, 2, requires_grad=True)
Needs.apply(torch.ones(1, 2), w).sum().backward()
print(w.grad)
print(torch.autograd.gradcheck(Square.apply, (torch.randn(3, dtype=torch.float64, requires_grad=True),)))
