# %% exercise="mean"
def mean(x):
    total = 0.0
    for value in x:
        total = total + value
    return total / x.numel()

# %% exercise="shift"
class Shift(torch.nn.Module):
    def __init__(self, size):
        super(Shift, self).__init__()
        self.register_parameter('bias', nn.Parameter(torch.randn(size)))

    def forward(self, x):
        return torch.add(x, self.bias)

# %% exercise="drop"
def drop(x, p):
    y = torch.empty_like(x)
    for i in range(len(x)):
        y[i] = 0.0 if torch.rand(1).item() < p else x[i] / (1 - p)
    return y

# %% [markdown] answer="axis"
# 1
