"""Functions with several results, stored where out= says; what out= may not be."""

import torch


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


x = torch.tensor([[3.0, 1, 2], [0, 5, 4]])
values = torch.empty(0)
indices = torch.empty(0, dtype=torch.long)
both = (values, indices)
show(lambda: torch.sort(x, out=both))
print(values, indices)
show(lambda: torch.topk(x, 2, out=both))
show(lambda: torch.max(x, 1, out=both))
show(lambda: torch.max(x, dim=1, keepdim=True, out=both))
show(lambda: torch.min(x, 1, out=both))
show(lambda: torch.median(x, 1, out=both))
show(lambda: torch.kthvalue(x, 2, 1, out=both))
show(lambda: torch.mode(x, 1, out=both))
show(lambda: torch.cummax(x, 1, out=both))
show(lambda: torch.aminmax(x, out=(torch.empty(0), torch.empty(0))))
result = torch.sort(x, stable=True, out=[values, indices])
print(type(result), result.values is values, result[1] is indices, result.n_fields)
show(lambda: torch.sort(x, out=values))
show(lambda: torch.sort(x, out=(values,)))
show(lambda: torch.sort(x, out=(values, 3)))
show(lambda: torch.sort(x, out=(indices, values)))
show(lambda: torch.max(x, 1, out=(torch.empty(0, dtype=torch.double), indices)))
show(lambda: torch.max(x, 1, out=(values, torch.empty(0))))
show(lambda: torch.sort(x.clone().requires_grad_(), out=both))
z = torch.arange(4.0)
show(lambda: torch.mul(z, 2, out=z))
show(lambda: torch.mul(z[:3], 2, out=z[1:]))
show(lambda: torch.exp(z[:3], out=z[1:]))
show(lambda: torch.cumsum(z[:3], 0, out=z[1:]))
show(lambda: torch.sum(z, 0, out=z[0]))
show(lambda: torch.matmul(torch.ones(2, 2), torch.ones(2, 2), out=z.view(2, 2)))
show(lambda: torch.add(torch.ones(3), 1, out=torch.zeros(1).expand(3)))
# Writes of another type, and extremes of nothing.
show(lambda: torch.zeros(3).index_copy_(0, torch.tensor([0]), torch.tensor([1])))
show(lambda: torch.zeros(3).put_(torch.tensor([0]), torch.tensor([1])))
show(lambda: torch.zeros(3).masked_scatter_(torch.tensor([True, False, False]), torch.tensor([1])))
for dtype in (torch.long, torch.int32, torch.uint8, torch.bool):
    show(lambda: torch.zeros(3, dtype=dtype).exponential_())
for p in (float("inf"), -float("inf"), -1, -1.5, 2, 0):
    show(lambda: torch.zeros(0).norm(p))
    for dim in (0, 1, (0, 1)):
        show(lambda: torch.zeros(2, 0).norm(p, dim=dim))
