# %% exercise="mean"
def mean(x):
    return True
