# %% exercise="drop"
def drop(x, p):
    torch.manual_seed(3)
    return x * (torch.rand_like(x) >= p) / (1 - p)
