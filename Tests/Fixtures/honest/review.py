# %% exercise="accuracy" points=5 style="try and finally"
def accuracy(model, images, labels):
    was = model.training
    try:
        model.eval()
        with torch.no_grad():
            return (model(images).argmax(1) == labels).sum().item() / len(labels)
    finally:
        model.train(was)

# %% exercise="accuracy" points=5 style="the mode of each module"
def accuracy(model, images, labels):
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    with torch.no_grad():
        guesses = torch.max(model(images), dim=1).indices
    for module, training in modes:
        module.training = training
    return torch.eq(guesses, labels).double().mean().item()

# %% exercise="accuracy" points=5 style="a context manager of one's own"
class Evaluating:
    def __init__(self, model):
        self.model, self.mode = model, model.training

    def __enter__(self):
        self.model.eval()
        return self.model

    def __exit__(self, *problem):
        self.model.train(self.mode)

def accuracy(model, images, labels):
    with Evaluating(model) as m, torch.no_grad():
        return float((m(images).argmax(dim=-1) == labels).float().mean())

# %% exercise="accuracy" points=5 style="in batches, counted"
@torch.no_grad()
def accuracy(model, images, labels):
    training = model.training
    model.train(False)
    right = 0
    for x, y in zip(images.split(7), labels.split(7)):
        right += int((model(x).argmax(dim=1) == y).sum())
    model.train(training)
    return right / labels.numel()

# %% exercise="accuracy" points=5 style="topk and tolist"
def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.inference_mode():
        best = model(images).topk(1, dim=1)[1].flatten().tolist()
    if mode:
        model.train()
    return sum(a == b for a, b in zip(best, labels.tolist())) / len(best)

# %% exercise="accuracy" points=3 style="partly: left in eval mode"
def accuracy(model, images, labels):
    model.eval()
    with torch.no_grad():
        return (model(images).argmax(dim=1) == labels).float().mean().item()

# %% exercise="accuracy" points=4 style="partly: gradients are recorded"
def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    right = (model(images).argmax(dim=1) == labels).float().mean().item()
    model.train(mode)
    return right

# %% exercise="accuracy" points=3 style="partly: always back in train mode"
def accuracy(model, images, labels):
    model.eval()
    with torch.no_grad():
        right = (model(images).argmax(dim=1) == labels).float().mean().item()
    model.train()
    return right

# %% exercise="accuracy" points=3 style="partly: a percentage"
def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        right = (model(images).argmax(dim=1) == labels).float().mean().item()
    model.train(mode)
    return 100 * right

# %% exercise="accuracy" points=3 style="partly: the number of right answers"
def accuracy(model, images, labels):
    mode = model.training
    model.eval()
    with torch.no_grad():
        right = (model(images).argmax(dim=1) == labels).sum().item()
    model.train(mode)
    return right

# %% exercise="count" points=3 style="factored"
def count(channels, classes):
    return channels * (11 + classes) + classes

# %% exercise="count" points=3 style="part by part"
def count(channels, classes):
    convolution = channels * 1 * 3 * 3
    norm = channels + channels
    linear = (channels + 1) * classes
    return convolution + norm + linear

# %% exercise="count" points=3 style="a sum over layers"
def count(channels, classes):
    layers = [nn.Conv2d(1, channels, 3, bias=False), nn.BatchNorm2d(channels), nn.Linear(channels, classes)]
    total = 0
    for layer in layers:
        for parameter in layer.parameters():
            total += parameter.numel()
    return total

# %% exercise="count" points=3 style="shapes and a product"
import math

def count(channels, classes):
    shapes = [(channels, 1, 3, 3), (channels,), (channels,), (classes, channels), (classes,)]
    return sum(math.prod(shape) for shape in shapes)

# %% exercise="count" points=3 style="a lambda"
count = lambda channels, classes: sum([9 * channels, 2 * channels, classes * channels, classes])

# %% exercise="count" points=1 style="partly: the convolution has a bias"
def count(channels, classes):
    return 10 * channels + 2 * channels + channels * classes + classes

# %% exercise="count" points=1 style="partly: BatchNorm is forgotten"
def count(channels, classes):
    return 9 * channels + channels * classes + classes

# %% exercise="count" points=1 style="partly: the buffers are counted too"
def count(channels, classes):
    return 9 * channels + 4 * channels + 1 + channels * classes + classes

# %% exercise="count" points=1 style="partly: the linear layer has no bias"
def count(channels, classes):
    return 9 * channels + 2 * channels + channels * classes

# %% exercise="count" points=1 style="partly: the kernel is three numbers"
def count(channels, classes):
    return 3 * channels + 2 * channels + channels * classes + classes
