import torch, torch.nn as nn, copy, math
class EarlyStopping:
    """Early stops the training if validation loss doesn't improve after a given patience."""
    def __init__(self, patience=7, verbose=False, delta=0, trace_func=print):
        self.patience = patience; self.verbose = verbose; self.counter = 0; self.best_score = None; self.early_stop = False; self.val_loss_min = float('inf'); self.delta = delta; self.trace_func = trace_func; self.best = None
    def __call__(self, val_loss, model):
        score = -val_loss
        if self.best_score is None:
            self.best_score = score
            self.save_checkpoint(val_loss, model)
        elif score < self.best_score + self.delta:
            self.counter += 1
            self.trace_func(f'EarlyStopping counter: {self.counter} out of {self.patience}')
            if self.counter >= self.patience:
                self.early_stop = True
        else:
            self.best_score = score
            self.save_checkpoint(val_loss, model)
            self.counter = 0
    def save_checkpoint(self, val_loss, model):
        if self.verbose:
            self.trace_func(f'Validation loss decreased ({self.val_loss_min:.6f} --> {val_loss:.6f}).  Saving model ...')
        self.best = copy.deepcopy(model.state_dict())
        self.val_loss_min = val_loss
torch.manual_seed(0)
X = torch.randn(24, 12); y = (X[:, 0] + .8 * torch.randn(24) > 0).long(); Xv = torch.randn(64, 12); yv = (Xv[:, 0] > 0).long()
m = nn.Sequential(nn.Linear(12, 32), nn.ReLU(), nn.Linear(32, 2)); opt = torch.optim.Adam(m.parameters(), lr=.01); es = EarlyStopping(5, True)
for ep in range(100):
    m.train(); opt.zero_grad(); l = nn.functional.cross_entropy(m(X), y); l.backward(); opt.step()
    m.eval()
    with torch.no_grad(): vl = nn.functional.cross_entropy(m(Xv), yv)
    print(f"Epoch {ep:03d} train {l.item():.4f} val {vl.item():.4f}")
    es(vl.item(), m)
    if es.early_stop: print("Early stopping"); break
m.load_state_dict(es.best)
with torch.no_grad(): print((m(Xv).argmax(1) == yv).float().mean())
