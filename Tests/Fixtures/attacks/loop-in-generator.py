# %% exercise="mean"
def gen():
    while True:
        yield 1
def mean(x):
    return sum(gen())
