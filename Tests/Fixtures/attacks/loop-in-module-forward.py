# %% exercise="shift"
class Shift(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.b = nn.Parameter(torch.zeros(size))
    def forward(self, x):
        while True:
            x = x + self.b
