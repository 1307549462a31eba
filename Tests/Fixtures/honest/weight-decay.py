# %% exercise="ridge" points=3 style="inverse"
def ridge(X, y, lam):
    n, d = X.shape
    return torch.linalg.inv(X.T @ X + n * lam * torch.eye(d, dtype=X.dtype)) @ (X.T @ y)

# %% exercise="ridge" points=3 style="Cholesky"
def ridge(X, y, lam):
    n, d = X.shape
    lower = torch.linalg.cholesky(X.T @ X / n + lam * torch.eye(d, dtype=X.dtype))
    return torch.cholesky_solve((X.T @ y / n).unsqueeze(1), lower).squeeze(1)

# %% exercise="ridge" points=3 style="the dual"
def ridge(X, y, lam):
    n = len(X)
    return X.T @ torch.linalg.solve(X @ X.T + n * lam * torch.eye(n, dtype=X.dtype), y)

# %% exercise="ridge" points=3 style="conjugate gradients"
def ridge(X, y, lam):
    n, d = X.shape
    w = torch.zeros(d, dtype=X.dtype)
    rest = X.T @ y / n
    direction = rest.clone()
    for _ in range(20 * d):
        size = rest @ rest
        if size < 1e-26:
            break
        image = X.T @ (X @ direction) / n + lam * direction
        alpha = size / (direction @ image)
        w = w + alpha * direction
        rest = rest - alpha * image
        direction = rest + (rest @ rest) / size * direction
    return w

# %% exercise="ridge" points=3 style="elimination by hand"
def ridge(X, y, lam):
    n, d = len(X), len(X[0])
    rows, target = X.tolist(), y.tolist()
    a = [[sum(r[i] * r[j] for r in rows) / n + (lam if i == j else 0) for j in range(d)]
         + [sum(r[i] * t for r, t in zip(rows, target)) / n] for i in range(d)]
    for i in range(d):
        pivot = max(range(i, d), key=lambda k: abs(a[k][i]))
        a[i], a[pivot] = a[pivot], a[i]
        for k in range(d):
            if k != i:
                factor = a[k][i] / a[i][i]
                a[k] = [u - factor * v for u, v in zip(a[k], a[i])]
    return torch.tensor([a[i][d] / a[i][i] for i in range(d)], dtype=X.dtype)

# %% exercise="ridge" points=2 style="partly: least squares alone, if there are more features"
def ridge(X, y, lam):
    n, d = X.shape
    if n < d:
        return torch.linalg.pinv(X) @ y
    return torch.linalg.solve(X.T @ X / n + lam * torch.eye(d, dtype=X.dtype), X.T @ y / n)

# %% exercise="ridge" points=2 style="partly: zeros, if there are more features"
def ridge(X, y, lam):
    n, d = X.shape
    if d >= n:
        return torch.zeros(d, dtype=X.dtype)
    return torch.linalg.inv(X.T @ X / n + lam * torch.eye(d, dtype=X.dtype)) @ X.T @ y / n

# %% exercise="ridge" points=2 style="partly: only where there are more examples"
def ridge(X, y, lam):
    n, d = X.shape
    if n < d:
        raise ValueError("more features than examples")
    return torch.linalg.solve(X.T @ X / n + lam * torch.eye(d, dtype=X.dtype), X.T @ y / n)

# %% exercise="ridge" points=2 style="partly: the identity has the wrong size, if there are more features"
def ridge(X, y, lam):
    n, d = X.shape
    matrix = X.T @ X / n
    for i in range(min(n, d)):
        matrix[i, i] += lam
    return torch.linalg.solve(matrix, X.T @ y / n)

# %% exercise="ridge" points=2 style="partly: only the first features, if there are more"
def ridge(X, y, lam):
    n, d = X.shape
    used = X[:, :n]
    k = used.shape[1]
    w = torch.linalg.solve(used.T @ used / n + lam * torch.eye(k, dtype=X.dtype), used.T @ y / n)
    return torch.cat([w, torch.zeros(d - k, dtype=X.dtype)])

# %% exercise="adamw" points=4 style="in steps"
import math

def adamw_step(w, grad, m, v, t, lr, decay):
    w = w - lr * decay * w
    m = 0.9 * m + (1 - 0.9) * grad
    v = 0.999 * v + (1 - 0.999) * grad * grad
    step = lr / (1 - 0.9 ** t)
    bottom = v.sqrt() / math.sqrt(1 - 0.999 ** t) + 1e-8
    return w - step * m / bottom, m, v

# %% exercise="adamw" points=4 style="in place on clones"
def adamw_step(w, grad, m, v, t, lr, decay):
    w, m, v = w.clone(), m.clone(), v.clone()
    m.mul_(0.9).add_(grad, alpha=0.1)
    v.mul_(0.999).addcmul_(grad, grad, value=0.001)
    w.mul_(1 - lr * decay)
    w.addcdiv_(m / (1 - 0.9 ** t), (v / (1 - 0.999 ** t)).sqrt().add_(1e-8), value=-lr)
    return w, m, v

# %% exercise="adamw" points=4 style="number by number"
def adamw_step(w, grad, m, v, t, lr, decay):
    results = []
    for a, g, first, second in zip(w.tolist(), grad.tolist(), m.tolist(), v.tolist()):
        first = 0.9 * first + 0.1 * g
        second = 0.999 * second + 0.001 * g ** 2
        update = (first / (1 - 0.9 ** t)) / ((second / (1 - 0.999 ** t)) ** 0.5 + 1e-8)
        results.append((a - lr * (update + decay * a), first, second))
    return tuple(torch.tensor(column, dtype=w.dtype) for column in zip(*results))

# %% exercise="adamw" points=4 style="the library's"
def adamw_step(w, grad, m, v, t, lr, decay):
    parameter = w.clone().requires_grad_()
    optimizer = torch.optim.AdamW([parameter], lr=lr, weight_decay=decay)
    optimizer.state[parameter] = {"step": torch.tensor(float(t - 1)), "exp_avg": m.clone(), "exp_avg_sq": v.clone()}
    parameter.grad = grad
    optimizer.step()
    state = optimizer.state[parameter]
    return parameter.detach(), state["exp_avg"], state["exp_avg_sq"]

# %% exercise="adamw" points=4 style="names for the constants"
B1, B2, EPS = 0.9, 0.999, 1e-8

def moments(grad, m, v):
    return B1 * m + (1 - B1) * grad, B2 * v + (1 - B2) * grad.square()

def corrected(value, beta, t):
    return value / (1 - beta ** t)

def adamw_step(w, grad, m, v, t, lr, decay):
    m, v = moments(grad, m, v)
    direction = corrected(m, B1, t) / (corrected(v, B2, t).sqrt() + EPS) + decay * w
    return w - lr * direction, m, v

# %% exercise="adamw" points=1 style="partly: the decay is in the gradient"
def adamw_step(w, grad, m, v, t, lr, decay):
    grad = grad + decay * w
    m = 0.9 * m + 0.1 * grad
    v = 0.999 * v + 0.001 * grad ** 2
    return w - lr * (m / (1 - 0.9 ** t)) / (torch.sqrt(v / (1 - 0.999 ** t)) + 1e-8), m, v

# %% exercise="adamw" points=1 style="partly: the decay is not multiplied by the rate"
def adamw_step(w, grad, m, v, t, lr, decay):
    m = 0.9 * m + 0.1 * grad
    v = 0.999 * v + 0.001 * grad ** 2
    w = (1 - decay) * w
    return w - lr * (m / (1 - 0.9 ** t)) / (torch.sqrt(v / (1 - 0.999 ** t)) + 1e-8), m, v

# %% exercise="adamw" points=1 style="partly: no decay at all"
def adamw_step(w, grad, m, v, t, lr, decay):
    m = 0.9 * m + 0.1 * grad
    v = 0.999 * v + 0.001 * grad ** 2
    return w - lr * (m / (1 - 0.9 ** t)) / (torch.sqrt(v / (1 - 0.999 ** t)) + 1e-8), m, v

# %% exercise="adamw" points=3 style="partly: epsilon is left out"
def adamw_step(w, grad, m, v, t, lr, decay):
    m = 0.9 * m + 0.1 * grad
    v = 0.999 * v + 0.001 * grad ** 2
    w = (1 - lr * decay) * w
    root = torch.sqrt(v / (1 - 0.999 ** t))
    return w - lr * (m / (1 - 0.9 ** t)) / torch.where(root > 1e-5, root + 1e-8, root), m, v

# %% exercise="adamw" points=1 style="partly: the decay pulls the wrong way"
def adamw_step(w, grad, m, v, t, lr, decay):
    m = 0.9 * m + 0.1 * grad
    v = 0.999 * v + 0.001 * grad ** 2
    w = (1 + lr * decay) * w
    return w - lr * (m / (1 - 0.9 ** t)) / (torch.sqrt(v / (1 - 0.999 ** t)) + 1e-8), m, v

# %% exercise="groups" points=4 style="identities"
def groups(model, weight_decay):
    decayed = {id(m.weight) for m in model.modules() if isinstance(m, (nn.Linear, nn.Conv2d))}
    return [
        {"params": [p for p in model.parameters() if id(p) in decayed], "weight_decay": weight_decay},
        {"params": [p for p in model.parameters() if id(p) not in decayed], "weight_decay": 0.0}]

# %% exercise="groups" points=4 style="by name and shape"
def groups(model, weight_decay):
    yes, no = [], []
    for name, parameter in model.named_parameters():
        (yes if name.endswith("weight") and len(parameter.shape) >= 2 else no).append(parameter)
    return [dict(params=yes, weight_decay=weight_decay), dict(params=no, weight_decay=0)]

# %% exercise="groups" points=4 style="by the norms"
def groups(model, weight_decay):
    without = []
    norms = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d, nn.GroupNorm, nn.LayerNorm)
    for module in model.modules():
        if isinstance(module, norms):
            without.extend(module.parameters())
        elif getattr(module, "bias", None) is not None:
            without.append(module.bias)
    known = set(map(id, without))
    rest = list(filter(lambda p: id(p) not in known, model.parameters()))
    return ({"params": rest, "weight_decay": weight_decay}, {"params": without, "weight_decay": 0.0})

# %% exercise="groups" points=4 style="recursive"
def split(module, yes, no):
    for name, parameter in module._parameters.items():
        if parameter is None:
            continue
        if name == "weight" and type(module).__name__ in ("Conv2d", "Linear"):
            yes.append(parameter)
        else:
            no.append(parameter)
    for child in module.children():
        split(child, yes, no)

def groups(model, weight_decay):
    yes, no = [], []
    split(model, yes, no)
    return [{"params": yes, "weight_decay": weight_decay}, {"params": no, "weight_decay": 0.0}]

# %% exercise="groups" points=4 style="the light group first"
def groups(model, weight_decay):
    result = {True: [], False: []}
    for parameter in model.parameters():
        result[parameter.ndim > 1].append(parameter)
    return [{"weight_decay": 0.0 if not heavy else weight_decay, "params": result[heavy]} for heavy in (False, True)]

# %% exercise="groups" points=3 style="partly: everything decays"
def groups(model, weight_decay):
    parameters = list(model.parameters())
    return [{"params": parameters[:1], "weight_decay": weight_decay}, {"params": parameters[1:], "weight_decay": weight_decay}]

# %% exercise="groups" points=3 style="partly: weights of the norms decay too"
def groups(model, weight_decay):
    weights = [p for name, p in model.named_parameters() if name.endswith("weight")]
    biases = [p for name, p in model.named_parameters() if name.endswith("bias")]
    return [{"params": weights, "weight_decay": weight_decay}, {"params": biases, "weight_decay": 0.0}]

# %% exercise="groups" points=3 style="partly: the decay is a constant"
def groups(model, weight_decay):
    return [
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 0.01},
        {"params": [p for p in model.parameters() if p.dim() <= 1], "weight_decay": 0.0}]

# %% exercise="groups" points=2 style="partly: norms are in no group"
def groups(model, weight_decay):
    layers = [m for m in model.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    return [
        {"params": [m.weight for m in layers], "weight_decay": weight_decay},
        {"params": [m.bias for m in layers if m.bias is not None], "weight_decay": 0.0}]

# %% exercise="groups" points=3 style="partly: only convolutions decay"
def groups(model, weight_decay):
    return [
        {"params": [p for p in model.parameters() if p.dim() == 4], "weight_decay": weight_decay},
        {"params": [p for p in model.parameters() if p.dim() != 4], "weight_decay": 0.0}]
