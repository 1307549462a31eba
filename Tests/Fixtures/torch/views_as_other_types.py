"""Tensor.view(dtype): the same bytes read as numbers of another type."""

import torch


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


x = torch.tensor([[3.0, 1, 2], [0, 5, 4]])
show(lambda: x.view(torch.int32))
show(lambda: x.view(torch.uint8).shape)
show(lambda: x.to(torch.float64).view(torch.float32))
show(lambda: torch.arange(8, dtype=torch.uint8).view(torch.int32))
show(lambda: torch.arange(6, dtype=torch.uint8).view(torch.int32))
show(lambda: x.t().view(torch.float64))
show(lambda: x.clone().requires_grad_().view(dtype=torch.int32))
show(lambda: torch.tensor(1.0).view(torch.uint8))
show(lambda: torch.tensor(1.0).view(torch.int32))
show(lambda: torch.tensor([1.5, -2.0]).view(torch.int32))
show(lambda: torch.tensor([True, False]).view(torch.uint8))
z = torch.arange(10.0)
for make in (
    lambda: z[1:9].view(torch.float64),
    lambda: z[::2].view(torch.float64),
    lambda: z[::2].view(torch.int32),
    lambda: z[::2].view(torch.uint8),
    lambda: torch.zeros(3, 5)[:, 1:3].view(torch.float64),
    lambda: torch.zeros(4, 6)[:, 0:2].view(torch.float64),
    lambda: torch.zeros(4, 5)[:, 0:2].view(torch.float64),
    lambda: torch.zeros(0, 4).view(torch.float64),
    lambda: z.view(float),
    lambda: torch.zeros(2, 1).t().view(torch.uint8),
):
    show(lambda: (make(), make().stride()))
bits = z.view(torch.int32)
bits[0] = 1065353216
print(z[0], bits._is_view(), bits._base is z, z._version)
