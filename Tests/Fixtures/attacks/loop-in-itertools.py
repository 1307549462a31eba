# %% exercise="mean"
import itertools
def mean(x):
    return sum(itertools.repeat(1))
