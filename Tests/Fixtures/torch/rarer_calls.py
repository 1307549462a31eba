# Rarer calls of what tutorials use, and their messages.
import torch
import torch.nn as nn
import torch.nn.functional as F

r = None
try:
    r=torch.repeat_interleave(torch.tensor([1,2,3]))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.zeros(3)
    r=x.masked_scatter(torch.tensor([[True,False,True],[False,True,False]]),torch.arange(6.))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.ones(2,3).scatter_(1,torch.tensor([[0,1],[1,2]]),2.5,reduce='multiply')
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.zeros(2,3).scatter_(1,torch.tensor([[0,1],[1,2]]),torch.ones(2,2),reduce='mean')
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    a=torch.zeros(7,3)
    a.fill_diagonal_(5,wrap=True)
    r=a
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    torch.copysign(torch.ones(2),torch.ones(3))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.remainder(torch.tensor([True]),torch.tensor([True]))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.tensor([True])//torch.tensor([True])
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.fmod(torch.tensor([True]),torch.tensor([True]))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.tensor([True])%torch.tensor([True])
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    nn.ConvTranspose2d(1,1,3)()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    nn.GroupNorm(3,4)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    nn.GroupNorm(0,4)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.ones(2,requires_grad=True)*1
    x.view(2).detach_()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    dl=torch.utils.data.DataLoader([1,2])
    dl.batch_size=5
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    o=torch.optim.SGD([nn.Parameter(torch.ones(1))],lr=.1)
    o.register_step_pre_hook(lambda opt,args,kwargs: print(type(args).__name__,len(args),kwargs))
    o.register_step_post_hook(lambda opt,args,kwargs: print(len(args),kwargs))
    o.step()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    m=nn.Linear(3,1)
    z=torch.randn(2,3)
    opt=torch.optim.SGD(m.parameters(),lr=.1)
    out=m(z).sum(); out.backward(retain_graph=True); opt.step(); out.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    m=nn.Linear(3,4)
    m2=nn.Linear(4,1)
    z=torch.randn(2,3)
    opt=torch.optim.SGD(list(m.parameters())+list(m2.parameters()),lr=.1)
    out=m2(m(z)).sum(); out.backward(retain_graph=True); opt.step(); out.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    m=nn.Conv2d(1,2,3)
    m2=nn.Conv2d(2,1,2)
    z=torch.randn(2,1,5,5)
    opt=torch.optim.SGD(list(m.parameters())+list(m2.parameters()),lr=.1)
    out=m2(m(z)).sum(); out.backward(retain_graph=True); opt.step(); out.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    m=nn.Linear(3,4,bias=False)
    m2=nn.Linear(4,1)
    z=torch.randn(2,5,3)
    opt=torch.optim.SGD(list(m.parameters())+list(m2.parameters()),lr=.1)
    out=m2(m(z)).sum(); out.backward(retain_graph=True); opt.step(); out.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    m=nn.Linear(3,4)
    m2=nn.BatchNorm1d(4)
    z=torch.randn(2,3)
    opt=torch.optim.SGD(list(m.parameters())+list(m2.parameters()),lr=.1)
    out=m2(m(z)).sum(); out.backward(retain_graph=True); opt.step(); out.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    w=torch.ones(3,3,requires_grad=True)
    x=torch.ones(3,requires_grad=True)
    y=(w.T@x).sum()
    with torch.no_grad(): w.add_(1)
    y.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    w=torch.ones(3,3,requires_grad=True)
    x=torch.ones(3,requires_grad=True)
    y=(w[0]*x).sum()
    with torch.no_grad(): w.add_(1)
    y.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    w=torch.ones(3,3,requires_grad=True)
    x=torch.ones(9,requires_grad=True)
    y=(w.view(9)*x).sum()
    with torch.no_grad(): w.add_(1)
    y.backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    w=torch.ones(3,3,requires_grad=True)
    a=w*2
    b=a.view(9).exp()
    c=b.view(3,3)
    c.add_(1)
    b.sum().backward()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.tensor([-1., float('nan'), 2.],requires_grad=True)
    x.prod().backward()
    r=x.grad
    x=torch.tensor([[2.,float('inf')],[3.,4.]],requires_grad=True)
    x.prod(1).sum().backward()
    r=r,x.grad
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.tensor([-1., float('nan'), 2.],requires_grad=True)
    x.cumprod(0).sum().backward()
    r=x.grad
    print(r)
except Exception as e:
    print(type(e).__name__, e)


@torch.no_grad()
def batches():
    x = torch.ones(2, requires_grad=True)
    while True:
        print(torch.is_grad_enabled(), (x * 2).requires_grad)
        got = yield torch.is_grad_enabled()
        print(got)


b = batches()
print(next(b), torch.is_grad_enabled(), b.send(5), torch.is_grad_enabled())
b.close()
import io
buffer = io.BytesIO()
torch.save({"w": torch.ones(2)}, buffer)
print(torch.load(io.BytesIO(buffer.getvalue())))
x = torch.ones(2, requires_grad=True)
g, = torch.autograd.grad((x * x).sum(), x, create_graph=True, retain_graph=True, only_inputs=True)
print(g, torch.autograd.grad(g.sum(), x))
print(torch.manual_seed(1.7) is not None, torch.rand(1))
for name, p in nn.ParameterDict({"w": torch.ones(1), "a": torch.zeros(1)}).items():
    print(name, p)
print(torch.tensor([2., 0., float("nan")]).log(), torch.log(torch.exp(torch.tensor(1.))).item())
try:
    torch.repeat_interleave(torch.tensor([2 ** 60, 2 ** 60, 2 ** 62]))
except RuntimeError as error:
    print(type(error).__name__)
