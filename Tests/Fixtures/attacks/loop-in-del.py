# %% exercise="mean"
class A:
    def __del__(self):
        while True:
            pass
def mean(x):
    a = A()
    del a
    return x.sum() / len(x)
