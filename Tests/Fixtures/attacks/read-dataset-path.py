# %% exercise="mean"
import torchvision
def mean(x):
    return torchvision.datasets.ImageFolder('/')
