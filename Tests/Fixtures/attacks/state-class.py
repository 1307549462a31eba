# %% exercise="mean"
nn.Module.secret = 2
def mean(x):
    return 0

# %% exercise="drop"
def drop(x, p):
    return x * nn.Module.secret
