import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(1)
x = torch.randn(80, 2)
y = (x[:, 0] + x[:, 1] > 0).float().unsqueeze(1)
model = nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
optimizer = optim.SGD(model.parameters(), lr=0.5)
loss_fn = nn.BCELoss()
for epoch in range(60):
    pred = model(x)
    loss = loss_fn(pred, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if epoch % 20 == 0:
        acc = ((pred > 0.5).float() == y).float().mean()
        print("epoch {} loss {:.4f} acc {:.3f}".format(epoch, loss.item(), acc.item()))
