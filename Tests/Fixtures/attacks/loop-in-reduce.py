# %% exercise="mean"
import functools, itertools
def mean(x):
    return functools.reduce(lambda a, b: 0, itertools.count())
