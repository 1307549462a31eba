# %% exercise="mean"
def mean(x):
    return torch.load('lesson.md')
