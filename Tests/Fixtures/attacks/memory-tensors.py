# %% exercise="mean"
kept = []
while True:
    kept.append(torch.ones(4000000))
