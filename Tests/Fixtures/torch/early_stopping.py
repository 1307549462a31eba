import copy
import torch
import torch.nn as nn


class EarlyStopping:
    def __init__(self, patience=3, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.counter = 0
        self.best_loss = None
        self.early_stop = False
        self.best_state = None

    def __call__(self, val_loss, model):
        if self.best_loss is None or val_loss < self.best_loss - self.min_delta:
            self.best_loss = val_loss
            self.best_state = copy.deepcopy(model.state_dict())
            self.counter = 0
        else:
            self.counter += 1
            if self.counter >= self.patience:
                self.early_stop = True


torch.manual_seed(0)
X = torch.randn(30, 10)
Y = (X[:, :1] > 0).float()
Xv = torch.randn(30, 10)
Yv = (Xv[:, :1] > 0).float()
model = nn.Sequential(nn.Linear(10, 50), nn.ReLU(), nn.Linear(50, 1))
criterion = nn.BCEWithLogitsLoss()
opt = torch.optim.Adam(model.parameters(), lr=0.05)
stopper = EarlyStopping()
for epoch in range(50):
    model.train()
    opt.zero_grad()
    loss = criterion(model(X), Y)
    loss.backward()
    opt.step()
    model.eval()
    with torch.no_grad():
        val = criterion(model(Xv), Yv).item()
    print(f"{epoch} {loss.item():.4f} {val:.4f}")
    stopper(val, model)
    if stopper.early_stop:
        print("stop", epoch)
        break
model.load_state_dict(stopper.best_state)
with torch.no_grad():
    print(f"{criterion(model(Xv), Yv).item():.4f}")
