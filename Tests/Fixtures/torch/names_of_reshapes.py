"""Whether a reshape is a view, a view of strides, or a copy: the step says so."""

import torch

x = torch.ones(4, 6, requires_grad=True)
for make in (
    lambda: x.reshape(-1),
    lambda: x[1:].reshape(-1),
    lambda: x[:, ::2].reshape(-1),
    lambda: x[:, 1:4].reshape(4, 3, 1),
    lambda: x[::2].reshape(2, 6),
    lambda: x.t().reshape(3, 2, 4),
    lambda: x.t().reshape(-1),
    lambda: x.t().reshape_as(torch.ones(6, 2, 2)),
    lambda: torch.reshape(x[:, ::2], (-1,)),
    lambda: x[:, ::2].flatten(),
    lambda: x[:, :3].flatten(0, 1),
    lambda: x.t().flatten(0, 0),
    lambda: x.t().unflatten(0, (2, 3)),
    lambda: x.expand(2, 4, 6).reshape(2, 24),
    lambda: x.t().view(6, 1, 4),
    lambda: x.t().ravel(),
    lambda: x[:, ::2].ravel(),
):
    print(type(make().grad_fn).__name__)
y = (x * 1).prod(0)
y.mul_(2)
try:
    y.sum().backward()
except RuntimeError as error:
    print(error)
