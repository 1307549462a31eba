# %% exercise="mean"
def letters():
    while True:
        yield ''
def mean(x):
    return ''.join(letters())
