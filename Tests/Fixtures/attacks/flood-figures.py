# %% exercise="mean"
import matplotlib.pyplot as plt
def mean(x):
    while True:
        plt.plot([1, 2])
        plt.show()
