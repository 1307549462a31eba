# %% exercise="mean"
import subprocess
def mean(x):
    return subprocess.run(['cat', 'lesson.md'])
