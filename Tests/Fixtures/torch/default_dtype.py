# What becomes of integers where new numbers are float64.
import torch
import torch.nn as nn
import torch.nn.functional as F

r = None
try:
    torch.set_default_dtype(torch.float64)
    r=torch.get_default_dtype()
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.tensor([1,2])
    r=(x*1.5).dtype,(x/2).dtype,(x/x).dtype,x.exp().dtype,torch.sqrt(x).dtype,(x+1.5).dtype,(x**0.5).dtype,(2.0**x).dtype,(x==1).mean(dtype=None).dtype if False else 0
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.tensor([1,2])
    r=x.sigmoid().dtype,x.softmax(0,dtype=torch.float).dtype,torch.where(x>1,1.,0.).dtype,torch.full((2,),1.).dtype,torch.linspace(0,1,3).dtype,torch.eye(2).dtype,torch.randn(1).dtype
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.tensor([1,2])
    r=torch.atan2(x,x).dtype, x.reciprocal().dtype, torch.true_divide(x,2).dtype,torch.lerp(torch.ones(2),torch.zeros(2),.5).dtype,torch.bernoulli(torch.tensor([.5])).dtype,torch.zeros(2).dtype,torch.Tensor([1,2]).dtype,torch.FloatTensor([1]).dtype
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.cat([torch.tensor([1]),torch.tensor([1.5])]).dtype, torch.tensor([1,2]).float().dtype, torch.nn.functional.one_hot(torch.tensor([0,1])).dtype, torch.logspace(0,1,2).dtype,torch.tensor([True])/2
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    m=nn.BatchNorm1d(2)
    r=m(torch.randn(3,2)).dtype, m.running_mean.dtype, m.weight.dtype
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    m=nn.Sequential(nn.Conv2d(1,2,3),nn.BatchNorm2d(2),nn.ReLU(),nn.Dropout())
    x=torch.randn(2,1,5,5)
    y=m(x).sum()
    y.backward()
    r=y.dtype,m[0].weight.grad.dtype
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.tensor([1,2]).logsumexp(0).dtype if False else torch.tensor([3,4]).float().norm().dtype, torch.rsqrt(torch.tensor(4)), torch.tensor(2).log(), torch.erf(torch.tensor(1)), torch.tensor([1,2]).tanh(), torch.special.expit(torch.tensor(0))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.sinc(torch.tensor([0,1])), torch.deg2rad(torch.tensor(180)), torch.tensor([1,2]).cos(), torch.polygamma(1,torch.tensor(2)), torch.logit(torch.tensor(0)), torch.xlogy(torch.tensor(2),torch.tensor(3)), torch.logaddexp(torch.tensor(1.),torch.tensor(2.))
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.tensor([1,2],dtype=torch.float32)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.tensor([1,2])*torch.tensor(1.5), torch.tensor(3)*2.5, 1/torch.tensor([1,2]), torch.mean(torch.tensor([1.,2.])), torch.tensor([1,2]).mean(dtype=torch.float32)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    r=torch.distributions.Normal(0,1).sample().dtype, torch.normal(0.,1.,(2,)).dtype, torch.bartlett_window(3).dtype if hasattr(torch,'bartlett_window') else 0, torch.hann_window(3).dtype
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    x=torch.tensor([1,2])
    x=x.to(torch.get_default_dtype())
    r=x
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    opt=torch.optim.Adam([nn.Parameter(torch.ones(2))])
    p=opt.param_groups[0]['params'][0]
    p.grad=torch.ones(2)
    opt.step()
    r=opt.state_dict()['state'], p
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    torch.set_default_dtype(torch.float32)
    print(r)
except Exception as e:
    print(type(e).__name__, e)
r = None
try:
    torch.set_default_dtype('float32')
    print(r)
except Exception as e:
    print(type(e).__name__, e)
