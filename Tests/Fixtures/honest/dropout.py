# %% exercise="forward" points=5 style="one expression"
def dropout(x, p, training):
    if not training or p == 0:
        return x
    return torch.zeros_like(x) if p == 1 else torch.where(torch.rand(x.shape) < p, 0.0, x / (1 - p))

# %% exercise="forward" points=5 style="masked fill"
def dropout(x, p, training):
    if training is False:
        return x.clone()
    scale = 0.0 if p >= 1 else 1.0 / (1.0 - p)
    dropped = torch.rand(*x.shape) < p
    return (x * scale).masked_fill(dropped, 0)

# %% exercise="forward" points=5 style="element by element"
import random

def dropout(x, p, training):
    if not training:
        return x
    values = x.flatten().tolist()
    for i in range(len(values)):
        if random.random() < p:
            values[i] = 0.0
        else:
            values[i] = values[i] / (1 - p)
    return torch.tensor(values, dtype=x.dtype).view(x.shape)

# %% exercise="forward" points=5 style="assignment to a copy"
def dropout(x, p, training):
    y = x.clone()
    if training:
        coins = torch.empty(x.size(), dtype=torch.float32).uniform_()
        y[coins < p] = 0
        if p < 1:
            y /= 1 - p
    return y

# %% exercise="forward" points=5 style="a class behind it"
class Coins:
    def __init__(self, keep):
        self.keep = keep

    def __call__(self, shape, dtype):
        return torch.bernoulli(torch.full(shape, self.keep, dtype=dtype))

def dropout(x, p, training):
    keep = 1 - p
    if keep == 0 and training:
        return x * 0
    return x * Coins(keep)(x.shape, x.dtype) / keep if training else x

# %% exercise="forward" points=4 style="partly: not scaled"
def dropout(x, p, training):
    if not training:
        return x
    mask = (torch.rand_like(x) >= p).to(x.dtype)
    return x * mask

# %% exercise="forward" points=4 style="partly: also in evaluation"
def dropout(x, p, training):
    if p == 1:
        return torch.zeros_like(x)
    mask = (torch.rand_like(x) >= p).to(x.dtype)
    return x * mask / (1 - p)

# %% exercise="forward" points=4 style="partly: p = 1 divides by zero"
def dropout(x, p, training):
    if not training:
        return x
    mask = (torch.rand_like(x) >= p).to(x.dtype)
    return x * mask / (1 - p)

# %% exercise="forward" points=3 style="partly: rows share a coin"
def dropout(x, p, training):
    if not training:
        return x
    if p == 1:
        return x * 0
    mask = (torch.rand(x.shape[0], 1) >= p).to(x.dtype)
    return x * mask / (1 - p)

# %% exercise="forward" points=4 style="partly: writes into x"
def dropout(x, p, training):
    if training:
        x[torch.rand_like(x) < p] = 0
        if p < 1:
            x /= 1 - p
    return x

# %% exercise="backward" points=4 style="a closure saves"
def forward(x, p):
    keep = torch.rand(x.shape) >= p
    def back(grad):
        return grad.masked_fill(~keep, 0) / (1 - p)
    return x.masked_fill(~keep, 0) / (1 - p), back

def backward(grad, saved):
    return saved(grad)

# %% exercise="backward" points=4 style="a dictionary saves"
def forward(x, p):
    saved = {"mask": torch.rand_like(x) > p, "scale": 1 / (1 - p)}
    return x * saved["mask"] * saved["scale"], saved

def backward(grad, saved):
    return grad * saved["mask"] * saved["scale"]

# %% exercise="backward" points=4 style="autograd"
def forward(x, p):
    leaf = x.clone().requires_grad_()
    y = leaf * (torch.rand_like(x) >= p) / (1 - p)
    return y.detach(), (leaf, y)

def backward(grad, saved):
    leaf, y = saved
    return torch.autograd.grad(y, leaf, grad, retain_graph=True)[0]

# %% exercise="backward" points=4 style="a small class"
class Saved:
    def __init__(self, mask, keep):
        self.mask, self.keep = mask, keep

def forward(x, p):
    saved = Saved(torch.bernoulli(torch.full_like(x, 1 - p)), 1 - p)
    return x * saved.mask / saved.keep, saved

def backward(grad, saved):
    return grad * saved.mask / saved.keep

# %% exercise="backward" points=4 style="indices of the dropped"
def forward(x, p):
    dropped = (torch.rand(x.numel()) < p).nonzero().flatten()
    y = x.flatten() / (1 - p)
    y[dropped] = 0
    return y.view(x.shape), (dropped, p)

def backward(grad, saved):
    dropped, p = saved
    result = grad.clone().flatten() / (1 - p)
    result[dropped] = 0
    return result.view(grad.shape)

# %% exercise="backward" points=1 style="partly: the gradient is not scaled"
def forward(x, p):
    mask = (torch.rand_like(x) >= p).to(x.dtype)
    return x * mask / (1 - p), mask

def backward(grad, saved):
    return grad * saved

# %% exercise="backward" points=1 style="partly: a new mask"
def forward(x, p):
    mask = (torch.rand_like(x) >= p).to(x.dtype)
    return x * mask / (1 - p), p

def backward(grad, saved):
    mask = (torch.rand_like(grad) >= saved).to(grad.dtype)
    return grad * mask / (1 - saved)

# %% exercise="backward" points=3 style="partly: one mask for all passes"
memory = {}

def forward(x, p):
    memory["scale"] = (torch.rand_like(x) >= p).to(x.dtype) / (1 - p)
    return x * memory["scale"], None

def backward(grad, saved):
    return grad * memory["scale"]

# %% exercise="backward" points=1 style="partly: writes into the gradient"
def forward(x, p):
    scale = (torch.rand_like(x) >= p).to(x.dtype) / (1 - p)
    return x * scale, scale

def backward(grad, saved):
    grad *= saved
    return grad

# %% exercise="backward" points=1 style="partly: passes everything"
def forward(x, p):
    scale = (torch.rand_like(x) >= p).to(x.dtype) / (1 - p)
    return x * scale, scale

def backward(grad, saved):
    return grad

# %% exercise="channels" points=3 style="bernoulli"
def dropout2d(x, p):
    n, c, h, w = x.shape
    keep = torch.bernoulli(torch.full((n, c), 1 - p, dtype=x.dtype))
    return x * keep[:, :, None, None] / (1 - p)

# %% exercise="channels" points=3 style="by a table of channels"
def dropout2d(x, p):
    table = x.reshape(-1, x.shape[2] * x.shape[3]) / (1 - p)
    table[torch.rand(len(table)) < p] = 0
    return table.reshape(x.shape)

# %% exercise="channels" points=3 style="expand"
def dropout2d(x, p):
    mask = torch.rand(x.shape[:2]).unsqueeze(-1).unsqueeze(-1).expand(x.shape) >= p
    return torch.where(mask, x / (1 - p), torch.zeros_like(x))

# %% exercise="channels" points=3 style="einsum"
def dropout2d(x, p):
    mask = (torch.rand(x.size(0), x.size(1)) >= p).to(x.dtype) / (1 - p)
    return torch.einsum("nchw,nc->nchw", x, mask)

# %% exercise="channels" points=3 style="lists and stack"
import random

def dropout2d(x, p):
    images = []
    for image in x:
        channels = [channel * 0 if random.random() < p else channel / (1 - p) for channel in image]
        images.append(torch.stack(channels))
    return torch.stack(images)

# %% exercise="channels" points=2 style="partly: not scaled"
def dropout2d(x, p):
    return x * (torch.rand(x.shape[0], x.shape[1], 1, 1) >= p)

# %% exercise="channels" points=2 style="partly: single pixels"
def dropout2d(x, p):
    return x * (torch.rand_like(x) >= p) / (1 - p)

# %% exercise="channels" points=2 style="partly: the channel goes in all images"
def dropout2d(x, p):
    return x * (torch.rand(1, x.shape[1], 1, 1) >= p) / (1 - p)

# %% exercise="channels" points=2 style="partly: whole images"
def dropout2d(x, p):
    return x * (torch.rand(x.shape[0], 1, 1, 1) >= p) / (1 - p)

# %% exercise="channels" points=1 style="partly: keeps the share p"
def dropout2d(x, p):
    return x * (torch.rand(x.shape[0], x.shape[1], 1, 1) < p) / p
