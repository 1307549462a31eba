# %% exercise="mean"
def mean(x):
    return torch.empty(0)
