# %% exercise="mean"
def mean(x):
    return str(3 ** 10 ** 7)
