import torch
import torch.nn as nn


def run(make):
    torch.manual_seed(0)
    net = nn.Linear(3, 2)
    opt = make(net.parameters())
    x = torch.randn(4, 3)
    y = torch.randn(4, 2)
    for _ in range(5):
        opt.zero_grad()
        loss = ((net(x) - y) ** 2).mean()
        loss.backward()
        opt.step()
    print(f"{loss.item():.5f}", net.weight[0].detach(), net.bias.detach())


run(lambda p: torch.optim.SGD(p, lr=0.1))
run(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9))
run(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01))
run(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.1))
run(lambda p: torch.optim.SGD(p, lr=0.01, maximize=True))
run(lambda p: torch.optim.Adam(p, lr=0.1))
run(lambda p: torch.optim.Adam(p, lr=0.1, weight_decay=0.1, amsgrad=True))
run(lambda p: torch.optim.AdamW(p, lr=0.1))
run(lambda p: torch.optim.RMSprop(p, lr=0.1))
run(lambda p: torch.optim.RMSprop(p, lr=0.01, momentum=0.5, centered=True))
run(lambda p: torch.optim.Adagrad(p, lr=0.1))
run(lambda p: torch.optim.Adadelta(p))
run(lambda p: torch.optim.NAdam(p, lr=0.1))
