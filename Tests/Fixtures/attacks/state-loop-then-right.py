# %% exercise="mean"
while True:
    pass

# %% exercise="drop"
def drop(x, p):
    return x * (torch.rand_like(x) >= p) / (1 - p)
