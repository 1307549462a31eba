# %% exercise="shift"
class Shift(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.b = nn.Parameter(torch.zeros(size))
        self.b.register_hook(self.forever)
    def forever(self, g):
        while True:
            pass
    def forward(self, x):
        return x + self.b
