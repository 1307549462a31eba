"""Losses of training runs from seed 0: writes training.safetensors.

Model, data, shuffling and dropout masks all come from the generator, so that nothing but the losses is kept.
Each optimizer's trajectory on a small problem is kept in float64.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

from golden import save


class CNNWithBNDropout(nn.Module):
    def __init__(self):
        super(CNNWithBNDropout, self).__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.dropout = nn.Dropout(0.5)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(32 * 14 * 14, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = x.view(-1, 32 * 14 * 14)
        x = F.relu(self.fc1(x))
        x = self.dropout(x)
        x = self.fc2(x)
        return x


out = {}


def train(name, make):
    torch.manual_seed(0)
    model = CNNWithBNDropout()
    x, y = torch.randn(256, 1, 28, 28), torch.randint(0, 10, (256,))
    loader = DataLoader(TensorDataset(x, y), batch_size=64, shuffle=True)
    optimizer = make(model.parameters())
    losses = []
    for _ in range(5):
        for images, labels in loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(model(images), labels)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    out[f"cnn/{name}"] = torch.tensor(losses, dtype=torch.float64)
    model.eval()
    with torch.no_grad():
        out[f"cnn/{name}/eval"] = model(x[:4])
    out[f"cnn/{name}/running_mean"] = model.bn1.running_mean
    out[f"cnn/{name}/running_var"] = model.bn1.running_var


train("sgd", lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, weight_decay=5e-4))
train("adam", lambda p: torch.optim.Adam(p, lr=1e-3))

O = torch.optim
for name, make in {
    "sgd": lambda p: O.SGD(p, lr=0.1),
    "sgd/momentum": lambda p: O.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
    "sgd/dampening": lambda p: O.SGD(p, lr=0.1, momentum=0.9, dampening=0.5),
    "sgd/nesterov": lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "sgd/maximize": lambda p: O.SGD(p, lr=0.01, maximize=True, weight_decay=0.1),
    "adam": lambda p: O.Adam(p, lr=0.1, weight_decay=0.01),
    "adam/amsgrad": lambda p: O.Adam(p, lr=0.1, betas=(0.8, 0.9), amsgrad=True),
    "adamw": lambda p: O.AdamW(p, lr=0.1, weight_decay=0.1),
    "nadam": lambda p: O.NAdam(p, lr=0.1),
    "nadam/decoupled": lambda p: O.NAdam(p, lr=0.1, weight_decay=0.1, decoupled_weight_decay=True),
    "rmsprop": lambda p: O.RMSprop(p, lr=0.1),
    "rmsprop/all": lambda p: O.RMSprop(p, lr=0.05, momentum=0.5, centered=True, weight_decay=0.01),
    "adagrad": lambda p: O.Adagrad(p, lr=0.5, lr_decay=0.1),
    "adadelta": lambda p: O.Adadelta(p, lr=1.0, weight_decay=0.01),
}.items():
    p = torch.tensor([1.0, -2.0, 3.0, 0.5], dtype=torch.float64, requires_grad=True)
    scale = torch.tensor([1.0, 0.5, 2.0, 3.0], dtype=torch.float64)
    optimizer = make([p])
    path = []
    for _ in range(6):
        optimizer.zero_grad()
        (scale * p**2).sum().backward()
        optimizer.step()
        path.append(p.detach().clone())
    out[f"optimizer/{name}"] = torch.stack(path)

save("training.safetensors", out)
