import copy

import torch
import torch.nn as nn

class EarlyStopping:
    """Stops when the validation loss has not improved for `patience` epochs."""
    def __init__(self, patience=3, verbose=False, delta=0, path='checkpoint.pt', trace_func=print):
        self.patience = patience
        self.verbose = verbose
        self.counter = 0
        self.best_score = None
        self.early_stop = False
        self.val_loss_min = float('inf')
        self.delta = delta
        self.path = path
        self.trace_func = trace_func
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
model = nn.Linear(2, 1)
stopper = EarlyStopping(patience=3, verbose=True)
for epoch, loss in enumerate([0.9, 0.7, 0.75, 0.6, 0.61, 0.65, 0.62, 0.5]):
    with torch.no_grad():
        model.weight.fill_(loss)
    stopper(loss, model)
    if stopper.early_stop:
        print("Early stopping at epoch", epoch)
        break
model.load_state_dict(stopper.best)
print(model.weight)
