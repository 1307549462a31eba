# %% exercise="mean"
def mean(x):
    return torch.zeros(10 ** 13)
