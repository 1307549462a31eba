import torch
def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x ** 2
show(y.backward)
y.backward(torch.tensor([1.0, 0.5]))
print(x.grad)
y = x ** 2
show(lambda: y.backward(torch.ones(3)))
show(lambda: y.backward(torch.ones(2, 2)))
show(lambda: y.backward("a"))
show(lambda: y.backward(1))
y.backward(gradient=torch.ones(2), retain_graph=True)
y.backward(gradient=torch.ones(2))
print(x.grad)
show(lambda: y.backward(torch.ones(2)))
show(lambda: torch.ones(2).sum().backward())
show(lambda: torch.tensor(3.0).backward())
a = torch.tensor(2.0, requires_grad=True)
a.backward()
print(a.grad)
b = a * 3
torch.autograd.backward(b)
torch.autograd.backward([a * 2, a * 4])
print(a.grad)
show(lambda: torch.autograd.backward([x * 2]))
torch.autograd.backward([x * 2], grad_tensors=[torch.ones(2)])
print(x.grad)
i = torch.tensor(1.0, requires_grad=True)
j = torch.tensor(2.0, requires_grad=True)
(i * j).backward(inputs=[i])
print(i.grad, j.grad)
show(lambda: (i * j).backward(inputs=[]))
k = torch.ones(2, requires_grad=True)
l = k * 2
l.retain_grad()
m = l.sum()
m.backward()
print(l.grad, k.grad, l.retains_grad, k.retains_grad)
show(lambda: torch.ones(2).retain_grad())
