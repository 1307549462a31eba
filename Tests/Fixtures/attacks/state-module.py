# %% exercise="mean"
torch.helper = 5
def mean(x):
    return 0

# %% exercise="drop"
def drop(x, p):
    return x * torch.helper
