import torch
def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x * 2
z = y.sum()
print(x.is_leaf, y.is_leaf, z.is_leaf, x.grad_fn, y.requires_grad, x.grad)
print(y, z, x)
z.backward()
print(x.grad, y.grad)
print(z.grad_fn, type(z.grad_fn).__name__) if False else print(z.grad_fn.name(), z.grad_fn.next_functions[0][0].name(), z.grad_fn.next_functions[0][0].next_functions[0][0].name())
show(z.backward)
show(lambda: x.add_(1))
show(lambda: x.mul_(2))
show(lambda: setattr(y, "requires_grad", False))
show(lambda: y.requires_grad_(False))
show(lambda: x.numpy())
def assign():
    x[0] = 5.0
show(assign)
with torch.no_grad():
    x += 1
    x[0] = 10.0
    w = x * 2
print(x, w.requires_grad, w)
x.data[1] = 7
x.data += 1
print(x, x.requires_grad)
d = x.detach()
d[2] = -1
print(x, d.requires_grad, d.is_leaf)
x.grad.zero_()
print(x.grad)
x.grad = None
print(x.grad)
x.grad = torch.ones(3)
print(x.grad)
show(lambda: setattr(x, "grad", torch.ones(2)))
show(lambda: setattr(x, "grad", torch.ones(3, dtype=torch.float64)))
show(lambda: setattr(x, "grad", 3))
show(lambda: torch.tensor([1, 2], requires_grad=True))
show(lambda: torch.tensor([1, 2]).requires_grad_())
q = torch.tensor([1, 2])
show(lambda: setattr(q, "requires_grad", True))
show(lambda: setattr(x, "requires_grad", 1))
