# %% exercise="mean"
def mean(x):
    raise AttributeError('student')
