# %% exercise="mean"
_results = [1]
_ = None
[1]
def mean(x):
    return 0.5
