# Views that were made or changed with gradients off; what cannot be written; messages.
import torch
import torch.nn as nn
import torch.nn.functional as F

r = None
try:
    x=torch.ones(3,requires_grad=True)
    with torch.no_grad():
        v=x.view(3)
    v.add_(1)
    r=v,x,x._version
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)*1
    with torch.no_grad():
        v=x[:2]
    v.mul_(2)
    r=v,x
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3)
    with torch.no_grad():
        v=x[:2]
    w=torch.ones(2,requires_grad=True)
    v.mul_(w)
    r=v,x
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)
    v=x.detach()
    v.add_(1)
    r=v,x
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)
    v=x.view(3)
    v.add_(1)
    r=v
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(3,requires_grad=True)
    b=a*2
    c=b[:2]
    d=(b*b).sum()
    c.add_(1)
    d.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a*2
    c=b.t()
    d=c.exp()
    c.mul_(2)
    b.add_(1)
    e=(c*c).sum()
    c.add_(1)
    e.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a.exp()
    c=b.t()
    c.mul_(2)
    b.sum().backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a*2
    c=b.t()
    e=(c*c).sum()
    b.add_(1)
    e.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a*2
    c=b.t()
    b.add_(1)
    r=c.grad_fn.name(), b.grad_fn.name()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a*2
    c=b.view(6)
    b.add_(1)
    r=c.grad_fn.name(), b.grad_fn.name(), c
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a*2
    c,d=b.unbind(0)
    c.add_(1)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a*2
    c=b.unbind(0)[0]
    b.add_(1)
    r=c
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    b=a*2
    c=b.chunk(2)[0]
    c.add_(1)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.ones(2,3,requires_grad=True)
    with torch.inference_mode():
        b=a*2
    b.add_(1)
    r=b
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.shape=(3,)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.dtype=torch.float64
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.is_leaf=True
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.grad_fn=None
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.foo=3; r=x.foo
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.T=3
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.device='cpu'
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.ndim=2
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.masked_fill_(torch.tensor([True, False, True]), torch.ones(3))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); x.masked_fill(torch.tensor([True, False, True]), torch.ones(3))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3); r=x.masked_fill_(torch.tensor([True, False, True]), torch.tensor(2))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    F.cross_entropy(torch.tensor(1.), torch.tensor(0))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.Size([1,2])*2, 2*torch.Size([1,2]), torch.Size([1,2])[0:1], (1,)+torch.Size([2])
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r='%d %i %s %x' % (torch.tensor(2.5), torch.tensor(3.7), torch.tensor(2), torch.tensor(255))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    class A:
        def __int__(self): return 5
        def __index__(self): return 6
    r='%d %x' % (A(), A())
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    class A:
        def __int__(self): return 5
    r='%d' % A()
    '%x' % A()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    nn.BatchNorm1d(3, eps=-1.)(torch.rand(2, 3))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    nn.BatchNorm1d(3, eps=0.)(torch.rand(2, 3))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    nn.BatchNorm2d(3, momentum='a')(torch.rand(2, 3,4,4))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    nn.Bilinear(0,4,2)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.randn(3,dtype=torch.float64,requires_grad=True)
    r=torch.autograd.gradcheck(lambda t:t.detach(),x)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)
    with torch.no_grad():
        v=x.view(3)
    r=v.requires_grad, v.is_leaf, v.grad_fn and v.grad_fn.name(), v, (v*2).requires_grad, v._is_view()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)*1
    with torch.no_grad():
        v=x.view(3)
        r=v.requires_grad, v.is_leaf, v.grad_fn and v.grad_fn.name(), v, (v*2).requires_grad
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)*1
    with torch.no_grad():
        v=x.view(3)
        v.add_(1)
    r=v.requires_grad, v, x
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)
    with torch.no_grad():
        v=x.view(3)
        v.add_(1)
    r=v.requires_grad, v, x
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3)
    with torch.no_grad():
        v=x.view(3)
    r=v.requires_grad
    x.mul_(torch.ones(3,requires_grad=True))
    r=r,v.requires_grad,v,v.grad_fn and v.grad_fn.name()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3)
    v=x.view(3)
    x.mul_(torch.ones(3,requires_grad=True))
    r=v.requires_grad,v,v.grad_fn and v.grad_fn.name()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3)
    v=x.view(3)
    x.requires_grad_()
    r=v.requires_grad,v,v.grad_fn and v.grad_fn.name(),v.is_leaf
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)
    with torch.no_grad():
        v=x[0]
        v.fill_(7)
    r=x,v
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(3,requires_grad=True)
    with torch.no_grad():
        v=x[0]
    r=v
    w=v*2
    r=v,w
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    lin=nn.Linear(2,2)
    with torch.no_grad():
        w=lin.weight[0]
    w.zero_()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    lin=nn.Linear(2,2)
    w=lin.weight.data[0]
    w.zero_()
    r=lin.weight[0]
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    lin=nn.Linear(2,2)
    w=lin.weight[0].detach()
    w.zero_()
    r=lin.weight[0]
    print(r)
except Exception as e:
    print(type(e).__name__, e)
