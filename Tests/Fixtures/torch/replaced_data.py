# Tensors that get another shape or type behind a step's back, by `data` or a hook: refused, whatever was recorded.
import torch
import torch.nn as nn


def attempt(name, work, says=False):
    try:
        work()
        print(name, "ran")
    except Exception as error:
        print(name, error if says else "refused")


def saved(layer, x, replaced):
    y = layer(x)
    replaced.data = torch.ones([1] * replaced.dim())
    y.sum().backward()


linear, conv, norm = nn.Linear(64, 64), nn.Conv2d(4, 4, 3, padding=1), nn.BatchNorm2d(4)
for layer in [linear, conv]:
    given = torch.ones(8, 64) if layer is linear else torch.ones(2, 4, 28, 28)
    attempt("its input", lambda: saved(layer, given, given))
    given = torch.ones(8, 64) if layer is linear else torch.ones(2, 4, 28, 28)
    attempt("its weight", lambda: saved(layer, given.requires_grad_(), layer.weight))


def flattened():
    given = torch.randn(2, 4, 28, 28)
    y = norm(given)
    given.data = torch.ones(1)
    (y * y).sum().backward()


attempt("batch norm", flattened)


def leaf_of_embedding():
    table = nn.Embedding(50, 8)
    y = table(torch.tensor([49]))
    table.weight.data = torch.ones(1, 1)
    y.sum().backward()


attempt("embedding", leaf_of_embedding, says=True)


# Optimizers: gradients, buffers and parameters that do not fit.
def momentum(size, then):
    p = nn.Parameter(torch.ones(4))
    optimizer = torch.optim.SGD([p], lr=0.1, momentum=0.9)
    p.sum().backward()
    optimizer.step()
    p.data = torch.ones(size)
    p.grad = None
    p.grad = torch.ones(then)
    optimizer.step()


attempt("momentum", lambda: momentum(100000, 100000), says=True)


def gradient(size):
    p = nn.Parameter(torch.ones(3))
    optimizer = torch.optim.SGD([p], lr=0.5)
    p.sum().backward()
    p.data = torch.ones(size)
    optimizer.step()
    print(p.data)


attempt("wider", lambda: gradient([2, 3]), says=True)
attempt("smaller", lambda: gradient([1]), says=True)
attempt("other", lambda: gradient([100000]), says=True)


def buffers(kind):
    p = nn.Parameter(torch.ones(1000))
    optimizer = kind([p], lr=0.1)
    p.grad = torch.ones(1000)
    optimizer.step()
    for key, value in optimizer.state[p].items():
        if key not in ("step", "mu_product"):
            optimizer.state[p][key] = torch.ones(1)
    optimizer.step()


for kind in ["Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta", "NAdam"]:
    attempt(kind, lambda: buffers(getattr(torch.optim, kind)), says=True)


def whole():
    p = torch.ones(1000, dtype=torch.uint8)
    p.grad = torch.ones(1000, dtype=torch.uint8)
    torch.optim.SGD([p], lr=0.1).step()


attempt("whole numbers", whole, says=True)


# Hooks.
def hooked(on_result, hook):
    a = torch.ones(1000, requires_grad=True)
    b = a * 2
    (b if on_result else a).register_hook(hook)
    (b * 3).sum().backward()
    print(a.grad.shape)


def longer(gradient):
    return torch.ones(2000)


def doubled(gradient):
    return gradient.double()


def hollow(gradient):
    gradient.data = torch.ones(3)


for on_result in [True, False]:
    attempt("longer", lambda: hooked(on_result, longer), says=True)
    attempt("doubled", lambda: hooked(on_result, doubled), says=True)
attempt("hollow", lambda: hooked(True, hollow))
attempt("nameless", lambda: hooked(True, lambda g: g[:2]), says=True)

# What only the library makes.
for kind in [torch.dtype, torch.layout, torch.memory_format]:
    attempt("call", lambda: kind(), says=True)
    attempt("object", lambda: object.__new__(kind), says=True)
