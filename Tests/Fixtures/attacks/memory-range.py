# %% exercise="mean"
def mean(x):
    return list(range(10 ** 12))
