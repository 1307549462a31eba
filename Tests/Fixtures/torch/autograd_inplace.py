import torch
def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

def case1():
    x = torch.ones(2, requires_grad=True)
    y = x.exp()
    y.add_(1)
    y.sum().backward()
show(case1)
def case2():
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    z = y ** 2
    y += 1
    z.sum().backward()
show(case2)
def case3():
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.mul_(3)
    y.sum().backward()
    return x.grad, y
show(case3)
def case4():
    x = torch.ones(3, requires_grad=True)
    y = x * 2
    y[0] = 10
    y[1:].mul_(5)
    y.sum().backward()
    return x.grad, y
show(case4)
def case5():
    x = torch.ones(3, requires_grad=True)
    v = x[1:]
    v += 1
show(case5)
def case6():
    x = torch.ones(2, 2, requires_grad=True)
    a, b = (x * 2).unbind()
    a.add_(1)
show(case6)
def case7():
    x = torch.ones(2, requires_grad=True)
    y = torch.sigmoid(x)
    y.zero_()
    y.sum().backward()
show(case7)
def case8():
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.relu_()
    y.clamp_(max=1)
    y.sum().backward()
    return x.grad, y
show(case8)
def case9():
    w = torch.ones(2, requires_grad=True)
    b = torch.zeros(2)
    b += w
    b.sum().backward()
    return w.grad, b
show(case9)
def case10():
    x = torch.ones(2, requires_grad=True)
    with torch.no_grad():
        v = (x * 2)[:1]
    v += 1
    return v
show(case10)
def case11():
    x = torch.ones(2, requires_grad=True)
    y = x.clone()
    y.fill_(3)
    y.sum().backward()
    return x.grad, y
show(case11)
def case12():
    x = torch.ones(4, requires_grad=True)
    y = x.view(2, 2) * 1
    y[y > 0] = 0
    y.sum().backward()
    return x.grad
show(case12)
def case13():
    x = torch.tensor([4.0], requires_grad=True)
    y = x.sqrt()
    x.data.mul_(2)
    y.backward()
    return x.grad
show(case13)
x = torch.ones(3)
print(x._version)
x.add_(1)
x[0] = 2
print(x._version, x.detach()._version)
