# %% exercise="mean"
def mean(x):
    return 0
quit()
