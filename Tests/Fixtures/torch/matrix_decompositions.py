import torch
import torch.nn as nn
import torch.nn.functional as F
import math
torch.manual_seed(0)
try:
    _r = (torch.linalg.svdvals(torch.arange(6.).view(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.arange(6.).view(2,3).svd(compute_uv=False))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.qr(torch.arange(6.).view(3,2)+torch.eye(3,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.qr(torch.arange(6.).view(2,3)+torch.eye(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.qr(torch.arange(6.).view(3,2)+torch.eye(3,2), mode='complete'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.qr(torch.arange(6.).view(3,2)+torch.eye(3,2), mode='r'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.qr(torch.arange(6.).view(3,2), mode='foo'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.qr(torch.arange(6.).view(3,2)+torch.eye(3,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.eigh(torch.tensor([[2.,1.],[1.,3.]], dtype=torch.float64)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.eigh(torch.tensor([[2.,1.,0.],[1.,3.,1],[0,1,1]]), UPLO='U'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.eigh(torch.ones(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.eigh(torch.ones(2,2), 'X'))
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
    _r = (torch.linalg.matrix_rank(torch.ones(3,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.matrix_rank(torch.eye(3), tol=0.5))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.pinv(torch.arange(6.).view(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.pinverse(torch.arange(6.).view(2,3)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.cond(torch.eye(2)*3))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.cond(torch.tensor([[1.,2.],[3.,4.]]), 'fro'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.matrix_norm(torch.arange(6.).view(2,3), 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.matrix_norm(torch.arange(6.).view(2,3), 'nuc'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.norm(torch.arange(6.).view(2,3), ord='nuc'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.norm(torch.arange(6.).view(2,3), p='nuc'))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.solve(torch.tensor([[1.,2.],[3.,4.]]),torch.ones(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.solve(torch.tensor([[1.,2.],[2.,4.]]),torch.ones(2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.inv(torch.zeros(2,2)))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.solve_triangular(torch.tensor([[1.,2.],[0.,4.]]),torch.ones(2,1), upper=True))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    _r = (torch.linalg.cholesky(torch.tensor([[1.,2.],[2.,1.]])))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.tensor([[1.,2.],[3.,4.]], requires_grad=True)
    torch.linalg.matrix_norm(x, 'nuc').backward()
    _r = (x.grad)
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.tensor([[1.,2.],[3.,4.]], requires_grad=True)
    _r = (torch.linalg.matrix_norm(x, 2))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
torch.manual_seed(0)
try:
    x=torch.tensor([[1.,2.],[3.,4.]], requires_grad=True)
    _r = (torch.linalg.pinv(x))
    print(_r)
except Exception as _e:
    print(type(_e).__name__, "|", _e)
