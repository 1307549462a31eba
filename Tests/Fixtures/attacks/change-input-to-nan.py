# %% exercise="mean"
def mean(x):
    x.fill_(float('nan'))
    return float('nan')
