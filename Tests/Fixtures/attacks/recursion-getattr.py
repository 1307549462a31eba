# %% exercise="mean"
class A:
    def __getattr__(self, n):
        return getattr(self, n + 'x')
def mean(x):
    return A().y
