# %% exercise="mean"
def mean(x):
    a = []
    while True:
        a.append([0] * 1000000)
