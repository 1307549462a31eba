import torch
x = torch.zeros(2, 3)
s = x.shape
print(s, s[0], s[-1], len(s), tuple(s), list(s), s == (2, 3), s == torch.Size([2, 3]), s.numel(), s[:1], s + (4,), 2 in s, s.count(2), s.index(3), [d * 2 for d in s])
a, b = s
print(a, b, isinstance(s, tuple), torch.Size((1, 2)), repr(s), str(s), hash(s) == hash((2, 3)), {s: 1}[(2, 3)], torch.Size([]), x.size() == s, torch.zeros(s).shape, torch.zeros(*s).shape, x.new_zeros(s).shape)
print(x.dtype, str(x.dtype), repr(torch.float64), x.dtype is torch.float32, x.dtype == torch.float, torch.int64 == torch.long, {torch.float32: "f"}[x.dtype], torch.float32.is_floating_point, torch.bool.itemsize, torch.get_default_dtype())
d = torch.device("cpu")
print(d, repr(d), d.type, d.index, x.device == d, x.device, torch.device("cpu", 0), torch.device("cuda" if torch.cuda.is_available() else "cpu"), d == "cpu", torch.cuda.is_available() and False)
print(x.to(d) is x, x.to(device=d).device, torch.zeros(1, device=d), torch.zeros(1, device="cpu").device.type)
torch.set_default_dtype(torch.float64)
print(torch.tensor([1.5]), torch.zeros(1).dtype, torch.tensor([1]).float(), torch.rand(1).dtype, torch.arange(2.0).dtype)
torch.set_default_dtype(torch.float32)
print(torch.tensor([1.5]).dtype, torch.is_grad_enabled())
try:
    torch.set_default_dtype(torch.int64)
except TypeError as e:
    print(e)
