# %% exercise="mean"
import math
def mean(x):
    return math.factorial(10 ** 8)
