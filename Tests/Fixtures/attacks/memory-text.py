# %% exercise="mean"
def mean(x):
    s = 'x'
    while True:
        s += s
