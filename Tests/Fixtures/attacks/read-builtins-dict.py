# %% exercise="mean"
def mean(x):
    return __builtins__['__import__']('os')
