# %% exercise="mean"
def mean(x):
    raise MemoryError('no memory')
