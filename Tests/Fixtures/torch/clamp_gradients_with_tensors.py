import torch
def g(f, v):
    x=torch.tensor(v,requires_grad=True); f(x).sum().backward(); return x.grad.tolist()
for v,f in [([1.,2.,0.],lambda x:x.clamp(min=1)),([1.,2.,0.],lambda x:x.clamp(min=1.)),([.5,2.,0.],lambda x:x.clamp(min=.5)),([1.,2.,0.],lambda x:x.clamp(min=torch.tensor(1.))),([1.,2.,0.],lambda x:x.clamp(min=torch.ones(3))),([1.,2.,0.],lambda x:x.clamp(max=torch.ones(3))),([1.,2.,0.],lambda x:x.clamp(0,2)),([1.,2.,0.],lambda x:x.clamp(torch.zeros(3),2*torch.ones(3))),([1.,2.,0.],lambda x:x.clamp_min(torch.ones(3))),([1.,2.,0.],lambda x:torch.maximum(x,torch.ones(3))),([1.,2.,0.],lambda x:torch.clamp(x,max=1)),([[1.,2.],[0.,3.]],lambda x:x.clamp(min=1)), ([1.,2.,0.],lambda x:(x*1).clamp_(min=1)), ([1.,2.,0.],lambda x:(x*1).clamp_min_(1)),([1.,2.,0.],lambda x:(x*1).clamp_max_(1)),([1.,2.,0.],lambda x:(x*1).clamp_(torch.ones(3)))]:
    try: print(g(f,v))
    except Exception as e: print(str(e)[:80])
m=torch.ones(3,requires_grad=True); x=torch.tensor([1.,2.,0.],requires_grad=True); x.clamp(min=m).sum().backward(); print(x.grad,m.grad)
