# %% exercise="mean"
def mean(x):
    raise ValueError('x' * 50000000)
