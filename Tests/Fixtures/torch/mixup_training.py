import torch
import torch.nn as nn
import torch.optim as optim

def mixup_data(x, y, lam, index):
    return lam * x + (1 - lam) * x[index, :], y, y[index]
def mixup_criterion(criterion, pred, y_a, y_b, lam):
    return lam * criterion(pred, y_a) + (1 - lam) * criterion(pred, y_b)
torch.manual_seed(0)
x, y = torch.randn(8, 5), torch.randint(0, 3, (8,))
net, criterion = nn.Linear(5, 3), nn.CrossEntropyLoss()
opt = optim.SGD(net.parameters(), lr=0.5, momentum=0.9)
for lam in (0.9, 0.5, 0.3):
    mixed, a, b = mixup_data(x, y, lam, torch.randperm(x.size(0)))
    loss = mixup_criterion(criterion, net(mixed), a, b, lam)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{loss.item():.4f}")
