# %% exercise="mean"
def mean(x):
    raise GeneratorExit
