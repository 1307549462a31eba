import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# scatter/gather
x = torch.arange(12.).view(3,4)
i = torch.tensor([[0,1],[2,3],[1,0]])
print(x.gather(1, i), torch.gather(x, 0, torch.tensor([[0,1,2,0]])))
print(torch.zeros(3,4).scatter_(1, i, 1.), torch.zeros(3,4).scatter_(1, i, x), torch.zeros(3,4).scatter_add_(1, i, torch.ones(3,2)))
print(torch.zeros(4).index_add_(0, torch.tensor([0,0,3]), torch.tensor([1.,2,3])), x.index_select(1, torch.tensor([0,2])), x.take(torch.tensor([0,5])))
print(torch.zeros(3,4).scatter_reduce_(1, i, torch.ones(3,2), 'sum'), torch.topk(x, 2), x.sort(descending=True), torch.argsort(-x, 1))
print(x.unique(), torch.unique(torch.tensor([3,1,2,3]), return_inverse=True, return_counts=True), torch.unique_consecutive(torch.tensor([1,1,2,2,1])))
print(x.flip(0), x.roll(1, 0), x.rot90(), x.tril(), x.triu(1), x.diag(), x.trace(), x.cumsum(1), x.cumprod(0), x.diff())
print(torch.where(x > 5, x, 0.), torch.where(x > 5), x.masked_select(x>5), x.masked_fill(x>5, -1), torch.nonzero(x>9), x.clamp(2,6))
print(torch.histc(x, 4), torch.bincount(torch.tensor([1,1,3])), x.quantile(.5), x.median(), x.mode(), x.kthvalue(2), x.var(1), x.std(), x.norm(), x.prod(1), x.amax(1), x.argmax(), x.max(1), x.min(0), x.logsumexp(1), x.mean((0,1), keepdim=True), torch.std_mean(x), torch.var_mean(x, 1), x.aminmax(), torch.cov(x), torch.corrcoef(x))
print(torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij'), torch.cartesian_prod(torch.arange(2), torch.arange(2)), torch.combinations(torch.arange(3)), torch.outer(torch.arange(2.), torch.arange(3.)), torch.kron(torch.eye(2), torch.ones(1,2)), torch.block_diag(torch.ones(1,1), torch.ones(2,2)), torch.tensordot(x, x, dims=([1],[1])), torch.vander(torch.tensor([1,2,3])))
print(x.split(2, 1), x.chunk(2), x.unbind(0), torch.hstack([x,x]).shape, torch.vstack([x,x]).shape, torch.dstack([x,x]).shape, x.repeat(2,1).shape, x.repeat_interleave(2, 0).shape, torch.tile(x, (1,2)).shape, x.expand(2,3,4).shape, x.unfold(1,2,1).shape, x.movedim(0,1).shape, torch.atleast_2d(torch.tensor(1)), x.unflatten(1,(2,2)).shape, F.pad(x, (1,1,0,1)), F.pad(x[None], (1,1), mode='reflect').shape, F.pad(x[None], (1,1), 'replicate'), F.unfold(x[None,None], 2).shape, F.interpolate(x[None,None], scale_factor=2).shape, F.one_hot(torch.tensor([0,2]), 4), torch.eye(3)[torch.tensor([0,2])])
