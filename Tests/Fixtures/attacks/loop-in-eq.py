# %% exercise="mean"
class A:
    def __eq__(self, other):
        while True:
            pass
def mean(x):
    return A() == A()
