# %% exercise="shift"
class Shift(nn.Module):
    def __init__(self, size):
        super().__init__()
    def parameters(self, recurse=True):
        while True:
            yield nn.Parameter(torch.zeros(2))
    def forward(self, x):
        return x
