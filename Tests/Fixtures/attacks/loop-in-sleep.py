# %% exercise="mean"
import time
def mean(x):
    time.sleep(100000)
    return x.sum() / len(x)
