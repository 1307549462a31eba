# %% exercise="mean"
a = []
for _ in range(200000):
    a = [a]
def mean(x):
    return str(a)
