# %% exercise="mean"
def mean(x):
    raise SyntaxError('bad', ('f', 1, 1, 'x'))
