# %% exercise="mean"
class A:
    def __format__(self, spec):
        while True:
            pass
def mean(x):
    return f'{A()}'
