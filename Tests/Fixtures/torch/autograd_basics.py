import torch


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


x = torch.tensor(3.0, requires_grad=True)
y = x ** 2 + 2 * x
y.backward()
print(x.grad, y)
show(lambda: y.backward())
a = torch.tensor([1.0, 2.0], requires_grad=True)
show(lambda: (a * 2).backward())
show(lambda: torch.ones(2).sum().backward())
(a * a).backward(torch.tensor([1.0, 10.0]))
print(a.grad)
a.grad.zero_()
(a.sum() * 3).backward()
print(a.grad)
a.grad = None
print(a.grad)


def inplace():
    b = torch.ones(2, requires_grad=True)
    b += 1


show(inplace)


def overwritten():
    b = torch.ones(2, requires_grad=True)
    c = b.exp()
    c += 1
    c.sum().backward()


show(lambda: a.numpy())
show(lambda: torch.tensor([1, 2]).requires_grad_())
show(lambda: a.item())
show(lambda: bool(torch.tensor([1, 2])))
with torch.no_grad():
    print((a * 2).requires_grad, torch.is_grad_enabled())
    with torch.enable_grad():
        print((a * 2).requires_grad)
print(torch.is_grad_enabled())


@torch.no_grad()
def predict(v):
    return v * 2


print(predict(a).requires_grad)
with torch.set_grad_enabled(False):
    print((a * 2).requires_grad)
with torch.inference_mode():
    print((a * 2).requires_grad)
g, = torch.autograd.grad((a ** 3).sum(), a, create_graph=True)
print(g)
print(torch.autograd.grad(g.sum(), a))
b = a.detach()
b[0] = 9.0
print(a)
p = torch.ones(3, requires_grad=True)
with torch.no_grad():
    p -= 0.1 * torch.ones(3)
print(p)
q = torch.rand(2, 2, requires_grad=True)
r = q.t() @ q
r.trace().backward()
print(torch.allclose(q.grad, 2 * q))
z = torch.zeros(2, requires_grad=True)
h = z.register_hook(lambda g: g * 2)
z.sum().backward()
print(z.grad)
h.remove()
try:
    print(a.grad_fn, (a * 2).is_leaf, a.requires_grad)
finally:
    print("done")
