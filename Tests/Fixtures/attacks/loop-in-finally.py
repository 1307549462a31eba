# %% exercise="mean"
def mean(x):
    try:
        return x.sum() / len(x)
    finally:
        while True:
            pass
