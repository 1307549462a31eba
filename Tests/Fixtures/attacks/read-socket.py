# %% exercise="mean"
import socket
def mean(x):
    return socket.socket()
