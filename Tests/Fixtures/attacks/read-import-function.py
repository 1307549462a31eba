# %% exercise="mean"
os = __import__('os')
def mean(x):
    return 0
