# %% exercise="after-fc2" points=6 style="a second layer"
class CNNWithTwoDropouts(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.dropout = nn.Dropout(0.5)
        self.last = nn.Dropout(0.5)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(32 * 14 * 14, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = x.view(-1, 32 * 14 * 14)
        x = self.dropout(F.relu(self.fc1(x)))
        return self.last(self.fc2(x))

# %% exercise="after-fc2" points=6 style="inherited, one dropout"
class CNNWithTwoDropouts(CNNWithBNDropout):
    def forward(self, x):
        x = super().forward(x)
        return self.dropout(x)

# %% exercise="after-fc2" points=6 style="written by hand"
class CNNWithTwoDropouts(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.fc1 = nn.Linear(32 * 14 * 14, 128)
        self.fc2 = nn.Linear(128, 10)

    def drop(self, x):
        if not self.training:
            return x
        return x * (torch.rand_like(x) >= 0.5) * 2

    def forward(self, x):
        x = F.max_pool2d(torch.relu(self.bn1(self.conv1(x))), 2).flatten(1)
        x = self.drop(torch.relu(self.fc1(x)))
        return self.drop(self.fc2(x))

# %% exercise="after-fc2" points=6 style="body and head"
class CNNWithTwoDropouts(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(1, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2))
        self.head = nn.ModuleList([nn.Linear(6272, 128), nn.Linear(128, 10)])
        self.drops = nn.ModuleDict({"hidden": nn.Dropout(), "output": nn.Dropout()})

    def forward(self, x):
        x = self.body(x).flatten(1)
        x = self.drops["hidden"](self.head[0](x).relu())
        return self.drops["output"](self.head[1](x))

# %% exercise="after-fc2" points=6 style="wrapped"
class CNNWithTwoDropouts(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = CNNWithBNDropout()

    def forward(self, x):
        return F.dropout(self.inner(x), 0.5, self.training)

# %% exercise="after-fc2" points=2 style="partly: also in evaluation"
class CNNWithTwoDropouts(CNNWithBNDropout):
    def forward(self, x):
        return F.dropout(super().forward(x), 0.5)

# %% exercise="after-fc2" points=4 style="partly: the dropout after fc1 is gone"
class CNNWithTwoDropouts(CNNWithBNDropout):
    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x)))).flatten(1)
        return self.dropout(self.fc2(F.relu(self.fc1(x))))

# %% exercise="after-fc2" points=4 style="partly: another rate"
class CNNWithTwoDropouts(CNNWithBNDropout):
    def __init__(self):
        super().__init__()
        self.last = nn.Dropout(0.2)

    def forward(self, x):
        return self.last(super().forward(x))

# %% exercise="after-fc2" points=4 style="partly: not scaled"
class CNNWithTwoDropouts(CNNWithBNDropout):
    def forward(self, x):
        x = super().forward(x)
        return x * (torch.rand_like(x) >= 0.5) if self.training else x

# %% exercise="after-fc2" points=4 style="partly: dropped before fc1 as well"
class CNNWithTwoDropouts(CNNWithBNDropout):
    def forward(self, x):
        x = self.pool(F.relu(self.bn1(self.conv1(x)))).flatten(1)
        x = self.fc2(self.dropout(F.relu(self.fc1(self.dropout(x)))))
        return self.dropout(x)

# %% exercise="conclusion" points=3 style="one by one"
conclusion = {}
conclusion["test accuracy"] = "lowers"
conclusion["test loss"] = "raises"
conclusion["confidence"] = "lowers"

# %% exercise="conclusion" points=3 style="dict of words"
conclusion = dict([("confidence", "lowers"), ("test loss", "raises"), ("test accuracy", "lowers")])

# %% exercise="conclusion" points=3 style="words by name"
up, down = "raises", "lowers"
conclusion = {"test accuracy": down, "test loss": up, "confidence": down}

# %% exercise="conclusion" points=3 style="capitals and spaces"
conclusion = {"test accuracy": " Lowers", "test loss": "RAISES ", "confidence": "lowers\n"}

# %% exercise="conclusion" points=3 style="a comprehension"
conclusion = {
    name: "raises" if "loss" in name else "lowers" for name in ["test accuracy", "test loss", "confidence"]}

# %% exercise="conclusion" points=2 style="partly: two of three, the accuracy"
conclusion = {"test accuracy": "no clear difference", "test loss": "raises", "confidence": "lowers"}

# %% exercise="conclusion" points=2 style="partly: two of three, the loss"
conclusion = {"test accuracy": "lowers", "test loss": "lowers", "confidence": "lowers"}

# %% exercise="conclusion" points=2 style="partly: two of three, the confidence"
conclusion = {"test accuracy": "lowers", "test loss": "raises", "confidence": "raises"}

# %% exercise="conclusion" points=2 style="partly: one is left out"
conclusion = {"test accuracy": "lowers", "test loss": "raises"}

# %% exercise="conclusion" points=0 style="partly: in words of one's own"
conclusion = {"test accuracy": "it lowers it", "test loss": "it raises it", "confidence": "it lowers it"}
