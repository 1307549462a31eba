import torch
import torch.nn as nn
import torch.nn.functional as F


def show(f):
    try:
        r = f()
        print(tuple(r.shape), r.dtype)
    except Exception as e:
        print(type(e).__name__, e)


line, plane, volume = torch.rand(1, 1, 8), torch.rand(1, 1, 8, 8), torch.rand(1, 1, 4, 4, 4)
sizes = [0, -1, True, 2.5, "a", None, (), (2,), (2, 2, 2, 2), 100, 2**40]
for kind, x in [(nn.MaxPool1d, line), (nn.MaxPool2d, plane), (nn.MaxPool3d, volume),
                (nn.AvgPool1d, line), (nn.AvgPool2d, plane), (nn.AvgPool3d, volume)]:
    print(kind.__name__)
    if kind is nn.MaxPool1d:
        sizes.remove(2**40)
    for size in sizes:
        show(lambda: kind(size)(x))
    sizes = [s for s in sizes if s != 2**40] + [2**40]
    for stride in (0, -1, "a", (), (1,) * 4):
        show(lambda: kind(2, stride)(x))
    for padding in (1, 2, -1, "a", (1,) * 4):
        show(lambda: kind(2, 2, padding)(x))
    for shape in ((3,), (2, 3), (2, 3, 4), (2, 3, 4, 5), (2, 3, 4, 5, 6), (2, 0, 4, 4), (2, 3, 0, 4)):
        show(lambda: kind(2)(torch.rand(shape)))
    show(lambda: kind(2)((x * 10).long()))
    show(lambda: kind(2)(x > 0))
show(lambda: F.max_pool2d(plane, 2, 2, 0, 0))
show(lambda: F.max_pool2d(plane, 2, 2, 0, 10))
show(lambda: F.max_pool1d(line, 2, 2, 0, 0))
show(lambda: F.max_pool1d(line, 2, 2, 0, 100))
show(lambda: F.avg_pool2d(plane, 2, divisor_override=0))
print(F.avg_pool1d(torch.arange(8).view(1, 1, 8) - 4, 3, 1, 1))
for kind, x in [(nn.AdaptiveAvgPool1d, line), (nn.AdaptiveAvgPool2d, plane), (nn.AdaptiveAvgPool3d, volume),
                (nn.AdaptiveMaxPool1d, line), (nn.AdaptiveMaxPool2d, plane), (nn.AdaptiveMaxPool3d, volume)]:
    print(kind.__name__)
    for size in (0, 3, True, (), (2,), (2, 2), (2, 2, 2)):
        show(lambda: kind(size)(x))
    if "1d" not in kind.__name__:
        show(lambda: kind(None)(x))
        show(lambda: kind(2.5)(x))
    for shape in ((3,), (2, 3, 0, 4)):
        show(lambda: kind(2)(torch.rand(shape)))
    show(lambda: kind(2)((x * 10).long()))
for mode in ("nearest", "bilinear", "bicubic"):
    for scale in (1e30, float("nan"), 0, -1):
        show(lambda: F.interpolate(plane, scale_factor=scale, mode=mode))
    for size in (2**31, 2**62, 0, -1, (2,), (2, 2.5)):
        show(lambda: F.interpolate(plane, size=size, mode=mode))
    show(lambda: F.interpolate(torch.rand(1, 0, 4, 4), size=2, mode=mode))
    show(lambda: F.interpolate((plane * 9).long(), size=2, mode=mode))
show(lambda: F.interpolate(plane, 4, recompute_scale_factor=True))
show(lambda: F.interpolate(plane, 4, antialias=True))
print(F.interpolate(torch.arange(16.0).view(1, 1, 4, 4), (3, 2), mode="bilinear", antialias=True))
print(F.interpolate(torch.arange(25.0).view(1, 1, 5, 5), (2, 3), mode="bicubic", antialias=True))
print(F.interpolate(torch.arange(4.0).view(1, 1, 2, 2), (3, 3), mode="bilinear", antialias=True))
