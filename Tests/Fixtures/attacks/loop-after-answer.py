# %% exercise="mean"
def mean(x):
    return x.sum() / len(x)
n = 0
while True:
    n += 1
