import torch
import torch.nn as nn
net = nn.Linear(2, 1)
print(torch.optim.SGD(net.parameters(), lr=0.1))
print(torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4, nesterov=True))
print(torch.optim.Adam(net.parameters()))
print(torch.optim.AdamW(net.parameters(), lr=3e-4))
print(torch.optim.RMSprop(net.parameters()))
print(torch.optim.Adagrad(net.parameters()))
o = torch.optim.SGD([{"params": [net.weight]}, {"params": [net.bias], "lr": 0.01}], lr=0.1)
print(o)
print(len(o.param_groups), o.param_groups[0]["lr"], o.param_groups[1]["lr"])
for g in o.param_groups:
    g["lr"] *= 0.5
print([g["lr"] for g in o.param_groups])
print(o.state_dict())
