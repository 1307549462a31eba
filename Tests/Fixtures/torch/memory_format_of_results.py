import torch
import torch.nn as nn
import torch.nn.functional as F


def layouts(shape):
    n = len(shape)
    orders = {2: [(1, 0)], 3: [(2, 0, 1), (0, 2, 1), (2, 1, 0)], 4: [(0, 2, 3, 1), (3, 2, 1, 0), (1, 0, 2, 3)]}[n]
    yield "contiguous", torch.rand(shape)
    for order in orders:
        inverse = [order.index(i) for i in range(n)]
        yield str(order), torch.rand([shape[i] for i in order]).permute(inverse)
    yield "expanded", torch.rand([1] + list(shape[1:])).expand(shape)
    yield "every second", torch.rand([2 * s for s in shape])[tuple(slice(None, None, 2) for _ in shape)]
    gaps = torch.rand([s + 1 for s in shape][::-1]).permute(list(range(n))[::-1])
    yield "gaps", gaps[tuple(slice(0, s) for s in shape)]


functions = {
    "x + 1": lambda x: x + 1, "x * 2": lambda x: x * 2, "1 - x": lambda x: 1 - x, "2 ** x": lambda x: 2**x,
    "x > 0.5": lambda x: x > 0.5, "exp": torch.exp, "relu": F.relu, "sigmoid": torch.sigmoid, "gelu": F.gelu,
    "logsigmoid": F.logsigmoid, "threshold": lambda x: F.threshold(x, 0.5, 0), "clone": lambda x: x.clone(),
    "contiguous": lambda x: x.contiguous(), "double": lambda x: x.double(), "long": lambda x: x.long(),
    "empty_like": torch.empty_like, "zeros_like": torch.zeros_like, "rand_like": torch.rand_like,
    "masked_fill": lambda x: x.masked_fill(x > 0.5, 0), "where": lambda x: torch.where(x > 0.5, x, 0.0),
    "clamp": lambda x: x.clamp(0.2, 0.8), "softmax": lambda x: x.softmax(-1), "cumsum": lambda x: x.cumsum(0),
    "sort": lambda x: x.sort(0)[0], "argsort": lambda x: x.argsort(), "flip": lambda x: x.flip(0),
    "sum": lambda x: x.sum(0, keepdim=True), "max": lambda x: x.max(0)[0], "x[[0, 1]]": lambda x: x[[0, 1]],
    "x[:, [0, 1]]": lambda x: x[:, [0, 1]], "x[..., [0, 1]]": lambda x: x[..., [0, 1]],
    "index_select": lambda x: x.index_select(1, torch.tensor([0, 1])), "cat": lambda x: torch.cat([x, x], 1),
    "stack": lambda x: torch.stack([x, x], -1), "tril": lambda x: x.tril(), "nonzero": lambda x: x.nonzero(),
    "dropout": lambda x: F.dropout(x, 0.5), "bernoulli": lambda x: torch.bernoulli(x),
    "xlogy": lambda x: torch.xlogy(x, x), "gcd": lambda x: torch.gcd(x.int(), x.int()), "logit": torch.logit,
    "scatter": lambda x: x.scatter(0, torch.zeros(x.shape, dtype=torch.long), 1.0),
    "index_fill": lambda x: x.index_fill(0, torch.tensor([0]), 1), "x[0]": lambda x: x[0] * 2,
    "swapaxes": lambda x: x.swapaxes(0, -1) * 2, "unsqueeze": lambda x: x.unsqueeze(1) + 1,
}
torch.manual_seed(0)
for shape in [(3, 4), (2, 3, 4), (2, 3, 4, 5)]:
    for layout, x in layouts(shape):
        print(shape, layout, x.stride())
        for name, function in functions.items():
            y = function(x)
            print("   ", name, tuple(y.shape), y.stride(), y.is_contiguous())

# Two operands: the first one's order counts where both say something.
a = torch.rand(4, 3).t()
b = torch.rand(3, 4)
row, column = torch.rand(4), torch.rand(3, 1)
for name, y in {
    "a + b": a + b, "b + a": b + a, "a + row": a + row, "row + a": row + a, "a * column": a * column,
    "column * a": column * a, "column + row": column + row, "where": torch.where(a > 0.5, b, a),
    "lerp": torch.lerp(a, b, 0.5), "addcmul": torch.addcmul(b, a, a), "maximum": torch.maximum(a, b),
}.items():
    print(name, y.stride())
try:
    (a * 2).view(-1)
except RuntimeError as e:
    print(e)

# Channels last.
x = torch.rand(2, 3, 4, 4)
y = x.to(memory_format=torch.channels_last)
print(y.stride(), y.is_contiguous(), y.is_contiguous(memory_format=torch.channels_last), torch.equal(x, y))
print(x.contiguous(memory_format=torch.channels_last).stride(), y.contiguous().stride(), y.clone().stride())
print(y.clone(memory_format=torch.contiguous_format).stride(), torch.zeros_like(y).stride())
print(torch.empty_like(x, memory_format=torch.channels_last).stride(), torch.channels_last)
model = nn.Sequential(
    nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.AdaptiveAvgPool2d(2)
).to(memory_format=torch.channels_last)
print(model[0].weight.stride())
z = y
for layer in model:
    z = layer(z)
    print(type(layer).__name__, z.stride(), z.is_contiguous(memory_format=torch.channels_last))
z.sum().backward()
print(model[0].weight.grad.shape, torch.cat([y, y], 1).stride(), F.pad(y, (1, 1)).stride())
for wrong in (
    lambda: torch.rand(2, 3).contiguous(memory_format=torch.channels_last),
    lambda: torch.zeros_like(torch.rand(3), memory_format=torch.channels_last),
    lambda: x.contiguous(memory_format=torch.preserve_format),
):
    try:
        wrong()
    except RuntimeError as e:
        print(e)

# Random numbers are drawn in the order of the memory.
for t in [torch.empty(3, 4).t(), torch.empty(2, 3, 4).permute(2, 0, 1), torch.empty(6, 6)[::2, ::3]]:
    torch.manual_seed(7)
    print(t.uniform_())
    print(t.normal_())
    print(t.bernoulli_(0.3))
    print(F.dropout(torch.ones_like(t), 0.5))
    print(torch.rand_like(t), torch.randn_like(t).stride())
