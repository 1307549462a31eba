# %% exercise="accuracy" points=3 style="try and finally"
def accuracy(model, x, y):
    mode = model.training
    model.eval()
    try:
        with torch.no_grad():
            return (model(x).argmax(1) == y).sum().item() / len(y)
    finally:
        model.train(mode)

# %% exercise="accuracy" points=3 style="each module's mode"
@torch.no_grad()
def accuracy(model, x, y):
    modes = [m.training for m in model.modules()]
    for m in model.modules():
        m.training = False
    guess = model(x).max(1).indices
    for m, mode in zip(model.modules(), modes):
        m.training = mode
    return torch.eq(guess, y).float().mean().item()

# %% exercise="accuracy" points=3 style="a twin with the same state"
import copy

def accuracy(model, x, y):
    twin = copy.deepcopy(model)
    twin.eval()
    with torch.no_grad():
        return float((twin(x).argmax(dim=1) == y).float().mean())

# %% exercise="accuracy" points=3 style="if it was training"
def accuracy(model, x, y):
    was = model.training
    model.train(False)
    predictions = model(x).detach().argmax(dim=-1)
    if was:
        model.train()
    return (predictions == y).double().mean().item()

# %% exercise="accuracy" points=3 style="counted in a loop"
def accuracy(model, x, y):
    before = model.training
    model.eval()
    right = 0
    with torch.no_grad():
        for row, label in zip(model(x).tolist(), y.tolist()):
            right += row.index(max(row)) == label
    model.train(before)
    return right / len(y)

# %% exercise="accuracy" points=2 style="partly: eval mode stays"
def accuracy(model, x, y):
    model.eval()
    with torch.no_grad():
        return (model(x).argmax(dim=1) == y).float().mean().item()

# %% exercise="accuracy" points=2 style="partly: always train mode afterwards"
def accuracy(model, x, y):
    model.eval()
    with torch.no_grad():
        found = (model(x).argmax(dim=1) == y).float().mean().item()
    model.train()
    return found

# %% exercise="accuracy" points=2 style="partly: the outer module alone comes back"
def accuracy(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        found = (model(x).argmax(dim=1) == y).float().mean().item()
    model.training = mode
    return found

# %% exercise="accuracy" points=2 style="partly: the mode is turned round"
def accuracy(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        found = (model(x).argmax(dim=1) == y).float().mean().item()
    model.train(not mode)
    return found

# %% exercise="accuracy" points=2 style="partly: dropout alone comes back"
def accuracy(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        found = (model(x).argmax(dim=1) == y).float().mean().item()
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.train(mode)
    return found

# %% exercise="obeys" points=3 style="self.training"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        return self.fc2(F.dropout(F.relu(self.fc1(x)), 0.5, self.training))

# %% exercise="obeys" points=3 style="only if training"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        x = self.fc1(x).relu()
        if self.training:
            x = F.dropout(x, 0.5)
        return self.fc2(x)

# %% exercise="obeys" points=3 style="Sequential around the layers"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(6, 40), nn.Linear(40, 3)
        self.all = nn.Sequential(self.fc1, nn.ReLU(), nn.Dropout(0.5), self.fc2)

    def forward(self, x):
        return self.all(x)

# %% exercise="obeys" points=3 style="coins by hand"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.fc2 = nn.Linear(40, 3)
        self.p = 0.5

    def forward(self, x):
        x = torch.clamp(self.fc1(x), min=0)
        if self.training:
            x = torch.where(torch.rand_like(x) < self.p, torch.zeros_like(x), x / (1 - self.p))
        return self.fc2(x)

# %% exercise="obeys" points=3 style="a layer of its own kind"
class Half(nn.Dropout):
    def __init__(self):
        super().__init__(p=0.5)

class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.fc1 = nn.Linear(6, 40)
        self.relu = nn.ReLU()
        self.drop = Half()
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        for layer in [self.fc1, self.relu, self.drop, self.fc2]:
            x = layer(x)
        return x

# %% exercise="obeys" points=2 style="partly: another rate"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.drop = nn.Dropout(0.2)
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        return self.fc2(self.drop(F.relu(self.fc1(x))))

# %% exercise="obeys" points=2 style="partly: not scaled"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        x = F.relu(self.fc1(x))
        if self.training:
            x = x * (torch.rand_like(x) < 0.5)
        return self.fc2(x)

# %% exercise="obeys" points=2 style="partly: the output is dropped"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.drop = nn.Dropout()
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        return self.drop(self.fc2(F.relu(self.fc1(x))))

# %% exercise="obeys" points=2 style="partly: the input is dropped as well"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.drop = nn.Dropout()
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        return self.fc2(self.drop(F.relu(self.fc1(self.drop(x)))))

# %% exercise="obeys" points=2 style="partly: dropped twice"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 40)
        self.drop = nn.Dropout()
        self.fc2 = nn.Linear(40, 3)

    def forward(self, x):
        return self.fc2(self.drop(self.drop(F.relu(self.fc1(x)))))

# %% exercise="epoch" points=3 style="a loader"
from torch.utils.data import DataLoader, TensorDataset

def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    for a, b in DataLoader(TensorDataset(x, y), batch_size=size, shuffle=True):
        if len(a) == 1:
            continue
        optimizer.zero_grad()
        F.cross_entropy(model(a), b).backward()
        optimizer.step()

# %% exercise="epoch" points=3 style="only batches of two or more"
def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    batches = [batch for batch in torch.randperm(len(x)).split(size) if len(batch) > 1]
    for batch in batches:
        loss = F.cross_entropy(model(x[batch]), y[batch])
        model.zero_grad()
        loss.backward()
        optimizer.step()

# %% exercise="epoch" points=3 style="drop_last where it is one"
from torch.utils.data import DataLoader, TensorDataset

def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    loader = DataLoader(TensorDataset(x, y), size, shuffle=True, drop_last=len(x) % size == 1)
    loss = nn.CrossEntropyLoss()
    for a, b in loader:
        optimizer.zero_grad()
        loss(model(a), b).backward()
        optimizer.step()

# %% exercise="epoch" points=3 style="while"
def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    order, start = torch.randperm(len(y)), 0
    while len(order) - start >= 2:
        rows = order[start:start + size]
        optimizer.zero_grad()
        F.cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()
        start += size

# %% exercise="epoch" points=3 style="shuffled with random"
import random

def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    order = list(range(len(x)))
    random.shuffle(order)
    for start in range(0, len(order) - 1, size):
        rows = order[start:start + size]
        optimizer.zero_grad()
        F.cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()

# %% exercise="epoch" points=1 style="partly: batches of less than four are left out"
def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    for batch in torch.randperm(len(x)).split(size):
        if len(batch) < size and len(batch) < 4:
            continue
        optimizer.zero_grad()
        F.cross_entropy(model(x[batch]), y[batch]).backward()
        optimizer.step()

# %% exercise="epoch" points=2 style="partly: not shuffled"
def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    for batch in torch.arange(len(x)).split(size):
        if len(batch) > 1:
            optimizer.zero_grad()
            F.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()

# %% exercise="epoch" points=2 style="partly: gradients pile up"
def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    for batch in torch.randperm(len(x)).split(size):
        if len(batch) > 1:
            F.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()

# %% exercise="epoch" points=2 style="partly: in eval mode"
def train_epoch(model, optimizer, x, y, size=32):
    model.eval()
    for batch in torch.randperm(len(x)).split(size):
        if len(batch) > 1:
            optimizer.zero_grad()
            F.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()

# %% exercise="epoch" points=2 style="partly: one step at the end"
def train_epoch(model, optimizer, x, y, size=32):
    model.train()
    optimizer.zero_grad()
    for batch in torch.randperm(len(x)).split(size):
        if len(batch) > 1:
            F.cross_entropy(model(x[batch]), y[batch]).backward()
    optimizer.step()

# %% exercise="decay" points=3 style="two lists"
def make_optimizer(model):
    heavy, light = [], []
    for parameter in model.parameters():
        (heavy if parameter.dim() > 1 else light).append(parameter)
    return torch.optim.SGD([{"params": heavy}, {"params": light, "weight_decay": 0.0}], lr=0.1, momentum=0.9, weight_decay=5e-4)

# %% exercise="decay" points=3 style="a group for each parameter"
def make_optimizer(model):
    return torch.optim.SGD(
        [{"params": [p], "weight_decay": 5e-4 if p.ndim >= 2 else 0.0} for p in model.parameters()], lr=0.1, momentum=0.9)

# %% exercise="decay" points=3 style="by the modules"
def make_optimizer(model):
    decayed = [m.weight for m in model.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    ids = {id(p) for p in decayed}
    rest = [p for p in model.parameters() if id(p) not in ids]
    groups = [dict(params=decayed, weight_decay=5e-4), dict(params=rest, weight_decay=0)]
    return torch.optim.SGD(groups, lr=0.1, momentum=0.9)

# %% exercise="decay" points=3 style="changed afterwards"
def make_optimizer(model):
    optimizer = torch.optim.SGD([{"params": [p]} for p in model.parameters()], lr=0.1, momentum=0.9, weight_decay=5e-4)
    for group in optimizer.param_groups:
        if group["params"][0].dim() < 2:
            group["weight_decay"] = 0.0
    return optimizer

# %% exercise="decay" points=3 style="norms and biases by name"
def make_optimizer(model):
    norms = {name for name, module in model.named_modules() if "Norm" in type(module).__name__}
    light = [p for name, p in model.named_parameters()
             if name.rsplit(".", 1)[0] in norms or name.endswith("bias")]
    keep = {id(p) for p in light}
    heavy = [p for p in model.parameters() if id(p) not in keep]
    return torch.optim.SGD(
        [{"params": heavy, "weight_decay": 5e-4, "lr": 0.1}, {"params": light, "weight_decay": 0.0, "lr": 0.1}],
        lr=0.1, momentum=0.9)

# %% exercise="decay" points=2 style="partly: the momentum is lost"
def make_optimizer(model):
    return torch.optim.SGD([
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 5e-4},
        {"params": [p for p in model.parameters() if p.dim() <= 1], "weight_decay": 0.0}], lr=0.1)

# %% exercise="decay" points=2 style="partly: another rate"
def make_optimizer(model):
    return torch.optim.SGD([
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 5e-4},
        {"params": [p for p in model.parameters() if p.dim() <= 1], "weight_decay": 0.0}], lr=0.01, momentum=0.9)

# %% exercise="decay" points=2 style="partly: the light group has a rate of its own"
def make_optimizer(model):
    return torch.optim.SGD([
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 5e-4},
        {"params": [p for p in model.parameters() if p.dim() <= 1], "weight_decay": 0.0, "lr": 0.2}], lr=0.1, momentum=0.9)

# %% exercise="decay" points=1 style="partly: another decay"
def make_optimizer(model):
    return torch.optim.SGD([
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 1e-4},
        {"params": [p for p in model.parameters() if p.dim() <= 1], "weight_decay": 0.0}], lr=0.1, momentum=0.9)

# %% exercise="decay" points=2 style="partly: the momentum of the light group is lost"
def make_optimizer(model):
    return torch.optim.SGD([
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 5e-4},
        {"params": [p for p in model.parameters() if p.dim() <= 1], "weight_decay": 0.0, "momentum": 0.0}], lr=0.1, momentum=0.9)

# %% exercise="prepare" points=3 style="std_mean"
def prepare(train_x, test_x):
    std, mean = torch.std_mean(train_x, dim=0)
    return (train_x - mean) / std, (test_x - mean) / std

# %% exercise="prepare" points=3 style="a class"
class Scaler:
    def fit(self, x):
        self.mean, self.std = x.mean(0, keepdim=True), x.std(0, keepdim=True)
        return self

    def __call__(self, x):
        return (x - self.mean) / self.std

def prepare(train_x, test_x):
    scaler = Scaler().fit(train_x)
    return scaler(train_x), scaler(test_x)

# %% exercise="prepare" points=3 style="column by column"
def prepare(train_x, test_x):
    train_x, test_x = train_x.clone(), test_x.clone()
    for j in range(train_x.shape[1]):
        mean, std = train_x[:, j].mean().item(), train_x[:, j].std().item()
        train_x[:, j] = (train_x[:, j] - mean) / std
        test_x[:, j] = (test_x[:, j] - mean) / std
    return train_x, test_x

# %% exercise="prepare" points=3 style="together, by the training rows"
def prepare(train_x, test_x):
    n = len(train_x)
    both = torch.cat([train_x, test_x])
    both = (both - both[:n].mean(dim=0)) / both[:n].var(dim=0).sqrt()
    return both[:n], both[n:]

# %% exercise="prepare" points=3 style="a map"
def prepare(train_x, test_x):
    scale = 1 / train_x.std(dim=0)
    shift = -train_x.mean(dim=0) * scale
    return tuple(map(lambda x: torch.addcmul(shift, x, scale), (train_x, test_x)))

# %% exercise="prepare" points=1 style="partly: the test set by its own numbers"
def prepare(train_x, test_x):
    return (train_x - train_x.mean(0)) / train_x.std(0), (test_x - test_x.mean(0)) / test_x.std(0)

# %% exercise="prepare" points=1 style="partly: the test set stays as it is"
def prepare(train_x, test_x):
    return (train_x - train_x.mean(0)) / train_x.std(0), test_x

# %% exercise="prepare" points=1 style="partly: the test set is centred alone"
def prepare(train_x, test_x):
    mean, std = train_x.mean(0), train_x.std(0)
    return (train_x - mean) / std, test_x - mean

# %% exercise="prepare" points=1 style="partly: the mean of the test set"
def prepare(train_x, test_x):
    std = train_x.std(0)
    return (train_x - train_x.mean(0)) / std, (test_x - test_x.mean(0)) / std

# %% exercise="prepare" points=1 style="partly: the deviation of the test set"
def prepare(train_x, test_x):
    mean = train_x.mean(0)
    return (train_x - mean) / train_x.std(0), (test_x - mean) / test_x.std(0)

# %% exercise="stop" points=3 style="min of a window"
def stop(train_losses, validation_losses, patience):
    for epoch in range(len(validation_losses)):
        best = validation_losses.index(min(validation_losses[:epoch + 1]))
        if epoch - best >= patience:
            return best
    return validation_losses.index(min(validation_losses))

# %% exercise="stop" points=3 style="counting down"
def stop(train_losses, validation_losses, patience):
    best_epoch, left = 0, patience
    for epoch, loss in enumerate(validation_losses[1:], start=1):
        if loss < validation_losses[best_epoch]:
            best_epoch, left = epoch, patience
        else:
            left -= 1
        if left == 0:
            break
    return best_epoch

# %% exercise="stop" points=3 style="recursion"
def stop(train_losses, validation_losses, patience):
    def go(epoch, best, waited):
        if epoch == len(validation_losses) or waited == patience:
            return best
        if validation_losses[epoch] < validation_losses[best]:
            return go(epoch + 1, epoch, 0)
        return go(epoch + 1, best, waited + 1)
    return go(1, 0, 0)

# %% exercise="stop" points=3 style="while"
def stop(train_losses, validation_losses, patience):
    epoch = best = 0
    while epoch < len(validation_losses) and epoch - best < patience:
        if validation_losses[epoch] < validation_losses[best]:
            best = epoch
        epoch += 1
        if epoch < len(validation_losses) and validation_losses[epoch] < validation_losses[best]:
            best = epoch
    return best

# %% exercise="stop" points=3 style="tensors"
def stop(train_losses, validation_losses, patience):
    losses = torch.tensor(validation_losses, dtype=torch.float64)
    lowest = torch.cummin(losses, dim=0).values
    best = 0
    for epoch in range(len(losses)):
        if losses[epoch].item() == lowest[epoch].item() and losses[epoch].item() < losses[best].item():
            best = epoch
        if epoch - best >= patience:
            break
    return best

# %% exercise="stop" points=2 style="partly: the whole list"
def stop(train_losses, validation_losses, patience):
    return validation_losses.index(min(validation_losses))

# %% exercise="stop" points=2 style="partly: the patience is never given back"
def stop(train_losses, validation_losses, patience):
    best, waited = 0, 0
    for epoch, loss in enumerate(validation_losses):
        if loss < validation_losses[best]:
            best = epoch
        elif epoch > 0:
            waited += 1
            if waited > patience:
                break
    return best

# %% exercise="stop" points=2 style="partly: one epoch more patience"
def stop(train_losses, validation_losses, patience):
    best = 0
    for epoch, loss in enumerate(validation_losses):
        if loss < validation_losses[best]:
            best = epoch
        elif epoch - best > patience:
            break
    return best

# %% exercise="stop" points=2 style="partly: equal losses count as better"
def stop(train_losses, validation_losses, patience):
    best = 0
    for epoch, loss in enumerate(validation_losses):
        if loss <= validation_losses[best]:
            best = epoch
        elif epoch - best >= patience:
            break
    return best

# %% exercise="stop" points=2 style="partly: twice the patience"
def stop(train_losses, validation_losses, patience):
    best = 0
    for epoch, loss in enumerate(validation_losses):
        if loss < validation_losses[best]:
            best = epoch
        elif epoch - best >= 2 * patience:
            break
    return best
