# %% exercise="mean"
mean = torch.mean

# %% exercise="shift"
def make(size):
    return size

class Shift(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weights = nn.ParameterList([nn.Parameter(torch.ones(make(size)))])

    def forward(self, x):
        for w in self.weights:
            x = x + w
        return x

# %% exercise="drop"
import torch.nn.functional as F

def drop(x, p):
    return F.dropout(x, p, training=True)

# %% [markdown] answer="axis"
# 1
