import torch
import torch.nn as nn
import torch.nn.functional as F


def tree(step, depth=4):
    if step is None:
        return "None"
    name = type(step).__name__
    if depth == 0 or not step.next_functions:
        return name
    return name + "(" + ", ".join(tree(s, depth - 1) for s, _ in step.next_functions) + ")"


torch.manual_seed(0)
x = (torch.rand(3, 4) + 0.1).requires_grad_()
y = (torch.rand(3, 4) + 0.1).requires_grad_()
v = torch.rand(4, requires_grad=True)
im = torch.rand(2, 4, 6, 6, requires_grad=True)
seq = torch.rand(2, 3, 4, requires_grad=True)
index = torch.zeros(3, 4, dtype=torch.long)
target = torch.tensor([0, 1, 2])
cases = {
    "x + 1": lambda: x + 1, "x * 2": lambda: x * 2, "x / 2": lambda: x / 2, "1 - x": lambda: 1 - x,
    "1 / x": lambda: 1 / x, "x - y": lambda: x - y, "(x * y).sum()": lambda: (x * y).sum(),
    "((x - y) ** 2).mean()": lambda: ((x - y) ** 2).mean(), "x @ v": lambda: x @ v, "x @ y.T": lambda: x @ y.T,
    "x[0]": lambda: x[0], "x[:, 0]": lambda: x[:, 0], "x[..., 1]": lambda: x[..., 1], "x[:, None]": lambda: x[:, None],
    "x[:]": lambda: x[:], "x[:, :]": lambda: x[:, :], "x[1:, 2:]": lambda: x[1:, 2:], "x[:, [0, 1]]": lambda: x[:, [0, 1]],
    "roll": lambda: x.roll(1), "diag": lambda: x.diag(), "scatter": lambda: x.scatter(0, index, 0.0),
    "scatter_add": lambda: x.scatter_add(0, index, y), "index_add": lambda: x.index_add(0, torch.tensor([0]), y[:1]),
    "index_fill": lambda: x.index_fill(0, torch.tensor([0]), 1), "fmod": lambda: torch.fmod(x, 0.3),
    "rounded": lambda: torch.div(x, y, rounding_mode="floor"), "clamp": lambda: torch.clamp(x, min=y),
    "add_": lambda: x.clone().add_(1), "tril_": lambda: x.clone().tril_(), "cumsum_": lambda: x.clone().cumsum_(0),
    "addcmul_": lambda: x.clone().addcmul_(x, y), "leaky_relu_": lambda: F.leaky_relu(x * 1, inplace=True),
    "linear": lambda: F.linear(x, y, torch.rand(3, requires_grad=True)), "no bias": lambda: F.linear(x, y),
    "nn.Linear": lambda: nn.Linear(4, 2)(x), "3-D": lambda: nn.Linear(4, 2)(seq), "vector": lambda: nn.Linear(4, 2)(v),
    "conv": lambda: F.conv2d(im, torch.rand(2, 4, 3, 3, requires_grad=True)), "nn.Conv2d": lambda: nn.Conv2d(4, 2, 3)(im),
    "max_pool1d": lambda: F.max_pool1d(seq, 2), "avg_pool1d": lambda: F.avg_pool1d(seq, 2),
    "batch_norm": lambda: F.batch_norm(x, None, None, training=True), "BatchNorm2d": lambda: nn.BatchNorm2d(4)(im),
    "layer_norm": lambda: F.layer_norm(x, (4,)), "group_norm": lambda: F.group_norm(im, 2),
    "instance_norm": lambda: F.instance_norm(im), "dropout": lambda: F.dropout(x), "softsign": lambda: F.softsign(x),
    "cross_entropy": lambda: F.cross_entropy(x, target), "mse": lambda: F.mse_loss(x, y),
    "embedding": lambda: nn.Embedding(5, 3)(index),
}
for name, case in cases.items():
    print(name, tree(case().grad_fn))
for layer in [nn.RNN(4, 3), nn.LSTM(4, 3), nn.GRU(4, 3)]:
    kind = type(layer)
    for options in [{}, {"batch_first": True}, {"num_layers": 2}, {"bidirectional": True}]:
        output, state = kind(4, 3, **options)(seq)
        state = state if isinstance(state, tuple) else (state,)
        print(kind.__name__, options, type(output.grad_fn).__name__, [type(s.grad_fn).__name__ for s in state])
print(nn.LSTM(4, 3, dtype=torch.float64)(seq.double())[0].grad_fn.name())
print(nn.Bilinear(4, 4, 3)(x, y).grad_fn.name(), nn.Bilinear(4, 4, 3, bias=False)(x, y).grad_fn.name())
for name, f in {
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "softmax": lambda x: x.softmax(1)[0, 0],
    "mse": lambda x: F.mse_loss(x, y), "gelu": F.gelu, "softplus": F.softplus, "cube": lambda x: x**3, "relu": F.relu,
    "conv": lambda x: F.conv2d(im * x.sum(), torch.rand(2, 4, 3, 3, requires_grad=True)),
}.items():
    gradient, = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    print(name, gradient.grad_fn.name())

z = torch.zeros(2, 3)
z[:, :] = x[:2, :3]
print(z.grad_fn.name())
z = torch.zeros(2, 3)
z[:] = x[:2, :3]
print(z.grad_fn.name())
z = torch.zeros(2, 3)
z[0] = x[0, :3]
print(z.grad_fn.name())
whole = torch.zeros(3, 4, dtype=torch.long)
whole.copy_(x)
print(whole.requires_grad, torch.zeros_like(x)._version, torch.rand(3)._version, torch.rand_like(x)._version)
