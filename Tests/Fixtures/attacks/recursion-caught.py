# %% exercise="mean"
def mean(x):
    try:
        return mean(x)
    except RecursionError:
        return mean(x)
