# %% exercise="mean"
def key(a):
    while True:
        pass
def mean(x):
    return sorted([2, 1], key=key)
