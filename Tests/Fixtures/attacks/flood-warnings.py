# %% exercise="mean"
import warnings
def mean(x):
    i = 0
    while True:
        warnings.warn(str(i))
        i += 1
