"""What is refused about changes in place, and arguments that are; found by a comparison of many programs."""

import copy

import torch
import torch.nn as nn, torch.nn.functional as F
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split('\n')[0][:300])
x=torch.ones(3,requires_grad=True)
for act in (nn.LeakyReLU(.1,inplace=True),nn.ELU(inplace=True),nn.SELU(inplace=True),nn.CELU(inplace=True),nn.RReLU(inplace=True),nn.ReLU(inplace=True),nn.Hardtanh(inplace=True),nn.Threshold(.1,.2,inplace=True),nn.SiLU(inplace=True),nn.Hardswish(inplace=True),nn.Mish(inplace=True),nn.ReLU6(inplace=True),nn.Hardsigmoid(inplace=True)):
    def run():
        y=act(x*2); y+=1; return torch.autograd.grad(y.sum(),x)
    t(run)
    def run2():
        y=act(x*2); return torch.autograd.grad((y*3).sum(),x)
    t(run2)
def r():
    w=x*1; w[w>0]=0; return w
t(r)
def r():
    w=x*1; w[False]=0; return w
t(r)
p=nn.Linear(1,1); torch.nn.init.ones_(p.weight)
def r():
    y=p(torch.ones(1)); p.weight.requires_grad=False; y.backward(); g=p.weight.grad, p.bias.grad; p.weight.requires_grad=True; p.zero_grad(); return g
t(r)
def r():
    y=p(torch.ones(1)); p.weight.requires_grad_(False); y.backward(); g=p.weight.grad, p.bias.grad; p.weight.requires_grad=True; p.zero_grad(); return g
t(r)
def r():
    y=x.view(1,3).logsumexp(1); y+=1; y.sum().backward(); g=x.grad; x.grad=None; return y,g
t(r)
def r():
    y=x.median(); y+=1; y.backward(); g=x.grad; x.grad=None; return y,g
t(r)
def r():
    y=x*1; y*=y; y.sum().backward(); return x.grad
t(r)
def r():
    y=x*1; y/=y; y.sum().backward(); return x.grad
t(r)
def r():
    y=x*1; y+=y; y.sum().backward(); g=x.grad; x.grad=None; return g
t(r)
def r():
    v=x*1; a,b,c=v.unbind(0); v.mul_(2); return a+1
t(r)
def r():
    v=x*1; a,b=v.split(2); v.mul_(2); return a*2
t(r)
def r():
    v=x*1; a,b,c=v; a.view(1).add_(1); return v
t(r)
def r():
    with torch.no_grad(): v=(x*1).requires_grad_(); 
    w=x*1
    with torch.no_grad(): u=w[0:2]
    w.mul_(2); return u*2
t(r)
t(lambda: x.add_(torch.ones(5)))
t(lambda: x[0].copy_(torch.ones(3)))
t(lambda: x.fill_(torch.ones(2)))
t(lambda: x.mul_(torch.ones(5)))
t(lambda: x.copy_(torch.ones(5)))
for name,args in (('unsqueeze_',(0,)),('squeeze_',()),('t_',()),('transpose_',(0,0))):
    def r():
        y=x.exp(); getattr(y,name)(*args); y.sum().backward(); g=x.grad; x.grad=None; return g
    t(r)
class Fn(torch.autograd.Function):
    @staticmethod
    def forward(ctx,a,b,flag=False): 
        ctx.flag=flag; return a*b
    @staticmethod
    def backward(ctx,g): return g,g,None
t(lambda: Fn.apply(x,x,flag=True)); t(lambda: Fn.apply(x,x,True))
class D(torch.autograd.Function):
    @staticmethod
    def forward(ctx,a): a.mul_(2); ctx.mark_dirty(a); return a
    @staticmethod
    def backward(ctx,g): return g*2
t(lambda: D.apply(x)); t(lambda: D.apply(x*1))
t(lambda: torch.tensor([True,False])**2)
t(lambda: torch.full((1,),300,dtype=torch.uint8)); t(lambda: torch.randperm(300,dtype=torch.uint8)); t(lambda: torch.arange(3,dtype=torch.bool)); t(lambda: torch.linspace(0,1,2,dtype=torch.bool)); t(lambda: x.detach().type(int)); t(lambda: torch.as_tensor([1],torch.float32)); t(lambda: torch.empty(0,3).nansum(0,dtype=torch.int32)); t(lambda: torch.rot90(torch.ones(2,2),1,(0,0))); t(lambda: torch.tensor(1.).movedim(0,5))
g=torch.Generator().manual_seed(3)
t(lambda: torch.rand_like(torch.zeros(2),generator=g)); t(lambda: torch.randn_like(torch.zeros(2),generator=g)); t(lambda: torch.randint_like(torch.zeros(2),5,generator=g)); t(lambda: g.clone_state().initial_seed()); t(lambda: torch.rand(1,generator=g.clone_state())==torch.rand(1,generator=g))
t(lambda: torch.tensor([4,6]).gcd_(torch.tensor([6,9]))); t(lambda: torch.tensor([4,6]).lcm_(torch.tensor([6,9]))); t(lambda: torch.tensor([1.]).nextafter_(torch.tensor([2.]))); t(lambda: torch.tensor([1.]).i0_());
t(lambda: hash(x)==id(x)); t(lambda: copy.deepcopy(torch.arange(4.)[1:]).storage_offset())
t(lambda: F.instance_norm(torch.ones(2,4,3),running_mean=torch.zeros(4))); t(lambda: F.instance_norm(torch.ones(2,4,3),use_input_stats=False)); t(lambda: F.group_norm(torch.ones(2,4,3),2,torch.zeros(4)).flatten()[:4])
t(lambda: torch.zeros(4).geometric_(1)); t(lambda: torch.zeros(4).geometric_(0.0)); t(lambda: nn.Softshrink(-1)(x)); t(lambda: torch.Generator().set_state(torch.zeros(3)))
