# Test accuracy of the course's CNN after 3 epochs, batch 64, Adam with learning rate 0.001, for 3 seeds.
# Runs as it stands in CNNLab and in PyTorch, so that the two can be held beside each other:
#
#     cnnlab run Benchmarks/accuracy.py
#     PYTHONPATH=python python3 Benchmarks/accuracy.py
#
# The data set is the one that DATASET names: the digits that ship, or any that `cnnlab data import` made.
import statistics

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader

import lab

DATASET = "mnist"


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


def accuracy(seed):
    torch.manual_seed(seed)
    train, test = lab.load(DATASET)
    loader = DataLoader(train, batch_size=64, shuffle=True)
    model = CNNWithBNDropout()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    for epoch in range(3):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            F.cross_entropy(model(x), y).backward()
            optimizer.step()
    model.eval()
    correct = 0
    with torch.no_grad():
        for x, y in DataLoader(test, batch_size=250):
            correct += (model(x).argmax(dim=1) == y).sum().item()
    return correct / len(test)


torch.set_num_threads(2)
found = [accuracy(seed) for seed in range(3)]
print(f"{DATASET}: " + ", ".join(f"{a:.4f}" for a in found) + f"; mean {statistics.mean(found):.4f}")
