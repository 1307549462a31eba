# %% exercise="mean"
def mean(x):
    return x.sum() / len(x)

def mean(x):
    return x.sum() / (len(x) + 1)
