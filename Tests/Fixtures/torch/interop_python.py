import torch
x = torch.tensor([3, 1, 2])
print(list(x), tuple(x), [int(v) for v in x], max(x), min(x), sum(x), sorted(x), len(x), any(x > 2), all(x > 0))
print(x[0] == 3, x[0] == x[0], x[0] in [1, 2, 3], 3 in x, bool(x[0] > 2), x[0] if x[1] else None, not x[1])
for i, v in enumerate(x):
    print(i, v, end="; ")
print()
for a, b in zip(x, torch.ones(3)):
    print(a * b, end=" ")
print()
print({x[0]: 1}[x[0]] if False else "ok", hash(x) == hash(x), x is x, id(x) == id(x), x == x)
d = {"a": torch.ones(2), "b": torch.zeros(1)}
print({k: v.tolist() for k, v in d.items()}, [t.shape for t in d.values()])
print(range(3)[torch.tensor(1)], [10, 20, 30][torch.tensor(2)], "ab" * torch.tensor(2), round(torch.tensor(2.567).item(), 1), abs(torch.tensor(-2)), -torch.tensor(2), torch.tensor(7) // 2, pow(torch.tensor(2), 3), float(torch.tensor(2)), int(torch.tensor(2.9)), complex if False else "")
import copy
y = torch.ones(2, requires_grad=True)
z = copy.deepcopy(y)
z.data += 1
print(y, z, z is y, copy.copy(y) is y, z.is_leaf)
a = x.tolist()
a[0] = 100
print(x, a, x.numel(), str(x.dtype), type(x[0].item()), type(x.tolist()[0]), isinstance(x, torch.Tensor))
s = torch.tensor(5)
s += 1
print(s, s.dtype, s / 2, s // 2, s % 4, s ** 2, s > 5)
x.my_attribute = "hello"
print(x.my_attribute, hasattr(x, "nope"), getattr(x, "nope", 3), callable(x.sum))
