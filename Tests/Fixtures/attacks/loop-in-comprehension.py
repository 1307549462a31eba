# %% exercise="mean"
def mean(x):
    return [a for a in iter(lambda: 1, 2)]
