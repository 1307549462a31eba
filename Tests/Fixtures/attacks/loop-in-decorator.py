# %% exercise="mean"
def deco(f):
    while True:
        pass

@deco
def mean(x):
    return x.sum() / len(x)
