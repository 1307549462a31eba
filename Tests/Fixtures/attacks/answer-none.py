# %% exercise="mean"
def mean(x):
    return None
