import torch
import torch.nn as nn
import torch.nn.functional as F
import math
torch.manual_seed(0)
try:
    _r = (torch.tensor([1e-10, 1., 1e10]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1e5, 1.5]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([100000000., 1.]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([0.00001, 1.]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1e-4, 1e-3]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([float('nan'), 1e10, 3]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([float('inf'), 1, 2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1., 2., 3.], dtype=torch.float64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(3.14159265358979))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(1e-20))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(123456789))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([123456789., 1.]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[True, False]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2, 0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(0, 2, dtype=torch.int64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randn(3, 40))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(2000))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(2000.).view(40, 50))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randn(10, 10, 11))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randn(1, 2, 1, 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1, -2, 30000]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([-1.5, 2.25]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randn(1001))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.set_printoptions(precision=2)
    print(torch.tensor([1.23456, 7.0]))
    _r = (torch.set_printoptions(profile='default'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.set_printoptions(sci_mode=True)
    print(torch.tensor([1.23456, 7.0]))
    torch.set_printoptions(sci_mode=False)
    print(torch.tensor([1e-10,1.]))
    torch.set_printoptions(profile='default')
    _r = (torch.set_printoptions(sci_mode=None))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.set_printoptions(threshold=5)
    print(torch.arange(10))
    _r = (torch.set_printoptions(profile='default'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.set_printoptions(edgeitems=1, threshold=5)
    print(torch.arange(10.).view(5,2))
    _r = (torch.set_printoptions(profile='default'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.set_printoptions(linewidth=40)
    print(torch.randn(20))
    _r = (torch.set_printoptions(profile='default'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.set_printoptions(profile='full')
    print(torch.arange(1100).shape)
    torch.set_printoptions(profile='short')
    print(torch.randn(3,3))
    _r = (torch.set_printoptions(profile='default'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (repr(torch.Size([1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.Size([2,3]).numel())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.Size([2,3]) + (1,))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.Size([2,3])[1:])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.Size([2,3]) == (2,3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2,3).shape[-1])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (list(torch.zeros(2,3).shape))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (tuple(torch.zeros(2,3).size()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2,3).size(1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2,3).size(dim=2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (str(torch.float32))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).dtype)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(1.0, requires_grad=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.0, 2], requires_grad=True).sum())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1], requires_grad=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (f"{torch.tensor(3.14159):.2f}")
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (f"{torch.tensor(3)}")
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (f"{torch.tensor([1.5,2]):.2f}")
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (f"{torch.tensor(3.14159)}")
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ('%.3f' % torch.tensor(2.5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ('{:.3f}'.format(torch.tensor(2.5)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ('{:d}'.format(torch.tensor(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ('{:5d}|'.format(torch.tensor(2).item()))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ('{}'.format(torch.tensor([1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (f"{torch.tensor(2.5).item():>10.3f}")
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (round(torch.tensor(2.567).item(), 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (round(torch.tensor(2.567), decimals=1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (int(torch.tensor(2.9)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (float(torch.tensor([2.5])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (bool(torch.tensor([0.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (int(torch.tensor([1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (float(torch.tensor([1.,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (bool(torch.tensor([1.,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (bool(torch.tensor([])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).item())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (len(torch.zeros(3,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (len(torch.tensor(1)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (list(torch.tensor(1)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ([x for x in torch.arange(3)])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    for i, r in enumerate(torch.eye(2)): print(i, r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(5) in [torch.tensor(5)])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (3 in torch.tensor([1,2,3]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ('a' in torch.tensor([1]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (sum(torch.tensor([1,2,3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (max(torch.tensor([1,5,3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (sorted(torch.tensor([3,1,2])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (range(torch.tensor(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ([0]*torch.tensor(3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = ([1,2,3][torch.tensor(1)])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.5]) + [1])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.5]) + '1')
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.5]) + None)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]) @ torch.tensor([1.,2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3) @ torch.ones(2,3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3) + torch.ones(2,4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).matmul(torch.ones(4)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(3) @ torch.ones(4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.mm(torch.ones(2), torch.ones(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.bmm(torch.ones(2,2), torch.ones(2,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).view(4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).view(-1, 4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).t().view(-1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).reshape(-1,-1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).permute(0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).permute(0,0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).transpose(0,2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).unsqueeze(4))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3).squeeze(5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[2])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[0,3])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[0,0,0])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[1.5])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)['a'])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[torch.tensor([2])])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[[0,1],[0,3]])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[torch.tensor([True,False,True])])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[::-1])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[None].shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[..., None].shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[..., ...])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[torch.tensor(1)])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[:, [0, 2]])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3)[torch.ones(2,3) > 0])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(1)[0])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(3)
    x[1] = 5
    x[-1] = torch.tensor(2.)
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(3)
    x[0:2] = torch.tensor([1.,2,3])
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(3)
    x[5] = 1
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(3)
    x[x == 0] = 4
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(2,3)
    x[:, 1] = torch.tensor([1., 2])
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(2,3)
    x[0] = [1,2,3]
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(2,3)
    x[0] = 'a'
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(2,3)
    x[[0,1],[1,2]] = torch.tensor([7.,8])
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(2,3)
    x[torch.tensor([[True,False,True],[False,True,False]])] = torch.tensor([1.,2.,3.])
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(2,3)
    x[torch.tensor([[True,False,True],[False,True,False]])] = torch.tensor([1.,2.])
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.zeros(2,3, dtype=torch.int64)
    x[0] = 1.7
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.arange(6).view(2,3)
    x[1, ::2] += 10
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x = torch.arange(6)
    del x[0]
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(3, requires_grad=True)[0].add_(1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.zeros(3, requires_grad=True)
    x[0] = 1
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.zeros(3, requires_grad=True)
    x += 1
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    y = x*2
    y[0] = 5
    y.sum().backward()
    _r = (x.grad)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    y=x.exp()
    y.add_(1)
    _r = (y.sum().backward())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    y=x**2
    x.data.add_(1)
    y.sum().backward()
    _r = (x.grad)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    y=(x**2).sum()
    y.backward()
    _r = (y.backward())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    _r = ((x*2).backward())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3)
    _r = (x.sum().backward())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    _r = ((x*2).backward(torch.ones(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    _r = (x.numpy())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    y=x.sum()
    _r = (y.requires_grad_(False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(3, requires_grad=True)
    y=x*2
    _r = (y.grad)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.autograd.grad(torch.ones(1), torch.ones(1)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(1, requires_grad=True)
    _r = (torch.autograd.grad(x*2, torch.ones(1, requires_grad=True)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(1, requires_grad=True)
    _r = (torch.autograd.grad(x*2, torch.ones(1, requires_grad=True), allow_unused=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(2, requires_grad=True)
    _r = (torch.autograd.grad(x*2, x))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.ones(2, requires_grad=True)
    g,=torch.autograd.grad((x**3).sum(), x, create_graph=True)
    _r = (torch.autograd.grad(g.sum(), x))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    with torch.inference_mode(): x = torch.ones(2)
    _r = (x.requires_grad_())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2, dtype=torch.int64).requires_grad_())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.cat([torch.ones(2), torch.ones(2,2)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.cat([torch.ones(2,3), torch.ones(2,2)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.cat([torch.ones(2,3), torch.ones(2,2)], dim=1).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.cat([]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.cat(torch.ones(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.stack([torch.ones(2), torch.ones(3)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.stack([]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.cat([torch.ones(2), torch.ones(2, dtype=torch.int64)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.cat([torch.ones(2), 1]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(5) / 2)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(5) // 2)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(5) * 1.5)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2], dtype=torch.uint8) + 300)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2], dtype=torch.uint8) - 3)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([True]) + True)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([True]) + 1)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([True]) * 1.5)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([True]) - torch.tensor([True]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (-torch.tensor([True]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (~torch.tensor([True]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2, dtype=torch.int32) + torch.ones(2, dtype=torch.int64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2, dtype=torch.float32) + torch.ones(2, dtype=torch.float64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2, dtype=torch.float32) + torch.tensor(1., dtype=torch.float64))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2, dtype=torch.int64) + torch.tensor(1.))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.result_type(torch.ones(2, dtype=torch.int32), 1.0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.promote_types(torch.int32, torch.float32))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.can_cast(torch.float32, torch.int32))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).mean())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).sum().dtype)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).float().mean())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).std())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.]).std())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([]).mean())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([]).sum())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([]).max())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).sqrt())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).exp())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2]).softmax(0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.softmax(torch.ones(2), 1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.softmax(torch.ones(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1, 'a']))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([[1,2],[3]]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor('a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(None))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([None]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([1,2.5,True]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([True, 2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor(1), torch.tensor(2)]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([torch.tensor([1,2])]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(range(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor((1,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor({1}))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor(torch.ones(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.as_tensor([1,2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.Tensor([1,2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.Tensor(2,3).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.FloatTensor([1,2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.LongTensor([1,2]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros((2,3)).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros([2,3]).shape)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2.5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros('a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(-1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2,3,dtype='float'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2, dtype=float))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2, dtype=int))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.ones(2,3,device='gpu'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.full((2,2), 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.full((2,2), 3.))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.full((2,2), True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(0, 1, 0.25))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(5, 0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(5, 0, -1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(0, 5, 0))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linspace(0, 1, 5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linspace(0, 1))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.eye(3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.logspace(0, 2, 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.rand(2,2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randn(2,2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randint(10, (5,)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randint(3, 10, (5,)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randint(0, (5,)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randint(5, 3, (2,)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.randperm(8))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.bernoulli(torch.full((5,), 0.5)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.multinomial(torch.tensor([0.1, 0.9, 3.]), 5, replacement=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.multinomial(torch.tensor([0.1, 0.9]), 3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.normal(0., 1., (3,)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
