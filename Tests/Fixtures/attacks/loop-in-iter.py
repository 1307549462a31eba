# %% exercise="mean"
class A:
    def __iter__(self):
        while True:
            pass
def mean(x):
    return list(A())
