# %% exercise="mean"
import lab
def mean(x):
    while True:
        print('.', end='')
