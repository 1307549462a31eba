import torch
def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = (x ** 3).sum()
g, = torch.autograd.grad(y, x, create_graph=True)
print(g, g.requires_grad)
h, = torch.autograd.grad(g.sum(), x)
print(h, x.grad)
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
print(torch.autograd.grad(a * b, [a, b]), torch.autograd.grad(a * b + a, (a, b)))
show(lambda: torch.autograd.grad(a * 2, b))
print(torch.autograd.grad(a * 2, b, allow_unused=True), torch.autograd.grad(a * 2, [a, b], allow_unused=True))
print(torch.autograd.grad(a * 2, b, allow_unused=True, materialize_grads=True))
show(lambda: torch.autograd.grad(x * 2, x))
print(torch.autograd.grad(x * 2, x, grad_outputs=torch.tensor([1.0, 2.0, 3.0])))
print(torch.autograd.grad([x.sum(), (x * x).sum()], x))
show(lambda: torch.autograd.grad(torch.ones(2).sum(), x))
show(lambda: torch.autograd.grad(a * b, torch.ones(2)))
show(lambda: torch.autograd.grad(a * b))
def hessian(f, v):
    g, = torch.autograd.grad(f(v), v, create_graph=True)
    return torch.stack([torch.autograd.grad(gi, v, retain_graph=True)[0] for gi in g])
v = torch.tensor([1.0, 2.0], requires_grad=True)
print(hessian(lambda t: t[0] ** 2 * t[1] + t[1] ** 3, v))
z = torch.tensor(0.5, requires_grad=True)
f = torch.sin(z)
ds = []
for _ in range(4):
    f, = torch.autograd.grad(f, z, create_graph=True)
    ds.append(round(f.item(), 4))
print(ds)
# gradient penalty
w = torch.tensor([[1.0, -1.0], [0.5, 2.0]], requires_grad=True)
inp = torch.tensor([[1.0, 2.0]], requires_grad=True)
out = torch.tanh(inp @ w).sum()
gi, = torch.autograd.grad(out, inp, create_graph=True)
penalty = (gi.norm(2, dim=1) - 1) ** 2
penalty.mean().backward()
print(gi, penalty, w.grad)
