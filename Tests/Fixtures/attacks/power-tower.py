# %% exercise="mean"
def mean(x):
    return 9 ** 9 ** 9 ** 9
