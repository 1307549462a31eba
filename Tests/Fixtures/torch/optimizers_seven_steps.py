import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

def run(make, steps=7):
    torch.manual_seed(1)
    m = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
    o = make(m.parameters())
    x = torch.randn(5, 3)
    y = torch.randn(5, 1)
    out = []
    for _ in range(steps):
        o.zero_grad()
        l = F.mse_loss(m(x), y)
        l.backward()
        o.step()
        out.append(round(l.item(), 3))
    print(type(o).__name__, out)
for make in [lambda p: optim.SGD(p, 0.1), lambda p: optim.SGD(p, lr=0.1, momentum=0.9), lambda p: optim.SGD(p, 0.1, 0.9, nesterov=True, weight_decay=0.1), lambda p: optim.SGD(p, 0.1, momentum=0.9, dampening=0.5), lambda p: optim.SGD(p, 0.1, maximize=True), lambda p: optim.Adam(p, 0.05, weight_decay=0.1, amsgrad=True), lambda p: optim.AdamW(p, 0.05), lambda p: optim.RMSprop(p, 0.01, momentum=0.9, centered=True, weight_decay=0.1), lambda p: optim.Adagrad(p, 0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.5), lambda p: optim.Adadelta(p, lr=0.5, rho=0.8, weight_decay=0.1), lambda p: optim.NAdam(p, 0.05), lambda p: optim.RAdam(p, 0.05), lambda p: optim.Adamax(p, 0.05), lambda p: optim.ASGD(p, 0.05), lambda p: optim.Rprop(p, 0.05)]:
    run(make)
