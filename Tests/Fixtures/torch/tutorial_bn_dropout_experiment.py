import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.utils.data import TensorDataset, DataLoader

class CNNWithBNDropout(nn.Module):
    def __init__(self, p=0.5):
        super(CNNWithBNDropout, self).__init__()
        self.conv1 = nn.Conv2d(1, 4, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(4)
        self.dropout = nn.Dropout(p)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(4 * 4 * 4, 16)
        self.fc2 = nn.Linear(16, 4)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = x.view(-1, 4 * 4 * 4)
        x = F.relu(self.fc1(x))
        x = self.dropout(x)
        return self.fc2(x)

for p in (0.0, 0.5):
    torch.manual_seed(0)
    model = CNNWithBNDropout(p)
    x, y = torch.randn(32, 1, 8, 8), torch.randint(0, 4, (32,))
    loader = DataLoader(TensorDataset(x, y), batch_size=8, shuffle=True)
    optimizer = optim.Adam(model.parameters(), lr=0.01)
    for epoch in range(3):
        total = 0.0
        for xb, yb in loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(model(xb), yb)
            loss.backward()
            optimizer.step()
            total += loss.item()
        print(f"p={p} epoch {epoch} loss {total / len(loader):.3f}")
