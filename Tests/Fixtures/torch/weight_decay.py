import torch
import torch.nn as nn
torch.manual_seed(0)


def train(wd):
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(20, 1))
    for p in net.parameters():
        p.data.normal_()
    loss = nn.MSELoss(reduction='none')
    opt = torch.optim.SGD([{"params": net[0].weight, 'weight_decay': wd}, {"params": net[0].bias}], lr=0.003)
    X = torch.randn(20, 20)
    y = torch.randn(20, 1)
    for epoch in range(20):
        opt.zero_grad()
        l = loss(net(X), y)
        l.mean().backward()
        opt.step()
    print('L2 norm of w:', f"{net[0].weight.norm().item():.5f}", f"{l.mean().item():.5f}")


train(0)
train(3)
w = torch.ones(3, requires_grad=True)
penalty = 0.01 * w.pow(2).sum()
penalty.backward()
print(penalty, w.grad)
