import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
bad = 0
for shape in [(3,),(7,),(8,),(10,),(33,),(100,),(1000,),(2000,),(5000,),(30000,),(5,3),(4,9),(64,10),(10,64),(16,33),(100,5),(3,100),(200,40),(17,129),(2,3,4,5),(8,3,14,14),(4,16,7,7),(16,4,5)]:
    for dt in (torch.float32, torch.float64):
        x = torch.randn(shape, dtype=dt)
        print(shape, repr(x.sum().item()), repr(x.mean().item()))
        for d in range(x.dim()):
            print(d, [repr(v) for v in x.sum(d).reshape(-1)[:6].tolist()])
            print(d, [repr(v) for v in x.mean(d).reshape(-1)[:6].tolist()])
        if x.dim() == 4: print([repr(v) for v in x.sum((0,2,3)).tolist()[:6]], [repr(v) for v in x.mean((2,3)).reshape(-1)[:5].tolist()], [repr(v) for v in x.sum((1,2)).reshape(-1)[:5].tolist()])
        if x.dim() == 2: print([repr(v) for v in x.t().sum(0).tolist()[:5]], [repr(v) for v in x.t().sum(1).tolist()[:5]], repr(x[:, ::2].sum().item()), [repr(v) for v in x[:, ::2].sum(0).tolist()[:5]], [repr(v) for v in x[:, ::2].sum(1).tolist()[:5]])
