# %% exercise="mean"
class CheckFailed(Exception):
    pass
def mean(x):
    raise CheckFailed('all is right')
