# %% exercise="mean"
class E(Exception):
    def __str__(self):
        return 5
def mean(x):
    raise E()
