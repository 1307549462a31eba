# %% exercise="mean"
def mean(x):
    assert False, 'graded'
