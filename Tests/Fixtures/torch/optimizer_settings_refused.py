# Settings that do not go together, and learning rates that are tensors.
import torch
import torch.nn as nn
from torch import optim

weight = nn.Parameter(torch.ones(2))
for name in ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "NAdam", "RAdam", "Adamax",
             "ASGD", "Rprop"):
    for options in (
        {"lr": torch.tensor([0.1, 0.2])}, {"lr": torch.tensor(0.1), "foreach": True}, {"lr": -1},
        {"foreach": True, "fused": True}, {"fused": True, "differentiable": True}, {"betas": 0.9},
        {"alpha": -1}, {"lambd": -1}, {"betas": (1.0, 0.9)},
    ):
        try:
            print(name, options, len(repr(getattr(optim, name)([weight], **options))) > 50)
        except Exception as error:
            print(name, options, type(error).__name__, error)
weight.sum().backward()
for options in ({"differentiable": True}, {"foreach": True}, {"fused": True}):
    optimizer = optim.SGD([weight], lr=0.1, **options)
    try:
        optimizer.step()
        print(options, weight.tolist())
    except Exception as error:
        print(options, type(error).__name__, error)
values = nn.ParameterDict({"a": torch.ones(2)}) | {"b": torch.zeros(1)}
print(values)
values |= {"c": 3}
print(list(values.keys()), list(values.copy().keys()))
