# %% exercise="mean"
class A:
    def __hash__(self):
        while True:
            pass
def mean(x):
    return {A(): 1}
