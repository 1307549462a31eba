# One training step of the tutorial's CNN, timed. Runs as it stands in CNNLab
# (cnnlab run Benchmarks/train_step.py) and in PyTorch (python3 Benchmarks/train_step.py), and
# prints the loss after the warm-up, so that the two answers can be compared before the times are.
import statistics
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

BATCH = 64
WARM_UP = 10
STEPS = 60


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


def measure(name, make_optimizer):
    torch.manual_seed(0)
    images = torch.rand(BATCH, 1, 28, 28)
    labels = torch.randint(0, 10, (BATCH,))
    model = CNNWithBNDropout()
    optimizer = make_optimizer(model.parameters())
    times = []
    for step in range(WARM_UP + STEPS):
        start = time.perf_counter()
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        times.append(time.perf_counter() - start)
        if step == WARM_UP - 1:
            answer = loss.item()
    times = sorted(1000 * t for t in times[WARM_UP:])
    median = statistics.median(times)
    print(f"{name}: loss {answer:.4f}, median {median:.2f} ms, best {times[0]:.2f} ms")


torch.set_num_threads(2)
measure("sgd", lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.9, weight_decay=5e-4))
measure("adam", lambda p: torch.optim.Adam(p, lr=1e-3))
