# %% exercise="mean"
import warnings
warnings.showwarning = lambda *a: None
def mean(x):
    return 0
