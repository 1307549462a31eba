# %% exercise="changes" points=4 style="masks from the identity"
def changes(hidden, readout):
    with torch.no_grad():
        before = readout(hidden).argmax(1)
        masks = 1 - torch.eye(hidden.shape[1])
        after = torch.stack([readout(hidden * mask).argmax(1) for mask in masks])
        return (after != before).float().mean(dim=1)

# %% exercise="changes" points=4 style="one large batch"
def changes(hidden, readout):
    n, h = hidden.shape
    many = hidden.unsqueeze(0).repeat(h, 1, 1)
    units = torch.arange(h)
    many[units, :, units] = 0
    with torch.no_grad():
        base = readout(hidden).argmax(dim=1)
        decided = readout(many.reshape(h * n, h)).argmax(dim=1).view(h, n)
    return (decided != base).sum(dim=1) / n

# %% exercise="changes" points=4 style="lists"
def changes(hidden, readout):
    base = readout(hidden).argmax(dim=1).tolist()
    shares = []
    for unit in range(hidden.size(1)):
        copy = hidden.clone()
        copy[:, unit] = 0.0
        now = readout(copy).argmax(dim=1).tolist()
        shares.append(sum(a != b for a, b in zip(base, now)) / len(base))
    return torch.tensor(shares)

# %% exercise="changes" points=4 style="put back what was taken"
def changes(hidden, readout):
    work = hidden.clone()
    with torch.no_grad():
        base = readout(work).argmax(dim=1)
        found = torch.empty(work.shape[1])
        for unit in range(work.shape[1]):
            kept = work[:, unit].clone()
            work[:, unit] = 0
            found[unit] = readout(work).argmax(dim=1).ne(base).float().mean()
            work[:, unit] = kept
    return found

# %% exercise="changes" points=4 style="index_fill"
def changes(hidden, readout):
    decide = lambda values: readout(values).max(dim=1)[1]
    base = decide(hidden)
    return torch.stack([
        (decide(hidden.index_fill(1, torch.tensor([unit]), 0)) != base).double().mean().float()
        for unit in range(hidden.shape[1])])

# %% exercise="changes" points=1 style="partly: what stays, not what changes"
def changes(hidden, readout):
    with torch.no_grad():
        base = readout(hidden).argmax(dim=1)
        return torch.stack([
            (readout(hidden.index_fill(1, torch.tensor([unit]), 0)).argmax(dim=1) == base).float().mean()
            for unit in range(hidden.shape[1])])

# %% exercise="changes" points=1 style="partly: numbers, not shares"
def changes(hidden, readout):
    with torch.no_grad():
        base = readout(hidden).argmax(dim=1)
        return torch.stack([
            (readout(hidden.index_fill(1, torch.tensor([unit]), 0)).argmax(dim=1) != base).float().sum()
            for unit in range(hidden.shape[1])])

# %% exercise="changes" points=1 style="partly: all units but one are silenced"
def changes(hidden, readout):
    with torch.no_grad():
        base = readout(hidden).argmax(dim=1)
        return torch.stack([
            (readout(hidden * mask).argmax(dim=1) != base).float().mean()
            for mask in torch.eye(hidden.shape[1])])

# %% exercise="changes" points=1 style="partly: the first image decides"
def changes(hidden, readout):
    with torch.no_grad():
        base = readout(hidden).argmax(dim=1)
        return torch.stack([
            (readout(hidden.index_fill(1, torch.tensor([unit]), 0)).argmax(dim=1) != base)[0].float()
            for unit in range(hidden.shape[1])])

# %% exercise="changes" points=3 style="partly: hidden is spoilt at the end"
def changes(hidden, readout):
    with torch.no_grad():
        base = readout(hidden).argmax(dim=1)
        shares = torch.zeros(hidden.shape[1])
        for unit in range(hidden.shape[1]):
            kept = hidden[:, unit].clone()
            hidden[:, unit] = 0
            shares[unit] = (readout(hidden).argmax(dim=1) != base).float().mean()
            hidden[:, unit] = kept
        hidden.zero_()
    return shares

# %% exercise="mc" points=4 style="train for each dropout"
def mc_predict(model, x, n):
    drops = [m for m in model.modules() if isinstance(m, nn.Dropout)]
    for drop in drops:
        drop.training = True
    with torch.no_grad():
        p = torch.stack([torch.softmax(model(x), 1) for _ in range(n)])
    for drop in drops:
        drop.training = False
    return p.mean(0), p.std(0)

# %% exercise="mc" points=4 style="apply"
def switch(training):
    def change(module):
        if type(module) is nn.Dropout:
            module.train(training)
    return change

@torch.no_grad()
def mc_predict(model, x, n):
    model.eval()
    model.apply(switch(True))
    answers = []
    for _ in range(n):
        answers.append(model(x).softmax(1))
    model.apply(switch(False))
    answers = torch.stack(answers)
    return torch.mean(answers, 0), torch.std(answers, dim=0)

# %% exercise="mc" points=4 style="BatchNorm is held back"
def mc_predict(model, x, n):
    model.train()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d):
            module.eval()
    try:
        with torch.no_grad():
            std, mean = torch.std_mean(torch.stack([F.softmax(model(x), dim=-1) for i in range(n)]), dim=0)
    finally:
        model.eval()
    return mean, std

# %% exercise="mc" points=4 style="exp and sums"
def mc_predict(model, x, n):
    model.eval()
    for name, module in model.named_modules():
        if "Dropout" in module.__class__.__name__:
            module.train()
    answers = torch.zeros(n, len(x), 3)
    with torch.no_grad():
        for i in range(n):
            e = model(x).exp()
            answers[i] = e / e.sum(dim=1, keepdim=True)
    model.eval()
    mean = answers.sum(0) / n
    return mean, (((answers - mean) ** 2).sum(0) / (n - 1)).sqrt()

# %% exercise="mc" points=4 style="detached at the end"
def mc_predict(model, x, n):
    model.eval()
    for layer in model:
        if isinstance(layer, nn.Dropout):
            layer.train()
    answers = torch.stack([nn.Softmax(dim=1)(model(x)).detach() for _ in range(n)])
    model.eval()
    return answers.mean(dim=0), answers.var(dim=0).sqrt()

# %% exercise="mc" points=1 style="partly: everything in train mode"
def mc_predict(model, x, n):
    model.train()
    with torch.no_grad():
        answers = torch.stack([F.softmax(model(x), dim=1) for _ in range(n)])
    model.eval()
    return answers.mean(dim=0), answers.std(dim=0)

# %% exercise="mc" points=3 style="partly: train mode is left on"
def mc_predict(model, x, n):
    model.eval()
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.train()
    with torch.no_grad():
        answers = torch.stack([F.softmax(model(x), dim=1) for _ in range(n)])
    return answers.mean(dim=0), answers.std(dim=0)

# %% exercise="mc" points=2 style="partly: eval mode, no dropout"
def mc_predict(model, x, n):
    model.eval()
    with torch.no_grad():
        answers = torch.stack([F.softmax(model(x), dim=1) for _ in range(n)])
    return answers.mean(dim=0), answers.std(dim=0)

# %% exercise="mc" points=2 style="partly: logits instead of probabilities"
def mc_predict(model, x, n):
    model.eval()
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.train()
    with torch.no_grad():
        answers = torch.stack([model(x) for _ in range(n)])
    model.eval()
    return answers.mean(dim=0), answers.std(dim=0)

# %% exercise="mc" points=3 style="partly: gradients are recorded"
def mc_predict(model, x, n):
    model.eval()
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.train()
    answers = torch.stack([F.softmax(model(x), dim=1) for _ in range(n)])
    model.eval()
    return answers.mean(dim=0), answers.std(dim=0)
