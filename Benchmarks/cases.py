# What is timed, written once for CNNLab and for PyTorch. compare.py runs it under both, with THREADS, GROUP,
# SECONDS, COMPILE and CLOCK set in a line before. Each case prints its answer, so that the two can be compared
# before the times are, and then the times of its runs in milliseconds:
#     case NAME | ANSWER ... | TIME TIME ...
import time

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

torch.set_num_threads(THREADS)
# The processor's time tells more than the clock on the wall where a machine has other work to do.
clock = time.process_time if CLOCK == "cpu" else time.perf_counter


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


def deeper(channels):
    return nn.Sequential(
        nn.Conv2d(channels, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(),
        nn.Conv2d(32, 64, 3, padding=1), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2),
        nn.Dropout2d(0.2),
        nn.Conv2d(64, 128, 3, padding=1), nn.BatchNorm2d(128), nn.ReLU(),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(128, 10))


def mlp():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(784, 512), nn.BatchNorm1d(512), nn.ReLU(), nn.Dropout(0.5),
        nn.Linear(512, 512), nn.BatchNorm1d(512), nn.ReLU(), nn.Dropout(0.5), nn.Linear(512, 10))


def sgd(parameters):
    return torch.optim.SGD(parameters, lr=0.01, momentum=0.9, weight_decay=5e-4)


def adam(parameters):
    return torch.optim.Adam(parameters, lr=1e-3)


def timed(name, answer, body, inner=1):
    # Runs for SECONDS, at least five times.
    times = []
    end = time.perf_counter() + SECONDS
    while len(times) < 5 or (time.perf_counter() < end and len(times) < 1000):
        start = clock()
        for _ in range(inner):
            body()
        times.append((clock() - start) * 1000 / inner)
    print("case", name, "|", " ".join(f"{a:.6g}" for a in answer), "|",
          " ".join(f"{t:.5f}" for t in times))


def training(name, make, optimizer, shape):
    torch.manual_seed(0)
    images = torch.rand(*shape)
    labels = torch.randint(0, 10, (shape[0],))
    model = make()
    run = torch.compile(model) if COMPILE else model
    update = optimizer(model.parameters())

    def step():
        update.zero_grad()
        loss = F.cross_entropy(run(images), labels)
        loss.backward()
        update.step()
        return loss

    first = [step().item() for _ in range(3)]
    timed(name, first, step)


def evaluation(name, make, shape):
    torch.manual_seed(0)
    images = torch.rand(*shape)
    model = make()
    model.eval()
    with torch.no_grad():
        answer = model(images)
        timed(name, [answer.sum().item(), answer.abs().max().item()], lambda: model(images))


def steps():
    for batch in [64, 256]:
        shape = (batch, 1, 28, 28)
        training(f"CNN, SGD, batch {batch}", CNNWithBNDropout, sgd, shape)
        training(f"CNN, Adam, batch {batch}", CNNWithBNDropout, adam, shape)


def networks():
    training("deeper CNN 28x28, SGD, batch 64", lambda: deeper(1), sgd, (64, 1, 28, 28))
    training("deeper CNN 3x32x32, SGD, batch 64", lambda: deeper(3), sgd, (64, 3, 32, 32))
    training("MLP, SGD, batch 64", mlp, sgd, (64, 1, 28, 28))
    training("MLP, Adam, batch 64", mlp, adam, (64, 1, 28, 28))


def evaluations():
    for batch in [1, 64, 1000]:
        evaluation(f"CNN, evaluation, batch {batch}", CNNWithBNDropout, (batch, 1, 28, 28))
        evaluation(f"deeper CNN, evaluation, batch {batch}", lambda: deeper(1), (batch, 1, 28, 28))


def small():
    torch.manual_seed(0)
    for n in [8, 4096]:
        x = torch.rand(n) + 0.5
        y = torch.rand(n) + 0.5
        m = x.view(-1, 8)
        w = torch.rand(8, 8)
        planes = x.view(1, 2, 2, -1)
        labels = torch.zeros(m.size(0), dtype=torch.int64)
        cases = {
            "x + y": lambda: x + y, "x - y": lambda: x - y, "x * y": lambda: x * y,
            "x / y": lambda: x / y, "x + 1": lambda: x + 1, "x * 2.0": lambda: x * 2.0,
            "x ** 2": lambda: x ** 2, "-x": lambda: -x, "x.exp()": lambda: x.exp(),
            "x.log()": lambda: x.log(), "x.sqrt()": lambda: x.sqrt(), "x.abs()": lambda: x.abs(),
            "x.tanh()": lambda: x.tanh(), "torch.sigmoid(x)": lambda: torch.sigmoid(x),
            "F.relu(x)": lambda: F.relu(x), "F.softmax": lambda: F.softmax(m, dim=1),
            "F.log_softmax": lambda: F.log_softmax(m, dim=1), "x > 1": lambda: x > 1,
            "x.sum()": lambda: x.sum(), "x.mean()": lambda: x.mean(), "x.std()": lambda: x.std(),
            "x.max()": lambda: x.max(), "x.argmax()": lambda: x.argmax(),
            "m.sum(0)": lambda: m.sum(0), "m.mean(1)": lambda: m.mean(1), "m @ w": lambda: m @ w,
            "m.t()": lambda: m.t(), "x.view": lambda: x.view(2, -1),
            "x.reshape": lambda: x.reshape(-1, 4), "x.clone()": lambda: x.clone(),
            "x[2:6]": lambda: x[2:6], "m[0]": lambda: m[0], "torch.cat": lambda: torch.cat([x, y]),
            "torch.stack": lambda: torch.stack([x, y]),
            "torch.where": lambda: torch.where(x > y, x, y), "x.clamp": lambda: x.clamp(0.6, 1.2),
            "torch.zeros": lambda: torch.zeros(n), "F.linear": lambda: F.linear(m, w),
            "F.max_pool2d": lambda: F.max_pool2d(planes, 2),
            "F.cross_entropy": lambda: F.cross_entropy(m, labels),
        }
        for name, body in cases.items():
            result = body()
            timed(f"{name}, {n}", [result.sum().item()], body, 200 if n == 8 else 50)
        xg = x.clone().requires_grad_()
        wg = w.clone().requires_grad_()
        mg = m.clone().requires_grad_()
        backward = {
            "x * y": lambda: (xg * y).sum(), "x ** 2": lambda: (xg ** 2).sum(),
            "exp": lambda: xg.exp().sum(), "relu": lambda: F.relu(xg).sum(),
            "sigmoid": lambda: torch.sigmoid(xg).sum(), "tanh": lambda: xg.tanh().sum(),
            "mean": lambda: xg.mean(), "m @ w": lambda: (m @ wg).sum(),
            "softmax": lambda: (F.softmax(mg, dim=1) * m).sum(),
            "cross_entropy": lambda: F.cross_entropy(mg, labels),
            "linear, relu": lambda: F.relu(F.linear(mg, wg)).sum(),
        }
        for name, body in backward.items():
            leaves = [xg, wg, mg]

            def run():
                for leaf in leaves:
                    leaf.grad = None
                body().backward()

            run()
            total = sum(leaf.grad.sum().item() for leaf in leaves if leaf.grad is not None)
            timed(f"{name} and backward, {n}", [total], run, 100 if n == 8 else 25)


def loader():
    torch.manual_seed(0)
    data = TensorDataset(torch.rand(60000, 1, 28, 28), torch.randint(0, 10, (60000,)))
    batches = DataLoader(data, batch_size=64, shuffle=True)

    def epoch():
        total = 0
        for images, labels in batches:
            total += images.size(0)
        return total

    timed("DataLoader, 60,000 images", [epoch()], epoch)


def soak():
    # Ten thousand steps; compare.py watches the memory (`--groups soak`).
    torch.manual_seed(0)
    images = torch.rand(16, 1, 28, 28)
    labels = torch.randint(0, 10, (16,))
    model = CNNWithBNDropout()
    update = sgd(model.parameters())
    for step in range(10000):
        update.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        update.step()
        if step in (99, 9999):
            print("steps", step + 1, flush=True)


{"steps": steps, "networks": networks, "evaluations": evaluations, "small": small,
 "loader": loader, "soak": soak}[GROUP]()
