# %% exercise="mean"
import itertools
def mean(x):
    return max(itertools.count())
