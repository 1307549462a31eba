# %% exercise="shift"
class Shift(nn.Module):
    def __init__(self, size):
        super().__init__()
        torch.set_grad_enabled(False)
        self.b = nn.Parameter(torch.zeros(size))
    def forward(self, x):
        return x * 1
