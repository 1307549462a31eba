# %% exercise="mean"
def mean(x):
    return float(input())
