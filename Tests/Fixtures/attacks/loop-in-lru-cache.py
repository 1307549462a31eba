# %% exercise="mean"
import functools
@functools.lru_cache
def f(n):
    return f(n + 1)
def mean(x):
    while True:
        try:
            f(0)
        except RecursionError:
            f.cache_clear()
