# %% exercise="mean"
a = []
a.append(a)
b = []
b.append(b)
def mean(x):
    return a == b
