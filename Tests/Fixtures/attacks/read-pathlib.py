# %% exercise="mean"
from pathlib import Path
def mean(x):
    return Path('.')
