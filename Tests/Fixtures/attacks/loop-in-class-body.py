# %% exercise="mean"
class A:
    while True:
        pass
def mean(x):
    return x
