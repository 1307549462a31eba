# %% exercise="mean"
def mean(x):
    while True:
        pass
