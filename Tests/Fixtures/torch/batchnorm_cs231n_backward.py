import torch
import torch.nn.functional as F

def batchnorm_forward(x, gamma, beta, eps=1e-5):
    mu = x.mean(0)
    var = x.var(0, unbiased=False)
    std = torch.sqrt(var + eps)
    xhat = (x - mu) / std
    return gamma * xhat + beta, (xhat, gamma, std)
def batchnorm_backward(dout, cache):
    xhat, gamma, std = cache
    N = dout.shape[0]
    dbeta = dout.sum(0)
    dgamma = (dout * xhat).sum(0)
    dxhat = dout * gamma
    dx = (dxhat - dxhat.mean(0) - xhat * (dxhat * xhat).mean(0)) / std
    return dx, dgamma, dbeta
def rel_error(x, y):
    return (torch.max(torch.abs(x - y) / torch.clamp(torch.abs(x) + torch.abs(y), min=1e-8))).item()
torch.manual_seed(231)
x = torch.randn(4, 5, dtype=torch.float64, requires_grad=True)
gamma = torch.randn(5, dtype=torch.float64, requires_grad=True)
beta = torch.randn(5, dtype=torch.float64, requires_grad=True)
dout = torch.randn(4, 5, dtype=torch.float64)
out, cache = batchnorm_forward(x, gamma, beta)
out.backward(dout)
dx, dgamma, dbeta = batchnorm_backward(dout, cache)
print(rel_error(dx, x.grad) < 1e-8, rel_error(dgamma, gamma.grad) < 1e-8, rel_error(dbeta, beta.grad) < 1e-8)
print(torch.autograd.gradcheck(lambda a, g, b: F.batch_norm(a, None, None, g, b, training=True), (x, gamma, beta)))
