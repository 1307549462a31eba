# %% exercise="recipe" points=3 style="BatchNorm, Adam"
def recipe(steps):
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Dropout(0.3), nn.Linear(32 * 7 * 7, 10))
    return model, torch.optim.Adam(model.parameters(), lr=3e-3), None

# %% exercise="recipe" points=3 style="one cycle, shifted in the model"
class Shifted(nn.Sequential):
    def forward(self, x):
        if self.training:
            x = torch.roll(x, torch.randint(-2, 3, (2,)).tolist(), (2, 3))
        return super().forward(x)

def recipe(steps):
    def block(a, b):
        return [nn.Conv2d(a, b, 3, padding=1, bias=False), nn.BatchNorm2d(b), nn.ReLU(), nn.MaxPool2d(2)]
    model = Shifted(*block(1, 16), *block(16, 32), nn.Flatten(), nn.Dropout(0.3), nn.Linear(32 * 49, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.01, total_steps=steps)
    return model, optimizer, scheduler

# %% exercise="recipe" points=3 style="a class, shifted digits"
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 5, padding=2)
        self.bn1 = nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 24, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(24)
        self.fc = nn.Linear(24 * 49, 10)

    def forward(self, x):
        if self.training:
            x = torch.roll(x, torch.randint(-1, 2, (2,)).tolist(), (2, 3))
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 2)
        x = F.max_pool2d(F.relu(self.bn2(self.conv2(x))), 2)
        return self.fc(F.dropout(x.flatten(1), 0.25, self.training))

def recipe(steps):
    net = Net()
    return net, torch.optim.AdamW(net.parameters(), lr=5e-3, weight_decay=1e-2), None

# %% exercise="recipe" points=3 style="moved by padding and cutting"
class Jitter(nn.Module):
    def forward(self, x):
        if self.training:
            top, left = torch.randint(0, 5, (2,)).tolist()
            x = F.pad(x, (2, 2, 2, 2))[:, :, top:top + 28, left:left + 28]
        return x

def recipe(steps):
    model = nn.Sequential(
        Jitter(), nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Dropout(0.2), nn.Linear(32 * 49, 10))
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    return model, optimizer, torch.optim.lr_scheduler.StepLR(optimizer, step_size=60, gamma=0.3)

# %% exercise="recipe" points=3 style="wider, with a hidden layer"
def recipe(steps):
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(16 * 49, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(0.3), nn.Linear(64, 10))
    return model, torch.optim.Adam(model.parameters(), lr=5e-3), None

# %% exercise="recipe" points=1 style="partly: only linear layers, Adam"
def recipe(steps):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))
    return model, torch.optim.Adam(model.parameters(), lr=3e-3), None

# %% exercise="recipe" points=1 style="partly: softmax regression"
def recipe(steps):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    return model, torch.optim.Adam(model.parameters(), lr=5e-3), None

# %% exercise="recipe" points=1 style="partly: linear layers with BatchNorm"
def recipe(steps):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 10))
    return model, torch.optim.Adam(model.parameters(), lr=3e-3), None

# %% exercise="recipe" points=1 style="partly: SGD with momentum"
def recipe(steps):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))
    return model, torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9), None

# %% exercise="recipe" points=1 style="partly: much dropout on linear layers"
def recipe(steps):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10))
    return model, torch.optim.Adam(model.parameters(), lr=3e-3), None
