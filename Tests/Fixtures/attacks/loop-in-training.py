# %% exercise="mean"
def mean(x):
    w = torch.zeros(64, 64, requires_grad=True)
    o = torch.optim.SGD([w], 0.1)
    while True:
        (w @ w).sum().backward()
        o.step()
