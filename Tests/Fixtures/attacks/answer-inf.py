# %% exercise="mean"
def mean(x):
    return float('inf')
