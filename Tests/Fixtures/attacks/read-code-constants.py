# %% exercise="mean"
def mean(x):
    return mean.__code__.co_consts
