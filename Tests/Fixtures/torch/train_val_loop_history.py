import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.utils.data import TensorDataset, DataLoader, random_split

torch.manual_seed(0)
X = torch.randn(120, 4)
Y = (X.sum(1) > 0).long()
train_set, val_set = random_split(TensorDataset(X, Y), [100, 20])
train_loader, val_loader = DataLoader(train_set, batch_size=25, shuffle=True), DataLoader(val_set, batch_size=20)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(0.2), nn.Linear(8, 2))
opt = optim.AdamW(net.parameters(), lr=0.02, weight_decay=1e-2)
sched = optim.lr_scheduler.CosineAnnealingLR(opt, T_max=4)
history = {'train_loss': [], 'val_loss': [], 'val_acc': []}
for epoch in range(4):
    net.train()
    running = 0.0
    for xb, yb in train_loader:
        opt.zero_grad()
        loss = F.cross_entropy(net(xb), yb)
        loss.backward()
        opt.step()
        running += loss.item() * xb.size(0)
    net.eval()
    with torch.no_grad():
        for xb, yb in val_loader:
            out = net(xb)
            history['val_loss'].append(round(F.cross_entropy(out, yb).item(), 3))
            history['val_acc'].append((out.argmax(1) == yb).float().mean().item())
    history['train_loss'].append(round(running / len(train_set), 3))
    sched.step()
print(history['train_loss'])
print(history['val_loss'])
print([f"{lr:.5f}" for lr in sched.get_last_lr()])
