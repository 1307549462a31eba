# %% exercise="mean"
mean = 3.0
