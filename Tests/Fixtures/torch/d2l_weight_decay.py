import torch
from torch import nn
torch.manual_seed(0)
n_train, n_test, num_inputs, batch_size = 20, 100, 200, 5
true_w, true_b = torch.ones((num_inputs, 1)) * 0.01, 0.05
def syn(w, b, n):
    X = torch.normal(0, 1, (n, len(w)))
    y = torch.matmul(X, w) + b
    y += torch.normal(0, 0.01, y.shape)
    return X, y.reshape((-1, 1))
train = syn(true_w, true_b, n_train); test = syn(true_w, true_b, n_test)
def l2_penalty(w):
    return torch.sum(w.pow(2)) / 2
def run(lambd):
    w = torch.normal(0, 1, size=(num_inputs, 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    for epoch in range(20):
        for X, y in zip(train[0].split(5), train[1].split(5)):
            l = (X @ w + b - y) ** 2 / 2 + lambd * l2_penalty(w)
            l.sum().backward()
            with torch.no_grad():
                for p in (w, b):
                    p -= 0.003 * p.grad / 5
                    p.grad.zero_()
    print('L2 norm of w:', f"{torch.norm(w).item():.4f}")
run(0); run(3)
def train_concise(wd):
    net = nn.Sequential(nn.Linear(num_inputs, 1))
    for param in net.parameters():
        param.data.normal_()
    loss = nn.MSELoss(reduction='none')
    trainer = torch.optim.SGD([
        {"params":net[0].weight,'weight_decay': wd},
        {"params":net[0].bias}], lr=0.003)
    for epoch in range(20):
        for X, y in zip(train[0].split(5), train[1].split(5)):
            trainer.zero_grad()
            l = loss(net(X), y)
            l.mean().backward()
            trainer.step()
    print('L2 norm', f"{net[0].weight.norm().item():.4f}")
    print(trainer)
train_concise(0); train_concise(3)
