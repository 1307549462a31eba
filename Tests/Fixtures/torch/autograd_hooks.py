import torch
def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

x = torch.ones(3, requires_grad=True)
log = []
h = x.register_hook(lambda g: log.append(g.tolist()))
(x * 2).sum().backward()
print(log, x.grad)
h.remove()
h2 = x.register_hook(lambda g: g * 10)
(x * 2).sum().backward()
print(log, x.grad)
h2.remove()
y = x * 3
y.register_hook(lambda g: print("y grad", g))
y.register_hook(lambda g: g + 1)
y.sum().backward()
print(x.grad)
show(lambda: torch.ones(2).register_hook(lambda g: g))
z = torch.ones(2, requires_grad=True)
z.register_hook(lambda g: "bad")
show(lambda: z.sum().backward())
p = torch.ones(2, requires_grad=True)
p.register_post_accumulate_grad_hook(lambda t: print("acc", t.grad))
p.sum().backward()
(p * 2).sum().backward()
show(lambda: (p * 2).register_post_accumulate_grad_hook(lambda t: None))
q = torch.ones(2, requires_grad=True)
def fail(g):
    raise ValueError("inside the hook")
q.register_hook(fail)
show(lambda: q.sum().backward())
