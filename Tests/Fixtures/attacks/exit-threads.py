# %% exercise="mean"
import threading
def mean(x):
    threading.Thread(target=lambda: 1).start()
