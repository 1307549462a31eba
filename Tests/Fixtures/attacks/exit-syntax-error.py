# %% exercise="mean"
def mean(x)
    return x
