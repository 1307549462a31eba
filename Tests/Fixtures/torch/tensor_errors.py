import torch


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


x = torch.ones(2, 3)
show(lambda: x @ x)
show(lambda: x + torch.ones(4))
show(lambda: x.view(5))
show(lambda: x.view(-1, 4))
show(lambda: x.reshape(7))
show(lambda: x[2])
show(lambda: x[0, 0, 0])
show(lambda: x.sum(5))
show(lambda: x.argmax(2))
show(lambda: torch.cat([x, torch.ones(2, 2)]))
show(lambda: torch.stack([x, torch.ones(2, 2)]))
show(lambda: torch.tensor([[1, 2], [3]]))
show(lambda: torch.tensor("abc"))
show(lambda: x.item())
show(lambda: x.nothing)
show(lambda: torch.nothing)
show(lambda: bool(x))
show(lambda: x.t().view(6))
show(lambda: torch.mm(x, x))
show(lambda: torch.bmm(x, x))
show(lambda: x.squeeze(4))
show(lambda: x.unsqueeze(4))
show(lambda: x.permute(0))
show(lambda: x.expand(4, 3))
show(lambda: torch.ones(2, 3).mul_(torch.ones(3, 2, 3)))
show(lambda: torch.ones(2, dtype=torch.int64).mul_(1.5))
show(lambda: len(torch.tensor(1)))
show(lambda: torch.tensor(1)[0])
show(lambda: [v for v in torch.tensor(1)])
show(lambda: torch.zeros(-1))
show(lambda: torch.ones(2)["a"])
show(lambda: x[torch.tensor([5])])
show(lambda: x[torch.tensor([True, False, True])])
show(lambda: torch.randperm(-1))
show(lambda: torch.randint(5, 5, (2,)))
show(lambda: torch.arange(5, 0))
show(lambda: torch.device("tpu"))
show(lambda: torch.ones(2) @ torch.ones(3))
show(lambda: torch.ones(3, 2) @ torch.ones(3))
show(lambda: x.transpose(0, 5))
show(lambda: torch.ones(2) < "a")
show(lambda: torch.ones(2) + "a")
show(lambda: x.max(7))
show(lambda: torch.tensor([1, 2]).float().long().dtype)


def setitem():
    y = torch.zeros(2, 2)
    y[0] = torch.ones(3)


def unpack():
    a, b, c = torch.ones(2)


show(setitem)
show(unpack)
