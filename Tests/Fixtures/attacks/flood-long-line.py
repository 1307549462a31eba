# %% exercise="mean"
def mean(x):
    print('x' * 100000000)
    return x.sum() / len(x)
