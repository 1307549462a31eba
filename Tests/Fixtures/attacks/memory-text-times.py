# %% exercise="mean"
def mean(x):
    return 'x' * 10 ** 13
