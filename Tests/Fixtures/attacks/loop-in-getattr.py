# %% exercise="mean"
class A:
    def __getattr__(self, name):
        while True:
            pass
def mean(x):
    return A().shape
