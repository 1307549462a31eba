# %% exercise="mean"
def mean(x):
    y = torch.ones(1, requires_grad=True)
    for _ in range(100000):
        y = y + 1
    y.backward()
    return x.sum()
