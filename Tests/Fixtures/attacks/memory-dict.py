# %% exercise="mean"
d = {}
i = 0
while True:
    d[i] = str(i) * 1000
    i += 1
