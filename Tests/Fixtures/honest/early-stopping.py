# %% exercise="patience" points=5 style="last improvement"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best = float("inf")
        self.best_epoch = 0
        self.epoch = 0

    def step(self, loss):
        self.epoch += 1
        if loss < self.best - self.min_delta:
            self.best = loss
            self.best_epoch = self.epoch
        return self.epoch - self.best_epoch >= self.patience

# %% exercise="patience" points=5 style="counting down"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.best, self.best_epoch = None, 0
        self.start = self.left = patience
        self.delta, self.count = min_delta, 0

    def step(self, loss):
        self.count += 1
        improved = self.best is None or self.best - loss > self.delta
        if improved:
            self.best, self.best_epoch, self.left = loss, self.count, self.start
            return False
        self.left -= 1
        return self.left <= 0

# %% exercise="patience" points=5 style="the losses are kept"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.losses = []
        self.best, self.best_epoch = None, 0

    def step(self, loss):
        self.losses.append(loss)
        self.best, self.best_epoch = self.losses[0], 1
        for epoch, value in enumerate(self.losses, 1):
            if value < self.best - self.min_delta:
                self.best, self.best_epoch = value, epoch
        return bool(len(self.losses) - self.best_epoch >= self.patience)

# %% exercise="patience" points=5 style="a generator"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.best, self.best_epoch = None, 0
        self.run = self.machine(patience, min_delta)
        next(self.run)

    def machine(self, patience, min_delta):
        loss = yield
        self.best, self.best_epoch, epoch, waited = loss, 1, 1, 0
        while True:
            loss = yield waited >= patience
            epoch += 1
            waited += 1
            if loss < self.best - min_delta:
                self.best, self.best_epoch, waited = loss, epoch, 0

    def step(self, loss):
        return self.run.send(loss)

# %% exercise="patience" points=5 style="a dataclass"
from dataclasses import dataclass

@dataclass
class EarlyStopping:
    patience: int
    min_delta: float = 0.0
    best: float = float("inf")
    best_epoch: int = 0
    epoch: int = 0
    bad: int = 0

    def step(self, loss):
        self.epoch += 1
        self.bad += 1
        if loss + self.min_delta < self.best:
            self.best, self.best_epoch, self.bad = loss, self.epoch, 0
        return self.bad >= self.patience

# %% exercise="patience" points=2 style="partly: min_delta is forgotten"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.best, self.best_epoch = float("inf"), 0
        self.epoch = 0

    def step(self, loss):
        self.epoch += 1
        if loss < self.best:
            self.best, self.best_epoch = loss, self.epoch
        return self.epoch - self.best_epoch >= self.patience

# %% exercise="patience" points=3 style="partly: the epoch counts from zero"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.best_epoch = float("inf"), 0
        self.epoch = -1

    def step(self, loss):
        self.epoch += 1
        if loss < self.best - self.min_delta:
            self.best, self.best_epoch = loss, self.epoch
        return self.epoch - self.best_epoch >= self.patience

# %% exercise="patience" points=3 style="partly: best is always the smallest"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.best_epoch = float("inf"), 0
        self.level, self.epoch, self.waited = float("inf"), 0, 0

    def step(self, loss):
        self.epoch += 1
        if loss < self.best:
            self.best, self.best_epoch = loss, self.epoch
        if loss < self.level - self.min_delta:
            self.level, self.waited = loss, 0
        else:
            self.waited += 1
        return self.waited >= self.patience

# %% exercise="patience" points=2 style="partly: the best loss is not kept"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience = patience
        self.best = None
        self.best_epoch = 0
        self.lowest, self.waited = float("inf"), 0

    def step(self, loss):
        if loss < self.lowest:
            self.lowest, self.waited = loss, 0
        else:
            self.waited += 1
        return self.waited >= self.patience

# %% exercise="patience" points=3 style="partly: best_epoch is the last one"
class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.best_epoch = float("inf"), 0
        self.waited = 0

    def step(self, loss):
        self.best_epoch += 1
        if loss < self.best - self.min_delta:
            self.best, self.waited = loss, 0
        else:
            self.waited += 1
        return self.waited >= self.patience

# %% exercise="loop" points=5 style="a class that keeps"
class Keeper:
    def __init__(self, model):
        self.model, self.loss, self.state = model, float("inf"), None

    def offer(self, loss):
        if loss < self.loss:
            self.loss = loss
            self.state = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
            return True
        return False

def fit(model, train_epoch, validate, patience, max_epochs):
    keeper, history, bad = Keeper(model), [], 0
    for _ in range(max_epochs):
        train_epoch(model)
        history.append(validate(model))
        bad = 0 if keeper.offer(history[-1]) else bad + 1
        if bad == patience:
            break
    model.load_state_dict(keeper.state)
    return history

# %% exercise="loop" points=5 style="a file in memory"
import io

def fit(model, train_epoch, validate, patience, max_epochs):
    losses, best_epoch = [], -1
    buffer = io.BytesIO()
    while len(losses) < max_epochs and len(losses) - 1 - best_epoch < patience:
        train_epoch(model)
        loss = validate(model)
        losses.append(loss)
        if best_epoch < 0 or loss < losses[best_epoch]:
            best_epoch = len(losses) - 1
            buffer = io.BytesIO()
            torch.save(model.state_dict(), buffer)
    buffer.seek(0)
    model.load_state_dict(torch.load(buffer))
    return losses

# %% exercise="loop" points=5 style="parameters and buffers by hand"
def fit(model, train_epoch, validate, patience, max_epochs):
    def tensors():
        return list(model.parameters()) + list(model.buffers())
    best, kept, waited, history = None, None, 0, []
    for epoch in range(1, max_epochs + 1):
        train_epoch(model)
        loss = validate(model)
        history += [loss]
        if best is None or loss < best:
            best, waited = loss, 0
            kept = [t.detach().clone() for t in tensors()]
            continue
        waited += 1
        if waited >= patience:
            break
    with torch.no_grad():
        for tensor, value in zip(tensors(), kept):
            tensor.copy_(value)
    return history

# %% exercise="loop" points=5 style="all states are kept"
import copy

def fit(model, train_epoch, validate, patience, max_epochs):
    history, states = [], []
    for _ in range(max_epochs):
        train_epoch(model)
        history.append(validate(model))
        states.append(copy.deepcopy(model.state_dict()))
        if len(history) > patience and min(history[-patience:]) >= min(history[:-patience]):
            break
    model.load_state_dict(states[history.index(min(history))])
    return history

# %% exercise="loop" points=5 style="a copy of the model"
import copy

def fit(model, train_epoch, validate, patience, max_epochs):
    best_model, best, since, history = None, float("inf"), 0, []
    epoch = 0
    while epoch < max_epochs and since < patience:
        epoch += 1
        train_epoch(model)
        loss = float(validate(model))
        history.append(loss)
        since += 1
        if loss < best:
            best_model, best, since = copy.deepcopy(model), loss, 0
    model.load_state_dict(best_model.state_dict())
    return history

# %% exercise="loop" points=2 style="partly: the last weights stay"
def fit(model, train_epoch, validate, patience, max_epochs):
    history, best, waited = [], float("inf"), 0
    for _ in range(max_epochs):
        train_epoch(model)
        history.append(validate(model))
        if history[-1] < best:
            best, waited = history[-1], 0
        else:
            waited += 1
            if waited >= patience:
                break
    return history

# %% exercise="loop" points=4 style="partly: buffers are forgotten"
def fit(model, train_epoch, validate, patience, max_epochs):
    history, best, waited, kept = [], float("inf"), 0, None
    for _ in range(max_epochs):
        train_epoch(model)
        history.append(validate(model))
        if history[-1] < best:
            best, waited = history[-1], 0
            kept = [p.detach().clone() for p in model.parameters()]
        else:
            waited += 1
            if waited >= patience:
                break
    with torch.no_grad():
        for p, value in zip(model.parameters(), kept):
            p.copy_(value)
    return history

# %% exercise="loop" points=2 style="partly: the state is a reference"
def fit(model, train_epoch, validate, patience, max_epochs):
    history, best, waited, kept = [], float("inf"), 0, None
    for _ in range(max_epochs):
        train_epoch(model)
        history.append(validate(model))
        if history[-1] < best:
            best, waited, kept = history[-1], 0, model.state_dict()
        else:
            waited += 1
            if waited >= patience:
                break
    model.load_state_dict(kept)
    return history

# %% exercise="loop" points=3 style="partly: the history holds the best so far"
import copy

def fit(model, train_epoch, validate, patience, max_epochs):
    history, best, waited, state = [], float("inf"), 0, None
    for _ in range(max_epochs):
        train_epoch(model)
        loss = validate(model)
        waited += 1
        if loss < best:
            best, waited, state = loss, 0, copy.deepcopy(model.state_dict())
        history.append(best)
        if waited >= patience:
            break
    model.load_state_dict(state)
    return history

# %% exercise="loop" points=3 style="partly: the last loss is missing"
import copy

def fit(model, train_epoch, validate, patience, max_epochs):
    history, best, waited, state = [], float("inf"), 0, None
    for _ in range(max_epochs):
        train_epoch(model)
        loss = validate(model)
        if loss < best:
            best, waited, state = loss, 0, copy.deepcopy(model.state_dict())
        else:
            waited += 1
            if waited >= patience:
                break
        history.append(loss)
    model.load_state_dict(state)
    return history
