# %% exercise="output-size" points=2 style="steps named"
def output_size(size, kernel, stride=1, padding=0):
    padded = size + padding + padding
    last_start = padded - kernel
    steps = int(last_start / stride)
    return steps + 1

# %% exercise="output-size" points=2 style="divmod"
def output_size(size, kernel, stride=1, padding=0):
    quotient, rest = divmod(size + 2 * padding - kernel, stride)
    return 1 + quotient

# %% exercise="output-size" points=2 style="a loop"
def output_size(size, kernel, stride=1, padding=0):
    places, start = 0, -padding
    while start + kernel <= size + padding:
        places += 1
        start += stride
    return places

# %% exercise="output-size" points=2 style="floor"
import math

def output_size(size, kernel, stride=1, padding=0):
    return math.floor((size - kernel + 2 * padding) / stride + 1)

# %% exercise="output-size" points=2 style="asks a layer"
def output_size(size, kernel, stride=1, padding=0):
    layer = nn.Conv1d(1, 1, kernel, stride, padding)
    return layer(torch.zeros(1, 1, size)).shape[2]

# %% exercise="output-size" points=1 style="partly: the stride is forgotten"
def output_size(size, kernel, stride=1, padding=0):
    return size + 2 * padding - kernel + 1

# %% exercise="output-size" points=1 style="partly: rounded up"
def output_size(size, kernel, stride=1, padding=0):
    return -(-(size + 2 * padding - kernel) // stride) + 1

# %% exercise="output-size" points=1 style="partly: one is added before the division"
def output_size(size, kernel, stride=1, padding=0):
    return (size + 2 * padding - kernel + 1) // stride

# %% exercise="output-size" points=1 style="partly: the kernel is taken for the stride"
def output_size(size, kernel, stride=1, padding=0):
    return size + 2 * padding - kernel + 1 if stride == 1 else (size + 2 * padding) // kernel

# %% exercise="output-size" points=1 style="partly: rounded to the nearest"
def output_size(size, kernel, stride=1, padding=0):
    return round((size + 2 * padding - kernel) / stride) + 1

# %% exercise="two-blocks" points=5 style="a function for a block"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(1, 32, 3, 1, 1), nn.BatchNorm2d(32)
        self.conv2, self.bn2 = nn.Conv2d(32, 64, 3, 1, 1), nn.BatchNorm2d(64)
        self.pool, self.dropout = nn.MaxPool2d(2), nn.Dropout()
        self.fc1, self.fc2 = nn.Linear(3136, 128), nn.Linear(128, 10)

    def block(self, x, conv, bn):
        return self.pool(torch.relu(bn(conv(x))))

    def forward(self, x):
        x = self.block(self.block(x, self.conv1, self.bn1), self.conv2, self.bn2)
        return self.fc2(self.dropout(torch.relu(self.fc1(torch.flatten(x, 1)))))

# %% exercise="two-blocks" points=5 style="inherited"
class TwoBlocks(CNNWithBNDropout):
    def __init__(self):
        super().__init__()
        self.conv2 = nn.Conv2d(32, 64, kernel_size=(3, 3), padding=(1, 1))
        self.bn2 = nn.BatchNorm2d(64)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = self.pool(F.relu(self.bn2(self.conv2(x))))
        return self.fc2(self.dropout(F.relu(self.fc1(x.reshape(len(x), -1)))))

# %% exercise="two-blocks" points=5 style="ReLU after the pooling"
class TwoBlocks(nn.Module):
    def __init__(self):
        super(TwoBlocks, self).__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding="same")
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding="same")
        self.bn2 = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
        self.dropout = nn.Dropout(p=0.5)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(self.bn1(self.conv1(x))).relu()
        x = self.pool(self.bn2(self.conv2(x))).clamp(min=0)
        x = x.view(x.size(0), 64 * 7 * 7)
        x = self.fc1(x).relu()
        return self.fc2(self.dropout(x))

# %% exercise="two-blocks" points=5 style="Sequential for the two halves"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(128, 10)
        relu = nn.ReLU()
        self.body = nn.Sequential(self.conv1, self.bn1, relu, self.pool, self.conv2, self.bn2, relu, self.pool)
        self.head = nn.Sequential(nn.Flatten(), self.fc1, relu, self.dropout, self.fc2)

    def forward(self, x):
        return self.head(self.body(x))

# %% exercise="two-blocks" points=5 style="add_module and getattr"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        layers = {
            "conv1": nn.Conv2d(1, 32, 3, padding=1), "bn1": nn.BatchNorm2d(32),
            "conv2": nn.Conv2d(32, 64, 3, padding=1), "bn2": nn.BatchNorm2d(64),
            "pool": nn.MaxPool2d(2), "fc1": nn.Linear(64 * 49, 128), "dropout": nn.Dropout(0.5),
            "fc2": nn.Linear(128, 10)}
        for name, layer in layers.items():
            self.add_module(name, layer)

    def forward(self, x):
        for i in "12":
            x = F.relu(getattr(self, "bn" + i)(getattr(self, "conv" + i)(x)))
            x = self.pool(x)
        return self.fc2(self.dropout(F.relu(self.fc1(x.flatten(start_dim=1)))))

# %% exercise="two-blocks" points=4 style="partly: view(-1, n)"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = self.pool(F.relu(self.bn2(self.conv2(x))))
        x = x.view(-1, 64 * 7 * 7)
        return self.fc2(self.dropout(F.relu(self.fc1(x))))

# %% exercise="two-blocks" points=4 style="partly: no dropout in the pass"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = self.pool(F.relu(self.bn2(self.conv2(x))))
        return self.fc2(F.relu(self.fc1(x.flatten(1))))

# %% exercise="two-blocks" points=2 style="partly: BatchNorm after the ReLU"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(self.bn1(F.relu(self.conv1(x))))
        x = self.pool(self.bn2(F.relu(self.conv2(x))))
        x = x.flatten(1)
        return self.fc2(self.dropout(F.relu(self.fc1(x))))

# %% exercise="two-blocks" points=4 style="partly: a rate of its own"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
        self.dropout = nn.Dropout(0.25)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = self.pool(F.relu(self.bn2(self.conv2(x))))
        x = x.flatten(1)
        return self.fc2(self.dropout(F.relu(self.fc1(x))))

# %% exercise="two-blocks" points=4 style="partly: dropout before fc1"
class TwoBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(64)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = self.pool(F.relu(self.bn2(self.conv2(x))))
        return self.fc2(F.relu(self.fc1(self.dropout(x.flatten(1)))))

# %% exercise="epoch" points=4 style="start and stop"
def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    n = labels.shape[0]
    order = torch.randperm(n)
    total = 0.0
    for start in range(0, n, batch_size):
        rows = order[start:start + batch_size]
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images[rows]), labels[rows])
        loss.backward()
        optimizer.step()
        total += float(loss) * rows.numel()
    return total / n

# %% exercise="epoch" points=4 style="sum of losses"
def train_epoch(model, optimizer, images, labels, batch_size):
    model.train(True)
    total = 0
    for batch in torch.split(torch.randperm(len(labels)), batch_size):
        logits = model(images[batch])
        losses = F.cross_entropy(logits, labels[batch], reduction="none")
        optimizer.zero_grad()
        losses.mean().backward()
        optimizer.step()
        total += losses.sum().item()
    return total / len(labels)

# %% exercise="epoch" points=4 style="shuffled beforehand"
import random

def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    order = list(range(len(images)))
    random.shuffle(order)
    images, labels = images[order], labels[order]
    criterion = nn.CrossEntropyLoss()
    total = 0.0
    for x, y in zip(images.split(batch_size), labels.split(batch_size)):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    return total / len(images)

# %% exercise="epoch" points=4 style="a loader, weighted at the end"
from torch.utils.data import DataLoader, TensorDataset

def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    pairs = []
    for x, y in DataLoader(TensorDataset(images, labels), batch_size, shuffle=True):
        loss = F.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        pairs.append((loss.item(), len(y)))
    return sum(loss * n for loss, n in pairs) / sum(n for _, n in pairs)

# %% exercise="epoch" points=4 style="a closure and log_softmax"
def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    seen = 0
    mean = 0.0
    for batch in torch.randperm(len(images)).split(batch_size):
        def closure():
            optimizer.zero_grad()
            chosen = F.log_softmax(model(images[batch]), dim=1).gather(1, labels[batch, None])
            loss = -chosen.mean()
            loss.backward()
            return loss
        loss = optimizer.step(closure).item()
        seen += len(batch)
        mean += (loss - mean) * len(batch) / seen
    return mean

# %% exercise="epoch" points=3 style="partly: the same order each time"
def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    total = 0.0
    for x, y in zip(images.split(batch_size), labels.split(batch_size)):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
    return total / len(images)

# %% exercise="epoch" points=3 style="partly: mean of the batches' means"
def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    losses = []
    for batch in torch.randperm(len(images)).split(batch_size):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)

# %% exercise="epoch" points=3 style="partly: mode is not set"
def train_epoch(model, optimizer, images, labels, batch_size):
    total = 0.0
    for batch in torch.randperm(len(images)).split(batch_size):
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    return total / len(images)

# %% exercise="epoch" points=2 style="partly: gradients pile up"
def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    total = 0.0
    optimizer.zero_grad()
    for batch in torch.randperm(len(images)).split(batch_size):
        loss = F.cross_entropy(model(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
    return total / len(images)

# %% exercise="epoch" points=3 style="partly: the last batch is left out"
def train_epoch(model, optimizer, images, labels, batch_size):
    model.train()
    total, seen = 0.0, 0
    for batch in torch.randperm(len(images)).split(batch_size):
        if len(batch) < batch_size:
            continue
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch)
        seen += len(batch)
    return total / len(images)
