# %% exercise="mean"
kept = None
for _ in range(500000):
    kept = (kept,)
def mean(x):
    return x.sum()
