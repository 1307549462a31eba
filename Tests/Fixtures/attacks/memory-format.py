# %% exercise="mean"
def mean(x):
    return f'{1:>9999999999999}'
