# %% exercise="mean"
a = []
while True:
    a.append([0] * 1000000)

# %% exercise="drop"
def drop(x, p):
    return x * (torch.rand_like(x) >= p) / (1 - p)
