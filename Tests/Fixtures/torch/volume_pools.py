# Pools of volumes: ceil_mode, indices, windows at random places, and the way back.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)


def show(label, function, *shapes):
    xs = [torch.randn(s, dtype=torch.float64, requires_grad=True) for s in shapes]
    made = function(*xs)
    out = made[0] if isinstance(made, tuple) else made
    out.square().sum().backward()
    print(label, tuple(out.shape), type(out.grad_fn).__name__)
    print("  ", [f"{v:.6g}" for v in (out.sum().item(), *(x.grad.norm().item() for x in xs))])
    if isinstance(made, tuple):
        print("  ", made[1].flatten()[:8].tolist())


for kernel, stride, padding in ((2, None, 0), (3, 2, 1), ((1, 2, 3), (1, 2, 1), (0, 1, 1))):
    for ceil in (False, True):
        args = (kernel, stride, padding)
        show(f"max {args} {ceil}",
             lambda x: F.max_pool3d(x, *args, ceil_mode=ceil, return_indices=True), (2, 2, 5, 6, 7))
        show(f"avg {args} {ceil}", lambda x: F.avg_pool3d(x, *args, ceil_mode=ceil), (2, 2, 5, 6, 7))
        show(f"avg inside {args} {ceil}",
             lambda x: F.avg_pool3d(x, *args, ceil_mode=ceil, count_include_pad=False), (2, 5, 6, 7))
show("dilated", lambda x: F.max_pool3d(x, 2, 1, 0, (1, 2, 1), return_indices=True), (2, 2, 5, 6, 7))
show("divisor", lambda x: F.avg_pool3d(x, 2, divisor_override=3), (2, 4, 4, 4))
for size in (1, 3, (2, None, 3)):
    show(f"adaptive {size}",
         lambda x: F.adaptive_max_pool3d(x, size, return_indices=True), (2, 2, 5, 6, 7))
show("fractional 2d", lambda x: F.fractional_max_pool2d(x, 2, output_size=(3, 4), return_indices=True),
     (2, 3, 9, 10))
show("fractional 3d", lambda x: F.fractional_max_pool3d(x, 2, output_ratio=(0.5, 0.4, 0.6)),
     (2, 3, 8, 9, 10))
show("lp", lambda x: nn.LPPool3d(2, 2)(x.abs()), (2, 3, 4, 5, 6))
show("transposed", lambda x, w, b: F.conv_transpose3d(x, w, b, 2, 1, 1), (2, 4, 3, 4, 5),
     (4, 3, 3, 2, 3), (3,))


def there_and_back(x):
    pooled, places = F.max_pool3d(x, 2, return_indices=True)
    return nn.MaxUnpool3d(2)(pooled, places)


show("unpooled", there_and_back, (1, 2, 4, 4, 6))
print(nn.FractionalMaxPool2d(3, output_ratio=0.5), nn.MaxUnpool3d(2), nn.LPPool3d(2, 3))
print(nn.ConvTranspose3d(2, 4, 3, stride=2, output_padding=1))
print(nn.LazyConvTranspose3d(4, 3)(torch.rand(1, 2, 3, 3, 3)).shape)


def fails(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


fails(lambda: nn.FractionalMaxPool2d(3))
fails(lambda: nn.FractionalMaxPool2d(3, 4, 0.5))
fails(lambda: nn.FractionalMaxPool2d(3, output_ratio=2))
fails(lambda: F.fractional_max_pool2d(torch.rand(2, 2, 4, 4), 3))
fails(lambda: F.fractional_max_pool2d(torch.rand(2, 2, 4, 4), 3, output_size=4))
fails(lambda: F.avg_pool3d(torch.rand(2, 2, 2, 2, 2), 3, ceil_mode=True))
fails(lambda: F.max_pool3d(torch.rand(2, 2), 3, return_indices=True))
fails(lambda: nn.LPPool3d(0, 3))
