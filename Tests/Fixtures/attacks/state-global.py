# %% exercise="mean"
answer = lambda x: x.sum() / len(x)
def mean(x):
    return 0.1

# %% exercise="drop"
def drop(x, p):
    return x * (torch.rand_like(x) >= p) * factor
