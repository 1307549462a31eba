# %% exercise="mean"
def mean(x):
    raise StopIteration
