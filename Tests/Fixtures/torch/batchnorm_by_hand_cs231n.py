import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# cs231n
def affine_forward(x, w, b):
    out = x.view(x.shape[0], -1) @ w + b
    return out, (x, w, b)
def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, D = x.shape
    running_mean = bn_param.get("running_mean", torch.zeros(D, dtype=x.dtype))
    running_var = bn_param.get("running_var", torch.zeros(D, dtype=x.dtype))
    out, cache = None, None
    if mode == "train":
        sample_mean = x.mean(dim=0)
        sample_var = x.var(dim=0, unbiased=False)
        std = torch.sqrt(sample_var + eps)
        xh = (x - sample_mean) / std
        out = gamma * xh + beta
        running_mean = momentum * running_mean + (1 - momentum) * sample_mean
        running_var = momentum * running_var + (1 - momentum) * sample_var
        cache = (xh, gamma, std)
    elif mode == "test":
        out = gamma * (x - running_mean) / torch.sqrt(running_var + eps) + beta
    else:
        raise ValueError('Invalid forward batchnorm mode "%s"' % mode)
    bn_param["running_mean"] = running_mean
    bn_param["running_var"] = running_var
    return out, cache
def rel_error(x, y):
    return (torch.max(torch.abs(x - y) / (torch.maximum(torch.tensor(1e-8, dtype=x.dtype), torch.abs(x) + torch.abs(y))))).item()
N, D1, D2, D3 = 200, 50, 60, 3
X = torch.randn(N, D1); W1 = torch.randn(D1, D2); W2 = torch.randn(D2, D3)
a = torch.maximum(torch.tensor(0.), X @ W1) @ W2
def print_mean_std(x, axis=0):
    print(f"  means: {x.mean(dim=axis)}")
    print(f"  stds:  {x.std(dim=axis)}\n")
print_mean_std(a)
gamma = torch.ones(D3); beta = torch.zeros(D3)
a_norm, _ = batchnorm_forward(a, gamma, beta, {'mode': 'train'})
print(a_norm.std(dim=0, correction=0))
try: batchnorm_forward(a, gamma, beta, {'mode': 'tset'})
except ValueError as e: print(e)
def eval_numerical_gradient_array(f, x, df, h=1e-5):
    grad = torch.zeros_like(x)
    it = [(i, j) for i in range(x.shape[0]) for j in range(x.shape[1])]
    for ix in it:
        oldval = x[ix].item()
        x[ix] = oldval + h
        pos = f(x).clone()
        x[ix] = oldval - h
        neg = f(x).clone()
        x[ix] = oldval
        grad[ix] = ((pos - neg) * df).sum() / (2 * h)
    return grad
x = 5 * torch.randn(4, 5, dtype=torch.float64) + 12
gamma = torch.randn(5, dtype=torch.float64); beta = torch.randn(5, dtype=torch.float64); dout = torch.randn(4, 5, dtype=torch.float64)
f = lambda x: batchnorm_forward(x, gamma, beta, {'mode': 'train'})[0]
dx = eval_numerical_gradient_array(f, x, dout)
def batchnorm_backward(dout, cache):
    xh, gamma, std = cache
    N = dout.shape[0]
    dg = (dout * xh).sum(0); db = dout.sum(0)
    dxh = dout * gamma
    return (dxh - dxh.mean(0) - xh * (dxh * xh).mean(0)) / std, dg, db
out, cache = batchnorm_forward(x, gamma, beta, {'mode': 'train'})
dx2, dg, db = batchnorm_backward(dout, cache)
print("ok" if rel_error(dx, dx2) < 1e-6 else "bad")
print(dx2, dg, db)
