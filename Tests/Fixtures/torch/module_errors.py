import torch
import torch.nn as nn


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class NoInit(nn.Module):
    def __init__(self):
        self.fc = nn.Linear(1, 1)


class NoInitParameter(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))


class NoForward(nn.Module):
    pass


class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 3)

    def forward(self, x):
        return self.fc(x)


show(lambda: NoInit())
show(lambda: NoInitParameter())
show(lambda: NoForward()(torch.ones(1)))
show(lambda: Plain()(torch.ones(1, 5)))
show(lambda: Plain()())
show(lambda: Plain()(torch.ones(1, 2), 3))
show(lambda: Plain().nothing)
show(lambda: Plain().load_state_dict({}))
show(lambda: Plain().load_state_dict({"fc.weight": torch.ones(3, 3), "fc.bias": torch.ones(3)}))
show(lambda: Plain().load_state_dict({"fc.weight": torch.ones(3, 2), "fc.bias": torch.ones(3), "more": torch.ones(1)}))
show(lambda: Plain().load_state_dict({"fc.weight": torch.ones(3, 2)}, strict=False))
show(lambda: Plain().load_state_dict(Plain().state_dict()))
show(lambda: nn.Linear(2))
show(lambda: nn.Linear(2, 3, 4, 5, 6, 7))
show(lambda: nn.Linear(2, 3, color=1))
show(lambda: nn.Dropout(1.5))
show(lambda: nn.Dropout(-0.1))
show(lambda: nn.BatchNorm2d(3)(torch.ones(2, 3)))
show(lambda: nn.BatchNorm2d(3)(torch.ones(2, 4, 5, 5)))
show(lambda: nn.BatchNorm1d(3)(torch.ones(1, 3)))
show(lambda: nn.Conv2d(1, 2, 3)(torch.ones(1, 3, 8, 8)))
show(lambda: nn.Conv2d(1, 2, 3)(torch.ones(8, 8)))
show(lambda: nn.Conv2d(1, 2, 3)(torch.ones(1, 1, 2, 2)))
show(lambda: nn.Linear(3136, 10)(torch.ones(4, 6272)))
show(lambda: nn.MaxPool2d(2)(torch.ones(3)))
show(lambda: nn.CrossEntropyLoss()(torch.ones(2, 3), torch.tensor([0, 3])))
show(lambda: nn.CrossEntropyLoss()(torch.ones(2, 3), torch.tensor([0, 1, 2])))
show(lambda: nn.CrossEntropyLoss()(torch.ones(2, 3), torch.tensor([0.0, 1.0])))
show(lambda: nn.Linear(2, 2)(torch.ones(1, 2, dtype=torch.int64)))
show(lambda: nn.Linear(2, 2)(torch.ones(1, 2, dtype=torch.float64)))
show(lambda: nn.Sequential(1))
show(lambda: nn.ModuleList([1]))


def assign():
    net = Plain()
    net.fc.weight = torch.ones(3, 2)


def assign_module():
    net = Plain()
    net.fc = 3


show(assign)
show(assign_module)
show(lambda: Plain().add_module("fc", 3))
show(lambda: Plain().add_module("a.b", nn.ReLU()))
show(lambda: Plain().register_buffer("fc", torch.ones(1)))
show(lambda: Plain().get_submodule("a"))
show(lambda: torch.optim.SGD([], lr=0.1))
show(lambda: torch.optim.SGD(Plain().parameters(), lr=-1))
show(lambda: torch.optim.Adam([1, 2]))
show(lambda: torch.optim.Adam(torch.ones(2)))
