# Indices that are wrong, lists that stand for tuples, and values that do not fit.
import warnings

import torch

warnings.simplefilter("ignore")

o = torch.ones
D = torch.float64
x = torch.arange(6.0).reshape(2, 3)
scalar = torch.tensor(1.5)


def case(name, f):
    try:
        print(name, "ok", f().tolist())
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])


for i in [0, 1, -1, 5, True, None, ..., slice(None), 1.5, "a", {}, [0], (0,), (0, 0), (), torch.tensor(0), torch.tensor([0])]:
    case(f"scalar {i}", lambda: scalar[i])
lists = [
    [[0, 1], [1, 0]], [[0, 1], [1, 2]], [0, [1, 2]], [[0], 1], [None, 0], [..., 0], [slice(0, 1), 0], [torch.tensor([0, 1]), 1],
    [0, 1], [True, False], [[True, False], [True, False, True]], ["a"], "a", [1.5], [0.5, 1], {}, (0, "a"), (0, 1.5), [range(2), [0, 1]],
    [None], [...], [], [[]], [[], []], torch.float32, (0, 0, 0), [0, 9], [[0, 1], [0, 9]], torch.tensor([0.5]),
]
for i in lists:
    case(f"matrix {i}", lambda: x[i])


def put(i, v):
    y = x.clone()
    y[i] = v
    return y


values = [
    (torch.tensor([0, 5]), o(3)), (torch.tensor([0, 5]), o(9)), ([0, 9], o(7)), (torch.tensor([0, 1]), o(9)), (x > 0, o(4)),
    (torch.tensor([0, 1]), o(2, 3, dtype=D)), (torch.tensor([0]), torch.tensor(1.0, dtype=D)), (x > 1, torch.tensor(9.0, dtype=D)),
    (x > 1, o(4, dtype=D)), ((slice(None), torch.tensor([0])), o(2, 1, dtype=D)), (0, o(3, dtype=D)), (torch.tensor(0), o(3, dtype=D)),
    (0, o(2)), (0, "a"), (0, torch.float32), ((0, 1), o(2)), (5, 1.0), ([[0, 1], [1, 0]], 7.0), (slice(0, 1), o(2, 2)),
]
for i, v in values:
    case(f"put {i} {v}".replace("\n", ""), lambda: put(i, v))
case("index_put", lambda: x.index_put((torch.tensor([0]),), torch.tensor(1.0, dtype=D)))
case("index_put mask", lambda: x.index_put((x > 2,), torch.tensor(1.0, dtype=D)))
case("index_fill", lambda: x.index_fill(1, torch.tensor([0.0]), 2.0))
case("index_add", lambda: x.index_add(1, torch.tensor([0.0, 1.0]), o(2, 2)))
case("index_add", lambda: x.index_add(1, torch.tensor([[0]]), o(2, 1)))
case("index_add", lambda: x.index_add(1, torch.tensor([0, 1]), o(2)))
case("gather of nothing", lambda: x.gather(1, o(0, 3)))
case("where", lambda: torch.where(x > 0, o(2), x))
case("masked_fill", lambda: x.masked_fill(o(2) > 0, 0.0))
case("masked_select", lambda: x.masked_select(o(2, 4) > 0))
