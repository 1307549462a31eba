"""The step behind an assignment to an index, by the kinds of index and value; deep copies; hooks of own optimizers."""

import copy
import io

import torch
x=torch.ones(4,3,requires_grad=True)
I=torch.tensor
def g(ix,v):
    w=x*1
    try: w[ix]=v; print(type(w.grad_fn).__name__, end=' ')
    except Exception as e: print(type(e).__name__,str(e)[:80],end=' ')
m=x.detach()>0; r=I([True,False,True,False]); c=I([True,False,True])
for name,ix in {'mask':m,'row':r,'rowcol':(r,c),'slicecol':(slice(None),c),'int':I([0,2]),'int2':I([[0,2]]),'int0':I(1),'sliceint':(slice(None),I([0,1])),'intint':(I([0,1]),I([1,2])),'list':[0,1],'maskint':(r,0),'ellip':(...,c),'ellipint':(...,I([1])),'none':(None,r),'intslice':(I([0,1]),slice(0,2)),'0int':(0,I([0,1])),'0bool':(0,c),'2list':([0,1],[1,2])}.items():
    print(name,end=': ')
    for v in (0, I(0.), I([0.]), torch.tensor(1.,requires_grad=True), True):
        g(ix,v)
    print()

a = torch.arange(6.0)
b, c = copy.deepcopy([a, a[2:]])
c[0] = 9
print(b, c.storage_offset())
file = io.BytesIO()
torch.save([a, a[:2]], file)
file.seek(0)
b, c = torch.load(file)
c[0] = 7
print(b)
layer = torch.nn.Linear(1, 1)
layer(torch.ones(1)).sum().backward()
layer.register_forward_hook(lambda *given: print("hook"))
twin = copy.deepcopy(layer)
print(twin.weight.grad)
twin(torch.ones(1))


class Own(torch.optim.Optimizer):
    def __init__(self, params):
        super().__init__(params, {"lr": 1.0})

    def step(self):
        print("step")


own = Own(layer.parameters())
own.register_step_pre_hook(lambda optimizer, args, kwargs: print("before", len(args), kwargs))
own.register_step_post_hook(lambda optimizer, args, kwargs: print("after", len(args), kwargs))
own.step()
before = torch.get_rng_state()
torch.nn.utils.skip_init(torch.nn.Linear, 2, 2)
print(torch.equal(before, torch.get_rng_state()))
