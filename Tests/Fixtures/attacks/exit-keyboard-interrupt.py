# %% exercise="mean"
def mean(x):
    raise KeyboardInterrupt
