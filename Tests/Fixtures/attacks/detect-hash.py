# %% exercise="mean"
def mean(x):
    return hash(str(x)) % 7
