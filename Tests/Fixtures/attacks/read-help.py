# %% exercise="mean"
def mean(x):
    help('modules')
    return 0
