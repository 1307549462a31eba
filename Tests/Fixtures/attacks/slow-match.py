# %% exercise="mean"
def mean(x):
    return ('a' * 10 ** 6 + 'b').count('a' * 5 * 10 ** 5 + 'c')
