# %% exercise="mean"
def mean(x):
    return bytes(10 ** 13)
