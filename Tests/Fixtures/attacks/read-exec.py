# %% exercise="mean"
exec('import os')
def mean(x):
    return 0
