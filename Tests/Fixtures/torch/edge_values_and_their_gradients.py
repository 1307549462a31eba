import torch
import torch.nn.functional as F

nan, inf = float("nan"), float("inf")
values = [nan, inf, -inf, -0.0, 1.0, -1.0, 0.5, -2.5, 3.5]


def show(name, function, *inputs):
    inputs = [x.clone().requires_grad_() for x in inputs]
    try:
        y = function(*inputs)
        print(name, y)
        (y * torch.arange(1.0, y.numel() + 1).view(y.shape)).sum().backward()
        print("   ", *[x.grad for x in inputs])
    except Exception as e:
        print(name, type(e).__name__, e)


x = torch.tensor(values)
for name, f in {
    "relu": F.relu, "threshold": lambda x: F.threshold(x, 0.5, -1), "clamp": lambda x: x.clamp(-0.5, 1.5),
    "hardsigmoid": F.hardsigmoid, "max": torch.max, "min": torch.min, "median": torch.median,
    "amax": lambda x: x.amax(), "mode": lambda x: x.mode()[0], "copysign": lambda x: torch.copysign(x, torch.tensor(-2.0)),
    "floor": lambda x: torch.div(x, 1.5, rounding_mode="floor"), "trunc": lambda x: torch.div(x, 1.5, rounding_mode="trunc"),
    "5 % x": lambda x: 5 % x, "logit": lambda x: torch.logit(x + 0.25),
}.items():
    show(name, f, x)
a, b = torch.tensor([0.0, 1.0, 2.0, nan, 1e30, 0.0]), torch.tensor([0.0, 1.0, -3.0, 1.0, 1e30, 2.0])
for name in ["fmax", "fmin", "hypot", "xlogy", "atan2", "logaddexp", "logaddexp2", "maximum", "copysign"]:
    show(name, getattr(torch, name), a, b)
ties = torch.tensor([2.0, 1.0, 2.0, 1.0, 2.0])
for name, f in {"max": torch.max, "min": torch.min, "median": torch.median, "max dim": lambda x: x.max(0)[0]}.items():
    show(name, f, ties)
print(F.layer_norm(torch.tensor([[0.1, 0.1, 0.1], [10.0, 10.0, 11.0]]), (3,)))
show("group_norm", lambda x: F.group_norm(x, 1), torch.tensor([[0.7], [0.3]]))

index = torch.tensor([[0, 1, 0], [1, 1, 0]])
own, source = torch.arange(6.0).view(2, 3), torch.tensor([[0.5, 4.0, 2.0], [3.0, 0.0, 2.0]])
for kind in ["sum", "mean", "prod", "amax", "amin"]:
    for include in [True, False]:
        show(
            f"{kind} {include}",
            lambda x, s: x.scatter_reduce(0, index, s, kind, include_self=include), own, source,
        )
print(torch.tensor([5, 6]).scatter_reduce(0, torch.tensor([0, 0, 1]), torch.tensor([1, 2, 4]), "mean"))

# Types of results and what has no dimensions.
i = torch.tensor([1, 2, 3])
print(i.sum(dtype=torch.int32).dtype, i.cumsum(0, dtype=torch.int32).dtype, torch.equal(i, i.double()))
print(torch.result_type(torch.ones(2), torch.ones((), dtype=torch.float64)), torch.where(torch.tensor(3.0)))
print(torch.tensor(3.0).masked_select(torch.tensor(True)), torch.tensor(3).movedim(0, -1), torch.tensor(2).nonzero(as_tuple=True))
print(torch.tensor([0, 1, 5, 200], dtype=torch.uint8).clamp(-1, 1), torch.copysign(i, -1))
for wrong in (
    lambda: torch.tensor([1], dtype=torch.uint8).clamp(300), lambda: torch.logaddexp(i, i), lambda: i.round(decimals=1),
    lambda: torch.tensor([True]).median(), lambda: torch.tensor([True, False]).topk(1), lambda: +torch.tensor([True]),
    lambda: torch.sub(i, i, alpha=0.5), lambda: torch.ones(3).renorm(2, 0, 1), lambda: torch.ones(2) * 2**70,
    lambda: torch.ones(2).sum(2**70), lambda: torch.ones(2).fill_(torch.ones(2)), lambda: torch.inner(i, i.float()),
    lambda: torch.ones(2, 3).index_add(0, torch.tensor([0]), torch.ones(1, 2)),
    lambda: torch.ones(2, 3).index_add(0, torch.tensor([0]), torch.ones(1, 3, dtype=torch.float64)),
    lambda: torch.floor_divide(i, torch.tensor([0, 1])), lambda: F.cosine_similarity(i, i, dim=0),
    lambda: torch.ones(2, 3).index_select(1, torch.tensor([7])), lambda: torch.mean(torch.ones(2), dtype=torch.int32),
):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
