# %% exercise="mean"
class A:
    def __repr__(self):
        while True:
            pass
def mean(x):
    return x.sum()
A()
