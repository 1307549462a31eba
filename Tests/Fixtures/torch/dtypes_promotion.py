import torch
names = ["float32", "float64", "int64", "int32", "uint8", "bool"]
ts = {n: torch.ones(2, dtype=getattr(torch, n)) for n in names}
for a in names:
    print(a, [str((ts[a] + ts[b]).dtype)[6:] for b in names])
for a in names:
    print(a, [str((ts[a] * s).dtype)[6:] for s in (1, 2.5, True)])
for a in names:
    print(a, str((ts[a] / ts[a]).dtype), str((ts[a] == ts[a]).dtype), str(ts[a].sum().dtype))
z = {n: torch.tensor(1, dtype=getattr(torch, n)) for n in names}
for a in names:
    print(a, [str((ts[a] + z[b]).dtype)[6:] for b in names])
print(torch.result_type(ts["int64"], 1.0), torch.promote_types(torch.int32, torch.uint8), torch.can_cast(torch.float32, torch.int64), torch.can_cast(torch.int32, torch.float32))
print(torch.float32.is_floating_point, torch.int64.is_signed, torch.uint8.is_signed, torch.float32.itemsize, torch.float, torch.long)
print(torch.finfo(torch.float32).eps, torch.finfo(torch.float64).max, torch.iinfo(torch.int32).max, torch.iinfo(torch.uint8).min)
print(torch.finfo(torch.float32), torch.iinfo(torch.int64))
