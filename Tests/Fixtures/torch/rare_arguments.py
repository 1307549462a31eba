"""Arguments that are rarely given: truth values where numbers are usual, tensors without dimensions, masks of bytes."""

import torch

x = torch.arange(3.0, requires_grad=True)
b = torch.tensor([True, False, True])
m = torch.tensor([1, 0, 1], dtype=torch.uint8)
scalar = torch.tensor(3.0)
zero = torch.tensor([0])


def show(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, str(error).splitlines()[0])


def changed(change):
    values = torch.arange(3.0)
    change(values)
    return values


for name in ["sum", "prod"]:
    show(name, lambda: getattr(x, name)(dtype=torch.int64))
    show(name + " along", lambda: getattr(x, name)(0, dtype=torch.int64))
    show(name + " of plain", lambda: getattr(x.detach(), name)(dtype=torch.int64))
for name in ["cumsum", "cumprod"]:
    show(name, lambda: getattr(x, name)(0, dtype=torch.int32))
    show(name + " of plain", lambda: getattr(x.detach(), name)(0, dtype=torch.int32))

show("b ** True", lambda: b**True)
show("b ** False", lambda: b**False)
show("pow_", lambda: b.clone().pow_(False))
show("b ** b", lambda: b**b)
show("True ** b", lambda: True**b)
show("b ** 2", lambda: b**2)
show("x ** True", lambda: x.detach() ** True)
for value in [2, True, 3.0]:
    show(f"{value} << b", lambda: value << b)
    show(f"{value} >> b", lambda: value >> b)
for name in ["add", "sub"]:
    show(name, lambda: getattr(x, name)(1, alpha=True))
    show(name, lambda: getattr(x, name)(x, alpha=True))
    show(name, lambda: getattr(b, name)(True, alpha=True))

show("bytes, a number", lambda: changed(lambda v: v.__setitem__(m, 0.0)))
show("bytes, a tensor", lambda: changed(lambda v: v.__setitem__(m, torch.tensor(5.0))))
show("bytes, two", lambda: changed(lambda v: v.__setitem__(m, torch.tensor([5.0, 6.0]))))
show("bytes, index_put_", lambda: changed(lambda v: v.index_put_((m,), torch.tensor(1.0))))
show("bytes, a row", lambda: torch.zeros(2, 3).__setitem__((0, m), 1.0))

show("index_fill", lambda: scalar.index_fill(0, zero, 7.0))
show("index_fill", lambda: scalar.index_fill(0, torch.tensor(0), torch.tensor(7.0)))
show("index_fill", lambda: scalar.index_fill(0, torch.tensor([1]), 7.0))
show("index_fill", lambda: scalar.index_fill(1, zero, 7.0))
show("index_copy", lambda: scalar.index_copy(0, zero, torch.tensor(7.0)))
show("index_copy", lambda: scalar.index_copy(0, zero, torch.tensor([7.0])))
show("index_add", lambda: scalar.index_add(0, zero, torch.tensor(7.0), alpha=2))
show("index_add", lambda: scalar.index_add(0, zero, torch.tensor([7.0])))
show("index_select", lambda: scalar.index_select(0, zero))
show("index_select", lambda: scalar.index_select(0, torch.tensor([0, 0])))
leaf = torch.tensor(3.0, requires_grad=True)
show("grad of index_select", lambda: torch.autograd.grad(leaf.index_select(0, zero), leaf))
show("grad of index_fill", lambda: torch.autograd.grad((leaf * 2).index_fill(0, zero, 5.0), leaf))
show("grad of index_add", lambda: torch.autograd.grad((leaf * 2).index_add(0, zero, leaf), leaf))
picked = x[torch.tensor([0, 0, 2])].prod()
show("grad of an index", lambda: torch.autograd.grad(picked, x, create_graph=True))
