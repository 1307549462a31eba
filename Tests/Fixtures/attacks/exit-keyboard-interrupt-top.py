# %% exercise="mean"
raise KeyboardInterrupt()
