# Products added to a tensor: the shapes, types and factors they take and refuse.
import itertools
import torch


def attempt(name, *args, **factors):
    shapes = [tuple(a.shape) for a in args]
    try:
        result = getattr(torch, name)(*args, **factors)
        print(name, shapes, factors, result.dtype, result.tolist())
    except Exception as error:
        print(name, shapes, factors, type(error).__name__ + ":", str(error).split("\n")[0])


sizes = [(), (2,), (3,), (2, 2), (2, 2, 3), (0, 2, 2)]
for base in [(), (2, 2)]:
    for first, second in itertools.product(sizes, repeat=2):
        for name in ["addr", "addbmm", "baddbmm", "addmm", "addmv"]:
            attempt(name, torch.ones(base), torch.ones(first), torch.ones(second))

kinds = [torch.int64, torch.float32, torch.bool]
square = torch.tensor([[1, 2], [3, 0]])
for base, first, second in itertools.product(kinds, repeat=3):
    for factors in [{}, {"beta": 0.5}, {"alpha": 1.5}] if base == first == second else [{}]:
        x, a, b = square.to(base), square.to(first), square.to(second)
        attempt("addr", x, a[0], b[1], **factors)
        attempt("addbmm", x, a[None], b[None], **factors)
        attempt("baddbmm", x, a[None], b[None], **factors)
        attempt("addmm", x, a, b, **factors)
        attempt("addmv", x[0], a, b[0], **factors)

# A factor of zero forgets what is added to, NaN included.
nan = torch.full((2, 2), float("nan"))
attempt("addr", nan, torch.ones(2), torch.ones(2), beta=0)
attempt("addbmm", nan, torch.ones(2, 2, 2), torch.ones(2, 2, 2), beta=0)
attempt("baddbmm", nan, torch.ones(1, 2, 2), torch.ones(1, 2, 2), beta=0)
attempt("addmm", nan, torch.ones(2, 2), torch.ones(2, 2), beta=0)
attempt("addmv", nan[0], torch.ones(2, 2), torch.ones(2), beta=0)

x = torch.ones(2, 2, requires_grad=True)
a = torch.tensor([1.0, 2.0], requires_grad=True)
y = torch.addr(x, a, a, beta=0, alpha=3)
print(y)
y.sum().backward()
print(x.grad, a.grad)


def chain(*matrices):
    try:
        print(torch.linalg.multi_dot(matrices))
    except Exception as error:
        print(type(error).__name__ + ":", error)


m = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
v = torch.tensor([1.0, -1.0])
chain(m, m)
chain(v, m, v)
chain(v, v)
chain(m, v)
chain(v, m, m, m)
chain(m, torch.ones(2, 3), torch.ones(3, 1), torch.ones(1, 2), m)
chain(m, torch.ones(3, 3))
chain(m, m, torch.ones(3, 3))
chain(m, v, m)
chain(m[None], m)
chain(m, m[None])
chain(m.long(), m)
chain(m)
