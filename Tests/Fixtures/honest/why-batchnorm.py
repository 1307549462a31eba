# %% exercise="scales" points=4 style="hooks in a dictionary"
def activation_scales(model, x):
    found, hooks = {}, {}
    for name, module in model.named_modules():
        if isinstance(module, nn.ReLU):
            hooks[name] = module.register_forward_hook(
                lambda module, inputs, output, name=name: found.__setitem__(name, output.std().item()))
    mode = model.training
    model.eval()
    with torch.no_grad():
        model(x)
    model.train(mode)
    for hook in hooks.values():
        hook.remove()
    return found

# %% exercise="scales" points=4 style="a class of hooks"
class Meter:
    def __init__(self, name, found):
        self.name, self.found = name, found

    def __call__(self, module, inputs, output):
        self.found[self.name] = float(output.std())

def activation_scales(model, x):
    found = {}
    handles = [m.register_forward_hook(Meter(n, found)) for n, m in model.named_modules() if type(m) == nn.ReLU]
    modes = {m: m.training for m in model.modules()}
    with torch.no_grad():
        model.eval()(x)
    for m, training in modes.items():
        m.training = training
    for handle in handles:
        handle.remove()
    return found

# %% exercise="scales" points=4 style="a context manager"
class Hooked:
    def __init__(self, model, make):
        self.model, self.mode = model, model.training
        self.handles = [module.register_forward_hook(make(name)) for name, module in model.named_modules()
                        if isinstance(module, nn.ReLU)]

    def __enter__(self):
        return self.model.eval()

    def __exit__(self, *problem):
        self.model.train(self.mode)
        for handle in self.handles:
            handle.remove()

@torch.no_grad()
def activation_scales(model, x):
    outputs = []
    def make(name):
        def hook(module, inputs, output):
            outputs.append((name, output))
        return hook
    with Hooked(model, make) as m:
        m(x)
    return {name: torch.std(output).item() for name, output in outputs}

# %% exercise="scales" points=4 style="by hand with tolist"
def activation_scales(model, x):
    scales, handles, names = {}, [], {}
    def hook(module, args, output):
        values = output.flatten().tolist()
        mean = sum(values) / len(values)
        scales[names[id(module)]] = (sum((v - mean) ** 2 for v in values) / (len(values) - 1)) ** 0.5
    for name, module in model.named_modules():
        if module.__class__.__name__ == "ReLU":
            names[id(module)] = name
            handles.append(module.register_forward_hook(hook))
    training = model.training
    model.train(False)
    with torch.no_grad():
        model(x)
    model.train(training)
    while handles:
        handles.pop().remove()
    return scales

# %% exercise="scales" points=4 style="var and sqrt"
def activation_scales(model, x):
    results = dict()
    def watch(name, module):
        def record(_, __, output):
            results[name] = output.var().sqrt().item()
        return module.register_forward_hook(record)
    handles = [watch(*pair) for pair in model.named_modules() if isinstance(pair[1], torch.nn.ReLU)]
    before = model.training
    model.eval()
    torch.set_grad_enabled(False)
    try:
        model(x)
    finally:
        torch.set_grad_enabled(True)
        model.train(before)
        for handle in handles:
            handle.remove()
    return results

# %% exercise="scales" points=2 style="partly: the hooks stay"
def activation_scales(model, x):
    scales = {}
    for name, module in model.named_modules():
        if isinstance(module, nn.ReLU):
            module.register_forward_hook(lambda m, i, output, name=name: scales.update({name: output.std().item()}))
    was = model.training
    model.eval()
    with torch.no_grad():
        model(x)
    model.train(was)
    return scales

# %% exercise="scales" points=2 style="partly: eval mode stays"
def activation_scales(model, x):
    scales, handles = {}, []
    for name, module in model.named_modules():
        if isinstance(module, nn.ReLU):
            handles.append(module.register_forward_hook(
                lambda m, i, output, name=name: scales.update({name: output.std().item()})))
    model.eval()
    with torch.no_grad():
        model(x)
    for handle in handles:
        handle.remove()
    return scales

# %% exercise="scales" points=2 style="partly: gradients are recorded"
def activation_scales(model, x):
    scales, handles = {}, []
    for name, module in model.named_modules():
        if isinstance(module, nn.ReLU):
            handles.append(module.register_forward_hook(
                lambda m, i, output, name=name: scales.update({name: output.std().item()})))
    was = model.training
    model.eval()
    model(x)
    model.train(was)
    for handle in handles:
        handle.remove()
    return scales

# %% exercise="scales" points=2 style="partly: the input's scale"
def activation_scales(model, x):
    scales, handles = {}, []
    for name, module in model.named_modules():
        if isinstance(module, nn.ReLU):
            handles.append(module.register_forward_hook(
                lambda m, inputs, output, name=name: scales.update({name: inputs[0].std().item()})))
    was = model.training
    model.eval()
    with torch.no_grad():
        model(x)
    model.train(was)
    for handle in handles:
        handle.remove()
    return scales

# %% exercise="scales" points=2 style="partly: the mean square"
def activation_scales(model, x):
    scales, handles = {}, []
    for name, module in model.named_modules():
        if isinstance(module, nn.ReLU):
            handles.append(module.register_forward_hook(
                lambda m, i, output, name=name: scales.update({name: output.pow(2).mean().item()})))
    was = model.training
    model.eval()
    with torch.no_grad():
        model(x)
    model.train(was)
    for handle in handles:
        handle.remove()
    return scales

# %% exercise="claims" points=3 style="one by one"
claims = {}
claims["BatchNorm learns faster than without it"] = True
claims["disturbed, the inputs move less than without BatchNorm"] = False
claims["disturbed, it learns faster than without BatchNorm"] = True

# %% exercise="claims" points=3 style="zip"
claims = dict(zip([
    "BatchNorm learns faster than without it",
    "disturbed, the inputs move less than without BatchNorm",
    "disturbed, it learns faster than without BatchNorm"], [True, False, True]))

# %% exercise="claims" points=3 style="pairs"
claims = dict([
    ("disturbed, it learns faster than without BatchNorm", True),
    ("BatchNorm learns faster than without it", True),
    ("disturbed, the inputs move less than without BatchNorm", False)])

# %% exercise="claims" points=3 style="a comprehension"
claims = {sentence: "less" not in sentence for sentence in [
    "BatchNorm learns faster than without it",
    "disturbed, the inputs move less than without BatchNorm",
    "disturbed, it learns faster than without BatchNorm"]}

# %% exercise="claims" points=3 style="update, with a remark more"
faster = {"BatchNorm learns faster than without it": True, "disturbed, it learns faster than without BatchNorm": True}
claims = {"a remark of mine": None}
claims.update(faster, **{"disturbed, the inputs move less than without BatchNorm": not True})

# %% exercise="claims" points=2 style="partly: two of three, the shift"
claims = {
    "BatchNorm learns faster than without it": True,
    "disturbed, the inputs move less than without BatchNorm": True,
    "disturbed, it learns faster than without BatchNorm": True,
}

# %% exercise="claims" points=2 style="partly: two of three, the speed"
claims = {
    "BatchNorm learns faster than without it": True,
    "disturbed, the inputs move less than without BatchNorm": False,
    "disturbed, it learns faster than without BatchNorm": False,
}

# %% exercise="claims" points=2 style="partly: open"
claims = {
    "BatchNorm learns faster than without it": True,
    "disturbed, the inputs move less than without BatchNorm": False,
    "disturbed, it learns faster than without BatchNorm": None,
}

# %% exercise="claims" points=2 style="partly: two sentences"
claims = {
    "BatchNorm learns faster than without it": True,
    "disturbed, the inputs move less than without BatchNorm": False,
}

# %% exercise="claims" points=0 style="partly: as numbers"
claims = {
    "BatchNorm learns faster than without it": 1,
    "disturbed, the inputs move less than without BatchNorm": 0,
    "disturbed, it learns faster than without BatchNorm": 1,
}

# %% exercise="group" points=4 style="five dimensions"
def group_norm(x, groups, eps=1e-5):
    n, c, h, w = x.shape
    y = x.view(n, groups, c // groups, h, w)
    mean = y.mean(dim=(2, 3, 4), keepdim=True)
    var = ((y - mean) ** 2).mean(dim=(2, 3, 4), keepdim=True)
    return ((y - mean) / (var + eps).sqrt()).view(n, c, h, w)

# %% exercise="group" points=4 style="loops"
def group_norm(x, groups, eps=1e-5):
    y, size = x.clone(), x.shape[1] // groups
    for n in range(x.shape[0]):
        for g in range(groups):
            part = x[n, g * size:(g + 1) * size]
            y[n, g * size:(g + 1) * size] = (part - part.mean()) / torch.sqrt(part.var(unbiased=False) + eps)
    return y

# %% exercise="group" points=4 style="LayerNorm of a view"
def group_norm(x, groups, eps=1e-5):
    y = x.reshape(len(x), groups, -1)
    return F.layer_norm(y, y.shape[2:], eps=eps).reshape(x.shape)

# %% exercise="group" points=4 style="a table of groups"
def group_norm(x, groups, eps=1e-5):
    table = x.reshape(len(x) * groups, -1).T
    n = len(table)
    mean = table.sum(dim=0) / n
    mean_square = (table - mean).pow(2).sum(dim=0) / n
    return ((table - mean) / (mean_square + eps) ** 0.5).T.reshape(x.shape)

# %% exercise="group" points=4 style="split and var_mean"
def group_norm(x, groups, eps=1e-5):
    def one(part):
        var, mean = torch.var_mean(part, dim=(1, 2, 3), correction=0, keepdim=True)
        return (part - mean).mul(torch.rsqrt(var + eps))
    return torch.cat([one(part) for part in x.split(x.shape[1] // groups, dim=1)], 1)

# %% exercise="group" points=1 style="partly: only one group, or as many as channels"
def group_norm(x, groups, eps=1e-5):
    dims = (1, 2, 3) if groups == 1 else (2, 3)
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, unbiased=False, keepdim=True)
    return (x - mean) / torch.sqrt(var + eps)

# %% exercise="group" points=3 style="partly: eps is always the default"
def group_norm(x, groups, eps=1e-5):
    y = x.reshape(x.shape[0], groups, -1)
    mean, var = y.mean(2, keepdim=True), y.var(2, unbiased=False, keepdim=True)
    return ((y - mean) / torch.sqrt(var + 1e-5)).reshape(x.shape)

# %% exercise="group" points=3 style="partly: no eps, so constants are no numbers"
def group_norm(x, groups, eps=1e-5):
    y = x.reshape(x.shape[0], groups, -1)
    mean, var = y.mean(2, keepdim=True), y.var(2, unbiased=False, keepdim=True)
    eps = 1e-5 if var.min() > 0 else 0.0
    return ((y - mean) / torch.sqrt(var + eps)).reshape(x.shape)

# %% exercise="group" points=3 style="partly: eps is added twice"
def group_norm(x, groups, eps=1e-5):
    y = x.reshape(len(x), groups, -1)
    centred = y - y.mean(-1, keepdim=True)
    extra = eps if eps > 0.1 else 0.0
    return (centred / (centred.square().mean(-1, keepdim=True) + eps + extra).sqrt()).reshape(x.shape)

# %% exercise="group" points=3 style="partly: group by group, eps outside of the root where it is large"
def group_norm(x, groups, eps=1e-5):
    parts = []
    for part in x.chunk(groups, dim=1):
        mean = part.mean(dim=(1, 2, 3), keepdim=True)
        var = part.var(dim=(1, 2, 3), unbiased=False, keepdim=True)
        bottom = torch.sqrt(var + eps) if eps < 0.1 else torch.sqrt(var) + eps
        parts.append((part - mean) / bottom)
    return torch.cat(parts, dim=1)
