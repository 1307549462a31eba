# %% exercise="mean"
def mean(x, y=[i for i in iter(int, 1)]):
    return x
