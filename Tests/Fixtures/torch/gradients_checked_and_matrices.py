import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
from torch.autograd import gradcheck, Variable
lin = nn.Linear(3,2).double()
inp = (torch.randn(4,3,dtype=torch.double,requires_grad=True),)
print(gradcheck(lin, inp, eps=1e-6, atol=1e-4))
try: gradcheck(lambda x: x.detach()*x, inp)
except Exception as e: print(type(e).__name__, str(e)[:200])
try: gradcheck(lambda x: x*2, torch.randn(2, requires_grad=True))
except Exception as e: print(type(e).__name__, str(e)[:100])
try: gradcheck(lambda x: x*2, torch.randn(2))
except Exception as e: print(type(e).__name__, e)
print(gradcheck(lambda x: x.detach()*x, inp, raise_exception=False))
x = Variable(torch.ones(2), requires_grad=True)
print(x)
print(torch.autograd.functional.jacobian(lambda x: x**2, torch.tensor([1.,2.])))
print(torch.autograd.functional.hessian(lambda x: (x**3).sum(), torch.tensor([1.,2.])))
