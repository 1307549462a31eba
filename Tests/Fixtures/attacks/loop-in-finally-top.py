# %% exercise="mean"
try:
    while True:
        pass
finally:
    def mean(x):
        return x.sum() / len(x)
    while True:
        pass
