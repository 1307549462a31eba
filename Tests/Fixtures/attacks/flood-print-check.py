# %% exercise="mean"
def mean(x):
    while True:
        print('right', flush=True)
