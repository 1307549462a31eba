import torch
import torch.nn as nn
import torch.nn.functional as F
import math
torch.manual_seed(0)
try:
    _r = (torch.tensor([1.,2.]).amax(None))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(6.).view(2,3).amax(None))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.amax(torch.arange(6.).view(2,3), dim=None))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.randn(4)
    x.clamp_(min=torch.zeros(4))
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.randn(4)
    x.clip_(torch.zeros(4), torch.ones(4))
    _r = (x)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.bincount(torch.tensor([1.,2.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.bitwise_not(torch.tensor([1.,2.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (~torch.tensor([1.]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(3).copy_(torch.zeros(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(3).copy_(3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(3).copy_([1,2,3]))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.lcm(torch.tensor([1.]),torch.tensor([2.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([.1,.5]).logit_(eps=0.2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([.1,.5]).logit_(0.2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([float('nan'),float('inf')]).nan_to_num_(nan=1.,posinf=2.,neginf=3.))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.tensor([float('nan'),float('inf')]).nan_to_num_(1.,2.,3.))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.histogram(torch.tensor([1.,2.,3.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.histogram(torch.tensor([1.,2.,3.]),3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.histogram(torch.tensor([1.,2.,3.]),bins=3,range=(0.,4.),density=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.histogram(torch.tensor([1.,2.,3.]),torch.tensor([0.,2.,3.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.conv2d())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.conv2d(torch.zeros(1,1,3,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.conv2d(torch.zeros(1,1,3,3),torch.zeros(1,1,2,2),stride='a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.conv2d(1,2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.conv2d(torch.zeros(1,1,3,3),torch.zeros(1,1,2,2),bias=3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.conv_transpose2d())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.max_pool2d(torch.zeros(1,1,3,3),'a'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.mse_loss(torch.zeros(3,requires_grad=True),torch.tensor([1,2,3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.mse_loss(torch.zeros(3),torch.tensor([1,2,3])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.mse_loss(torch.tensor([1,2,3]),torch.tensor([1,2,4])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.l1_loss(torch.tensor([1,2,3]),torch.tensor([1,2,4])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.cross_entropy(torch.zeros(2,3),torch.zeros(2,3,dtype=torch.double)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.cross_entropy(torch.zeros(2,3,dtype=torch.double),torch.zeros(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.cross_entropy(torch.zeros(2,3),torch.tensor([0,1],dtype=torch.int32)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.cross_entropy(torch.zeros(2,3),torch.tensor([0.,1.])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.cross_entropy(torch.zeros(2,3,dtype=torch.long),torch.tensor([0,1])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (F.cross_entropy(torch.zeros(2,3),torch.tensor([0,1]),weight=torch.ones(3,dtype=torch.double)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.svdvals(torch.tensor([[1.,2.],[3.,4.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.eigvalsh(torch.tensor([[2.,1.],[1.,3.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.eigh(torch.tensor([[2.,1.],[1.,3.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.qr(torch.tensor([[2.,1.],[1.,3.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.svd(torch.tensor([[1.,2.],[3.,4.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.matrix_rank(torch.tensor([[1.,2.],[3.,4.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.cond(torch.tensor([[1.,2.],[3.,4.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.pinv(torch.tensor([[1.,2.],[3.,4.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.cholesky(torch.tensor([[2.,1.],[1.,3.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.slogdet(torch.tensor([[2.,1.],[1.,3.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.norm(torch.tensor([[2.,1.],[1.,3.]]),'nuc'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.norm(torch.tensor([[2.,1.],[1.,3.]]),2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.matrix_norm(torch.tensor([[2.,1.],[1.,3.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.matrix_power(torch.tensor([[2.,1.],[1.,3.]]),3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3,2)(torch.zeros(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3,2,bias=False)(torch.zeros(3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3,2)(torch.zeros(4,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (nn.Linear(3,2)(torch.zeros(2,4,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    import warnings
    _r = (warnings.filterwarnings('ignore'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    import warnings
    with warnings.catch_warnings(): print(1)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    import warnings
    print(warnings.simplefilter('ignore'))
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.__version__.split('.')[0])
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.device('cpu'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.zeros(2).to(torch.device('cpu')))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.backends.cudnn.deterministic)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.backends.cudnn.deterministic = True
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    torch.backends.cudnn.benchmark = False
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.backends.mps.is_available())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.use_deterministic_algorithms(True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.get_default_dtype())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.get_default_device())
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.is_tensor(3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
