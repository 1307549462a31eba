import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
class EarlyStopping:
    def __init__(self, patience=5, verbose=False, delta=0, trace_func=print):
        self.patience = patience
        self.verbose = verbose
        self.counter = 0
        self.best_score = None
        self.early_stop = False
        self.val_loss_min = float('inf')
        self.delta = delta
        self.trace_func = trace_func
        self.best_model_state = None
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
        self.best_model_state = model.state_dict()
        self.val_loss_min = val_loss
    def load_best_model(self, model):
        model.load_state_dict(self.best_model_state)
m = nn.Linear(1,1)
es = EarlyStopping(patience=2, verbose=True)
for v in [1.0, .9, .95, .8, .85, .9, .7]:
    es(v, m)
    if es.early_stop:
        print("Early stopping"); break
es.load_best_model(m)
print(es.val_loss_min, es.__dict__.keys())
