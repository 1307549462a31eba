# %% exercise="mean"
text = open('lesson.md').read()
def mean(x):
    return x.sum()
