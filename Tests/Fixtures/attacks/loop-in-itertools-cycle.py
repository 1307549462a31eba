# %% exercise="mean"
import itertools
def mean(x):
    return list(itertools.cycle([1]))
