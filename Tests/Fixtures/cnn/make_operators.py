"""Writes operators.txt: what PyTorch gives for each operator of Tests/CNNTests/Tensor/OperatorTable.swift.

A line is: operator, domain of the inputs, type, shape; then the result's type, shape and digest, and the digest of the
gradient of x and of y (with the weights 1, 2, 3, ... as the gradient of the result). A digest is the weighted sum of the
finite elements, and how many are NaN, inf and -inf. An operator that fails has "!" and the kind of
exception. Inputs are made by a formula, so that the tests make the same.
"""

import torch
import torch.nn.functional as F

SHAPES = [(), (1,), (5,), (0,), (2, 3), (3, 1), (2, 0), (2, 3, 4)]
EDGE = [float("nan"), float("inf"), -float("inf"), 0.0, -0.0, 1.0, -1.0, 0.5]


def values(count, domain, second):
    out = []
    for k in range(count):
        v = ((k * 53 + 29) % 97 - 48) / 16 if second else ((k * 37 + 11) % 101 - 50) / 16
        if second and v == 0:
            v = 0.5
        if domain == "pos":
            v = abs(v) + 0.25
        elif domain == "unit":
            v = v / 4
        elif domain == "prob":
            v = v / 8 + 0.5
        elif domain == "edge" and not second:
            v = EDGE[k % 8]
        out.append(v)
    return out


def make(shape, domain, dtype, second=False):
    count = 1
    for size in shape:
        count *= size
    numbers = values(count, domain, second)
    if dtype == torch.int64:
        numbers = [int(v * 16) for v in numbers]
        if second:
            numbers = [v or 8 for v in numbers]
    if dtype == torch.bool:
        numbers = [v > 0 for v in numbers]
    return torch.tensor(numbers, dtype=dtype).reshape(shape)


def digest(t):
    flat = t.detach().to(torch.float64).reshape(-1)
    weights = torch.arange(1, flat.numel() + 1, dtype=torch.float64)
    good = flat.isfinite()
    s = (flat[good] * weights[good]).sum().item()
    rest = [int(flat.isnan().sum()), int((flat == float("inf")).sum()), int((flat == -float("inf")).sum())]
    text = f"{s:.7g}"
    return text + (" " + " ".join(map(str, rest)) if any(rest) else "")


OPS = {}


def op(names, domain="plain", types="fd", shapes=None, edge=False):
    def add(name, function):
        OPS[name] = (function, domain, types, shapes, edge)

    for name, function in names.items():
        add(name, function)


unary = lambda *names: {n: (lambda n: lambda x, y: getattr(torch, n)(x))(n) for n in names}
op(unary("neg", "abs", "sign", "square"), types="fdi", edge=True)
op(unary("floor", "ceil", "round", "trunc"), types="fdi", edge=True)
op(unary("exp", "exp2", "expm1", "sin", "cos", "atan", "tanh", "asinh", "erf", "erfc", "sigmoid", "reciprocal"), types="fdi", edge=True)
op(unary("frac", "sinc"), edge=True)
op(unary("log", "log2", "log10", "log1p", "sqrt", "rsqrt", "lgamma"), "pos")
op({n + "_edge": (lambda n: lambda x, y: getattr(torch, n)(x))(n) for n in ("log", "log1p", "sqrt", "rsqrt")}, "edge")
op(unary("tan", "asin", "acos", "atanh", "sinh", "cosh", "erfinv"), "unit")
op(unary("logit"), "prob")
op(unary("relu"), types="fdi", edge=True)
op({
    "leaky_relu": lambda x, y: F.leaky_relu(x, 0.1), "elu": lambda x, y: F.elu(x), "selu": lambda x, y: F.selu(x),
    "celu": lambda x, y: F.celu(x), "gelu": lambda x, y: F.gelu(x), "gelu_tanh": lambda x, y: F.gelu(x, approximate="tanh"),
    "silu": lambda x, y: F.silu(x), "softplus": lambda x, y: F.softplus(x), "hardtanh": lambda x, y: F.hardtanh(x),
    "hardsigmoid": lambda x, y: F.hardsigmoid(x), "hardswish": lambda x, y: F.hardswish(x),
    "logsigmoid": lambda x, y: F.logsigmoid(x), "clamp": lambda x, y: x.clamp(-1, 1.5),
})
op(unary("isnan", "isfinite", "isinf", "logical_not"), types="fdib", edge=True)
op({
    "add": lambda x, y: x + y, "sub": lambda x, y: x - y, "mul": lambda x, y: x * y, "div": lambda x, y: x / y,
    "maximum": lambda x, y: torch.maximum(x, y), "minimum": lambda x, y: torch.minimum(x, y),
    "eq": lambda x, y: x == y, "lt": lambda x, y: x < y, "ge": lambda x, y: x >= y,
    "remainder": lambda x, y: x % y, "fmod": lambda x, y: torch.fmod(x, y), "floor_divide": lambda x, y: x // y,
}, types="fdi", edge=True)
op({
    "add_alpha": lambda x, y: torch.add(x, y, alpha=3), "add_number": lambda x, y: x + 2, "rsub": lambda x, y: 2 - x,
    "mul_number": lambda x, y: x * -3, "div_number": lambda x, y: x / 4, "square_pow": lambda x, y: x ** 2,
    "cube": lambda x, y: x ** 3,
}, types="fdi")
op({"pow": lambda x, y: x ** y, "pow_half": lambda x, y: x ** 0.5, "rpow": lambda x, y: 2 ** x, "xlogy": lambda x, y: torch.xlogy(x, y)}, "pos")
op({
    "atan2": lambda x, y: torch.atan2(x, y), "hypot": lambda x, y: torch.hypot(x, y),
    "logaddexp": lambda x, y: torch.logaddexp(x, y), "lerp": lambda x, y: torch.lerp(x, y, 0.25),
    "addcmul": lambda x, y: torch.addcmul(x, x, y, value=2), "where": lambda x, y: torch.where(x > y, x, y),
    "masked_fill": lambda x, y: x.masked_fill(x > 0, 2.0), "broadcast": lambda x, y: x.unsqueeze(-1) * y.unsqueeze(0).sum(0),
})
op({"logical_and": lambda x, y: torch.logical_and(x, y), "logical_xor": lambda x, y: torch.logical_xor(x, y)}, types="fib")
op({
    "sum": lambda x, y: x.sum(), "sum_last": lambda x, y: x.sum(-1), "sum_first": lambda x, y: x.sum(0, keepdim=True),
    "any": lambda x, y: x.any(), "all_last": lambda x, y: x.all(-1), "count_nonzero": lambda x, y: x.count_nonzero(),
}, types="fdib", edge=True)
op({
    "mean": lambda x, y: x.mean(), "mean_last": lambda x, y: x.mean(-1), "var": lambda x, y: x.var(),
    "var_last": lambda x, y: x.var(-1, unbiased=False), "std": lambda x, y: x.std(), "std_first": lambda x, y: x.std(0),
    "norm": lambda x, y: x.norm(), "norm1_last": lambda x, y: x.norm(1, dim=-1), "norm3": lambda x, y: x.norm(3),
    "logsumexp": lambda x, y: x.logsumexp(-1), "softmax": lambda x, y: x.softmax(-1), "log_softmax": lambda x, y: x.log_softmax(-1),
    "softmax_first": lambda x, y: x.softmax(0),
}, edge=True)
op({"prod": lambda x, y: x.prod(), "prod_last": lambda x, y: x.prod(-1), "cumprod": lambda x, y: x.cumprod(-1)}, "unit", "fd")
op({
    "max": lambda x, y: x.max(), "min": lambda x, y: x.min(), "max_last": lambda x, y: x.max(-1).values,
    "min_first": lambda x, y: x.min(0).values, "amax": lambda x, y: x.amax(-1), "amin": lambda x, y: x.amin(0),
    "argmax": lambda x, y: x.argmax(), "argmin_last": lambda x, y: x.argmin(-1), "cumsum": lambda x, y: x.cumsum(-1),
    "cummax": lambda x, y: x.cummax(-1).values, "median": lambda x, y: x.median(), "median_last": lambda x, y: x.median(-1).values,
    "sort": lambda x, y: x.sort(-1).values, "sort_indices": lambda x, y: x.sort(-1, descending=True).indices,
    "topk": lambda x, y: x.topk(1, -1).values, "kthvalue": lambda x, y: x.kthvalue(1).values,
}, types="fdi")
op({
    "transpose": lambda x, y: x.transpose(0, -1), "reshape": lambda x, y: x.reshape(-1), "flatten": lambda x, y: x.flatten(),
    "squeeze": lambda x, y: x.squeeze(), "unsqueeze": lambda x, y: x.unsqueeze(-1), "expand": lambda x, y: x.expand((2,) + tuple(x.shape)),
    "narrow": lambda x, y: x.narrow(-1, 0, 1), "select": lambda x, y: x.select(-1, -1), "slice": lambda x, y: x[..., ::2],
    "flip": lambda x, y: x.flip(-1), "roll": lambda x, y: x.roll(1, -1), "repeat": lambda x, y: x.repeat((2,) + (1,) * x.dim()),
    "tile": lambda x, y: x.tile(2), "repeat_interleave": lambda x, y: x.repeat_interleave(2), "tril": lambda x, y: x.tril(),
    "triu": lambda x, y: x.triu(1), "diagonal": lambda x, y: x.diagonal(), "unfold": lambda x, y: x.unfold(-1, 1, 1),
    "cat": lambda x, y: torch.cat([x, y], -1), "stack": lambda x, y: torch.stack([x, y], 0), "chunk": lambda x, y: x.chunk(2, -1)[0],
    "split": lambda x, y: x.split(1, 0)[0], "unbind": lambda x, y: x.unbind(0)[0], "pad": lambda x, y: F.pad(x, (1, 1)),
    "gather": lambda x, y: x.gather(-1, torch.zeros(x.shape, dtype=torch.int64)), "take": lambda x, y: x.take(torch.tensor([0, 0])),
    "index_select": lambda x, y: x.index_select(-1, torch.tensor([0, 0])), "index": lambda x, y: x[torch.tensor([0, 0])],
    "mask": lambda x, y: x[x > 0], "scatter_add": lambda x, y: x.scatter_add(-1, torch.zeros(y.shape, dtype=torch.int64), y),
    "clone": lambda x, y: x.clone(), "double": lambda x, y: x.double(), "bool": lambda x, y: x.bool(), "int": lambda x, y: x.int(),
}, types="fdi")
op({
    "mm": lambda x, y: x.mm(y.t()), "matmul": lambda x, y: x.matmul(y.mT), "outer": lambda x, y: x.outer(y), "dot": lambda x, y: x.dot(y),
    "mv": lambda x, y: x.mv(y[0]), "bmm": lambda x, y: x.bmm(y.transpose(1, 2)), "trace": lambda x, y: x.trace(),
    "addmm": lambda x, y: x.new_ones(1).addmm(x, y.t(), beta=2, alpha=3), "einsum": lambda x, y: torch.einsum("ij,kj->ik", x, y),
    "matvec": lambda x, y: x @ y.reshape(-1)[: x.shape[-1]], "cdist": lambda x, y: torch.cdist(x, y), "diag": lambda x, y: x.diag(),
})

TYPES = {"f": torch.float32, "d": torch.float64, "i": torch.int64, "b": torch.bool}


def run(name, function, domain, code, shape):
    dtype = TYPES[code]
    x = make(shape, domain, dtype)
    y = make(shape, domain, dtype, True)
    floats = code in "fd" and domain != "edge"
    if floats:
        x.requires_grad_()
        y.requires_grad_()
    try:
        out = function(x, y)
    except Exception as error:
        kind = type(error).__name__
        return "!" + kind
    parts = [str(out.dtype)[6:], "x".join(map(str, out.shape)) or "-", digest(out)]
    if floats and out.requires_grad:
        weights = torch.arange(1, out.numel() + 1, dtype=out.dtype).reshape(out.shape)
        try:
            out.backward(weights)
        except RuntimeError:
            return "|".join(parts)
        parts += [digest(x.grad) if x.grad is not None else "none", digest(y.grad) if y.grad is not None else "none"]
    return "|".join(parts)


def main():
    lines = []
    for name, (function, domain, types, shapes, edge) in OPS.items():
        for code in types:
            for shape in shapes or SHAPES:
                lines.append(f"{name}|{domain}|{code}|{'x'.join(map(str, shape)) or '-'}|" + run(name, function, domain, code, shape))
        if edge:
            for code in "fd":
                lines.append(f"{name}|edge|{code}|8|" + run(name, function, "edge", code, (8,)))
    import os

    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "operators.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print(len(lines), "lines")


main()
