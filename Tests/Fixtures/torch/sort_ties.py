# Where equal elements stand after sort, kthvalue, median, nanmedian and mode, and with NaN.
import torch

torch.manual_seed(12)
nan = float("nan")
for dtype in [torch.float32, torch.float64, torch.int64, torch.uint8]:
    for n in [1, 4, 7, 17, 40]:
        x = torch.randint(0, 4, (2, n)).to(dtype)
        print(dtype, n, x.sort(1).indices.tolist(), x.argsort(1, descending=True).tolist())
        print(x.sort(dim=1, stable=True).indices.equal(x.argsort(1)), x.msort().tolist() == x.sort(0).values.tolist())
        for k in {1, (n + 1) // 2, n}:
            print(k, x.kthvalue(k, 1).indices.tolist())
        print(x.median(1).indices.tolist(), x.nanmedian(1).indices.tolist(), x.mode(1))
for n in [4, 9, 30]:
    x = torch.randint(0, 3, (3, n)).float()
    x[0, n // 2] = nan
    x[1, ::2] = nan
    x[2, :] = nan
    print(x.median(1), x.nanmedian(1), x.mode(1), x.kthvalue(n // 2, 1), x.sort(1).indices.tolist())
    print(x.median(), x.nanmedian(), x.t().median(0).indices.tolist(), x.t().contiguous().sort(0, True).indices.tolist())
for flag in [torch.tensor([True, False, True] * 9)]:
    print(flag.sort().indices.tolist(), flag.mode())
    for name in ["median", "kthvalue", "topk"]:
        try:
            getattr(flag, name)(*([] if name == "median" else [2]))
        except (RuntimeError, NotImplementedError) as error:
            print(type(error).__name__, error)
long = torch.arange(40000) % 5
print(long.sort().indices[:6].tolist(), long.sort(descending=True).indices[:6].tolist(), long.float().sort().indices[:6].tolist())
w = torch.tensor([2.0, 1.0, 1.0, 1.0, 3.0], requires_grad=True)
(w.median() + w.median(0).values * 10 + w.kthvalue(3).values * 100 + w.mode().values * 1000).backward()
print(w.grad)
