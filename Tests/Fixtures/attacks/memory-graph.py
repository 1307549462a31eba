# %% exercise="mean"
def mean(x):
    y = x.clone().requires_grad_()
    while True:
        y = y * 1.0001
