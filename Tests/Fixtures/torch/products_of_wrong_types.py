# What products and normalizations say of shapes and types that do not fit.
import torch
import torch.nn.functional as F

o = torch.ones
D, I, B = torch.float64, torch.int64, torch.bool


def case(name, f):
    try:
        print(name, "ok", list(f().shape))
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])


pairs = [
    (o(2, 3), o(3, 4, dtype=D)), (o(2, 3, dtype=I), o(3, 4)), (o(2, 3, dtype=B), o(3, 4, dtype=B)), (o(2, 3), o(2)),
    (o(2, 3), o(3, dtype=D)), (o(3), o(3, dtype=D)), (o(2, 2, 3), o(2, 3, 4, dtype=D)), (o(2, 2, 3), o(3, 4, dtype=D)),
    (torch.tensor(1.0), o(2)), (o(2, 3), o(2, 3)), (o(2, 2, 3), o(3, 3, 4)), (o(3, dtype=B), o(3, dtype=B)),
]
for x, y in pairs:
    for name, f in [("matmul", torch.matmul), ("mm", torch.mm), ("bmm", torch.bmm), ("mv", torch.mv), ("dot", torch.dot)]:
        case(f"{name} {list(x.shape)} {x.dtype} {list(y.shape)} {y.dtype}", lambda: f(x, y))
sums = [
    (o(2, 4), o(2, 3), o(3, 4, dtype=D)), (o(2, 4, dtype=D), o(2, 3), o(3, 4)), (o(2, 4), o(2, 3, dtype=I), o(3, 4)),
    (o(2, 4), o(2), o(3, 4)), (o(2, 4), o(2, 3), o(3)), (o(3, 4), o(2, 3), o(3, 4)), (o(2, 4), o(2, 3), o(2, 4)),
]
for c, a, b in sums:
    case(f"addmm {c.dtype} {list(c.shape)} {list(a.shape)} {list(b.shape)}", lambda: torch.addmm(c, a, b))
batches = [
    (o(2, 2, 4), o(2, 2, 3), o(2, 3, 4)), (o(2, 2, 4, dtype=D), o(2, 2, 3), o(2, 3, 4)), (o(2, 2, 4), o(2, 3), o(2, 3, 4)),
    (o(2, 2, 4), o(2, 2, 3), o(3, 4)), (o(5), o(2, 2, 3), o(2, 3, 4)), (o(2, 2, 4), o(2, 2, 3), o(2, 4, 4)),
]
for c, a, b in batches:
    case(f"baddbmm {c.dtype} {list(c.shape)} {list(a.shape)} {list(b.shape)}", lambda: torch.baddbmm(c, a, b))
for c, a, b in [(o(2), o(2, 3), o(3)), (o(2, 3, 4), o(2, 3), o(3)), (o(3), o(2, 3), o(3)), (o(2, dtype=D), o(2, 3), o(3))]:
    case(f"addmv {c.dtype} {list(c.shape)} {list(a.shape)} {list(b.shape)}", lambda: torch.addmv(c, a, b))
layers = [
    (o(2, 3), o(4, 3, dtype=D), None), (o(2, 3, dtype=D), o(4, 3), o(4)), (o(2, 3), o(4, 3), o(4, dtype=D)), (o(2, 3), o(4), None),
    (o(2, 3), o(4), o(4)), (o(3), o(4), None), (o(2, 3), o(4, 3), o(3)), (o(2, 3), o(4, 3), o(2, 2, 4)), (o(2, 2), o(4, 3), o(4)),
    (o(2, 3, dtype=I), o(4, 3), o(4)),
]
for x, w, b in layers:
    case(f"linear {x.dtype} {list(x.shape)} {w.dtype} {list(w.shape)} {b is not None}", lambda: F.linear(x, w, b))
mean, var = torch.zeros(3), o(3)
for w, b in [(o(3, dtype=D), o(3)), (o(3), o(3, dtype=D)), (o(3), o(3, dtype=I)), (o(3, dtype=D), None), (None, o(3, dtype=D))]:
    kinds = [None if t is None else t.dtype for t in (w, b)]
    case(f"batch_norm {kinds}", lambda: F.batch_norm(o(2, 3), mean, var, w, b, True))
    case(f"layer_norm {kinds}", lambda: F.layer_norm(o(2, 3), (3,), w, b))
    case(f"group_norm {kinds}", lambda: F.group_norm(o(2, 3, 2), 3, w, b))
    case(f"instance_norm {kinds}", lambda: F.instance_norm(o(2, 3, 2), None, None, w, b))
case("batch_norm of doubles", lambda: F.batch_norm(o(2, 3, dtype=D), mean, var, o(3), o(3)))
case("batch_norm, mean of doubles", lambda: F.batch_norm(o(2, 3), mean.double(), var))
case("batch_norm, variance of doubles", lambda: F.batch_norm(o(2, 3), mean, var.double()))
case("batch_norm of nothing", lambda: F.batch_norm(o(2, 0, 3), mean, var, o(3)))
case("batch_norm of a line", lambda: F.batch_norm(o(3), mean, var))
case("bilinear", lambda: F.bilinear(o(2, 3), o(2, 4, dtype=I), o(5, 3, 4), o(5)))
case("attention", lambda: F.scaled_dot_product_attention(o(2, 4, 3), o(2, 5, 3, dtype=D), o(2, 5, 3)))
case("attention", lambda: F.scaled_dot_product_attention(o(3), o(2, 5, 3), o(2, 5, 3)))
case("einsum", lambda: torch.einsum("ij,kj->ik", o(2, 3), o(4, 3, dtype=D)))
case("einsum", lambda: torch.einsum("ij"))
case("einsum of lists", lambda: torch.einsum(o(2, 3), [0, 1], o(3, 4), [1, 2], [2, 0]))
